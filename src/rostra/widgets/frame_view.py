"""FrameView: shows a frame."""

from __future__ import annotations

from collections.abc import Sequence

from rich.style import Style

from rostra.typeset import Frame
from rostra.typeset.frame import Line, Run, crop, width
from rostra.widgets.lines_view import LinesView

COVERS = {"black": Style(color="#000000", bgcolor="#000000"), "white": Style(color="#ffffff", bgcolor="#ffffff")}
POINTED = Style(reverse=True)


class FrameView(LinesView):
    """A frame at a step, scrolled down by some rows; or nothing but one colour."""

    _inked: Sequence[int] = ()

    def show(
        self,
        frame: Frame,
        step: int,
        top: int = 0,
        cover: str = "",
        mark: Line | None = None,
        pointer: int | None = None,
    ) -> None:
        """Show a frame.

        ``cover`` is a colour that hides it all, ``mark`` replaces the last cells of the last row, and ``pointer`` is
        the line that is pointed at, counted from 0 among those that are not blank.
        """
        columns = frame.page.columns
        self._inked = ()
        if cover:
            self.show_lines([[Run(" " * columns, COVERS[cover])]] * frame.page.rows, COVERS[cover])
            return
        lines = frame.lines(step, top)
        self._inked = frame.inked_rows(step, top)
        if pointer is not None:
            self._point(lines, pointer)
        if mark and lines:
            lines[-1] = [*crop(lines[-1], 0, columns - width(mark)), *mark]
        self.show_lines(lines, frame.blank)

    @property
    def last_line(self) -> int:
        """The last of the lines that can be pointed at, counted from 0."""
        return max(0, len(self._inked) - 1)

    def line_at(self, row: int) -> int | None:
        """Which of the lines that are not blank, counted from 0, stands on a row of the view; None when none does."""
        return self._inked.index(row) if row in self._inked else None

    def _point(self, lines: list[Line], pointer: int) -> None:
        """Reverse the line that is pointed at."""
        if self._inked:
            row = self._inked[min(pointer, self.last_line)]
            lines[row] = [Run(run.text, run.style + POINTED, run.step) for run in lines[row]]
