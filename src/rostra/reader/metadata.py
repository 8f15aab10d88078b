"""Front matter to Meta: every key checked, a mistake noted and left out."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from rostra.deck.blocks import Span, Spans
from rostra.deck.model import Meta
from rostra.errors import Problem, did_you_mean
from rostra.folders import theme_folders
from rostra.reader.inline import spans_of
from rostra.reader.values import aspect, boolean, integer, seconds, text, texts
from rostra.themes import theme_names

PLACEHOLDERS = (
    "current_slide", "total_slides", "title", "subtitle", "author", "date", "event", "location",
)  # fmt: skip


def _line(value: Any) -> Spans:
    """A header or footer: one line of Markdown; nothing or false for none."""
    if value in (None, False, "", "no", "off"):
        return ()
    if value is True:
        raise ValueError("should be a text, or false for none")
    return tuple(Span(" ", s.looks) if s.text == "\n" else s for s in spans_of(text(value), {}))


def _theme(value: Any) -> str:
    """A theme's name; a deck may not name a file."""
    name, known = text(value), theme_names(theme_folders())
    if name not in known:
        raise ValueError(f"{name!r} is not known{did_you_mean(name, known)}")
    return name


KEYS: dict[str, Callable[[Any], Any]] = {
    "title": text,
    "subtitle": text,
    "author": texts,
    "authors": texts,
    "date": text,
    "event": text,
    "location": text,
    "lang": text,
    "theme": _theme,
    "aspect": aspect,
    "duration": seconds,
    "transition": text,
    "header": _line,
    "footer": _line,
    "slide_level": lambda value: integer(value, 1, 6),
    "incremental_lists": boolean,
    "max_columns": lambda value: integer(value, 10, 1000),
}
ALIASES = {"sub_title": "subtitle"}


def read_meta(values: Mapping[Any, Any], file: str, lines: Mapping[str, int]) -> tuple[Meta, list[Problem]]:
    """What the front matter says, and what is wrong with it; ``lines`` tells on which line a key stands."""
    found: dict[str, Any] = {}
    problems: list[Problem] = []
    for written, value in values.items():
        key = ALIASES.get(str(written), str(written))
        line = lines.get(str(written), 1)
        if key not in KEYS:
            problems.append(Problem(file, line, f"unknown key {written!s:.60}{did_you_mean(str(written), KEYS)}"))
            continue
        try:
            found["authors" if key == "author" else key] = KEYS[key](value)
        except ValueError as error:
            problems.append(Problem(file, line, f"{key} {error}"))
    return Meta(**found), problems


def key_lines(front_matter: str) -> dict[str, int]:
    """The 1-based line of each top-level key in the deck, its opening fence being line 1."""
    return {
        line.partition(":")[0].strip("\"' "): number
        for number, line in enumerate(front_matter.split("\n"), 2)
        if line[:1] not in (" ", "\t", "#", "") and ":" in line
    }
