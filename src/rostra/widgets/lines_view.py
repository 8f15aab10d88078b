"""LinesView: shows lines of cells through Textual's line API, and writes only the rows that changed."""

from __future__ import annotations

from collections.abc import Sequence

from rich.segment import Segment
from rich.style import Style
from textual.filter import LineFilter
from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget

from rostra.typeset.frame import Line


class LinesView(Widget, can_focus=False):
    """Lines of cells, all of one width; what they do not cover has the blank style."""

    DEFAULT_CSS = "LinesView { width: 1fr; height: 1fr; }"

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 (Textual's own name)
        super().__init__(id=id)
        self._lines: Sequence[Line] = ()
        self._blank = Style()

    def show_lines(self, lines: Sequence[Line], blank: Style) -> None:
        """Show other lines."""
        before, self._lines = self._lines, lines
        blank_before, self._blank = self._blank, blank
        if len(before) != len(lines) or blank_before != blank:
            self.refresh()
            return
        changed = [row for row, pair in enumerate(zip(before, lines, strict=True)) if pair[0] != pair[1]]
        if changed:
            self.refresh(*[Region(0, row, self.size.width, 1) for row in changed])

    def get_line_filters(self) -> Sequence[LineFilter]:
        """No filter of Textual's: the styles of a frame are final, the terminal's own colours and NO_COLOR included."""
        return ()

    def render_line(self, y: int) -> Strip:
        """Draw one row."""
        width = self.size.width
        if y >= len(self._lines):
            return Strip.blank(width, self._blank)
        line = Strip([Segment(run.text, run.style) for run in self._lines[y]])
        return line.adjust_cell_length(width, self._blank)
