"""Every setting with its default, and who wins: the command line, then the deck, then the file, then the default."""

from __future__ import annotations

import json
import os
import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, fields, replace
from pathlib import Path
from typing import Any

from rostra.deck.names import LETTERS, SCALES
from rostra.errors import UserError, did_you_mean
from rostra.folders import config_folder
from rostra.keys import ALL, DIGITS, EDITOR, Key, shown


def _setting(default: Any, about: str) -> Any:
    return field(default=default, metadata={"about": about})


@dataclass(frozen=True)
class Settings:
    """What a user can settle in the configuration file."""

    theme: str = _setting("", "A theme's name or the path of a .toml file; empty follows the terminal, dark or light.")
    progress: bool = _setting(True, "The line above the slide number that grows with the talk.")
    max_columns: int = _setting(
        0, "The widest content, in columns, 0 for the whole page; a deck's own max_columns wins."
    )
    magnify: str = _setting("auto", 'How many times as large slides are, where the terminal can: "auto", 1, 2 or 3.')
    letters: str = _setting(
        "auto", 'What headlines are drawn with: "auto", "sextants", "quadrants", "halves", or "none" for plain text.'
    )
    mouse: bool = _setting(False, "Clicks and the wheel turn slides; the terminal's own selection is off then.")
    watch: bool = _setting(True, "Read the deck again when it is saved.")
    motion: bool = _setting(True, "Transitions, where a deck asks for them; never over ssh.")
    resume: bool = _setting(False, "Begin where the last run of the same deck stopped.")
    keys: Mapping[str, str] = field(default_factory=dict)
    """Keys by the identifier of what they do; the rest keeps its own."""


DEFAULTS = Settings()
CHOICES = {"magnify": SCALES, "letters": LETTERS}
"""Settings that are one of a few words."""


def config_file(given: Path | None = None) -> tuple[Path, bool]:
    """The configuration file, and whether somebody asked for just this one."""
    if given is not None:
        return given, True
    if named := os.environ.get("ROSTRA_CONFIG"):
        return Path(named), True
    return config_folder() / "config.toml", False


def load_settings(given: Path | None = None) -> Settings:
    """The settings of the configuration file, or the defaults when there is none.

    Raises :class:`UserError` with file and line for a mistake in it.
    """
    path, asked = config_file(given)
    try:
        text = path.read_text("utf-8")
    except FileNotFoundError:
        if asked:
            raise UserError(
                f"there is no configuration file {path}", hint="rostra config --example prints one"
            ) from None
        return Settings()
    except (OSError, UnicodeDecodeError) as error:
        raise UserError(f"cannot read the configuration {path}: {error}") from error
    try:
        table = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise UserError(f"{path}: {error}", hint="the configuration is a TOML file") from error
    return _checked(table, text, path)


def _checked(table: Mapping[str, Any], text: str, path: Path) -> Settings:
    known = {one.name: one for one in fields(Settings)}
    found: dict[str, Any] = {}
    for key, value in table.items():
        where = f"{path}:{_line(text, key)}"
        if key not in known:
            raise UserError(f"{where}: unknown setting {key!r}{did_you_mean(key, known)}", hint=_all(known))
        if key == "keys":
            found[key] = _checked_keys(value, text, path)
            continue
        if key == "magnify" and str(value) in SCALES:
            value = str(value)
        kind = type(getattr(DEFAULTS, key))
        if type(value) is not kind:
            wanted = {bool: "true or false", int: "a whole number", str: "a text in quotes"}[kind]
            raise UserError(f"{where}: {key} should be {wanted}, not {value!r}")
        if key == "max_columns" and value and not 10 <= int(value) <= 1000:
            raise UserError(f"{where}: max_columns should be 0, or from 10 to 1000, not {value}")
        if (choice := CHOICES.get(key)) and value not in choice:
            raise UserError(f"{where}: {key} should be {', '.join(choice[:-1])} or {choice[-1]}, not {value!r}")
        found[key] = value
    return replace(Settings(), **found)


def _checked_keys(table: Any, text: str, path: Path) -> dict[str, str]:
    """The ``[keys]`` table; what it names must exist, and no key may do two things."""
    known = _usual((*ALL, *EDITOR))
    if not isinstance(table, dict):
        raise UserError(f"{path}:{_line(text, 'keys')}: keys is a table", hint='[keys] and lines such as black = "b"')
    for name, keys in table.items():
        where = f"{path}:{_line(text, name)}"
        if name not in known:
            raise UserError(f"{where}: nothing is called {name!r}{did_you_mean(name, known)}", hint=_all(known))
        if not isinstance(keys, str) or not all(key.strip() for key in keys.split(",")):
            raise UserError(f"{where}: {name} should be keys parted by commas, such as 'right,space'")
    moved = {name: _spelled(keys, f"{path}:{_line(text, name)}") for name, keys in table.items()}
    for place in ((*DIGITS, *ALL), EDITOR):  # where keys are pressed: in a talk, in the editor
        taken: dict[str, str] = {}
        for name in (key.id for key in place):
            for key in {**_usual(place), **moved}[name].split(","):
                if key in taken:
                    line = _line(text, name if name in moved else taken[key])
                    raise UserError(f"{path}:{line}: the key {key!r} is used for {taken[key]} and for {name}")
                taken[key] = name
    return moved


def _usual(keys: Iterable[Key]) -> dict[str, str]:
    """Keys by what they do, where nobody has moved them."""
    return {key.id: key.keys for key in keys}


def _spelled(keys: str, where: str) -> str:
    """Keys parted by commas, each in the one spelling of its name."""
    from rostra.terminal.key_names import UnknownKeyError, spelled

    try:
        return ",".join(spelled(key.strip()) for key in keys.split(","))
    except UnknownKeyError as error:
        raise UserError(f"{where}: {error}", hint="rostra keys shows the names of keys that are pressed") from error


def _line(text: str, key: str) -> int:
    """The 1-based line on which a key is set; 1 when it cannot be told."""
    found = re.search(rf"^[ \t]*(?:\[?[ \t]*)?[\"']?{re.escape(key)}[\"']?[ \t]*(?:=|\])", text, re.MULTILINE)
    return text.count("\n", 0, found.start()) + 1 if found else 1


def _all(known: Mapping[str, Any]) -> str:
    return f"known: {', '.join(known)}"


def example() -> str:
    """A commented configuration file with every setting at its default."""
    lines = [f"# Rostra's configuration. Its place: {config_folder() / 'config.toml'}", ""]
    for one in fields(Settings):
        if one.name == "keys":
            continue
        lines += [f"# {one.metadata['about']}", f"# {one.name} = {json.dumps(getattr(DEFAULTS, one.name))}", ""]
    lines += ["# Keys by what they do; several are parted by commas.", "[keys]"]
    lines += [f'# {key.id} = "{key.keys}"  # {key.about}: {shown(key.keys)}' for key in (*ALL, *EDITOR)]
    return "\n".join(lines) + "\n"
