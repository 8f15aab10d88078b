"""LinesView: lines of cells as Textual sees them, when it draws a panel over them."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from rich.segment import Segment
from textual.filter import LineFilter
from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget

from rostra.typeset.frame import Line


class LinesView(Widget, can_focus=False):
    """Lines of cells that fill the screen; where none are held, ``make`` gives them when they are needed."""

    DEFAULT_CSS = "LinesView { width: 1fr; height: 1fr; }"

    def __init__(self, make: Callable[[], Sequence[Line]] = list) -> None:
        super().__init__()
        self.lines: Sequence[Line] | None = ()
        self._make = make

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Show other lines, of which only those that changed are drawn."""
        before, self.lines = self.lines, lines
        if before is None or len(before) != len(lines):
            self.refresh()
            return
        changed = [row for row, pair in enumerate(zip(before, lines, strict=True)) if pair[0] != pair[1]]
        if changed:
            self.refresh(*[Region(0, row, self.size.width, 1) for row in changed])

    def get_line_filters(self) -> Sequence[LineFilter]:
        """No filter of Textual's: the styles of a frame are final, the terminal's own colours and NO_COLOR included."""
        return ()

    def render_lines(self, crop: Region) -> list[Strip]:
        """Draw some rows; Textual would keep them, and would not know when they are painted past it."""
        return [self.render_line(y).crop(crop.x, crop.right) for y in crop.line_range]

    def render_line(self, y: int) -> Strip:
        """Draw one row."""
        if self.lines is None:
            self.lines = self._make()
        line = self.lines[y] if y < len(self.lines) else []
        return Strip([Segment(run.text, run.style) for run in line]).adjust_cell_length(self.size.width)
