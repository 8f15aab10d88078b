"""What is to be seen of the slide that is written."""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

from rostra.deck.model import Deck
from rostra.language.document import Document
from rostra.show.pace import plan
from rostra.stage.magnifier import Magnifier, Scaled
from rostra.stage.miniature import can_shrink, miniature
from rostra.typeset import Frame
from rostra.typeset.frame import Line, crop
from rostra.typeset.styles import Styles

Size = tuple[int, int]
"""Columns and rows."""


class Room(NamedTuple):
    """Where a slide is to be seen."""

    cells: Size
    """What there is for its picture."""
    screen: Size
    """The terminal that it is meant for."""
    magnified: bool
    """Whether that is this one, which may draw slides larger."""


class Seen(NamedTuple):
    """A slide in the state of the text with a certain version."""

    version: int
    styles: Styles
    number: int
    """Counted from 0."""
    total: int
    frame: Frame
    scale: int
    step: int
    picture: tuple[Line, ...]
    """The slide in the cells that there were."""
    cropped: bool
    """Whether the picture is only a part of it."""
    title: str
    first: int
    """Its first line, counted from 0."""
    planned: float | None
    """Seconds."""
    words: int
    """Those of its notes."""
    deck: Deck
    """All of it."""

    @property
    def fit(self) -> str:
        """Whether it fits its page, in words."""
        over = self.frame.overflow()
        if over.rows:
            return f"{over.rows} {'row' if over.rows == 1 else 'rows'} too tall"
        if over.columns:
            return f"{over.columns} {'column' if over.columns == 1 else 'columns'} too wide"
        return "fits"


def see(document: Document, magnifier: Magnifier, version: int, line: int, room: Room) -> Seen:
    """What is to be seen of the slide that a line belongs to, at the step at which the line shows."""
    deck, index = document.live.deck, document.live.index_at(line)
    slide = deck.slides[index]
    styles = magnifier.frames.styles
    if room.magnified:
        frame, scale = magnifier.slide(deck, index, room.screen)
    else:
        frame, scale = Scaled(magnifier.frames.frame(deck, index, *room.screen))
    step = max(0, min(document.step_at(line), frame.steps - 1))
    shown = _at(frame, step, _top(frame, document.live.source.name, line))
    picture, cropped = _picture(shown, room.cells, styles)
    planned = plan(deck)
    return Seen(
        version,
        styles,
        index,
        len(deck.slides),
        frame,
        scale,
        step,
        tuple(picture),
        cropped,
        slide.label,
        document.live.slides[index].first,
        planned[index] if planned else None,
        len(slide.content.notes.split()),
        deck,
    )


def row_of(frame: Frame, file: str, line: int) -> int | None:
    """The row of the body that shows a line of a file, counted from 0, or what stands above it there."""
    before = [
        (place.line, -row, row)
        for row, place in enumerate(frame.places)
        if place is not None and place.file == file and place.line <= line + 1
    ]
    if not before:
        return None
    found = max(before)
    # Within a block rows follow lines.
    return min(found[2] + line + 1 - found[0], len(frame.body) - 1)


def _top(frame: Frame, file: str, line: int) -> int:
    """By how many rows a slide that is too tall is scrolled so that a line is seen."""
    row = row_of(frame, file, line) if frame.last_top else None
    return max(0, min(row - frame.body_rows + 2, frame.last_top)) if row is not None else 0


def _at(frame: Frame, step: int, top: int) -> Frame:
    """A frame as it is at a step, scrolled down; it has no more steps."""
    if not top and step >= frame.steps - 1:
        return frame
    return replace(
        frame, body=tuple(frame.all_lines(step)[top:]), shown=frame.shown[top:], content_rows=frame.content_rows - top
    )


def _picture(frame: Frame, cells: Size, styles: Styles) -> tuple[list[Line], bool]:
    """A frame in so many cells: as it is where there is room, smaller where colours can be mixed, else a part of it."""
    columns, rows = cells
    page = frame.page
    lines = frame.lines
    if columns >= page.columns and rows >= page.rows:
        return lines(), False
    if columns < 4 or rows < 2:
        return [], True
    if can_shrink(styles):
        share = min(columns / page.columns, rows / page.rows)
        return miniature(
            frame, max(1, round(page.columns * share)), max(1, round(page.rows * share)), styles.colors
        ), False
    return [crop(line, 0, columns) for line in lines()[:rows]], True
