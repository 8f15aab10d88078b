"""What can be set for the language server in an editor's configuration."""

from __future__ import annotations

import re
from typing import Any, NamedTuple

from rostra.check import Setting
from rostra.errors import did_you_mean
from rostra.typeset.theme_choice import FALLBACK

SIZE = re.compile(r"(\d{1,3})x(\d{1,3})")
FINDINGS = ("decks", "all", "none")


class Preferences(NamedTuple):
    """How the server works."""

    sizes: tuple[tuple[int, int], ...] = Setting().sizes
    """The columns and rows of the terminals that slides must fit."""
    magnify: int = 1
    strict: bool = False
    """Whether to look for what is a matter of taste as well."""
    theme: str = FALLBACK
    """The theme of a deck that names none."""
    findings: str = "decks"
    """In which Markdown files to look for what is wrong."""
    follow: bool = True
    """Whether the cursor moves talks that were started to follow it."""

    @property
    def setting(self) -> Setting:
        """What decks are checked for."""
        return Setting(self.sizes, self.magnify, self.strict)


USUAL = Preferences()


def read_preferences(given: Any) -> tuple[Preferences, list[str]]:
    """Preferences as an editor sends them, perhaps under our name, and what is wrong with them."""
    if isinstance(given, dict) and isinstance(given.get("rostra"), dict):
        given = given["rostra"]
    if not isinstance(given, dict):
        return USUAL, []
    values: dict[str, Any] = {}
    wrong = []
    for name, value in given.items():
        read = _READERS.get(name)
        if read is None:
            wrong.append(f"there is no setting {name!r}{did_you_mean(str(name), _READERS)}")
            continue
        try:
            values[name] = read(value)
        except (TypeError, ValueError):
            wrong.append(f"{name} cannot be {str(value)[:60]!r}")
    return Preferences(**values), wrong


def _sizes(value: Any) -> tuple[tuple[int, int], ...]:
    if not isinstance(value, list) or not value:
        raise TypeError
    found = [SIZE.fullmatch(one) for one in value]
    sizes = tuple((int(one[1]), int(one[2])) for one in found if one)
    if len(sizes) != len(value) or not all(map(all, sizes)):
        raise ValueError
    return sizes


def _magnify(value: Any) -> int:
    return int(_among(value, (1, 2)))


def _flag(value: Any) -> bool:
    return bool(_among(value, (True, False)))


def _theme(value: Any) -> str:
    if not isinstance(value, str) or not re.fullmatch(r"[\w-]{1,64}", value):
        raise ValueError
    return value


def _findings(value: Any) -> str:
    return str(_among(value, FINDINGS))


def _among(value: Any, allowed: tuple[Any, ...]) -> Any:
    if not any(type(value) is type(one) and value == one for one in allowed):
        raise ValueError
    return value


_READERS = {
    "sizes": _sizes,
    "magnify": _magnify,
    "strict": _flag,
    "theme": _theme,
    "findings": _findings,
    "follow": _flag,
}
