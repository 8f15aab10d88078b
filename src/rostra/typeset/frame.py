"""Frame: a slide in cells, laid out once for all its steps."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from rich.cells import cell_len
from rich.style import Style

from rostra.deck.blocks import Place
from rostra.deck.spot import Spot
from rostra.errors import Problem
from rostra.typeset.places import Origin, Shown, rows_showing, spot_among

if TYPE_CHECKING:
    from rostra.typeset.backgrounds import Backdrop

RULES = " \xa0━─╌┼╭╮╰╯│▎┃"
"""Signs that a row may have without there being anything on it to point at."""


class Run(NamedTuple):
    """Some cells of one style."""

    text: str
    style: Style
    step: int = 0
    """The step from which the run shows, counted from 0."""
    says: str | None = None
    """What is written in it when its cells only draw it, as large letters do."""
    origin: Origin | None = None
    """What its row shows; frames keep it in a table of their own, so that comparing rows stays cheap."""

    @property
    def is_ornament(self) -> bool:
        """Whether it belongs to the pattern of a background, and says nothing."""
        return self.says is not None and self.says.isspace()


Line = list[Run]


class Page(NamedTuple):
    """What a slide is typeset for."""

    columns: int
    """At least 1."""
    rows: int
    """At least 1."""
    number: int = 1
    """The slide's number, counted from 1."""
    total: int = 1
    """How many slides the deck has; 0 while that is not known."""
    sections: tuple[str, ...] = ()
    """The names of the talk's sections."""
    section: int = 0
    """Which of them the slide belongs to, counted from 1; 0 before the first."""


class Overflow(NamedTuple):
    """By how much a slide is too large for its page."""

    rows: int
    columns: int
    """How much too wide the widest listing line is."""


