"""The names of keys, as Textual gives them to what terminals send; known without loading it."""

from __future__ import annotations

import unicodedata

from rostra.errors import did_you_mean

NAMED = (
    *"up down left right home end pageup pagedown insert delete escape enter tab space backspace".split(),
    *(f"f{number}" for number in range(1, 25)),
)
"""Keys that stand for no character."""
MODIFIERS = ("alt", "ctrl", "hyper", "meta", "shift", "super")
SHORT = {
    "solidus": "slash",
    "reverse_solidus": "backslash",
    "commercial_at": "at",
    "hyphen_minus": "minus",
    "plus_sign": "plus",
    "low_line": "underscore",
}
"""Shorter names for characters than Unicode's."""
ELSEWHERE = {
    "pgdn": "pagedown",
    "pgdown": "pagedown",
    "page_down": "pagedown",
    "next": "pagedown",
    "pgup": "pageup",
    "page_up": "pageup",
    "prior": "pageup",
    "esc": "escape",
    "return": "enter",
    "del": "delete",
    "ins": "insert",
    "period": "full_stop",
    "dot": "full_stop",
    "spacebar": "space",
    "quote": "apostrophe",
    "semi_colon": "semicolon",
}
"""What keys are called in other programs."""


class UnknownKeyError(ValueError):
    """No terminal sends such a key; says what was meant, perhaps."""


def spelled(key: str) -> str:
    """The one spelling of a key's name: ``?`` is ``question_mark``, ``shift+ctrl+up`` is ``ctrl+shift+up``.

    Raises :class:`UnknownKeyError` for a key that does not exist.
    """
    if key == "ctrl+@":  # the one that Textual does not name by its sign's name
        return key
    *modifiers, base = key.split("+") if key != "+" else [key]
    for modifier in modifiers:
        if modifier not in MODIFIERS:
            raise UnknownKeyError(f"there is no key {key!r}{did_you_mean(modifier, MODIFIERS)}")
    if modifiers == ["shift"] and len(base) == 1 and base.isalpha():
        raise UnknownKeyError(f"there is no key {key!r}, did you mean {base.upper()!r}?")
    name = _of_character(base) if len(base) == 1 else SHORT.get(base, base)
    if not (len(name) == 1 or name in NAMED or _is_character(name)):
        raise UnknownKeyError(f"there is no key {key!r}{_meant(base)}")
    return "+".join([*sorted(set(modifiers)), name])


def _of_character(character: str) -> str:
    if character.isalnum():
        return character
    name = unicodedata.name(character, character).lower().replace("-", "_").replace(" ", "_")
    return SHORT.get(name, name)


def _is_character(name: str) -> bool:
    """Whether a name of several letters is that of a sign; letters and digits are named by themselves."""
    if name in _signs():
        return True
    try:
        sign = unicodedata.lookup(name.replace("_", " "))
        return sign.isprintable() and not sign.isalnum()
    except KeyError:
        return False


def _meant(base: str) -> str:
    meant = ELSEWHERE.get(base.lower().replace("-", "_"))
    return f", did you mean {meant!r}?" if meant else did_you_mean(base, [*NAMED, *_signs()])


def _signs() -> list[str]:
    """The names of the signs on most keyboards."""
    return [_of_character(chr(code)) for code in range(33, 127) if not chr(code).isalnum()]
