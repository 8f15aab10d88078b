"""Where the editor has the preview: beside the source, in a strip below it, above it at its full size, or nowhere."""

from __future__ import annotations

from typing import Literal, NamedTuple

from rostra.screens.editor.preview import BELOW

Place = Literal["beside", "above", "none"]
PLACES: tuple[Place, ...] = ("beside", "above", "none")
NARROW = 100
"""Columns below which there is no room beside the source."""
SOURCE = 60
"""Columns that the source has at least, beside a preview."""
LEAST_ROWS = 5
"""Rows that it has at least, below one."""


class Split(NamedTuple):
    """The cells of a preview; its place is left or right of the source, or above or below it."""

    where: Literal["right", "below", "above", "none"]
    columns: int
    rows: int


def split(place: Place, screen: tuple[int, int], page: tuple[int, int]) -> Split:
    """How a screen of so many columns and rows is parted for a page of a size."""
    columns, rows = screen
    if place == "none" or rows < 10:
        return Split("none", 0, 0)
    if place == "above":
        return Split("above", columns, max(4, min(page[1] + BELOW, rows - 1 - LEAST_ROWS)))
    if columns < NARROW:
        return Split("below", columns, max(7, rows * 2 // 5))
    return Split("right", max(columns // 2, min(page[0] + 2, columns - SOURCE)), rows - 1)