class TooWide(NamedTuple):
    """A line of a listing that has more columns than there are."""

    step: int
    """From which it shows."""
    lacks: int
    """How many columns."""
    place: Place
    """Of its listing."""
    line: int
    """Which line of the listing it is, counted from 0."""


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
    shown: tuple[tuple[Shown, ...], ...] = ()
    """For each row of the body the rows of blocks that it shows, from left to right; none on blank rows."""
    notices: tuple[Problem, ...] = ()
    """What happened while the slide was drawn: blocks that could not be, listing lines that are too wide."""
    coming: Style | None = None
    """The look of what shows at later steps; None when it is not seen at all."""
    later: Style | None = None
    """The look of the footer's dots for later steps."""
    too_wide: tuple[TooWide, ...] = ()
    """The lines of listings that are too wide."""
    backdrop: Backdrop | None = None
    """What lies behind the rows of the page where that is more than one colour."""

    @property
    def room(self) -> int:
        """Rows between header and footer."""
        return max(0, self.page.rows - len(self.header) - len(self.footer))

    @property
    def body_rows(self) -> int:
        """How many rows of the body the page shows at once.

        A slide that is too tall leaves the last row to the mark that says so, which then covers no words.
        """
        return self.room - 1 if self.content_rows > self.room > 1 else self.room

    @property
    def last_top(self) -> int:
        """How far the body can be scrolled, in rows."""
        return max(0, self.content_rows - self.body_rows)

    def line(self, row: int, step: int | None = None, top: int = 0, *, more: bool = True) -> Line:
        """One row of the page at a step (the last when None), the body scrolled down by ``top`` rows.

        ``more`` puts a mark on the last row of a body that goes on below.
        """
        last, room, seen = self.steps - 1, self.room, self.body_rows
        line = self._row(row, last if step is None else step, top, room, seen, more)
        if not self.backdrop:
            return line
        near = range(max(0, row - 1), min(self.page.rows, row + 2))
        return self.backdrop.behind(line, row, [self._row(at, last, top, room, seen, more) for at in near])

    def lines(self, step: int | None = None, top: int = 0) -> list[Line]:
        """Every row of the page at a step."""
        last, room, seen = self.steps - 1 if step is None else step, self.room, self.body_rows
        lines = [self._row(row, last, top, room, seen, True) for row in range(self.page.rows)]
        if not self.backdrop:
            return lines
        whole = [self._row(row, self.steps - 1, top, room, seen, True) for row in range(self.page.rows)]
        return [self.backdrop.behind(line, row, whole[max(0, row - 1) : row + 2]) for row, line in enumerate(lines)]

    def _row(self, row: int, step: int, top: int, room: int, seen: int, more: bool) -> Line:
        at = row - len(self.header)
        if at < 0:
            return self.header[row]
        if at >= room:
            return self._dotted(self.footer[at - room], step) if at - room < len(self.footer) else self._nothing()
        is_seen = at + top < len(self.body) and (at < seen or not more)
        line = self.at_step(self.body[at + top], step) if is_seen else self._nothing()
        has_mark = more and at == room - 1 and self.hidden_below(step, top)
        return self._with_more_mark(line) if has_mark else line

    def at_step(self, line: Line, step: int) -> Line:
        """A row of the body as it is seen at a step; nobody may change it."""
        return line if step >= self.steps - 1 else [run if run.step <= step else self._hidden(run) for run in line]

    def all_lines(self, step: int | None = None) -> list[Line]:
        """Every row of the body at a step, also those below the fold."""
        last = self.steps - 1 if step is None else step
        return [self.at_step(line, last) for line in self.body]

    def hidden_below(self, step: int, top: int) -> bool:
        """Whether something that shows at this step lies below the page."""
        return any(_is_seen(line, step) for line in self.body[top + self.body_rows : self.content_rows])

    def rows_of_step(self, step: int) -> range:
        """The rows of the body, from first to last, on which something first shows at this step."""
        rows = [i for i, line in enumerate(self.body) if any(r.step == step and r.text.strip() for r in line)]
        return range(rows[0], rows[-1] + 1) if rows else range(0)

    def overflow(self, step: int | None = None) -> Overflow:
        """By how much what shows at a step (the last when None) is too large for the page."""
        last = self.steps - 1 if step is None else step
        rows = next((row + 1 for row in range(self.content_rows - 1, -1, -1) if _is_seen(self.body[row], last)), 0)
        columns = max((one.lacks for one in self.too_wide if one.step <= last), default=0)
        return Overflow(max(0, rows - self.room), columns)

    @property
    def places(self) -> tuple[Place | None, ...]:
        """For each row of the body where the block stands that it shows; None for blank rows.

        Where several blocks lie side by side it is the leftmost.
        """
        return tuple(shown[0].spot.place if shown else None for shown in self.shown)

    def spot_at(self, row: int, column: int | None = None) -> Spot | None:
        """What a row of the body shows, at a column of the page where one is given; None for a blank row."""
        return spot_among(self.shown[row], column) if 0 <= row < len(self.shown) else None

    def rows_of(self, spot: Spot) -> range:
        """The rows of the body that show a row of a block, as it was found on a page of any size; else no rows."""
        return rows_showing(self.shown, spot)

    def seen(self, top: int = 0) -> range:
        """The rows of the body that are seen when it is scrolled down by ``top`` rows."""
        return range(top, top + self.body_rows)

    def pointable(self, step: int, rows: range) -> list[Spot]:
        """What can be pointed at among rows of the body, from top to bottom: rows with more than blanks and rules."""
        spots = [self.spot_at(row) for row in rows if self.is_pointable(row, step)]
        return list(dict.fromkeys(spot for spot in spots if spot is not None))

    def is_pointable(self, row: int, step: int) -> bool:
        """Whether a row of the body has more than blanks and rules at a step."""
        return row < len(self.body) and any(run.step <= step and run.text.strip(RULES) for run in self.body[row])

    def text(self, step: int | None = None) -> str:
        """The body as plain text without blanks at the ends of its lines and without the margins above and below."""
        return text_of(self.all_lines(step))

    def _hidden(self, run: Run) -> Run:
        if self.coming is not None:
            is_edge = run.says == "" and run.text[:8] in ("▄" * 8, "▀" * 8)  # a panel's, which is seen as it will be
            return run if is_edge else run._replace(style=run.style + self.coming)
        return Run(" " * cell_len(run.text), self.blank)

    def _dotted(self, line: Line, step: int) -> Line:
        """A row of the footer with those dots faint that stand for later steps."""
        if self.later is None or step >= self.steps - 1:
            return line
        return [run._replace(style=self.later) if run.step > step else run for run in line]

    def _nothing(self) -> Line:
        return [Run(" " * self.page.columns, self.blank)]

    def _with_more_mark(self, line: Line) -> Line:
        """The line with a sign in its middle that the slide goes on below."""
        mark = " ▼ more " if self.page.columns >= 12 else "▼"
        left = (self.page.columns - len(mark)) // 2
        mark_style = self.blank + Style(reverse=True)
        return [*crop(line, 0, left), Run(mark, mark_style), *crop(line, left + len(mark), self.page.columns)]


def _is_seen(line: Line, step: int) -> bool:
    return any(run.step <= step and not run.text.isspace() for run in line)


def inked(line: Line) -> Line:
    """The line without runs of no cells, which cost time wherever lines are painted or compared."""
    return [run for run in line if run.text]


def width(line: Iterable[Run]) -> int:
    """The cells that a line takes."""
    return sum(len(run.text) if run.text.isascii() else cell_len(run.text) for run in line)


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
            cropped.append(Run(text, run.style, run.step, origin=run.origin))
        at += cells
    return cropped


def padded(line: Line, cells: int, style: Style) -> Line:
    """The line filled up with blanks to a width; one that is wider is cropped."""
    missing = cells - width(line)
    if missing < 0:
        line, missing = crop(line, 0, cells), 0
        missing = cells - width(line)
    return [*line, Run(" " * missing, style)] if missing else line
