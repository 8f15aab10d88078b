"""Outlines of letters, and how much of each pixel they cover. Drawn after Roboto Condensed Bold; see ``fonts``."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from functools import cache
from math import ceil, floor
from pathlib import Path
from typing import NamedTuple

Point = tuple[float, float]

CAPITAL, ASCENDER, SMALL, DESCENDER = 728, 768, 541, -215
"""Heights above the base line, in units of which an em has 1,024: of H, of h, of x, and how deep p goes."""
ACCENTED = 950
"""How high an accent on a capital reaches."""
OVERSHOOT = 14
"""By how much a round letter goes beyond the lines that a straight one keeps to."""


class Outline(NamedTuple):
    """A letter of the font."""

    advance: int
    """How far the next letter begins."""
    contours: tuple[tuple[Point, ...], ...]
    """Closed lines, with the base line at 0 and heights above it."""


@cache
def _file() -> str:
    return "\n" + Path(__file__).with_name("outlines.txt").read_text("ascii")


@cache
def outline(char: str) -> Outline | None:
    """The outline of a letter; None for a sign that the font lacks."""
    if char in " \xa0":
        return Outline(230, ())
    start = _file().find(f"\n{ord(char):04x} ")
    if start < 0:
        return None
    _, advance, *drawn = _file()[start + 1 : _file().find("\n", start + 1)].split(" ")
    return Outline(int(advance), tuple(tuple(_points(contour)) for contour in drawn))


def _points(steps: str) -> Iterator[Point]:
    x = y = 0
    for step in steps.split(";"):
        right, up = step.split(",")
        x, y = x + int(right), y + int(up)
        yield x, y


def covered(letter: Outline, wide: float, capital: int, below: int, above: int) -> list[list[float]]:
    """How much of each pixel a letter covers, from 0 to 1, row by row from the highest accent down.

    ``wide`` is how many pixels a unit is wide, ``capital`` how many pixels a capital is high; there are ``below`` more
    under the base line, and ``above`` over the capitals. Lines that letters share fall between two rows of pixels, so
    that no letter is blurred there.
    """
    columns = max(1, ceil(letter.advance * wide))
    small = max(1, round(capital * SMALL / CAPITAL))
    heights = (
        (DESCENDER, -below), (-OVERSHOOT, 0), (0, 0), (SMALL, small), (SMALL + OVERSHOOT, small),
        (CAPITAL, capital), (ASCENDER, capital), (ACCENTED, capital + above),
    )  # fmt: skip
    rows = above + capital + below
    edges = [[0.0] * (columns + 2) for _ in range(rows)]
    for contour in letter.contours:
        points = [(min(max(x * wide, 0.0), columns), above + capital - _between(heights, y)) for x, y in contour]
        for start, end in zip(points, (*points[1:], points[0]), strict=True):
            _add_edge(edges, start, end)
    return [_summed(row[:columns]) for row in edges]


def _between(heights: tuple[tuple[int, int], ...], y: float) -> float:
    """Where a height of the font lies in pixels: straight between those that are settled."""
    last = heights[0]
    if y <= last[0]:
        return last[1]
    for one in heights[1:]:
        if y <= one[0]:
            return last[1] + (y - last[0]) * (one[1] - last[1]) / (one[0] - last[0])
        last = one
    return last[1]


def _add_edge(edges: list[list[float]], start: Point, end: Point) -> None:
    """Add a piece of a contour: what lies right of it is inside by the share of each row that it spans.

    It is cut where it leaves a pixel. What a cut piece leaves open of its own pixel is the part left of its middle.
    """
    (x, y), (to_x, to_y) = start, end
    if y == to_y:
        return
    cuts = {0.0, 1.0}
    cuts.update((row - y) / (to_y - y) for row in range(ceil(min(y, to_y)), floor(max(y, to_y)) + 1))
    if x != to_x:
        cuts.update((column - x) / (to_x - x) for column in range(ceil(min(x, to_x)), floor(max(x, to_x)) + 1))
    marks = sorted(cut for cut in cuts if 0 <= cut <= 1)
    for before, after in itertools.pairwise(marks):
        middle = (before + after) / 2
        at_x, at_y = x + middle * (to_x - x), y + middle * (to_y - y)
        column, row = floor(at_x), floor(at_y)
        if 0 <= row < len(edges):
            share = (after - before) * (to_y - y)
            edges[row][column] += share * (column + 1 - at_x)
            edges[row][column + 1] += share * (at_x - column)


def _summed(edges: list[float]) -> list[float]:
    inside = 0.0
    row = []
    for edge in edges:
        inside += edge
        row.append(min(1.0, abs(inside)))
    return row
