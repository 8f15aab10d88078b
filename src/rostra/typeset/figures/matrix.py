"""``matrix``: a field for each pair of values on two axes, two by two as a rule, and points in between."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from rich.cells import cell_len

from rostra.deck.blocks import Code
from rostra.typeset.area import Area
from rostra.typeset.figures.canvas import RIGHT, UP, Canvas
from rostra.typeset.figures.source import CannotDrawError, SourceLine, color_of, source_lines
from rostra.typeset.figures.words import fitted, widest
from rostra.typeset.frame import Line
from rostra.typeset.panel import COLORS

KEY = re.compile(r"(?P<key>.+?):\s+(?P<said>\S.*)")
AXIS = re.compile(r"(?P<axis>[xy])(?:[- ]axis)?", re.IGNORECASE)
ARROW = re.compile(r"\s*(?:-+>|→)\s*")
NUMBER = r"(\d*\.?\d+)\s*(%?)"
POINT = re.compile(rf"[\[(]?\s*{NUMBER}\s*[,;\s]\s*{NUMBER}\s*[\])]?")
ROWS = {"bottom": 0.0, "lower": 0.0, "middle": 0.5, "center": 0.5, "top": 1.0, "upper": 1.0}
COLUMNS = {"left": 0.0, "middle": 0.5, "center": 0.5, "right": 1.0}
SHARE = 0.55
"""The share of the page's rows that a matrix is to take."""
TALLEST, WIDEST = 12, 44
"""Rows and columns of a field, at most."""
LABEL = 14
"""Columns of a value at the left, at most."""
NEAR = 2
"""By how many rows a point may stand above or below its place, so that its name can be read."""


class Axis(NamedTuple):
    """What is measured, and the values that it has, the lowest first."""

    name: str = ""
    values: tuple[str, ...] = ()
    step: int = 0


NO_AXIS = Axis()


class Field(NamedTuple):
    """What stands where a row and a column meet, both counted from the lowest."""

    row: int
    column: int
    name: str
    said: str
    color: str
    step: int


class Point(NamedTuple):
    """Something with a place on both axes, from 0 to 1."""

    name: str
    x: float
    y: float
    color: str
    step: int


@dataclass
class Source:
    """What the lines of a matrix say."""

    x: Axis = NO_AXIS
    y: Axis = NO_AXIS
    fields: list[tuple[SourceLine, str, str]] = field(default_factory=list)
    points: list[Point] = field(default_factory=list)


def matrix(block: Code, area: Area) -> list[Line]:
    """Lines for the axes, such as ``x: effort, low -> high``, for the fields and for points."""
    source = Source()
    for line in source_lines(block):
        _read(line, source)
    columns, rows = max(2, len(source.x.values)), max(2, len(source.y.values))
    fields = [_field(*one, source, rows, columns) for one in source.fields]
    if not fields and not source.points:
        raise CannotDrawError("a matrix needs lines such as top left: quick wins")
    return _Drawer(source, fields, rows, columns, area).lines()


def _read(line: SourceLine, source: Source) -> None:
    found = KEY.fullmatch(line.text.strip().removeprefix("- "))
    if found is None:
        raise CannotDrawError("a line of a matrix is x, y, a place or a point, a colon and words", line.number)
    key, said = found["key"], found["said"]
    if axis := AXIS.fullmatch(key):
        made = _axis(said, line.step)
        source.x, source.y = (made, source.y) if axis["axis"].lower() == "x" else (source.x, made)
    elif point := POINT.fullmatch(said):
        name, color = color_of(key)
        x, y = (float(number) / (100 if percent else 1) for number, percent in (point.group(1, 2), point.group(3, 4)))
        if not (0 <= x <= 1 and 0 <= y <= 1):
            raise CannotDrawError("a point has two numbers from 0 to 1", line.number)
        source.points.append(Point(name, x, y, color, line.step))
    else:
        source.fields.append((line, key, said))


def _axis(said: str, step: int) -> Axis:
    """``effort, low -> high``; either part can be left out."""
    name, comma, values = said.partition(", ")
    if not comma and ARROW.search(said):
        name, values = "", said
    return Axis(name, tuple(one for one in re.split(rf"{ARROW.pattern}|,\s+", values) if one), step)


def _field(line: SourceLine, key: str, said: str, source: Source, rows: int, columns: int) -> Field:
    """The field that a line is about: ``top left``, or a value of each axis, that of y first."""
    places = _places(key.lower(), source, rows, columns)
    if places is None:
        raise CannotDrawError(f"the matrix has no field that is called {key}", line.number)
    row, column = places
    text, color = color_of(said)
    name, _, more = text.partition(": ")
    number = (rows - 1 - row) * columns + column
    return Field(row, column, name, more.strip(), color or COLORS[number % len(COLORS)], line.step)


def _places(key: str, source: Source, rows: int, columns: int) -> tuple[int, int] | None:
    ways = {name: round(share * (rows - 1)) for name, share in ROWS.items()}
    ways.update({value.lower(): number for number, value in enumerate(source.y.values)})
    sides = {name: round(share * (columns - 1)) for name, share in COLUMNS.items()}
    sides.update({value.lower(): number for number, value in enumerate(source.x.values)})
    for row, column in ((row, column) for row in ways for column in sides):
        if re.fullmatch(rf"{re.escape(row)}[\s,/-]+{re.escape(column)}", key):
            return ways[row], sides[column]
    return None


