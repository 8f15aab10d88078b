"""Several dots in a cell, for lines and clouds of points."""

from __future__ import annotations

from typing import NamedTuple

from rich.style import Style

from rostra.typeset.figures.canvas import Canvas
from rostra.typeset.lettering import Signs
from rostra.typeset.lettering.shades import Gradient, graded
from rostra.typeset.lettering.signs import PIXELS, TABLES

BRAILLE = "".join(
    chr(0x2800 + sum(bit for place, bit in enumerate((1, 8, 2, 16, 4, 32, 64, 128)) if number >> place & 1))
    for number in range(256)
)
"""Signs of two by four dots, in the order of the other tables: each dot a bit, from left to right and then down."""


class Lit(NamedTuple):
    """The dots of a cell."""

    bits: int
    style: Style
    step: int


class Dots:
    """So many cells of dots. A cell has the look of what was drawn in it last, and one step: later ones leave it alone.

    The dots are the pixels that large letters have; Braille, which is thinner, where a terminal has too few of them.
    """

    def __init__(self, columns: int, rows: int, signs: Signs) -> None:
        self.columns = columns
        self.rows = rows
        is_solid = signs in ("quadrants", "sextants")
        self.wide, self.high = PIXELS[signs] if is_solid else (2, 4)
        """The dots of a cell, side by side and one below the other."""
        self.is_solid = is_solid
        """Whether dots that are next to each other leave no gap."""
        self._table = TABLES[signs] if is_solid else BRAILLE
        self._lit: dict[tuple[int, int], Lit] = {}

    def height(self, share: float) -> int:
        """The row of dots, counted from the top, that is so far up."""
        dots = self.rows * self.high
        return dots - 1 - max(0, min(dots - 1, round(share * dots - 0.5)))

    def across(self, share: float) -> int:
        """The dot, counted from the left, that is so far along."""
        return round(share * (self.columns * self.wide - 1))

    def dot(self, x: int, y: int, style: Style, step: int) -> None:
        """Light a dot, counted from the left and from the top."""
        if not (0 <= x < self.columns * self.wide and 0 <= y < self.rows * self.high):
            return
        at, bit = (y // self.high, x // self.wide), 1 << (y % self.high * self.wide + x % self.wide)
        before = self._lit.get(at)
        if before is None or step < before.step:
            self._lit[at] = Lit(bit, style, step)
        elif step == before.step:
            self._lit[at] = Lit(bit if before.style is not style else before.bits | bit, style, step)

    def line(self, start: tuple[int, int], end: tuple[int, int], style: Style, step: int) -> None:
        """Light the dots between two."""
        (x, y), (to_x, to_y) = start, end
        count = max(abs(to_x - x), abs(to_y - y), 1)
        for number in range(count + 1):
            self.dot(round(x + (to_x - x) * number / count), round(y + (to_y - y) * number / count), style, step)

    def is_free(self, row: int, column: int, cells: int) -> bool:
        """Whether no dot is lit in so many cells of a row."""
        return 0 <= row < self.rows and not any((row, at) in self._lit for at in range(column, column + cells))

    def step(self, row: int, column: int) -> int | None:
        """The step from which the dots of a cell show; None where there are none."""
        lit = self._lit.get((row, column))
        return None if lit is None else lit.step

    def onto(self, canvas: Canvas, row: int, column: int, gradient: Gradient | None = None) -> None:
        """Draw the dots on a canvas, their first cell at a place of it."""
        for (down, right), (bits, style, step) in self._lit.items():
            look = style if gradient is None else graded(style, gradient, right / self.columns)
            canvas.write(row + down, column + right, self._table[bits], look, step)
