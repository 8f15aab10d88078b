"""Manners: how roomy a graph is drawn, and which way it leads, from what looks best to what takes the least room."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from rostra.typeset.figures.graph.model import Direction

SHARE = 0.67
"""The share of the page's rows that a graph shall take where it says nothing of its direction."""
ROOMY, VAST = 34, 46
"""Rows of an area from which on a graph may be roomy, and very roomy."""
NARROW = 16
"""Cells of a line in a box; boxes with fewer come after those of either direction that have more."""
SCROLLED = 1000
"""Rows that a graph takes at most when there is no manner in which it fits on the page."""


class Manner(NamedTuple):
    """How a graph is drawn."""

    direction: Direction
    words: int
    """Cells of a line in a box, at most."""
    pad: int
    """Blank cells before and behind what stands in a box."""
    tall: int
    """Blank rows above and below it."""
    along: int
    """Cells between a rank and the next, at least."""
    across: int
    """Cells between boxes of a rank."""
    lane: int
    """Cells between a line and what stands beside it in a rank."""
    is_even: bool = False
    """Whether boxes beside each other are equally wide."""

    @property
    def apart(self) -> int:
        """Cells between groups that no edge joins."""
        return max(self.across, 1 if self.is_level else 2)

    @property
    def is_level(self) -> bool:
        """Whether edges lead to the right or to the left."""
        return self.direction in ("right", "left")


def manners(direction: Direction | None, rows: int) -> Iterator[tuple[Manner, int]]:
    """Ways of drawing, each with the rows that it may take, in the order in which they are to be tried."""
    first: Direction = direction or "right"
    second: Direction = "down" if first in ("right", "left") else "right"
    all_manners = [*_of(first, rows), *_of(second, rows)]
    if direction is None:
        mixed = sorted(all_manners, key=lambda manner: manner.words < NARROW)
        yield from ((manner, most) for most in (int(rows * SHARE), rows) for manner in mixed)
    else:
        yield from ((manner, rows) for manner in all_manners)
    yield from ((manner, SCROLLED) for manner in all_manners if not manner.is_even)


def _of(direction: Direction, rows: int) -> Iterator[Manner]:
    level = direction in ("right", "left")
    if rows >= VAST:
        yield Manner(direction, 24, 5, 2, 13 if level else 5, 3 if level else 8, 1 if level else 4, is_even=True)
    if rows >= ROOMY:
        yield Manner(direction, 24, 3, 1, 9 if level else 4, 2 if level else 6, 1 if level else 3, is_even=True)
    for words in (24, 16):
        yield Manner(direction, words, 2, 0, 6 if level else 2, 1 if level else 4, 1 if level else 2, is_even=True)
    for words in (24, 16, 11, 6):
        yield Manner(direction, words, int(words > 6), 0, 4 if level else 1, 0 if level else 2, 0 if level else 1)