class _Drawer:
    """Draws a matrix: axes, fields, points."""

    def __init__(self, source: Source, fields: Sequence[Field], rows: int, columns: int, area: Area) -> None:
        self.source, self.fields, self.area = source, fields, area
        self.rows, self.columns = rows, columns
        self.labels = [self._fitted(value, LABEL) for value in source.y.values]
        self.gutter = max([0, *map(widest, self.labels)]) + 1
        self.wide = min(WIDEST, (area.width - self.gutter - 2) // columns - 1)
        self.values = [self._fitted(value, self.wide) for value in source.x.values]
        self.names = [self._fitted(axis.name, area.width) for axis in (source.x, source.y)]
        self.texts = {
            one: (self._fitted(one.name, self.wide - 2), self._fitted(one.said, self.wide - 2)) for one in fields
        }
        needed = max([1, *(len(name) + len(said) for name, said in self.texts.values()), *map(len, self.labels)])
        above, below = len(self.names[1]), 1 + max([0, *map(len, self.values)]) + len(self.names[0])
        roomy = (int(area.rows * SHARE) - below - above) // rows - 1
        self.tall = max(needed, min(TALLEST, max(roomy, needed + 2)) if roomy > needed else needed)
        self.top = above + 1
        self.bottom = self.top + rows * (self.tall + 1) - 1
        self.right = self.gutter + columns * (self.wide + 1)
        self.canvas = Canvas(area.width, self.bottom + 1 + below, area.base)

    def _fitted(self, text: str, room: int) -> tuple[str, ...]:
        lines = fitted(text, room) if text else ()
        if lines is None:
            raise CannotDrawError("the matrix needs more room than there is")
        return lines

    def lines(self) -> list[Line]:
        """The matrix."""
        self._grid()
        self._axes()
        for one in self.fields:
            self._field(one)
        for point in self.source.points:
            self._point(point)
        return self.canvas.lines()

    def _row(self, number: int) -> int:
        """The first row of a row of fields."""
        return self.top + (self.rows - 1 - number) * (self.tall + 1)

    def _column(self, number: int) -> int:
        return self.gutter + 1 + number * (self.wide + 1)

    def _grid(self) -> None:
        style, axis, step = (
            self.area.style("border"),
            self.area.style("muted"),
            min(self.source.x.step, self.source.y.step),
        )
        for row in range(1, self.rows):
            self.canvas.line(self._row(row - 1) - 1, self.gutter, self._row(row - 1) - 1, self.right - 1, style, step)
        for column in range(1, self.columns):
            self.canvas.line(self.top, self._column(column) - 1, self.bottom, self._column(column) - 1, style, step)
        self.canvas.line(self.top - 1, self.gutter, self.bottom, self.gutter, axis, step, soft=False)
        self.canvas.line(self.bottom, self.gutter, self.bottom, self.right, axis, step, soft=False)
        self.canvas.head(self.top - 1, self.gutter, UP, axis, step)
        self.canvas.head(self.bottom, self.right, RIGHT, axis, step)

    def _axes(self) -> None:
        name, value = self.area.style("strong"), self.area.style("muted")
        x, y = self.source.x, self.source.y
        for row, text in enumerate(self.names[1]):
            self.canvas.centered(row, self.gutter, 1, text, name, y.step)
        for number, texts in enumerate(self.labels):
            first = self._row(number) + (self.tall - len(texts)) // 2
            for row, text in enumerate(texts, first):
                self.canvas.write(row, self.gutter - 1 - cell_len(text), text, value, y.step)
        for number, texts in enumerate(self.values):
            for row, text in enumerate(texts, self.bottom + 1):
                self.canvas.centered(row, self._column(number), self.wide, text, value, x.step)
        for row, text in enumerate(self.names[0], self.bottom + 1 + max([0, *map(len, self.values)])):
            self.canvas.centered(row, self.gutter, self.right - self.gutter, text, name, x.step)

    def _field(self, one: Field) -> None:
        """Words in the middle of a field; at its top where there are points."""
        name, said = self.texts[one]
        left, row = self._column(one.column), self._row(one.row)
        if not self.source.points:
            row += (self.tall - len(name) - len(said)) // 2
        look = self.area.colored(one.color) + self.area.style("strong").without_color
        for texts, style in ((name, look), (said, self.area.base)):
            for text in texts:
                self.canvas.centered(row, left, self.wide, text, style, one.step)
                row += 1

    def _point(self, point: Point) -> None:
        """A mark, and its name beside it where nothing else stands."""
        columns = cell_len(point.name) + 2
        column = self.gutter + 1 + round(point.x * (self.right - self.gutter - 2))
        place = self.bottom - 1 - round(point.y * (self.bottom - 1 - self.top))
        for row in self._near(place):
            for left in (column, column - columns + 1):
                if self.gutter < left and left + columns <= self.right and not self._taken(row, left, columns):
                    text = f"● {point.name}" if left == column else f"{point.name} ●"
                    style = self.area.colored(point.color or "bright")
                    self.canvas.write(row, left, text, style, point.step)
                    return
        raise CannotDrawError("the points of the matrix stand too close to each other")

    def _near(self, row: int) -> Iterator[int]:
        for far in range(NEAR + 1):
            for at in dict.fromkeys((row + far, row - far)):
                if self.top <= at < self.bottom:
                    yield at

    def _taken(self, row: int, left: int, columns: int) -> bool:
        """Whether words stand in cells, or right beside them."""
        return any(self.canvas.says(row, column) for column in range(left - 1, left + columns + 1))
