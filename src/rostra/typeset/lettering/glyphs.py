"""One letter at one height, in pixels."""

from __future__ import annotations

from functools import lru_cache
from math import ceil
from typing import NamedTuple

from rostra.typeset.lettering.outlines import CAPITAL, DESCENDER, covered, outline
from rostra.typeset.lettering.pixels import ROWS, pixels
from rostra.typeset.lettering.signs import PIXELS, Signs

LEAST = 4
"""Rows of the smallest letters: four rows of quadrants have the eight pixels that letters drawn pixel by pixel take."""
SMOOTH = 10
"""Rows from which on edges look better when they are smooth; below, they look blurred."""
CELL = 0.5
"""Width by height of a terminal cell; most fonts come near it."""
NARROW = 0.86
"""Letters are set narrower than the font's, so that a headline more often fits on one line."""

NARROWER = 0.65
"""The same for a rare sign among the smallest letters, which are narrower still."""

Pixels = list[list[float]]
"""How much of each pixel is covered, from 0 to 1, row by row."""


class Pen(NamedTuple):
    """What letters are drawn with."""

    height: int
    """Rows of cells from the top of a capital to the lowest point of a p; at least :data:`LEAST`."""
    signs: Signs = "quadrants"
    smooth: bool = False
    """Whether pixels that are covered in part get a colour between."""

    @property
    def gap(self) -> int:
        """Rows between two lines of text, into which the accents of capitals reach."""
        return max(1, round(self.height / 6))

    @property
    def cell(self) -> tuple[int, int]:
        """Pixels of a cell, side by side and one below the other."""
        return PIXELS[self.drawn_with]

    @property
    def drawn_with(self) -> Signs:
        """The signs that are used: the smallest letters have no more pixels than quadrants."""
        if self.is_smooth:
            return "halves"
        return "quadrants" if self.height <= LEAST and self.signs == "sextants" else self.signs

    @property
    def is_smooth(self) -> bool:
        """Whether edges are smooth."""
        return self.smooth and self.height >= SMOOTH


@lru_cache(maxsize=4096)
def advance(char: str, pen: Pen) -> int | None:
    """How many pixels wide a letter is; None for one that is not drawn."""
    if pen.height <= LEAST and (rows := pixels(char)) is not None:
        return len(rows[0])
    letter = outline(char)
    return None if letter is None else max(1, ceil(letter.advance * _unit(pen)))


@lru_cache(maxsize=2048)
def glyph(char: str, pen: Pen) -> Pixels:
    """The pixels of a letter that is drawn, from the top of the gap above it to its lowest row."""
    high = pen.cell[1]
    above = pen.gap * high
    if pen.height <= LEAST and (rows := pixels(char)) is not None:
        return [[0.0] * len(rows[0])] * (above + pen.height * high - ROWS) + rows
    letter = outline(char)
    assert letter is not None
    capital = _capital(pen)
    return covered(letter, _unit(pen), capital, pen.height * high - capital, above)


def _capital(pen: Pen) -> int:
    """Rows of pixels of a capital."""
    if pen.height <= LEAST:
        return ROWS - 1
    return round(pen.height * pen.cell[1] * CAPITAL / (CAPITAL - DESCENDER))


def _unit(pen: Pen) -> float:
    """How many pixels a unit of the font is wide; pixels are as wide as the cell's share of them, and as high."""
    narrow = NARROW if pen.height > LEAST else NARROWER
    return narrow * _capital(pen) / CAPITAL / (CELL * pen.cell[1] / pen.cell[0])
