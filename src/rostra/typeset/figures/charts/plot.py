"""The ground of charts with two axes: round numbers at the left, faint lines from them, names below."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from rich.cells import cell_len

from rostra.typeset.area import Area
from rostra.typeset.figures.canvas import Canvas
from rostra.typeset.figures.charts.data import Chart, Label
from rostra.typeset.figures.charts.filling import eighths
from rostra.typeset.figures.charts.heading import room_of
from rostra.typeset.figures.charts.scale import Scale, scale_of
from rostra.typeset.figures.source import CannotDrawError
from rostra.typeset.figures.words import widest, wrapped
from rostra.typeset.text import truncated

LEAST_ROWS = 3
TICKS, MOST_STEPS = 4, 6
"""Steps of an axis: as they are best, and at most."""
NARROWEST = 8
"""Columns of a plot."""
NAME_LINES = 3
"""Lines that a name below an axis may take."""


class Plot(NamedTuple):
    """Where on a canvas what is drawn."""

    canvas: Canvas
    left: int
    """The first column behind the numbers."""
    columns: int
    top: int
    """The first row; one above it is left for what stands over the highest value."""
    rows: int
    scale: Scale

    @property
    def floor(self) -> int:
        """The row below the lowest value."""
        return self.top + self.rows

    @property
    def _base(self) -> float:
        """The share of the axis that lies below zero, or below its beginning where that is more."""
        return self.scale.share(max(self.scale.low, min(0.0, self.scale.high)))

    @property
    def zero(self) -> int:
        """The row below which what is less than nothing begins."""
        return self.floor - round(self._base * self.rows)

    def length(self, number: float) -> int:
        """How long a bar is, in eighths of a row."""
        return eighths(self.scale.share(number) - self._base, self.rows)


def plot(chart: Chart, area: Area, limits: tuple[float, float], above: int, below: int, right: int = 0) -> Plot:
    """The ground of a chart that has so many rows above and below it, and so many columns at its right."""
    wanted = max(LEAST_ROWS, min(room_of(area), area.rows) - above - below - 1)
    scale, rows = _upright(limits, wanted)
    if rows + above + below + 1 > max(area.rows, 1):
        raise CannotDrawError(f"a chart needs more rows than there are: {rows + above + below + 1}")
    texts = [chart.writing.number(tick, scale.step) for tick in scale.ticks]
    left = widest(texts) + 1
    columns = area.width - left - right
    if columns < NARROWEST:
        raise CannotDrawError("a chart needs more room than there is")
    canvas = Canvas(area.width, rows + 1 + below, area.base)
    return Plot(canvas, left, columns, 1, rows, scale)


def _upright(limits: tuple[float, float], rows: int) -> tuple[Scale, int]:
    """An axis of about so many rows, at which every tick stands between two of them."""
    found = []
    for steps in range(min(MOST_STEPS, max(1, rows // 2)), 0, -1):
        scale = scale_of(*limits, steps)
        if tall := rows // scale.steps * scale.steps:
            # Most of the rows, then about as many ticks as are read at a glance.
            found.append((tall * 3 >= rows * 2, -abs(scale.steps - TICKS), tall, scale))
    if not found or (best := max(found, key=lambda one: one[:3]))[2] < LEAST_ROWS:
        scale = scale_of(*limits, 1)
        return Scale(scale.low, scale.step * scale.steps, 1), rows
    return best[3], best[2]


def is_stepped(chart: Chart) -> bool:
    """Whether parts of a chart come later, behind which no line of a grid may be missing before."""
    return any(point.step > chart.step for series in chart.series for point in series.points)


def grid(plot: Plot, chart: Chart, area: Area, columns: int) -> None:
    """Draw the numbers at the left, a faint line from each, and the axis."""
    faint, muted = area.style("progress_rest"), area.style("muted")
    stepped = is_stepped(chart)
    for number, tick in enumerate(plot.scale.ticks):
        row = plot.floor - round(number * plot.rows / plot.scale.steps) - 1
        text = chart.writing.number(tick, plot.scale.step)
        plot.canvas.write(row, plot.left - 1 - cell_len(text), text, muted, chart.step)
        if row != plot.zero - 1 and not stepped:
            plot.canvas.write(row, plot.left, "▁" * columns, faint, chart.step)
    if stepped and plot.zero == plot.floor:
        plot.canvas.write(plot.floor, plot.left, "▔" * columns, area.style("border"), chart.step)
    else:
        plot.canvas.write(plot.zero - 1, plot.left, "▁" * columns, area.style("border"), chart.step)


def names_at(plot: Plot, labels: Sequence[Label], columns: Sequence[int], under: int, area: Area) -> None:
    """Write names below places of the axis: all of them, or each second, third and so on, where they would meet."""
    fewest = len(labels) * 2 // plot.canvas.columns + 1  # none of them has less than one column, and a blank
    for every in range(fewest, max(fewest, len(labels)) + 1):
        placed = [
            (max(0, min(plot.left + at - cell_len(label.text) // 2, plot.canvas.columns - cell_len(label.text))), label)
            for at, label in [*zip(columns, labels, strict=True)][::every]
        ]
        if all(left + cell_len(label.text) < right for (left, label), (right, _) in pairwise(placed)):
            break
    for left, label in placed:
        text = truncated(label.text, plot.canvas.columns)
        plot.canvas.write(plot.floor + under, left, text, area.base, label.step)


def name_lines(labels: Sequence[Label], columns: int) -> list[tuple[str, ...]]:
    """Names that stand beside each other in so many columns each, in lines; shortened where even three do not do."""
    found = []
    for label in labels:
        lines = wrapped(label.text, columns)
        is_cut = widest(label.text.split()) > columns or len(lines) > NAME_LINES
        found.append((truncated(label.text, columns),) if is_cut else lines)
    return found
