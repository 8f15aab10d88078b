"""FrameView: shows a frame through Textual's line API."""

from __future__ import annotations

from collections.abc import Sequence

from rich.segment import Segment
from rich.style import Style
from textual.filter import LineFilter
from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget

from rostra.typeset import Frame
from rostra.typeset.frame import Line, Run, crop, width

COVERS = {"black": Style(color="#000000", bgcolor="#000000"), "white": Style(color="#ffffff", bgcolor="#ffffff")}


def strip(line: Line, columns: int) -> Strip:
    """A line of a frame as Textual draws it."""
    return Strip([Segment(run.text, run.style) for run in line], columns)


class FrameView(Widget, can_focus=False):
    """A frame at a step, scrolled down by some rows; or nothing but one colour."""

    DEFAULT_CSS = "FrameView { width: 1fr; height: 1fr; }"

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 (Textual's own name)
        super().__init__(id=id)
        self._frame: Frame | None = None
        self._step = 0
        self._top = 0
        self._blank = ""
        self._mark: Line = []
        self._shown: list[Line] = []

    def show(self, frame: Frame, step: int, top: int = 0, cover: str = "", mark: Line | None = None) -> None:
        """Show a frame. ``cover`` is a colour that hides it all; ``mark`` replaces the last cells of the last row."""
        self._frame, self._step, self._top, self._blank, self._mark = frame, step, top, cover, mark or []
        before, self._shown = self._shown, self._lines()
        if len(before) != len(self._shown):
            self.refresh()
            return
        changed = [row for row, lines in enumerate(zip(before, self._shown, strict=True)) if lines[0] != lines[1]]
        if changed:
            self.refresh(*[Region(0, row, frame.page.columns, 1) for row in changed])

    def _lines(self) -> list[Line]:
        """Every row as it is to be seen."""
        frame = self._frame
        if frame is None:
            return []
        if self._blank:
            return [[Run(" " * frame.page.columns, COVERS[self._blank])]] * frame.page.rows
        lines = frame.lines(self._step, self._top)
        if self._mark and lines:
            lines[-1] = [*crop(lines[-1], 0, frame.page.columns - width(self._mark)), *self._mark]
        return lines

    def get_line_filters(self) -> Sequence[LineFilter]:
        """No filter of Textual's: the styles of a frame are final, the terminal's own colours and NO_COLOR included."""
        return ()

    def render_line(self, y: int) -> Strip:
        """Draw one row."""
        if y >= len(self._shown):
            blank = self._frame.blank if self._frame else Style()
            return Strip.blank(self.size.width, blank)
        return strip(self._shown[y], self._frame.page.columns if self._frame else self.size.width)
