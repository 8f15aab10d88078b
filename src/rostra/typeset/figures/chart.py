"""``chart``: numbers drawn as bars, columns, lines, points, sparklines or a ring."""

from __future__ import annotations

from importlib import import_module

from rostra.deck.blocks import Code
from rostra.errors import did_you_mean
from rostra.typeset.area import Area
from rostra.typeset.figures.charts.data import Chart, Label, Point, Row, Series
from rostra.typeset.figures.charts.numbers import value_of, writing
from rostra.typeset.figures.charts.reading import Source, names, read
from rostra.typeset.figures.source import CannotDrawError
from rostra.typeset.frame import Line

KINDS = ("bar", "column", "stacked", "line", "scatter", "sparkline", "donut")
"""Each is a module of ``charts`` with a function of its name."""
ALSO = {"bars": "bar", "columns": "column", "lines": "line", "sparklines": "sparkline", "pie": "donut"}
"""Other names for them that come to mind."""
BY_SERIES = ("line", "sparkline")
"""Kinds whose lines, where they have several values each, are series."""
NO_DATA = "a chart needs lines such as apples: 12"


def chart(block: Code, area: Area) -> list[Line]:
    """What the first word behind the language says, or ``kind:`` in the first line; bars where nothing does."""
    found = chart_of(block)
    drawn: list[Line] = getattr(import_module(f"rostra.typeset.figures.charts.{found.kind}"), found.kind)(found, area)
    return drawn


def chart_of(block: Code) -> Chart:
    """The chart that a listing describes; raises :class:`CannotDrawError` for one that describes none."""
    source = read(block)
    return _chart(_kind(block, source), source, block.step)


def _kind(block: Code, source: Source) -> str:
    written, line = source.settings.get("kind", (block.info.partition(" ")[0], None))
    kind = ALSO.get(written.lower(), written.lower()) or KINDS[0]
    if kind not in KINDS:
        known = did_you_mean(kind, KINDS) or f"; known: {', '.join(KINDS)}"
        raise CannotDrawError(f"there is no chart {written!r}{known}", line)
    return kind


def _chart(kind: str, source: Source, step: int) -> Chart:
    """The chart that a source describes."""
    if not source.rows:
        raise CannotDrawError(NO_DATA)
    rows, header = _with_labels(kind, source)
    columns = max(len(row.cells) for row in rows) - 1
    if columns < 1:
        raise CannotDrawError(NO_DATA, rows[0].line)
    points = [[_point(row, column) for row in rows] for column in range(1, columns + 1)]
    labels = tuple(Label(row.cells[0], row.step, row.line) for row in rows)
    given = names(source.settings["series"][0]) if "series" in source.settings else header[1:]
    named = [Label(given[at] if at < len(given) else "", step) for at in range(columns)]
    series = tuple(Series(name, tuple(ones)) for name, ones in zip(named, points, strict=True))
    if _is_by_series(kind, source, columns):
        series, labels = _turned(series, labels, source, step)
    values = [one.value for each in series for one in each.points if one.value is not None]
    if not values:
        raise CannotDrawError(NO_DATA, rows[0].line)
    unit = source.settings.get("unit", ("", 0))[0]
    title = source.settings.get("title", ("", 0))[0]
    least, most = (_limit(key, source) for key in ("min", "max"))
    return Chart(kind, title, step, least, most, writing(unit, values), labels, series)


def _with_labels(kind: str, source: Source) -> tuple[list[Row], tuple[str, ...]]:
    """The rows and their heads; a table of one column is one of values, which are called nothing."""
    rows, header = source.rows, source.header
    if max(len(row.cells) for row in rows) == 1 and not source.by_line:
        rows, header = [row._replace(cells=("", *row.cells)) for row in rows], ("", *header)
    return rows, header


def _point(row: Row, column: int) -> Point:
    return Point(value_of(row.cells[column], row.line) if column < len(row.cells) else None, row.step)


def _is_by_series(kind: str, source: Source, columns: int) -> bool:
    if not source.by_line:
        return False
    return "labels" in source.settings or (kind in BY_SERIES and columns > 1)


def _turned(
    series: tuple[Series, ...], labels: tuple[Label, ...], source: Source, step: int
) -> tuple[tuple[Series, ...], tuple[Label, ...]]:
    """Rows as series: what they are called are the names of these."""
    given = names(source.settings["labels"][0]) if "labels" in source.settings else ()
    turned = tuple(Series(label, tuple(one.points[at] for one in series)) for at, label in enumerate(labels))
    return turned, tuple(Label(given[at] if at < len(given) else "", step) for at in range(len(series)))


def _limit(key: str, source: Source) -> float | None:
    if key not in source.settings:
        return None
    text, line = source.settings[key]
    found = value_of(text, line)
    return None if found is None else found.number
