"""A canvas of cells on which figures are drawn: words, boxes, and lines that join where they meet."""

from __future__ import annotations

from typing import NamedTuple

from rich.cells import cell_len
from rich.style import Style

from rostra.typeset.frame import Line, Run

UP, RIGHT, DOWN, LEFT = 1, 2, 4, 8
SIGNS = " │─└││┌├─┘─┴┐┤┬┼"
"""A sign of lines for each set of ways in which it leaves its cell; the end of a line fills its cell."""
ROUND = str.maketrans("┌┐└┘", "╭╮╰╯")
HEADS = {UP: "▲", RIGHT: "▶", DOWN: "▼", LEFT: "◀"}
"""The tips of arrows that point in a way."""


class Cell(NamedTuple):
    """What a cell of a canvas holds."""

    text: str
    """A sign; nothing in the second cell of a wide one."""
    style: Style
    step: int
    ways: int = 0
    """In which ways lines leave it; 0 where no line is."""
    is_round: bool = False


class Canvas:
    """So many cells, all blank at first. What is drawn beyond its edges is left out."""

    def __init__(self, columns: int, rows: int, base: Style) -> None:
        self.columns = columns
        self.rows = rows
        self.base = base
        self._rows: list[dict[int, Cell]] = [{} for _ in range(rows)]

    def write(self, row: int, column: int, text: str, style: Style, step: int = 0) -> None:
        """Put words into a row, over what is there."""
        if not 0 <= row < self.rows:
            return
        cells = self._rows[row]
        if text == text[:1] * len(text) and cell_len(text[:1]) == 1:  # as bars and lines are, which are long
            first, end = max(0, column), min(self.columns, column + len(text))
            cells.update(dict.fromkeys(range(first, end), Cell(text[0], style, step)))
            return
        for sign in text:
            wide = cell_len(sign)
            if not wide:
                self._join(cells, column - 1, sign)
                continue
            if column >= 0 and column + wide <= self.columns:
                cells[column] = Cell(sign, style, step)
                if wide == 2:
                    cells[column + 1] = Cell("", style, step)
            column += wide

    def centered(
        self, row: int, column: int, columns: int, text: str, style: Style, step: int = 0, *, blanks: int = 0
    ) -> None:
        """Put words into the middle of so many cells, with so many blanks on either side where there is room for them.

        Words that are longer begin before them, or end behind them, as far as the canvas has cells.
        """
        wide = cell_len(text)
        left = (columns - wide) // 2
        blank = " " * min(left, columns - wide - left, blanks)
        at = max(0, min(column + left - len(blank), self.columns - wide - 2 * len(blank)))
        self.write(row, at, f"{blank}{text}{blank}", style, step)

    @staticmethod
    def _join(cells: dict[int, Cell], column: int, sign: str) -> None:
        """Add a sign of no width to the one before it."""
        if (before := cells.get(column)) and not before.text:
            column -= 1
        if before := cells.get(column):
            cells[column] = before._replace(text=before.text + sign)

    def line(
        self, row: int, column: int, to_row: int, to_column: int, style: Style, step: int = 0, *, soft: bool = True
    ) -> None:
        """Draw a level or upright line between two cells; ``soft`` makes its corners round."""
        if row == to_row:
            first, last = sorted((column, to_column))
            for at in range(first, last + 1):
                self._way(row, at, (LEFT if at > first else 0) | (RIGHT if at < last else 0), style, step, soft)
        else:
            first, last = sorted((row, to_row))
            for at in range(first, last + 1):
                self._way(at, column, (UP if at > first else 0) | (DOWN if at < last else 0), style, step, soft)

    def _way(self, row: int, column: int, ways: int, style: Style, step: int, soft: bool) -> None:
        if not (0 <= row < self.rows and 0 <= column < self.columns):
            return
        before = self._rows[row].get(column)
        if before is not None and before.ways:
            ways |= before.ways
            step = min(step, before.step)
            soft = soft and before.is_round
            style = before.style if before.step < step else style
        sign = SIGNS[ways]
        self._rows[row][column] = Cell(sign.translate(ROUND) if soft else sign, style, step, ways, soft)

    def box(self, row: int, column: int, rows: int, columns: int, style: Style, step: int = 0) -> None:
        """Draw a frame of so many rows and columns, its first cell at a place."""
        last, right = row + rows - 1, column + columns - 1
        for one, other in (((row, column), (row, right)), ((last, column), (last, right))):
            self.line(*one, *other, style, step)
        for one, other in (((row, column), (last, column)), ((row, right), (last, right))):
            self.line(*one, *other, style, step)

    def fill(self, row: int, column: int, rows: int, columns: int, style: Style, step: int = 0) -> None:
        """Give cells a ground."""
        for at in range(row, row + rows):
            self.write(at, column, " " * columns, style, step)

    def head(self, row: int, column: int, way: int, style: Style, step: int = 0) -> None:
        """Put the tip of an arrow into a cell."""
        self.write(row, column, HEADS[way], style, step)

    def says(self, row: int, column: int) -> bool:
        """Whether words stand in a cell, or the tip of an arrow."""
        cell = self._rows[row].get(column) if 0 <= row < self.rows else None
        return cell is not None and not cell.ways and cell.text != " "

    def lines(self) -> list[Line]:
        """The rows of the canvas, each without blanks at its end, less blank rows at the end."""
        drawn = [self._line(cells) for cells in self._rows]
        while drawn and not drawn[-1]:
            drawn.pop()
        return drawn

    def _line(self, cells: dict[int, Cell]) -> Line:
        """A row, with neighbours of one look as one run."""
        line: Line = []
        blank = Cell(" ", self.base, 0)
        texts: list[str] = []
        style, step = self.base, 0
        for column in range(max(cells, default=-1) + 1):
            cell = cells.get(column, blank)
            if texts and (cell.step != step or (cell.style is not style and cell.style != style)):
                line.append(Run("".join(texts), style, step))
                texts = []
            style, step = cell.style, cell.step
            texts.append(cell.text)
        return [*line, Run("".join(texts), style, step)] if texts else line
