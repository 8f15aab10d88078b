"""Frame: a slide in cells, laid out once for all its steps."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from rich.cells import cell_len
from rich.style import Style


class Run(NamedTuple):
    """Some cells of one style."""

    text: str
    style: Style
    step: int = 0
    """The step from which the run shows, counted from 0."""
    says: str | None = None
    """What is written in it when its cells only draw it, as large letters do."""


Line = list[Run]


@dataclass(frozen=True, slots=True)
class Page:
    """What a slide is typeset for."""

    columns: int
    """At least 1."""
    rows: int
    """At least 1."""
    number: int = 1
    """The slide's number, counted from 1."""
    total: int = 1
    """How many slides the deck has; 0 while that is not known."""


@dataclass(frozen=True, slots=True)
class Frame:
    """A slide in cells. Every line is exactly as wide as the page."""

    page: Page
    header: tuple[Line, ...]
    body: tuple[Line, ...]
    """All rows of the slide, also those below the fold; at least as many as the page has room for."""
    footer: tuple[Line, ...]
    blank: Style
    """The look of a cell with nothing on it."""
    steps: int
    content_rows: int
    """Rows that the slide needs between header and footer."""
    content_columns: int
    """Columns that it needs; more than the page has when a listing had to be folded."""
    excess_columns: int
    """By how many columns the widest listing line is too wide."""

    @property
    def body_rows(self) -> int:
        """How many rows of the body the page shows at once."""
        return max(0, self.page.rows - len(self.header) - len(self.footer))

    @property
    def last_top(self) -> int:
        """How far the body can be scrolled, in rows."""
        return max(0, self.content_rows - self.body_rows)

    def line(self, row: int, step: int | None = None, top: int = 0, *, more: bool = True) -> Line:
        """One row of the page at a step (the last when None), the body scrolled down by ``top`` rows.

        ``more`` puts a mark on the last row of a body that goes on below.
        """
        last = self.steps - 1 if step is None else step
        if row < len(self.header):
            return self.header[row]
        if row >= len(self.header) + self.body_rows:
            below = row - len(self.header) - self.body_rows
            return self.footer[below] if below < len(self.footer) else self._nothing()
        at = row - len(self.header) + top
        line = self.body[at] if at < len(self.body) else self._nothing()
        if more and row == len(self.header) + self.body_rows - 1 and self.hidden_below(last, top):
            return self._with_more_mark(line, last)
        return [run if run.step <= last else self._hidden(run) for run in line]

    def lines(self, step: int | None = None, top: int = 0) -> list[Line]:
        """Every row of the page at a step."""
        return [self.line(row, step, top) for row in range(self.page.rows)]

    def all_lines(self, step: int | None = None) -> list[Line]:
        """Every row of the body at a step, also those below the fold."""
        last = self.steps - 1 if step is None else step
        return [[run if run.step <= last else self._hidden(run) for run in line] for line in self.body]

    def changed_rows(self, before: int, after: int, top: int = 0) -> list[int]:
        """The rows of the page that look different at two steps."""
        return [row for row in range(self.page.rows) if self.line(row, before, top) != self.line(row, after, top)]

    def hidden_below(self, step: int, top: int) -> bool:
        """Whether something that shows at this step lies below the page."""
        return any(_inked(line, step) for line in self.body[top + self.body_rows : self.content_rows])

    def rows_of_step(self, step: int) -> range:
        """The rows of the body, from first to last, on which something first shows at this step."""
        rows = [i for i, line in enumerate(self.body) if any(r.step == step and r.text.strip() for r in line)]
        return range(rows[0], rows[-1] + 1) if rows else range(0)

    def inked_rows(self, step: int, top: int = 0) -> list[int]:
        """The rows of the page, between header and footer, that hold more than blanks and lines."""
        rows = range(len(self.header), len(self.header) + self.body_rows)
        return [row for row in rows if any(run.text.strip(" \xa0━─╌") for run in self.line(row, step, top))]

    def text(self, step: int | None = None) -> str:
        """The body as plain text without blanks at the ends of its lines and without the margins above and below."""
        return text_of(self.all_lines(step))

    def _hidden(self, run: Run) -> Run:
        return Run(" " * cell_len(run.text), self.blank)

    def _nothing(self) -> Line:
        return [Run(" " * self.page.columns, self.blank)]

    def _with_more_mark(self, line: Line, step: int) -> Line:
        """The line with a sign in its middle that the slide goes on below."""
        mark = " ▼ more " if self.page.columns >= 12 else "▼"
        left = (self.page.columns - len(mark)) // 2
        shown = [run if run.step <= step else self._hidden(run) for run in line]
        mark_style = self.blank + Style(reverse=True)
        return [*crop(shown, 0, left), Run(mark, mark_style), *crop(shown, left + len(mark), self.page.columns)]


def _inked(line: Line, step: int) -> bool:
    return any(run.step <= step and not run.text.isspace() for run in line)


def width(line: Iterable[Run]) -> int:
    """The cells that a line takes."""
    return sum(cell_len(run.text) for run in line)


def text_of(lines: Iterable[Line]) -> str:
    """Lines as plain text, large letters as what they say, less trailing blanks and empty lines around."""
    said = ("".join(run.text if run.says is None else run.says for run in line).rstrip() for line in lines)
    return "\n".join(said).strip("\n")


def crop(line: Line, start: int, end: int) -> Line:
    """The cells from ``start`` to before ``end``; half a wide character becomes a blank."""
    from rich.cells import split_text

    cropped: Line = []
    at = 0
    for run in line:
        cells = cell_len(run.text)
        first, last = max(start - at, 0), min(end - at, cells)
        if (first, last) == (0, cells):
            cropped.append(run)
        elif first < last:
            text = split_text(run.text, last)[0] if last < cells else run.text
            text = split_text(text, first)[1] if first else text
            cropped.append(Run(text, run.style, run.step))
        at += cells
    return cropped


def padded(line: Line, cells: int, style: Style) -> Line:
    """The line filled up with blanks to a width; one that is wider is cropped."""
    missing = cells - width(line)
    if missing < 0:
        line, missing = crop(line, 0, cells), 0
        missing = cells - width(line)
    return [*line, Run(" " * missing, style)] if missing else line
