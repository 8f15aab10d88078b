"""View: what is to be seen of a frame."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from rich.style import Style

from rostra.deck.spot import Spot
from rostra.stage.picture import Picture
from rostra.typeset import Frame
from rostra.typeset.frame import Line, Run, crop, width

COVERS = {"black": Style(color="#000000", bgcolor="#000000"), "white": Style(color="#ffffff", bgcolor="#ffffff")}
POINTED = Style(reverse=True)


@dataclass(frozen=True, slots=True)
class View:
    """What is to be seen."""

    frame: Frame
    step: int
    top: int = 0
    """By how many rows the frame is scrolled."""
    cover: str = ""
    """A colour that hides it all."""
    mark: Line | None = None
    """What replaces the last cells of the last row."""
    pointer: Spot | None = None
    """What is pointed at; where the page has no such row, nothing is."""
    scale: int = 1
    """How many of the terminal's columns, and rows, a cell of the page takes."""

    def lines(self) -> list[Line]:
        """Every row as it is seen."""
        frame = self.frame
        if self.cover:
            return [[Run(" " * frame.page.columns, COVERS[self.cover])]] * frame.page.rows
        lines = frame.lines(self.step, self.top)
        if self.pointer is not None:
            for row in self._pointed_rows(self.pointer):
                lines[row] = [self._pointed(run) for run in lines[row]]
        if self.mark and lines:
            mark = crop(self.mark, 0, frame.page.columns)
            lines[-1] = [*crop(lines[-1], 0, frame.page.columns - width(mark)), *mark]
        return lines

    def picture(self, screen: tuple[int, int], blank: Style) -> Picture:
        """A screen of so many columns and rows, with the page in its middle; a cover hides the whole screen."""
        columns, rows = screen[0] // self.scale, screen[1] // self.scale
        lines, frame = self._on(columns, rows, blank), self.frame
        if self.scale == 1:
            return Picture(lines, screen)
        if self.cover:
            return Picture(lines, screen, self.scale, COVERS[self.cover])
        grounds = frame.backdrop.grounds if frame.backdrop and frame.page.rows == rows else ()
        return Picture(lines, screen, self.scale, frame.blank, grounds)

    def _on(self, columns: int, rows: int, blank: Style) -> list[Line]:
        """Every row of so many, each as wide as so many cells."""
        page = self.frame.page
        if self.cover:
            return [[Run(" " * columns, COVERS[self.cover])]] * rows
        if (page.columns, page.rows) == (columns, rows):
            return self.lines()
        left, above = self._margins(columns, rows)
        edges = Run(" " * left, blank), Run(" " * (columns - left - page.columns), blank)
        nothing = [[Run(" " * columns, blank)]]
        middle = [[edges[0], *line, edges[1]] for line in self.lines()]
        return nothing * above + middle + nothing * (rows - above - page.rows)

    def spot_below(self, x: int, y: int, screen: tuple[int, int]) -> Spot | None:
        """What can be pointed at in a column and row of the screen, both counted from 0; None for nothing."""
        left, above = self._margins(screen[0] // self.scale, screen[1] // self.scale)
        return self.spot_at(y // self.scale - above, x // self.scale - left)

    def _margins(self, columns: int, rows: int) -> tuple[int, int]:
        """The columns left of the page, and the rows above it, on a screen of so many cells."""
        page = self.frame.page
        return (columns - page.columns) // 2, (rows - page.rows) // 2

    def _pointed(self, run: Run) -> Run:
        plain = self.frame.blank + POINTED
        if run.is_ornament:
            return Run(" " * width([run]), plain, run.step)
        return Run(run.text, _pointed(run.style, plain), run.step)

    def _pointed_rows(self, pointer: Spot) -> list[int]:
        """The rows of the page that are highlighted."""
        pointed = [row for row in self.frame.rows_of(pointer) if row in self.frame.seen(self.top)]
        return [row - self.top + len(self.frame.header) for row in pointed if self.frame.is_pointable(row, self.step)]

    def spot_at(self, row: int, column: int | None = None) -> Spot | None:
        """What can be pointed at on a row of the page, and at a column of it where one is given; else None."""
        at = row - len(self.frame.header)
        if self.cover or not 0 <= at < self.frame.body_rows or not self.frame.is_pointable(at + self.top, self.step):
            return None
        return self.frame.spot_at(at + self.top, column)


@lru_cache(maxsize=256)
def _pointed(style: Style, plain: Style) -> Style:
    """A style on a row that is pointed at: the row is one patch, on which bold stays bold."""
    return plain + Style(bold=style.bold, italic=style.italic, underline=style.underline, strike=style.strike)
