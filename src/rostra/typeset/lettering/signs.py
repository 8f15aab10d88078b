"""Pixels as the signs that draw several of them in one cell."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal

Signs = Literal["sextants", "quadrants", "halves", "none"]
"""What a terminal draws without seams: two by three pixels a cell, two by two, or one by two; or nothing at all."""
PIXELS: dict[Signs, tuple[int, int]] = {"sextants": (2, 3), "quadrants": (2, 2), "halves": (1, 2), "none": (1, 2)}
"""Pixels of a cell, side by side and one below the other."""
QUADRANTS = " ▘▝▀▖▌▞▛▗▚▐▜▄▙▟█"
HALVES = " ▀▄█"
# Unicode's block of sextants leaves out those that were known before: nothing, the left and the right half, and all.
KNOWN = {0: " ", 21: "▌", 42: "▐", 63: "█"}
SEXTANTS = "".join(KNOWN.get(n) or chr(0x1FB00 + n - 1 - (n > 21) - (n > 42)) for n in range(64))
TABLES: dict[Signs, str] = {"sextants": SEXTANTS, "quadrants": QUADRANTS, "halves": HALVES, "none": HALVES}
"""Signs by their pixels, each a bit, from left to right and then down."""
INK = 0.42
"""The share of a pixel that has to be covered for it to be ink; a little below half keeps thin strokes whole."""


def cells(rows: Sequence[Sequence[float]], signs: Signs) -> list[str]:
    """Rows of pixels, as many as the signs need, as rows of cells."""
    wide, high = PIXELS[signs]
    return ["".join(_signs(rows[top : top + high], wide, TABLES[signs])) for top in range(0, len(rows), high)]


def _signs(rows: Sequence[Sequence[float]], wide: int, table: str) -> Iterator[str]:
    """The sign of each cell of one row of cells."""
    for left in range(0, len(rows[0]), wide):
        number, bit = 0, 1
        for row in rows:
            for value in row[left : left + wide]:
                if value >= INK:
                    number |= bit
                bit <<= 1
            bit <<= left + wide > len(row)  # half a cell at the end
        yield table[number]
