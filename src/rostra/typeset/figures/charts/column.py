"""Upright columns beside each other, or parts of them on top of each other."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from rich.cells import cell_len

from rostra.typeset.area import Area
from rostra.typeset.figures.charts.data import Chart, Point
from rostra.typeset.figures.charts.filling import EIGHTHS, TURNED, Part
from rostra.typeset.figures.charts.filling import column as fill
from rostra.typeset.figures.charts.heading import heading
from rostra.typeset.figures.charts.inks import Ink, inks
from rostra.typeset.figures.charts.plot import Plot, grid, is_stepped, name_lines, plot
from rostra.typeset.figures.charts.scale import limits
from rostra.typeset.figures.source import CannotDrawError
from rostra.typeset.frame import Line

MOST = 40
WIDEST = 12
"""Columns of a bar on a small page, at most; a wider one looks like a wall."""


class Bar(NamedTuple):
    """Where a bar stands."""

    column: int
    """Its first."""
    wide: int
    room: int
    """The columns in which its value may stand."""


def column(chart: Chart, area: Area) -> list[Line]:
    """Columns in groups, where there are several series."""
    return _drawn(chart, area, limits(chart.numbers, chart.least, chart.most, zero=True), stacked=False)


def stacked(chart: Chart, area: Area) -> list[Line]:
    """Columns whose parts are the values of the series, the first at the bottom."""
    sums = [sum(_numbers(chart, at, side)) for at in range(len(chart.labels)) for side in (1, -1)]
    return _drawn(chart, area, limits(sums, chart.least, chart.most, zero=True), stacked=True)


def _numbers(chart: Chart, at: int, side: int) -> list[float]:
    """The values of a label that are more than nothing, or less."""
    values = [series.points[at].value for series in chart.series]
    return [value.number for value in values if value is not None and value.number * side > 0]


def _drawn(chart: Chart, area: Area, ends: tuple[float, float], *, stacked: bool) -> list[Line]:
    if len(chart.labels) > MOST:
        raise CannotDrawError(f"a chart has {MOST} columns at most, and this has {len(chart.labels)}: kind: line")
    colors = inks(area, len(chart.series))
    above = heading(chart, area, colors)
    bars = 1 if stacked else len(chart.series)
    slot = _slot(chart, plot(chart, area, ends, len(above), 1), bars, area)
    named = name_lines(chart.labels, max(1, slot - 1))
    under = ends[0] < 0 or is_stepped(chart)  # values, or the axis, stand there
    found = plot(chart, area, ends, len(above), max(map(len, named)) + under)
    grid(found, chart, area, slot * len(chart.labels))
    wide = _wide(slot, bars, area)
    for at, label in enumerate(chart.labels):
        left = found.left + at * slot
        for row, text in enumerate(named[at]):
            found.canvas.centered(found.floor + under + row, left, slot, text, area.base, label.step)
        first = left + (slot - wide * bars) // 2
        if stacked:
            _stack(found, chart, at, Bar(first, wide, slot), colors, area)
        else:
            for number, series in enumerate(chart.series):
                room = slot if bars == 1 else wide
                _column(found, chart, series.points[at], Bar(first + number * wide, wide, room), colors[number], area)
    return [*above, *found.canvas.lines()]


def _slot(chart: Chart, found: Plot, bars: int, area: Area) -> int:
    """The columns that a label has, with what parts it from the next."""
    count = len(chart.labels)
    slot = min(found.columns // count, bars * _widest(area) * 3 // 2)
    if slot < bars + (count > 1):
        raise CannotDrawError("a chart needs more room than there is")
    return slot


def _widest(area: Area) -> int:
    return max(WIDEST, area.rows // 3)


def _wide(slot: int, bars: int, area: Area) -> int:
    """The columns of one bar: two thirds of the room or a little more, and at least one blank beside it."""
    return max(1, min(_widest(area), (slot * 3 // 4 if slot > 3 else slot - 1) // bars))


def _column(found: Plot, chart: Chart, point: Point, bar: Bar, ink: Ink, area: Area) -> None:
    """One bar, and its value over it, or below it where that is less than nothing, as far as there is room."""
    if point.value is None:
        return
    long = found.length(point.value.number)
    parts = [Part(min(0, long), max(0, long), ink, point.step)] if long else []
    gradient = area.styles.gradient_on(area.base) if len(chart.series) == 1 else None
    fill(found.canvas, parts, bar.column, found.zero, bar.wide, gradient and (gradient, found.rows))
    _over(found, long, point.value.number < 0, chart.writing.of(point.value), bar, area, point.step)


def _stack(found: Plot, chart: Chart, at: int, bar: Bar, colors: Sequence[Ink], area: Area) -> None:
    """Parts on top of each other, those that are less than nothing below each other, and their sum."""
    points = [(series.points[at], ink) for series, ink in zip(chart.series, colors, strict=True)]
    for side in (1, -1):
        end, total = 0, 0.0
        parts, shown = [], []
        for point, ink in points:
            if point.value is None or point.value.number * side <= 0:
                continue
            total += point.value.number
            start, end = end, found.length(total)
            if start != end:
                parts.append(Part(min(start, end), max(start, end), ink, point.step))
                shown.append((point.value.text, parts[-1]))
        fill(found.canvas, sorted(parts), bar.column, found.zero, bar.wide, None)
        for text, part in shown:
            _within(found, text, part, bar)
        if len(shown) > 1:
            step = max(part.step for part in parts)
            _over(found, end, side < 0, chart.writing.number(total), bar, area, step)


def _within(found: Plot, text: str, part: Part, bar: Bar) -> None:
    """Write a value into the middle of its part, where that has a row of its own and is wide enough."""
    first, last = -(-part.start // EIGHTHS), part.end // EIGHTHS
    if first < last and cell_len(text) <= bar.wide - 2 * (bar.wide > 5):
        style = part.ink.style + TURNED if part.ink.is_solid else part.ink.style
        found.canvas.centered(found.zero - 1 - (first + last - 1) // 2, bar.column, bar.wide, text, style, part.step)


def _over(found: Plot, long: int, is_below: bool, text: str, bar: Bar, area: Area, step: int) -> None:
    """Write a value beyond the end of its bar, where it does not reach into what stands beside it."""
    if cell_len(text) > bar.room - (bar.room > bar.wide):
        return
    if cell_len(text) + 2 <= bar.room:
        text = f" {text} "  # no line of the grid touches it
    row = found.zero - long // EIGHTHS if is_below else found.zero - 1 + -long // EIGHTHS
    column = bar.column + (bar.wide - cell_len(text)) // 2
    found.canvas.write(row, max(found.left - 1, column), text, area.style("strong"), step)
