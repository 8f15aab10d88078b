"""Picture: all that a screen shows, as lines of cells of one size."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from rich.style import Style

from rostra.typeset.frame import Line

NO_STYLE = Style.null()


class Picture(NamedTuple):
    """Lines of one width, which begin in the screen's corner and fill it but for less than a cell."""

    lines: Sequence[Line]
    screen: tuple[int, int]
    """Columns and rows of the terminal."""
    scale: int = 1
    """How many of them each cell of the lines takes, in both directions."""
    blank: Style = NO_STYLE
    """The look of what is left over."""
    grounds: tuple[Style, ...] = ()
    """The same beside each line, the last also below, where that is not one look."""

    def left_over(self, row: int) -> Style:
        """The look of what is left over in a row of the terminal."""
        return self.grounds[min(row // self.scale, len(self.grounds) - 1)] if self.grounds else self.blank
