"""What is to be seen of the slide that is written."""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

from rich.cells import cell_len

from rostra.deck.model import Deck
from rostra.language.document import Document
from rostra.language.whereabouts import front_matter_end
from rostra.show.pace import plan
from rostra.stage.magnifier import Magnifier, Scaled
from rostra.stage.miniature import can_shrink, miniature
from rostra.typeset import Frame
from rostra.typeset.frame import Line, crop, width
from rostra.typeset.styles import Styles

Size = tuple[int, int]
"""Columns and rows."""


LEAST_COLUMNS, LEAST_ROWS = 40, 7
"""Cells that are enough to show a part of a slide at its real size."""
AROUND = 4
"""Columns shown left of where a row begins."""


class Room(NamedTuple):
    """Where a slide is to be seen."""

    cells: Size
    """What there is for its picture."""
    screen: Size
    """The terminal that it is meant for."""
    magnified: bool
    """Whether that is this one, which may draw slides larger."""
    shrinks: bool = True
    """Whether the picture may be smaller than the slide; else it is a part of it."""


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
    close: tuple[Line, ...]
    """What of it lies about the cursor, at its real size, where a small picture leaves room for that."""
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
    deck, index = document.deck, slide_of(document, line)
    slide = deck.slides[index]
    styles = magnifier.frames.styles
    if room.magnified:
        frame, scale = magnifier.slide(deck, index, room.screen)
    else:
        frame, scale = Scaled(magnifier.frames.frame(deck, index, *room.screen))
    step = max(0, min(document.step_at(line), frame.steps - 1))
    shown = _at(frame, step, _top(frame, document.name, line))
    row = row_of(shown, document.name, line)
    picture, cropped = _picture(shown, row or 0, room, styles)
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
        tuple(_close_up(shown, row or 0, (room.cells[0], room.cells[1] - len(picture) - 1), picture)),
        cropped,
        slide.label,
        document.live.slides[index].first,
        planned[index] if planned else None,
        len(slide.content.notes.split()),
        deck,
    )


def slide_of(document: Document, line: int) -> int:
    """The slide, counted from 0, that a line belongs to; front matter to the first."""
    return 0 if line < front_matter_end(document.lines) else document.live.index_at(line)


def row_of(frame: Frame, file: str, line: int) -> int | None:
    """The row of the body that shows a line of a file, counted from 0, or what stands above it there."""
    places = [place for place in frame.places if place is not None and place.file == file and place.line <= line + 1]
    if not places:
        return None
    last = max(places)
    rows = [row for row, place in enumerate(frame.places) if place == last]
    # Within a block rows follow lines.
    return rows[min(line + 1 - last.line, len(rows) - 1)]


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


def _picture(frame: Frame, row: int, room: Room, styles: Styles) -> tuple[list[Line], bool]:
    """A frame in the cells that there are, as it is, smaller, or the part about a row of its body.

    Where colours cannot be mixed nothing can be smaller.
    """
    columns, rows = room.cells
    page = frame.page
    if columns >= page.columns and rows >= page.rows:
        return frame.lines(), False
    if columns < 4 or rows < 2:
        return [], True
    if can_shrink(styles) and room.shrinks:
        share = min(columns / page.columns, rows / page.rows)
        size = max(1, round(page.columns * share)), max(1, round(page.rows * share))
        return miniature(frame, *size, styles.colors), False
    return _part(frame, row, room.cells), True


def _part(frame: Frame, row: int, cells: Size) -> list[Line]:
    """The part of a frame about a row of its body, from where that begins."""
    columns, rows = cells
    line = frame.body[row] if row < len(frame.body) else []
    text = "".join(run.text for run in line)
    left = cell_len(text) - cell_len(text.lstrip()) - AROUND if text.strip() else 0
    left = max(0, min(left, frame.page.columns - columns))
    first = max(0, min(len(frame.header) + row - rows // 2, frame.page.rows - rows))
    return [crop(one, left, left + columns) for one in frame.lines()[first : first + rows]]


def _close_up(frame: Frame, row: int, cells: Size, picture: list[Line]) -> list[Line]:
    """What lies about a row, at its real size; nothing where the picture has that, or where there is no room."""
    if cells[1] < LEAST_ROWS or cells[0] < LEAST_COLUMNS or width(picture[0] if picture else ()) >= frame.page.columns:
        return []
    return _part(frame, row, cells)
