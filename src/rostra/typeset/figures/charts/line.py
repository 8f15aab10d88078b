"""Lines from value to value, each with its name at its end."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from rich.cells import cell_len

from rostra.typeset.area import Area
from rostra.typeset.figures.charts.data import Chart, Point, Series
from rostra.typeset.figures.charts.dots import Dots
from rostra.typeset.figures.charts.heading import heading
from rostra.typeset.figures.charts.inks import Ink, inks
from rostra.typeset.figures.charts.numbers import Value, is_value, value_of
from rostra.typeset.figures.charts.plot import Plot, grid, is_stepped, names_at, plot
from rostra.typeset.figures.charts.scale import limits
from rostra.typeset.figures.source import CannotDrawError
from rostra.typeset.figures.words import widest
from rostra.typeset.frame import Line
from rostra.typeset.lettering.shades import graded

MOST = 500
MARKED = 4
"""Columns from a value to the next from which on each has a mark."""
FAR = 2
"""Rows from the end of a line to its name, at most."""


class Spot(NamedTuple):
    """A value as a dot of the plot, counted from the left and from the top."""

    x: int
    y: int
    point: Point
    value: Value


Spots = list[Spot | None]


class End(NamedTuple):
    """What stands at the end of a line."""

    row: int
    """Of the plot."""
    text: str
    ink: Ink
    step: int


def line(chart: Chart, area: Area) -> list[Line]:
    """Lines over labels: these lie apart as their numbers do where all are numbers that grow."""
    if len(chart.labels) > MOST:
        raise CannotDrawError(f"a line has {MOST} values at most, and this has {len(chart.labels)}")
    colors = inks(area, len(chart.series))
    said = [_said(chart, series) for series in chart.series]
    right = widest(said) + 2
    under = is_stepped(chart)
    for room in (right, 1) if 2 < right <= max(12, area.width // 4) else (1,):
        above = heading(chart if room == 1 else chart._replace(series=()), area, colors, marks=True)
        ends = limits(chart.numbers, chart.least, chart.most, zero=False)
        found = plot(chart, area, ends, len(above), 1 + under, room)
        dots = Dots(found.columns, found.rows, area.signs)
        places = [dots.across(share) for share in _places(chart)]
        lines = [_spots(series, places, found, dots) for series in chart.series]
        words = _ends(lines, said, colors, dots) if room > 1 else []
        if words is not None:
            break
    grid(found, chart, area, found.columns)
    _draw(lines, colors, found, dots, chart, area)
    for end in words or ():
        column = found.left + found.columns + 1
        found.canvas.write(found.top + end.row, column, end.text, end.ink.style, end.step)
    names_at(found, chart.labels, [place // dots.wide for place in places], under, area)
    return [*above, *found.canvas.lines()]


def _said(chart: Chart, series: Series) -> str:
    """What stands at the end of a line: its name, or its last value where it is the only one."""
    if len(chart.series) > 1:
        return series.name.text
    last = next((point.value for point in reversed(series.points) if point.value is not None), None)
    return "" if last is None else chart.writing.of(last)


def _places(chart: Chart) -> list[float]:
    """How far along the axis each label is."""
    count = len(chart.labels)
    texts = [label.text for label in chart.labels]
    at = [float(number) for number in range(count)]
    if count > 1 and all(text and is_value(text) for text in texts):
        numbers = [value.number for text in texts if (value := value_of(text)) is not None]
        if len(numbers) == count and all(one < other for one, other in pairwise(numbers)):
            at = numbers
    if count == 1:
        return [0.5]
    return [(one - at[0]) / (at[-1] - at[0]) for one in at]


def _spots(series: Series, places: Sequence[int], found: Plot, dots: Dots) -> Spots:
    """The values of a line, None for those that are missing."""
    return [
        None
        if point.value is None
        else Spot(place, dots.height(found.scale.share(point.value.number)), point, point.value)
        for place, point in zip(places, series.points, strict=True)
    ]


def _ends(lines: Sequence[Spots], said: Sequence[str], colors: Sequence[Ink], dots: Dots) -> list[End] | None:
    """The words at the ends of lines, a row each; None where they would stand too far from them."""
    lasts = [next((spot for spot in reversed(spots) if spot), None) for spots in lines]
    ends = [
        End(last.y // dots.high, text, ink, last.point.step)
        for last, text, ink in zip(lasts, said, colors, strict=True)
        if last is not None
    ]
    placed: list[End] = []
    for number, end in enumerate(sorted(ends, key=lambda one: one.row)):
        row = max(end.row, placed[-1].row + 1 if placed else 0)
        row = min(row, dots.rows - (len(ends) - number))
        if abs(row - end.row) > FAR or (placed and row <= placed[-1].row):
            return None
        placed.append(end._replace(row=row))
    return placed


def _draw(lines: Sequence[Spots], colors: Sequence[Ink], found: Plot, dots: Dots, chart: Chart, area: Area) -> None:
    """Draw lines, the first over the others, and their marks and values where there is room for these."""
    gradient = area.styles.gradient_on(area.base) if len(lines) == 1 else None
    for spots, ink in reversed([*zip(lines, colors, strict=True)]):
        for one, other in pairwise(spots):
            if one and other:
                dots.line(one[:2], other[:2], ink.style, max(one.point.step, other.point.step))
        for spot in filter(None, spots):
            dots.dot(spot.x, spot.y, ink.style, spot.point.step)
    dots.onto(found.canvas, found.top, found.left, gradient)
    if len(chart.labels) * MARKED > found.columns:
        return
    needs_marks = not dots.is_solid or not all(ink.is_solid for ink in colors)
    for spots, ink in reversed([*zip(lines, colors, strict=True)]):
        for spot in filter(None, spots if needs_marks else ()):
            row, column = spot.y // dots.high, spot.x // dots.wide
            if dots.step(row, column) == spot.point.step:
                style = graded(ink.style, gradient, column / found.columns) if gradient else ink.style
                found.canvas.write(found.top + row, found.left + column, ink.mark, style, spot.point.step)
    if len(lines) == 1:
        _values(lines[0], found, dots, chart, area)


def _values(spots: Spots, found: Plot, dots: Dots, chart: Chart, area: Area) -> None:
    """Write the values of a line that is alone above or below its marks, where it leaves room; but not the last."""
    texts = [f" {chart.writing.of(spot.value)} " if spot else "" for spot in spots]
    if len(spots) * widest(texts) > found.columns:
        return
    for spot, text in [*zip(spots, texts, strict=True)][:-1]:
        if spot is None:
            continue
        column = max(0, min(spot.x // dots.wide - cell_len(text) // 2, found.columns - cell_len(text)))
        above, below = spot.y // dots.high - 1, spot.y // dots.high + 1
        rows = [row for row in (above, below) if row == -1 or dots.is_free(row, column, cell_len(text))]
        if rows:
            found.canvas.write(found.top + rows[0], found.left + column, text, area.style("strong"), spot.point.step)
