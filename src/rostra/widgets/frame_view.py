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
        self._inked = _inked(lines, frame)
        if pointer is not None:
            _point(lines, pointer, frame)
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


def _point(lines: list[Line], pointer: int, frame: Frame) -> None:
    """Reverse the line that is pointed at."""
    if inked := _inked(lines, frame):
        row = inked[min(pointer, len(inked) - 1)]
        lines[row] = [Run(run.text, run.style + POINTED, run.step) for run in lines[row]]


def _inked(lines: list[Line], frame: Frame) -> list[int]:
    """The rows of the body that hold more than blanks and lines."""
    body = range(len(frame.header), len(frame.header) + frame.body_rows)
    return [row for row in body if any(run.text.strip(" \xa0━─╌") for run in lines[row])]
