"""The slides of a deck's file in a list, and what an editor can fold."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from rostra.deck.model import Slide
from rostra.language.document import Document
from rostra.language.whereabouts import front_matter_end
from rostra.reader.live import LiveSlide
from rostra.show.clock import minutes


class Entry(NamedTuple):
    """A slide in a list."""

    name: str
    detail: str
    """Its layout, steps and planned time, as far as they are not as usual."""
    first: int
    """Its first line that is not blank, counted from 0."""
    end: int
    """The line behind its last one that is not."""
    level: int = 0
    """1 for slides below one that begins a section."""


class Fold(NamedTuple):
    """Lines that can be folded."""

    first: int
    last: int
    kind: Literal["slide", "front matter", "notes", "listing", "comment"]


def outline(document: Document) -> list[Entry]:
    """The slides that stand in this file, in order."""
    entries: list[Entry] = []
    below = 0
    for one in document.slides:
        if one.slide.settings.layout == "section":
            below = 1
        if one.first < one.end:
            first, end = _taken(document, one)
            level = 0 if one.slide.settings.layout == "section" else below
            entries.append(Entry(one.origin.label, _detail(one.origin), first, end, level))
    return entries


def folds(document: Document) -> list[Fold]:
    """What can be folded: front matter, slides, and within them notes, listings and comments of several lines."""
    lines = document.live.lines
    head = front_matter_end(lines)
    found = [Fold(0, head - 1, "front matter")]
    for one in document.slides:
        if one.first < one.end:
            first, end = _taken(document, one)
            found += [Fold(first, end - 1, "slide"), *_within(document, first, end)]
    return [one for one in found if one.first < one.last]


def _within(document: Document, first: int, end: int) -> Iterator[Fold]:
    for one in document.stretches(first):
        if one.kind != "container":
            _, last = trimmed(document.live.lines, one.first, min(one.end, end))
            yield Fold(one.first, last - 1, one.kind)


def _taken(document: Document, one: LiveSlide) -> tuple[int, int]:
    """The lines of a slide, without the front matter above the first one."""
    above = one.slide.place.line - 1 if one.slide.place.file == document.name else one.first
    return trimmed(document.live.lines, max(one.first, min(above, one.end - 1)), one.end)


def trimmed(lines: Sequence[str], first: int, end: int) -> tuple[int, int]:
    """A stretch of lines without blank ones at its beginning and end; never less than one line."""
    while first < end - 1 and not lines[first].strip():
        first += 1
    while first < end - 1 and not lines[end - 1].strip():
        end -= 1
    return first, end


def _detail(slide: Slide) -> str:
    parts = [slide.layout] if slide.layout != "default" else []
    if slide.steps > 1:
        parts.append(f"{slide.steps} steps")
    if slide.settings.time is not None:
        parts.append(minutes(slide.settings.time))
    return " · ".join(parts)
