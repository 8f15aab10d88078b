"""Keys and values in the YAML of front matter and directives."""

from __future__ import annotations

import re
from typing import NamedTuple

from rostra.deck.kinds import VALUES
from rostra.deck.name import Name
from rostra.deck.names import BACKGROUND, FRONT_MATTER, SCALES, SLIDE_SETTINGS, TRUTHS
from rostra.language.completing.completion import Completion, Kind, Typed, matching
from rostra.language.completing.paths import paths
from rostra.themes import PALETTE, ROLES

TOKEN = re.compile(r"""\s*(?:([{}\[\],])|(["'])(?:(?!\2).)*(?:\2|\Z)(?=\s*(:)?)|([^{}\[\],:"']+|:(?=\S))|(:))""")
KINDS: dict[str, Kind] = {"layout": "layout", "theme": "theme", "ignore": "check", "name": "theme"}
NESTED = ("background", "theme", "check")
"""Keys whose value may have keys of its own."""


class Spot(NamedTuple):
    """A place in YAML."""

    keys: tuple[str, ...]
    """The keys that it stands within, from outside."""
    is_key: bool
    """Whether a key could stand there, and not only a value."""
    word: str
    """What is written of it."""


def flow_spot(text: str, keys: tuple[str, ...] = ()) -> Spot | None:
    """The place at the end of a text such as ``{layout: title, time: ``, which is the value of some keys.

    None where no single word stands.
    """
    opened: list[str] = []
    path = [*keys]
    known, word = "", ""
    begun = False
    for found in TOKEN.finditer(text):
        bracket, _quote, _, plain, colon = found.groups()
        if bracket in ("{", "["):
            opened.append(bracket)
            path.append(known)
            known, word, begun = "", "", True
        elif bracket in ("}", "]"):
            if not opened:
                return None
            opened.pop()
            path.pop()
            known, word, begun = "", "", False
        elif bracket == ",":
            known, word, begun = "", "", True
        elif colon:
            known, word, begun = word.strip(), "", True
        else:
            word = plain or found[0].strip()
            begun = begun or not text[: found.start()].strip()
    if not begun and text.strip():
        return None
    within = tuple(one for one in path if one)
    is_key = bool(opened) and opened[-1] == "{" and not known
    return Spot((*within, known) if known else within, is_key, word.lstrip().lstrip("\"'"))


def setting(typed: Typed, spot: Spot, *, of_slide: bool, closing: str = "") -> list[Completion]:
    """What can stand at a place of a ``slide`` directive or of the front matter; ``closing`` is to end it."""
    if spot.is_key:
        return _keys(typed, spot, keys_within(spot.keys, of_slide), closing)
    if spot.keys == ("background", "picture"):
        files = paths(typed, spot.word, pictures=True, in_yaml=True)
        return [one if one.text.endswith("/") or not closing else _closed(one, closing) for one in files]
    found = _values(typed, spot, values_of(spot.keys, of_slide), closing)
    if spot.keys and spot.keys[-1] in NESTED and not spot.word:
        found.append(_braces(typed, spot.keys[-1], closing))
    return found


def keys_within(keys: tuple[str, ...], of_slide: bool) -> tuple[Name, ...]:
    """The keys that can stand within others."""
    match keys:
        case ():
            return SLIDE_SETTINGS if of_slide else FRONT_MATTER
        case ("background",):
            return BACKGROUND
        case ("theme",) if not of_slide:
            colors = [Name(one, "a colour of the theme") for one in PALETTE]
            roles = [Name(one, "the look of something") for one in sorted(ROLES) if one not in PALETTE]
            further = Name("gradient", "two colours that large letters pass through, or false")
            return (Name("name", "the theme that is changed"), further, *colors, *roles)
        case ("check",) if not of_slide:
            return (Name("ignore", "checks to do without"),)
        case _:
            return ()


def values_of(keys: tuple[str, ...], of_slide: bool) -> tuple[Name, ...]:
    """The words that can be the value of a key."""
    match keys:
        case ("theme",) | ("theme", "name"):
            return () if of_slide else _themes()
        case ("check", "ignore") | ("background", "pattern"):
            return VALUES[keys[-1]]
        case ("magnify",) if not of_slide:
            return tuple(Name(one, "as large as fits" if one == "auto" else "times as large") for one in SCALES)
        case ("header",) | ("footer",) | ("background",):
            return TRUTHS[1:]
        case (key,) if key in (one.name for one in keys_within((), of_slide)):
            return VALUES.get(key, ())
        case _:
            return ()


def _themes() -> tuple[Name, ...]:
    """The themes that come with the program, and the user's own."""
    from rostra.folders import theme_folders
    from rostra.themes import theme_names

    known = {one.name: one for one in VALUES["theme"]}
    return tuple(known.get(name, Name(name, "a theme of yours")) for name in theme_names(theme_folders()))


def _keys(typed: Typed, spot: Spot, names: tuple[Name, ...], closing: str) -> list[Completion]:
    start = typed.start(spot.word)
    found = []
    for one in matching(names, spot.word):
        text = one.name if typed.after.lstrip().startswith(":") else f"{one.name}: "
        found.append(Completion(one.name, one.about, text + closing, start, "key", len(text) if closing else None))
    return found


def _values(typed: Typed, spot: Spot, names: tuple[Name, ...], closing: str) -> list[Completion]:
    kind = KINDS.get(spot.keys[-1], "value") if spot.keys else "value"
    # Behind the colon of a key there is a blank.
    blank = " " if typed.before.endswith(":") else ""
    start = typed.start(spot.word)
    return [
        Completion(one.name, one.about, f"{blank}{one.name}{closing}", start, kind, len(blank + one.name))
        if closing
        else Completion(one.name, one.about, blank + one.name, start, kind)
        for one in matching(names, spot.word)
    ]


def _closed(one: Completion, closing: str) -> Completion:
    return one._replace(text=one.text + closing, cursor=len(one.text))


def _braces(typed: Typed, key: str, closing: str) -> Completion:
    """Braces to write keys in, with what stands there most often."""
    blank = " " if typed.before.endswith(":") else ""
    inside = {"check": "ignore: []", "theme": "name: ", "background": "pattern: "}[key]
    text = f"{blank}{{{inside}}}"
    cursor = len(text) - 1 - inside.endswith("]")
    return Completion(f"{{{inside.strip()}}}", "settings in braces", text + closing, typed.column, "key", cursor)
