"""Shares of a whole as a ring, with what they are beside it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from math import atan2, hypot, pi
from typing import NamedTuple

from rich.cells import cell_len
from rich.style import Style

from rostra.typeset.area import Area
from rostra.typeset.figures.canvas import Canvas
from rostra.typeset.figures.charts.data import Chart
from rostra.typeset.figures.charts.heading import heading, room_of
from rostra.typeset.figures.charts.inks import Ink, inks
from rostra.typeset.figures.source import CannotDrawError
from rostra.typeset.figures.words import widest
from rostra.typeset.frame import Line, Run, width
from rostra.typeset.lettering import LEAST, lettered
from rostra.typeset.lettering.shades import LEVELS, shade

HOLE = 0.55
"""The share of the ring's radius that its hole has."""
GAP = 4
"""Columns between the ring and the words beside it."""
LEAST_ROWS = 7
TURN = 2 * pi


class Slice(NamedTuple):
    """A share of the whole."""

    name: str
    said: str
    """Its value."""
    share: str
    ink: Ink
    step: int
    start: float
    """Where it begins, in turns from the top."""
    end: float


Pixel = tuple[int, int]
"""Half a cell of the ring: of which slice it is, and how much of it is covered, up to the number of shades."""


def donut(chart: Chart, area: Area) -> list[Line]:
    """A ring of slices, the first from the top on to the right; and a legend with their values and shares."""
    slices, total = _slices(chart, area)
    above = heading(chart._replace(series=()), area)
    columns = [widest([getattr(one, key) for one in slices]) for key in ("name", "said", "share")]
    words = 2 + sum(columns) + 2 * sum(1 for wide in columns[1:] if wide)
    rows = min(room_of(area) - len(above), (area.width - words - GAP) // 2)
    is_beside = rows >= max(LEAST_ROWS, len(slices))
    if not is_beside:
        rows = min(room_of(area) - len(above) - len(slices) - 1, area.width // 2)
    needed = len(above) + (rows if is_beside else rows + 1 + len(slices))
    if rows < LEAST_ROWS or words > area.width or needed > area.rows:
        raise CannotDrawError("a donut needs more room than there is")
    canvas = Canvas(area.width, rows if is_beside else rows + 1 + len(slices), area.base)
    left = 0 if is_beside else max(0, (max(words, rows * 2) - rows * 2) // 2)
    _ring(canvas, slices, rows, left, area)
    _inside(canvas, chart.writing.number(total), rows, left, max(one.step for one in slices), area)
    top, column = (
        (max(0, (rows - len(slices) - _spread(slices, rows)) // 2), rows * 2 + GAP) if is_beside else (rows + 1, 0)
    )
    _legend(canvas, slices, columns, top, column, 1 + (is_beside and _spread(slices, rows) > 0), area)
    return [*above, *canvas.lines()]


def _inside(canvas: Canvas, text: str, rows: int, left: int, step: int, area: Area) -> None:
    """Write the whole into the hole, large where that fits; nothing where it goes without saying."""
    room, style = int(rows * 2 * HOLE) - 3, area.style("strong")
    if text in ("100%", "100 %"):
        return
    lines = (lettered([(text, style)], room - 2, area.pen(LEAST), 1) or [[]])[0] if rows > 4 * LEAST else []
    if not lines and cell_len(text) <= room:
        lines = [[Run(text, style)]]
    for number, line in enumerate(lines):
        column = left + rows - (max(map(width, lines)) + 1) // 2
        for run in line:
            canvas.write((rows - len(lines)) // 2 + number, column, run.text, style, step)
            column += cell_len(run.text)


def _spread(slices: Sequence[Slice], rows: int) -> int:
    """The blank rows between the lines of the legend beside a ring."""
    return len(slices) - 1 if 2 * len(slices) - 1 <= rows - 2 else 0


def _slices(chart: Chart, area: Area) -> tuple[list[Slice], float]:
    """The shares of the values, and their sum."""
    if len(chart.series) > 1:
        raise CannotDrawError("a donut has one value a line: kind: stacked")
    points = chart.series[0].points
    total = sum(chart.numbers)
    if total <= 0 or any(number < 0 for number in chart.numbers):
        raise CannotDrawError("a donut is made of numbers that are more than nothing")
    colors = inks(area, len(points), "slices")
    is_percent = "%" in chart.writing.unit
    slices, at = [], 0.0
    for label, point, ink in zip(chart.labels, points, colors, strict=True):
        share = point.value.number / total if point.value else 0.0
        said = chart.writing.of(point.value) if point.value else "–"
        written = "" if is_percent else f"{share:.0%}" if share >= 0.1 or not share else f"{share:.1%}"
        slices.append(Slice(label.text, said, written, ink, max(label.step, point.step), at, at + share))
        at += share
    return slices, total


def _ring(canvas: Canvas, slices: Sequence[Slice], rows: int, left: int, area: Area) -> None:
    """Draw the ring, two pixels a cell, one below the other."""
    pixels = _pixels(tuple((one.start, one.end) for one in slices), rows, area.pen(1).smooth)
    is_solid = all(one.ink.is_solid for one in slices)
    looks: dict[tuple[Pixel | None, Pixel | None], tuple[str, Style, int]] = {}
    for row, (above, below) in enumerate(zip(pixels[::2], pixels[1::2], strict=True)):
        for column, pair in enumerate(zip(above, below, strict=True)):
            if pair == (None, None):
                continue
            look = looks.get(pair)
            if look is None:
                look = looks[pair] = _cell(*pair, slices) if is_solid else _patterned(*pair, slices)
            canvas.write(row, left + column, *look)


def _cell(upper: Pixel | None, lower: Pixel | None, slices: Sequence[Slice]) -> tuple[str, Style, int]:
    """A cell of two pixels, one of which may be none; where one comes later, the cell is left to the other."""
    if upper and lower and slices[upper[0]].step != slices[lower[0]].step:
        upper, lower = (upper, None) if slices[upper[0]].step < slices[lower[0]].step else (None, lower)
    if upper is None or lower is None:
        sign, pixel = ("▄", lower) if upper is None else ("▀", upper)
        assert pixel is not None
        return sign, _inked(pixel, slices), slices[pixel[0]].step
    style = _inked(upper, slices)
    if upper == lower:
        return "█", style, slices[upper[0]].step
    return "▀", style + Style(bgcolor=_inked(lower, slices).color), slices[upper[0]].step


def _patterned(upper: Pixel | None, lower: Pixel | None, slices: Sequence[Slice]) -> tuple[str, Style, int]:
    """A cell in the pattern of the slice that has the most of it."""
    index, _ = max((pixel for pixel in (upper, lower) if pixel), key=lambda pixel: pixel[1])
    return slices[index].ink.sign, slices[index].ink.style, slices[index].step


def _inked(pixel: Pixel, slices: Sequence[Slice]) -> Style:
    index, level = pixel
    style = slices[index].ink.style
    return style if level == LEVELS else style + Style(color=shade(style, level))


@lru_cache(maxsize=32)
def _pixels(ends: tuple[tuple[float, float], ...], rows: int, is_smooth: bool) -> list[list[Pixel | None]]:
    """The rows of pixels of a ring of slices; None where less than half is covered, and there are no shades."""
    outer, inner = rows - 0.5, (rows - 0.5) * HOLE
    several = sum(end > start for start, end in ends) > 1
    pixels: list[list[Pixel | None]] = []
    for y in range(rows * 2):
        line: list[Pixel | None] = []
        for x in range(rows * 2):
            right, up = x + 0.5 - rows, rows - y - 0.5
            far = hypot(right, up)
            cover = min(outer - far, far - inner) + 0.5
            if cover <= 0:
                line.append(None)
                continue
            turn = atan2(right, up) / TURN % 1.0
            index = next((at for at, (start, end) in enumerate(ends) if start <= turn < end), len(ends) - 1)
            if several:  # there is a thin gap between slices
                near = min(abs(turn - ends[index][0]), abs(turn - ends[index][1])) * TURN
                cover = min(cover, far * near + 0.5)
            level = round(min(cover, 1.0) * LEVELS) if is_smooth else LEVELS * (cover >= 0.5)
            line.append((index, level) if level else None)
        pixels.append(line)
    return pixels


def _legend(
    canvas: Canvas, slices: Sequence[Slice], columns: Sequence[int], top: int, left: int, every: int, area: Area
) -> None:
    """What the slices are, below each other."""
    names, values, shares = columns
    for number, one in enumerate(slices):
        row = top + number * every
        canvas.write(row, left, "■" if one.ink.is_solid else one.ink.sign, one.ink.style, one.step)
        canvas.write(row, left + 2, one.name, area.base, one.step)
        end = left + 2 + names + 2 + values
        canvas.write(row, end - cell_len(one.said), one.said, area.style("strong"), one.step)
        canvas.write(row, end + 2 + shares - cell_len(one.share), one.share, area.style("muted"), one.step)
