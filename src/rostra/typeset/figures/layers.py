"""``layers``: what rests on what, as slabs that are as wide as the page; the topmost is written first."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from rich.cells import cell_len
from rich.style import Style

from rostra.deck.blocks import Code
from rostra.typeset.area import Area
from rostra.typeset.figures.canvas import Canvas
from rostra.typeset.figures.source import CannotDrawError, SourceLine, color_of, source_lines
from rostra.typeset.figures.words import fitted
from rostra.typeset.frame import Line
from rostra.typeset.panel import COLORS

PART = re.compile(r"(?P<name>.*?)(?::\s+(?P<said>\S.*))?")
WIDEST = 110
"""Columns of a slab, at most."""
FILLED = 0.6
"""The share of the page's rows that blank rows within slabs may bring them to."""
FULL = 0.75
"""The share from which on they are made lower."""
MOST_PADDED = 2
"""Blank rows above and below what stands on a slab, at most."""


class Part(NamedTuple):
    """One of the parts of a layer, which may be all of it."""

    name: str
    said: str
    color: str
    step: int


class Slab(NamedTuple):
    """A part, and what stands on it: its name, then what is said of it."""

    part: Part
    name: tuple[str, ...]
    said: tuple[str, ...]
    columns: int

    @property
    def rows(self) -> int:
        """Rows that its words take."""
        return len(self.name) + len(self.said)

    def in_line(self) -> Slab:
        """The slab with everything in one row, if it fits there."""
        text = f"{self.part.name} · {self.part.said}"
        return self._replace(name=(text,), said=()) if self.said and cell_len(text) <= self.columns - 2 else self


def layers(block: Code, area: Area) -> list[Line]:
    """Each line a layer: its name, and what it does behind a colon; parts beside each other have ``|`` between."""
    lines = [_parts(line, number) for number, line in enumerate(source_lines(block))]
    if not lines:
        raise CannotDrawError("layers need lines such as screen: what is seen")
    columns = min(area.width, WIDEST)
    drawn = [row for parts in lines for row in _rows(parts, columns)]
    edge = 1
    taken = _taken(drawn, edge)
    if taken > area.rows * FULL:
        drawn = [[slab.in_line() for slab in row] for row in drawn]
        edge = int(_taken(drawn, edge) <= area.rows or not _grounds(area))
        taken = _taken(drawn, edge)
    pad = max(0, min(MOST_PADDED, int(area.rows * FILLED - taken) // (2 * len(drawn))))
    canvas = Canvas(columns, taken + 2 * pad * len(drawn), area.base)
    top = 0
    for row in drawn:
        tall = max(slab.rows for slab in row) + 2 * pad
        left = 0
        for slab in row:
            _draw(canvas, slab, top, left, tall, edge, area)
            left += slab.columns + _gap(columns)
        top += tall + 2 * edge
    return canvas.lines()


def _taken(drawn: Sequence[Sequence[Slab]], edge: int) -> int:
    return sum(max(slab.rows for slab in row) + 2 * edge for row in drawn)


def _grounds(area: Area) -> bool:
    """Whether slabs can have a colour as their ground, in which their words are as the page is."""
    paper, ink = area.base.bgcolor, area.style(COLORS[0]).color
    return paper is not None and not paper.is_default and ink is not None and not ink.is_default


def _parts(line: SourceLine, number: int) -> list[Part]:
    """The parts of a line."""
    found = []
    for written in re.split(r"\s+\|\s+", line.text.strip().removeprefix("- ").strip("| ")):
        rest, color = color_of(written)
        part = PART.fullmatch(rest)
        name, own = color_of(part["name"] if part else "")
        if part is None or not name:
            raise CannotDrawError("a layer has no name", line.number)
        found.append(Part(name, part["said"] or "", own or color or COLORS[number % len(COLORS)], line.step))
    return found


def _gap(columns: int) -> int:
    return 2 if columns >= 40 else 1


def _rows(parts: Sequence[Part], columns: int) -> list[list[Slab]]:
    """The slabs of a layer beside each other; below each other where there is no room for that."""
    row = _slabs(parts, columns)
    rows = [row] if row is not None else [one for part in parts if (one := _slabs([part], columns)) is not None]
    if row is None and len(rows) < len(parts):
        raise CannotDrawError("the layers need more room than there is")
    return rows


def _slabs(parts: Sequence[Part], columns: int) -> list[Slab] | None:
    """The slabs of parts that share the columns evenly; None where a word is too wide for that."""
    room = columns - _gap(columns) * (len(parts) - 1)
    slabs = []
    for number, part in enumerate(parts):
        wide = room * (number + 1) // len(parts) - room * number // len(parts)
        name, said = fitted(part.name, wide - 2), fitted(part.said, wide - 2) if part.said else ()
        if name is None or said is None:
            return None
        slabs.append(Slab(part, name, said, wide))
    return slabs


def _draw(canvas: Canvas, slab: Slab, row: int, column: int, tall: int, edge: int, area: Area) -> None:
    """A slab with edges of half a row, or in a frame where the theme has no colours for its ground."""
    step = slab.part.step
    color = area.colored(slab.part.color)
    name, said = area.style("strong"), area.base
    if _grounds(area) and color.color is not None and not color.color.is_default:
        half = Style(color=color.color, bgcolor=area.base.bgcolor)
        said = Style(color=area.base.bgcolor, bgcolor=color.color)
        name = said + Style(bold=True)
        for at, sign in ((row, "▄"), (row + 1 + tall, "▀")) if edge else ():
            canvas.write(at, column, sign * slab.columns, half, step)
        canvas.fill(row + edge, column, tall, slab.columns, said, step)
    elif edge:
        canvas.box(row, column, tall + 2, slab.columns, color, step)
    at = row + edge + (tall - slab.rows) // 2
    for texts, style in ((slab.name, name), (slab.said, said)):
        for text in texts:
            canvas.centered(at, column, slab.columns, text, style, step)
            at += 1
