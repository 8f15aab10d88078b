"""``tree``: what belongs to what, as lines are indented; branches at the left, or from the top downwards."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from rich.cells import cell_len
from rich.style import Style

from rostra.deck.blocks import Code
from rostra.typeset.area import Area
from rostra.typeset.figures.canvas import Canvas
from rostra.typeset.figures.graph.drawing import graph_drawn
from rostra.typeset.figures.graph.model import Edge, Graph, Node, Words, direction_of
from rostra.typeset.figures.source import CannotDrawError, color_of, source_lines
from rostra.typeset.figures.words import fitted
from rostra.typeset.frame import Line

BRANCHES = str.maketrans("│├└╰─┬\xa0", "       ")
"""What programs draw trees with, so that what they wrote can be pasted."""
ITEM = re.compile(r"(?:[-*+]\s+)?(?P<name>.*?)(?::\s+(?P<said>\S.*))?")
INDENT = 3
"""Columns that a branch takes."""
BESIDE, SAID = 18, 44
"""Columns of what is said of an item beside its name: fewer, and it stands below; and at most."""
BOLD = Style(bold=True)
LOOSE = 0.6
"""The share of the page's rows that blank rows may bring a tree to."""


@dataclass(eq=False)
class Item:
    """A line of a tree."""

    name: str
    said: str
    color: str
    step: int
    depth: int
    parent: Item | None
    last: Item | None
    """The one before it that belongs to the same."""
    row: int = 0
    lines: tuple[str, ...] = ()
    beside: tuple[str, ...] = ()
    below: tuple[str, ...] = ()
    children: list[Item] = field(default_factory=list)

    @property
    def rows(self) -> int:
        """Rows that it takes."""
        return max(len(self.lines) + len(self.below), len(self.beside))


def tree(block: Code, area: Area) -> list[Line]:
    """Each line an item; it belongs to the one above it that is indented less."""
    lines = source_lines(block)
    direction = direction_of(lines[0].text) if lines else None
    items: list[Item] = []
    roots: list[Item] = []
    above: list[tuple[int, Item]] = []
    for line in lines[direction is not None :]:
        text = line.text.translate(BRANCHES)
        indent = len(text) - len(text.lstrip())
        while above and above[-1][0] >= indent:
            above.pop()
        found = ITEM.fullmatch(text.strip())
        name, color = color_of(found["name"] if found else "")
        if found is None or not name:
            raise CannotDrawError("an item of a tree has no name", line.number)
        parent = above[-1][1] if above else None
        among = parent.children if parent else roots
        last = among[-1] if among else None
        item = Item(name, found["said"] or "", color, line.step, len(above), parent, last)
        among.append(item)
        items.append(item)
        above.append((indent, item))
    if not items:
        raise CannotDrawError("a tree needs lines, those that belong to others indented below them")
    return graph_drawn(_graph(items), area, direction) if direction else _listed(items, area)


def _graph(items: Sequence[Item]) -> Graph:
    """The tree as boxes with lines between them."""
    numbers = {item: number for number, item in enumerate(items)}
    nodes = tuple(
        Node(
            (Words(item.name, "strong", item.step), *([Words(item.said, "page", item.step)] if item.said else [])),
            color=item.color,
            step=item.step,
        )
        for item in items
    )
    edges = (
        Edge(numbers[item.parent], number, head=False, step=item.step)
        for number, item in enumerate(items)
        if item.parent
    )
    return Graph(nodes, tuple(edges))


def _listed(items: Sequence[Item], area: Area) -> list[Line]:
    """Items below each other, with branches at their left."""
    names = max(INDENT * item.depth + cell_len(item.name) for item in items)
    beside = min(SAID, area.width - names - INDENT)
    for item in items:
        room = area.width - INDENT * item.depth
        lines = fitted(item.name, room)
        below: tuple[str, ...] | None = ()
        if item.said and beside >= BESIDE and (said := fitted(item.said, beside)):
            item.beside = said
        elif item.said:
            below = fitted(item.said, room)
        if lines is None or below is None:
            raise CannotDrawError("the tree needs more room than there is")
        item.lines, item.below = lines, below
    gaps = _gaps(items, area)
    row = 0
    for item, gap in zip(items, gaps, strict=True):
        item.row = row + gap
        row = item.row + item.rows
    canvas = Canvas(area.width, row, area.base)
    for item in items:
        _branch(canvas, item, area)
        _item(canvas, item, area, names + INDENT)
    return canvas.lines()


def _gaps(items: Sequence[Item], area: Area) -> list[int]:
    """Blank rows above each item: where there is room above all, else above those that belong to the first."""
    taken = sum(item.rows for item in items)
    if taken + len(items) <= area.rows * LOOSE:
        return [0, *[1] * (len(items) - 1)]
    gaps = [item.depth <= 1 and item.last is not None and bool(item.children or item.last.children) for item in items]
    return [int(one) for one in gaps] if taken + sum(gaps) <= area.rows * LOOSE else [0] * len(items)


def _branch(canvas: Canvas, item: Item, area: Area) -> None:
    """The line to an item from what it belongs to; what comes later does not show before."""
    if item.parent is None:
        return
    style, column = area.style("border"), INDENT * (item.depth - 1)
    begin = item.last.row + 1 if item.last else item.parent.row + item.parent.rows
    for row in range(begin, item.row):
        canvas.write(row, column, "│", style, item.step)
    at = item.parent.children.index(item)
    goes_on = at + 1 < len(item.parent.children) and item.parent.children[at + 1].step == item.step
    canvas.write(item.row, column, "├─" if goes_on else "╰─", style, item.step)


def _item(canvas: Canvas, item: Item, area: Area, beside: int) -> None:
    look = "accent" if item.parent is None else "strong" if item.children else "page"
    style = area.colored(item.color or look)
    if item.parent is None or item.children:
        style += BOLD
    column = INDENT * item.depth
    for row, text in enumerate(item.lines, item.row):
        canvas.write(row, column, text, style, item.step)
    said = area.style("muted")
    for row, text in enumerate(item.below, item.row + len(item.lines)):
        canvas.write(row, column, text, said, item.step)
    for row, text in enumerate(item.beside, item.row):
        canvas.write(row, beside, text, said, item.step)
