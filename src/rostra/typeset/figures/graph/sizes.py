"""Sizes: how much room each box and label takes, by the manner in which a graph is drawn."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from rich.cells import cell_len

from rostra.typeset.figures.graph.manners import Manner
from rostra.typeset.figures.graph.model import Edge, Node, Shape
from rostra.typeset.figures.graph.shapes import insets
from rostra.typeset.figures.words import balanced, widest

LABEL = 20
"""Cells of a line of a label, at most."""


class Text(NamedTuple):
    """A line of words in a box."""

    text: str
    role: str
    step: int


class Piece(NamedTuple):
    """What a spot shows, and its size on the page."""

    lines: tuple[Text, ...]
    rows: int
    columns: int
    shape: Shape = "box"
    above: int = 0
    """Blank rows within it above the words."""
    loops: tuple[Edge, ...] = ()
    """Edges from a box to itself."""


def box(node: Node, manner: Manner, ports: int, loops: Sequence[Edge]) -> Piece:
    """A box for a node, to a side of which so many lines lead."""
    lines = tuple(
        Text(line, words.role, words.step) for words in node.words for line in balanced(words.text, manner.words)
    )
    tall = manner.tall + (node.shape == "circle" and len(lines) < 3)
    rows = len(lines) + 2 * tall + 2
    if manner.is_level:
        rows = max(rows, 2 * ports + 1 if ports > 1 else 3)
        columns = max(5, sum(loop_columns(loop) for loop in loops) + 2)
    else:
        rows = max(rows, 2 * len(loops) + 2 if loops else 3)
        columns = (6 if manner.is_even else 4) * ports + 1 if ports > 1 else 5
    above = (rows - len(lines)) // 2
    short = insets(node.shape, rows)
    columns += 2 * short[0]
    needed = (cell_len(line.text) + 2 * short[above + at] for at, line in enumerate(lines))
    return Piece(lines, rows, max(columns, max(needed) + 2 * manner.pad + 2), node.shape, above, tuple(loops))


def label(edge: Edge, is_level: bool) -> Piece:
    """The words on an edge; a blank on either side where the edge goes on in their row."""
    lines = balanced(edge.label, LABEL)
    blank = 2 if is_level else 0
    return Piece(tuple(Text(line, "", edge.step) for line in lines), len(lines), widest(lines) + blank)


def flat_room(edge: Edge, manner: Manner) -> int:
    """The cells that an edge takes between two boxes of a rank."""
    if not edge.label:
        return 3 if manner.is_level else 5
    piece = label(edge, not manner.is_level)
    return piece.rows + 2 if manner.is_level else piece.columns + 4


def loop_room(piece: Piece, manner: Manner) -> int:
    """The cells that its edges to itself take beside a box: below it where edges lead to the side, else behind it."""
    if not piece.loops:
        return 0
    return 2 if manner.is_level else max(loop_columns(loop) for loop in piece.loops)


def loop_columns(edge: Edge) -> int:
    """The columns that an edge from a box to itself takes."""
    return cell_len(edge.label) + 6 if edge.label else 4
