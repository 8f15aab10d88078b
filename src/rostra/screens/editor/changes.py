"""Slides listed and changed, as the thread that follows the text does it."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

from rostra.editing.slides.directives import hide, unhide
from rostra.editing.slides.moving import delete, duplicate, insert_below, move
from rostra.editing.slides.notes import notes_of, set_notes
from rostra.editing.slides.ranges import SlideRange, slide_at, slide_ranges
from rostra.editing.text_edit import TextEdit
from rostra.language.document import Document
from rostra.safety import safe_line
from rostra.screens.editor.seen import slide_of
from rostra.screens.editor.slide_list import Entry
from rostra.show.clock import minutes

HEADING = re.compile(r" {0,3}#{1,6}[ \t]+(.*?)[ \t#]*$")
Edits = Sequence[TextEdit]


class Listed(NamedTuple):
    """The slides of a text, and which of them the cursor is on."""

    entries: tuple[Entry, ...]
    chosen: int
    made: int
    """Slides that come before them: the one that the front matter makes."""


class Change(NamedTuple):
    """Edits that do something to a slide, and where it is afterwards."""

    edits: Edits
    chosen: int


def listed(document: Document, line: int) -> Listed:
    """All slides of the text, hidden ones as well."""
    ranges = slide_ranges(document.text, document.path)
    slides = document.deck.slides
    made = _made(document, ranges)
    seen = iter(slides[made:])
    entries = []
    for one in ranges:
        slide = None if one.is_hidden else next(seen, None)
        title = slide.label if slide is not None else _title(document.lines, one)
        time = minutes(slide.settings.time) if slide is not None and slide.settings.time else ""
        entries.append(Entry(title, one.first, one.is_hidden, one.file != document.path, time))
    return Listed(tuple(entries), slide_at(ranges, line, document.path) or 0, made)


def _made(document: Document, ranges: Sequence[SlideRange]) -> int:
    return max(0, len(document.deck.slides) - sum(not one.is_hidden for one in ranges))


def _title(lines: Sequence[str], one: SlideRange) -> str:
    found = (HEADING.match(line) for line in lines[one.first : one.last + 1])
    return next((safe_line(heading[1]) for heading in found if heading), "(untitled)")


def change(document: Document, what: str, index: int, count: int) -> Change:
    """The edits that do something to one of so many slides; raises :class:`UserError` when that cannot be."""
    text, path = document.text, document.path
    match what:
        case "insert":
            return Change(insert_below(text, path, index if count else -1), index + 1 if count else 0)
        case "duplicate":
            return Change(duplicate(text, path, index), index + 1)
        case "delete":
            return Change(delete(text, path, index), min(index, count - 2))
        case "hide":
            is_hidden = slide_ranges(text, path)[index].is_hidden
            return Change((unhide if is_hidden else hide)(text, path, index), index)
        case "up" | "down":
            to = index + (1 if what == "down" else -1)
            return Change(move(text, path, index, to), to) if 0 <= to < count else Change((), index)
        case _:
            return Change((), index)


class Notes(NamedTuple):
    """The notes of the slide at a line."""

    slide: int
    """Counted from 0, hidden ones as well."""
    number: int
    notes: str


def notes_at(document: Document, line: int) -> Notes | None:
    """The notes of the slide at a line; None where there is no slide."""
    ranges = slide_ranges(document.text, document.path)
    index = slide_at(ranges, line, document.path)
    if index is None:
        return None
    number = _made(document, ranges) + sum(not one.is_hidden for one in ranges[: index + 1])
    return Notes(index, number, notes_of(document.text, document.path, index))


def notes_written(slide: int, notes: str) -> Callable[[Document], Edits]:
    """What writes the notes of a slide."""
    return lambda document: set_notes(document.text, document.path, slide, notes)


def first_line(document: Document, index: int) -> int | None:
    """The first line with words of a slide, counted from 0 in the deck; None for one that stands elsewhere."""
    slides = document.live.slides
    if not 0 <= index < len(slides) or slides[index].first >= slides[index].end:
        return None
    lines = range(slides[index].first, min(slides[index].end, len(document.lines)))
    return next((line for line in lines if document.lines[line].strip()), slides[index].first)


def next_slide(document: Document, line: int, by: int) -> int | None:
    """The first line of the slide that stands so many further down than the one of a line."""
    at = slide_of(document, line) + by
    while 0 <= at < len(document.live.slides):
        if (found := first_line(document, at)) is not None:
            return found
        at += by
    return None
