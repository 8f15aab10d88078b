"""Sparklines: a row of small columns for each series, its last value behind it."""

from __future__ import annotations

from rich.cells import cell_len
from rich.style import Style

from rostra.typeset.area import Area
from rostra.typeset.figures.canvas import Canvas
from rostra.typeset.figures.charts.data import Chart, Point, Series
from rostra.typeset.figures.charts.filling import EIGHTHS, UPRIGHT
from rostra.typeset.figures.charts.heading import heading, room_of
from rostra.typeset.figures.charts.inks import inks
from rostra.typeset.figures.source import CannotDrawError
from rostra.typeset.figures.words import widest
from rostra.typeset.frame import Line
from rostra.typeset.lettering.shades import graded

MOST = 20
MOST_VALUES = 500
NARROWEST = 8
WIDEST = 3
"""Columns of one value on a small page, at most."""
TALLEST = 3
"""Rows of a sparkline on a small page, at most."""


def sparkline(chart: Chart, area: Area) -> list[Line]:
    """Each from the least of its values to the most: what counts is how it goes, not how much it is."""
    if len(chart.series) > MOST or len(chart.labels) > MOST_VALUES:
        raise CannotDrawError(f"there are {MOST} sparklines of {MOST_VALUES} values at most")
    (ink,) = inks(area, 1)
    above = heading(chart._replace(series=()), area)
    names = widest([series.name.text for series in chart.series])
    lasts = [_last(series) for series in chart.series]
    ends = widest([chart.writing.of(last.value) for last in lasts if last and last.value]) + 1
    left = names + 1 if names else 0
    room = area.width - left - ends
    if room < NARROWEST:
        raise CannotDrawError("a sparkline needs more room than there is")
    wide = max(1, min(max(WIDEST, area.width // 36), room // len(chart.labels)))
    tall, gap = _rows(len(chart.series), room_of(area) - len(above), max(TALLEST, area.rows // 8))
    canvas = Canvas(area.width, len(chart.series) * (tall + gap), area.base)
    gradient = area.styles.gradient_on(area.base)
    row = 0
    for series, last in zip(chart.series, lasts, strict=True):
        points = _thinned(series.points, room // wide)
        canvas.write(row + tall - 1, names - cell_len(series.name.text), series.name.text, area.base, series.name.step)
        for at, (height, point) in enumerate(zip(_heights(points, tall), points, strict=True)):
            look = graded(ink.style, gradient, at / len(points)) if gradient else ink.style
            _column(canvas, row + tall, left + at * wide, wide, height, look, point.step)
        if last is not None and last.value is not None:
            text = chart.writing.of(last.value)
            canvas.write(row + tall - 1, left + len(points) * wide + 1, text, area.style("strong"), last.step)
        row += tall + gap
    return [*above, *canvas.lines()]


def _last(series: Series) -> Point | None:
    return next((point for point in reversed(series.points) if point.value is not None), None)


def _rows(count: int, wanted: int, most: int) -> tuple[int, int]:
    """The rows of a sparkline, and those below it."""
    for tall in range(most, 0, -1):
        if count * (tall + 1) - 1 <= wanted:
            return tall, 1
    if count > wanted:
        raise CannotDrawError(f"sparklines need more rows than there are: {count}")
    return 1, 0


def _thinned(points: tuple[Point, ...], most: int) -> list[Point]:
    """So many points at most, each the largest of those that it stands for."""
    if len(points) <= most:
        return [*points]
    found = []
    for at in range(most):
        part = points[at * len(points) // most : (at + 1) * len(points) // most]
        found.append(max(part, key=lambda point: float("-inf") if point.value is None else point.value.number))
    return found


def _heights(points: list[Point], tall: int) -> list[int]:
    """How high each value is, in eighths of a row; the least is one eighth high, one that is missing is not there."""
    numbers = [point.value.number for point in points if point.value is not None]
    low, high = min(numbers, default=0.0), max(numbers, default=0.0)
    span = high - low or 1.0
    most = tall * EIGHTHS - 1
    return [0 if one.value is None else 1 + round((one.value.number - low) / span * most) for one in points]


def _column(canvas: Canvas, floor: int, column: int, wide: int, height: int, style: Style, step: int) -> None:
    for up in range(-(-height // EIGHTHS)):
        canvas.write(floor - 1 - up, column, UPRIGHT[min(EIGHTHS, height - up * EIGHTHS)] * wide, style, step)
