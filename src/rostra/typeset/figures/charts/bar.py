"""Level bars below each other, each behind its name, its value at its end."""

from __future__ import annotations

from typing import NamedTuple

from rich.cells import cell_len

from rostra.typeset.area import Area
from rostra.typeset.figures.canvas import Canvas
from rostra.typeset.figures.charts.data import Chart, Label, Point
from rostra.typeset.figures.charts.filling import Part, eighths
from rostra.typeset.figures.charts.filling import bar as fill
from rostra.typeset.figures.charts.heading import heading, room_of
from rostra.typeset.figures.charts.inks import Ink, inks
from rostra.typeset.figures.charts.scale import limits
from rostra.typeset.figures.source import CannotDrawError
from rostra.typeset.figures.words import widest, wrapped
from rostra.typeset.frame import Line
from rostra.typeset.text import truncated

MOST = 20
SHORTEST = 8
"""Columns of the longest bar, at least."""
PITCHES = ((5, 2), (3, 2), (3, 1), (2, 1), (1, 1), (1, 0))
"""Rows of a bar and blank rows below it, from the largest on."""
TALL = 48
"""Rows of a page from which on bars may be two rows apart."""


class Room(NamedTuple):
    """Where the bars of a chart are."""

    names: int
    """Columns of what they are called; 0 where that stands above each."""
    axis: int
    """The column in which positive bars begin."""
    right: int
    """Cells of the longest positive bar."""
    left: int
    """Cells of the longest negative one."""
    low: float
    high: float


def bar(chart: Chart, area: Area) -> list[Line]:
    """Bars in groups, where there are several series."""
    if len(chart.labels) > MOST:
        raise CannotDrawError(f"a bar chart has {MOST} rows at most, and this has {len(chart.labels)}: kind: line")
    colors = inks(area, len(chart.series))
    above = heading(chart, area, colors)
    room = _room(chart, area)
    named = [_name(label, room, area) for label in chart.labels]
    thick, gap = _pitch(chart, area, max(map(len, named)), not room.names, len(above))
    canvas = Canvas(area.width, len(chart.labels) * (len(chart.series) * thick + gap + (not room.names)), area.base)
    row = 0
    for at, (label, name) in enumerate(zip(chart.labels, named, strict=True)):
        tall = thick * len(chart.series)
        if room.names:
            top = row + (tall - 1) // 2 - (len(name) - 1) // 2 if len(name) <= tall else row
            for number, text in enumerate(name[:tall]):
                canvas.write(top + number, room.names - cell_len(text), text, area.base, label.step)
        else:
            canvas.write(row, 0, name[0], area.base, label.step)
            row += 1
        for number, series in enumerate(chart.series):
            _bar(canvas, series.points[at], row + number * thick, thick, colors[number], chart, area, room)
        row += tall + gap
    return [*above, *canvas.lines()]


def _room(chart: Chart, area: Area) -> Room:
    """How the width is shared between names, bars and values; names go above the bars where that leaves too little."""
    low, high = limits(chart.numbers, chart.least, chart.most, zero=True)
    values = [chart.writing.of(one.value) for each in chart.series for one in each.points if one.value]
    names = widest([label.text for label in chart.labels])
    wide = widest(values) + 1
    for columns in (names, area.width // 3, 0):
        axis = columns + 2 if columns else 1
        cells = area.width - axis - wide - (wide if low < 0 else 0)
        is_enough = names <= area.width // 2 if columns == names else _fits(chart, columns)
        if cells >= SHORTEST and (is_enough or not columns):
            left = round(cells * -low / (high - low)) if low < 0 else 0
            left = min(max(1, left), cells - 1) if low < 0 else 0
            return Room(columns, axis + left + (wide if low < 0 else 0), cells - left, left, low, high)
    raise CannotDrawError("a chart needs more room than there is")


def _fits(chart: Chart, columns: int) -> bool:
    """Whether every name takes two lines at most, and no word of it is cut."""
    if columns < 8:
        return False
    return all(
        widest(label.text.split()) <= columns and len(wrapped(label.text, columns)) <= 2 for label in chart.labels
    )


def _name(label: Label, room: Room, area: Area) -> tuple[str, ...]:
    """The lines of what a bar is called."""
    return wrapped(label.text, room.names) if room.names else (truncated(label.text, area.width),)


def _pitch(chart: Chart, area: Area, lines: int, extra: bool, above: int) -> tuple[int, int]:
    """The rows of a bar and those below it: as large as the wanted rows allow, and the smallest where none does.

    Names take so many lines, which are a row more for each bar if they stand above it.
    """
    count, wanted, most = len(chart.labels), room_of(area) - above, area.rows - above
    for thick, gap in PITCHES:
        tall = thick * len(chart.series)
        if (gap > 1 and area.rows < TALL) or lines > tall:
            continue
        if count * (tall + gap + extra) - gap <= (wanted if (thick, gap) != PITCHES[-1] else most):
            return thick, gap
    needed = count * (len(chart.series) + extra)
    raise CannotDrawError(f"a chart needs more rows than there are: {needed}")


def _bar(canvas: Canvas, point: Point, row: int, thick: int, ink: Ink, chart: Chart, area: Area, room: Room) -> None:
    """One bar, and its value at its end."""
    middle = row + (thick - 1) // 2
    if room.low == 0:
        for one in range(row, row + thick):
            canvas.write(one, room.axis - 1, "▕", area.style("border"), chart.step)
    if point.value is None:
        canvas.write(middle, room.axis + 1, "–", area.style("muted"), point.step)
        return
    number, text = point.value.number, chart.writing.of(point.value)
    if number >= 0:
        long = eighths(number / room.high if room.high else 0, room.right)
        parts = [Part(0, long, ink, point.step)] if long else []
        at = room.axis + -(-long // 8) + 1
    else:
        long = eighths(number / -room.low, room.left)
        parts = [Part(long, 0, ink, point.step)]
        at = room.axis + long // 8 - 1 - cell_len(text)
    gradient = area.styles.gradient_on(area.base) if len(chart.series) == 1 else None
    fill(canvas, parts, row, room.axis, thick, gradient and (gradient, max(room.right, room.left)))
    canvas.write(middle, at, text, area.style("strong"), point.step)
