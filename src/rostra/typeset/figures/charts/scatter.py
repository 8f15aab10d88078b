"""Points at two numbers each."""

from __future__ import annotations

from rich.cells import cell_len

from rostra.typeset.area import Area
from rostra.typeset.figures.charts.data import Chart
from rostra.typeset.figures.charts.dots import Dots
from rostra.typeset.figures.charts.heading import heading
from rostra.typeset.figures.charts.inks import inks
from rostra.typeset.figures.charts.numbers import Writing, value_of
from rostra.typeset.figures.charts.plot import Plot, grid, is_stepped, plot
from rostra.typeset.figures.charts.scale import Scale, limits, scale_of
from rostra.typeset.figures.source import CannotDrawError
from rostra.typeset.frame import Line

MOST = 500
MARKED = 100
"""Points up to which each has a mark of its own; more are dots."""
TICK = 10
"""Columns from a number below the axis to the next, at least."""


def scatter(chart: Chart, area: Area) -> list[Line]:
    """A point for each value: what it is called is the number at which it is from left to right."""
    if len(chart.labels) * len(chart.series) > MOST:
        raise CannotDrawError(
            f"a scatter has {MOST} points at most, and this has {len(chart.labels) * len(chart.series)}"
        )
    colors = inks(area, len(chart.series))
    across = [value_of(label.text, label.line) for label in chart.labels]
    numbers = [value.number for value in across if value is not None]
    if not numbers:
        raise CannotDrawError("a scatter needs lines of two numbers, such as 3, 4.5")
    under = is_stepped(chart)
    above = heading(chart, area, colors, marks=True)
    ends = limits(chart.numbers, chart.least, chart.most, zero=False)
    found = plot(chart, area, ends, len(above), 1 + under, 1)
    scale = _across(*limits(numbers, None, None, zero=False), found.columns)
    grid(found, chart, area, found.columns)
    _numbers(found, scale, chart, under, area)
    dots = Dots(found.columns, found.rows, area.signs)
    is_marked = len(numbers) * len(chart.series) <= MARKED or not all(ink.is_solid for ink in colors)
    for series, ink in reversed([*zip(chart.series, colors, strict=True)]):
        for value, point in zip(across, series.points, strict=True):
            if value is None or point.value is None:
                continue
            x, y = dots.across(scale.share(value.number)), dots.height(found.scale.share(point.value.number))
            row, column = y // dots.high, x // dots.wide
            before = dots.step(row, column)
            dots.dot(x, y, ink.style, point.step)
            if is_marked and (before is None or before >= point.step):
                found.canvas.write(found.top + row, found.left + column, ink.mark, ink.style, point.step)
    if not is_marked:
        dots.onto(found.canvas, found.top, found.left)
    return [*above, *found.canvas.lines()]


def _across(low: float, high: float, columns: int) -> Scale:
    """The level axis: the one that goes the least beyond the points."""
    scales = [scale_of(low, high, steps) for steps in range(1, 1 + max(1, columns // TICK))]
    return min(scales, key=lambda scale: (scale.high - scale.low, -scale.steps))


def _numbers(found: Plot, scale: Scale, chart: Chart, under: int, area: Area) -> None:
    """The numbers below the axis."""
    end = 0
    for tick in scale.ticks:
        text = Writing().number(tick, scale.step)
        at = found.left + round(scale.share(tick) * (found.columns - 1)) - cell_len(text) // 2
        at = min(at, found.canvas.columns - cell_len(text))
        if at >= end:
            found.canvas.write(found.floor + under, at, text, area.style("muted"), chart.step)
            end = at + cell_len(text) + 1
