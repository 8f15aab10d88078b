"""How large things are on a page of some size."""

from __future__ import annotations

from typing import NamedTuple

from rostra.typeset.lettering import LEAST


class Sizes(NamedTuple):
    """How large things are on a page, in rows."""

    headline: int
    """Letters of headlines; 0 where the page is too small for any."""
    title: int
    """The largest letters of titles."""
    text: int
    """Letters of running text; 1 is text as the terminal has it."""
    top: int
    """Blank rows above a headline."""
    air: int
    """The most blank rows between items."""


def sizes_for(columns: int, rows: int) -> Sizes:
    """The sizes for a page of so many columns and rows."""
    if rows < 20 or columns < 56:
        return Sizes(0, LEAST if rows >= 9 and columns >= 30 else 0, 1, 0 if rows < 10 else 1, 1)
    tall = rows >= 48 and columns >= 120
    return Sizes(
        max(LEAST, rows // 20 * 2), max(LEAST, rows // 3), LEAST if tall else 1, 1 + rows // 30, 1 + rows // 20
    )
