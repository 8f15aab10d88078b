"""Bars and columns, filled to an eighth of a cell."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from rich.style import Style

from rostra.typeset.figures.canvas import Canvas
from rostra.typeset.figures.charts.inks import Ink
from rostra.typeset.lettering.shades import Gradient, graded

LEVEL = " ▏▎▍▌▋▊▉█"
UPRIGHT = " ▁▂▃▄▅▆▇█"
EIGHTHS = 8
TURNED = Style(reverse=True)


class Part(NamedTuple):
    """A stretch of a bar in one ink."""

    start: int
    """In eighths of a cell from the axis, less than nothing on its other side."""
    end: int
    """More than the start."""
    ink: Ink
    step: int


class Filled(NamedTuple):
    """A cell of a bar."""

    at: int
    """Which cell, counted from the axis."""
    sign: str
    style: Style
    step: int


def eighths(share: float, cells: int) -> int:
    """So much of a number of cells, in eighths of one; a little is never nothing."""
    found = round(share * cells * EIGHTHS)
    return found or (share > 0) - (share < 0)


def filled(parts: Sequence[Part], signs: str) -> Iterator[Filled]:
    """The cells of a bar that is made of parts, from one end to the other."""
    if not parts:
        return
    first, last = min(one.start for one in parts) // EIGHTHS, -(-max(one.end for one in parts) // EIGHTHS)
    for at in range(first, last):
        low = at * EIGHTHS
        found = [
            (min(one.end - low, EIGHTHS) - max(one.start - low, 0), one)
            for one in parts
            if one.start < low + EIGHTHS and one.end > low
        ]
        if found and (cell := _cell(at, found, signs)):
            yield cell


def _cell(at: int, found: list[tuple[int, Part]], signs: str) -> Filled | None:
    """A cell in which there are parts, each with the eighths that it has of it."""
    low = at * EIGHTHS
    total = sum(count for count, _ in found)
    (first, one), (_, other) = found[0], found[-1]
    _, most = max(found, key=lambda part: part[0])
    if not all(part.ink.is_solid for _, part in found):
        # A pattern cannot be cut; only a bar that would not be seen at all is drawn longer than it is.
        is_seen = total >= EIGHTHS // 2 or most.end - most.start < EIGHTHS // 2
        return Filled(at, most.ink.sign, most.ink.style, most.step) if is_seen else None
    if total == EIGHTHS and len(found) == 2 and one.step == other.step:
        return Filled(at, signs[first], one.ink.style + Style(bgcolor=other.ink.style.color), one.step)
    if one.start <= low:
        return Filled(at, signs[total], most.ink.style, most.step)
    return Filled(at, signs[EIGHTHS - total], most.ink.style + TURNED, most.step)


def bar(
    canvas: Canvas, parts: Sequence[Part], row: int, axis: int, thick: int, gradient: tuple[Gradient, int] | None
) -> None:
    """Draw a level bar so many rows thick, from its axis to the right; negative parts go to the left.

    A gradient comes with the number of cells that it takes.
    """
    cells = [(at, sign, _graded(style, gradient, at), step) for at, sign, style, step in filled(parts, LEVEL)]
    for (sign, look, step), run in groupby(cells, key=lambda cell: cell[1:]):
        first, *more = run
        for one in range(row, row + thick):
            canvas.write(one, axis + first[0], sign * (len(more) + 1), look, step)


def column(
    canvas: Canvas, parts: Sequence[Part], column: int, axis: int, wide: int, gradient: tuple[Gradient, int] | None
) -> None:
    """Draw an upright bar so many columns wide, from the row above its axis upwards."""
    for at, sign, style, step in filled(parts, UPRIGHT):
        canvas.write(axis - 1 - at, column, sign * wide, _graded(style, gradient, at), step)


def _graded(style: Style, gradient: tuple[Gradient, int] | None, at: int) -> Style:
    if gradient is None:
        return style
    ends, cells = gradient
    return graded(style, ends, abs(at) / max(1, cells - 1))
