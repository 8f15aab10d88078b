"""A graph to be drawn: boxes with words in them, and edges between them."""

from __future__ import annotations

from typing import Literal, NamedTuple, get_args

Shape = Literal["box", "round", "decision", "circle"]
Stroke = Literal["plain", "dotted", "thick"]
Direction = Literal["right", "down", "left", "up"]
DIRECTIONS: tuple[Direction, ...] = get_args(Direction)


class Words(NamedTuple):
    """What stands in a box, below what else does."""

    text: str
    role: str
    """The look of it."""
    step: int = 0


class Node(NamedTuple):
    """A box."""

    words: tuple[Words, ...]
    shape: Shape = "box"
    color: str = ""
    """A role or a colour of the theme for its frame; the usual one where there is none."""
    step: int = 0


class Edge(NamedTuple):
    """A line from one box to another, or to itself."""

    source: int
    """The number of a node."""
    target: int
    label: str = ""
    tail: bool = False
    """Whether it has a tip where it begins."""
    head: bool = True
    """Whether it has a tip where it ends."""
    stroke: Stroke = "plain"
    step: int = 0


class Graph(NamedTuple):
    """Boxes, and edges between them."""

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]


def direction_of(written: str) -> Direction | None:
    """The direction that a line of a source asks for: ``down``, or ``direction: down``; None for any other line."""
    word = written.strip().removeprefix("direction:").strip()
    return next((one for one in DIRECTIONS if one == word), None)
