"""Spot: a row of a block, the same on every page."""

from __future__ import annotations

from typing import NamedTuple

from rostra.deck.blocks import Place


class Spot(NamedTuple):
    """A row of a block, as pages of any size can find it: lines break elsewhere on each."""

    place: Place
    """Where the block stands in the sources."""
    row: int = 0
    """Which row of the block, counted from 0, on the page where the spot was found."""
    rows: int = 1
    """How many rows the block took on that page, at least 1."""

    def row_of(self, rows: int) -> int:
        """The row, counted from 0, of the same part of the block on a page where it takes so many rows."""
        return max(0, min(rows - 1, self.row if rows == self.rows else self.row * rows // self.rows))
