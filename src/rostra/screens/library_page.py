"""The library as lines of cells: a title, the decks of a folder below each other, the keys."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from rich.cells import cell_len
from rich.style import Style

from rostra.library import Entry, is_within, names_of
from rostra.safety import safe_line
from rostra.stage.picture import Picture
from rostra.stage.stage import Stage
from rostra.typeset.frame import Line, Run, padded
from rostra.typeset.styles import Styles
from rostra.typeset.text import truncated

KEYS = "Enter presents   r resumes   q quits   In a talk, ? shows all keys"
MARGIN = 2
"""Columns left and right of everything; above and below there is half as much."""
BESIDE = 5
"""Rows beside title and list: one above all, one below each of the two, the keys, one below all."""


WIDE = 120
"""Columns from which a deck's title and its file stand side by side."""
LEAST_OF_NAMES = 12
"""Columns below which files are not named beside titles."""


@dataclass
class Library:
    """The decks of a folder, and which is chosen."""

    folder: str
    paths: Sequence[Path]
    chosen: int = 0
    """Which of the paths, counted from 0."""
    top: int = 0
    """The first that is seen."""
    entries: dict[int, Entry] = field(default_factory=dict)
    """What is known of each by now."""

    @cached_property
    def names(self) -> list[str]:
        """What each is called."""
        return names_of(self.paths, Path(self.folder))

    @cached_property
    def heads(self) -> list[str]:
        """The title, and what is to be said below it."""
        folder = safe_line(self.folder)
        if any(is_within(path, Path(self.folder)) for path in self.paths):
            return [f"Decks in {folder}"]
        return [f"There are no decks in {folder}", "Enter presents the tour. A deck is a Markdown file."]

    def choose(self, index: int) -> None:
        """Choose one; the nearest where there is none of that number."""
        self.chosen = max(0, min(len(self.paths) - 1, index))

    def each(self, columns: int, rows: int) -> int:
        """How many rows each deck takes on a screen: its title, its file unless beside it, a blank one; if all fit."""
        there, wanted = rows - len(self.heads) - BESIDE, 2 if columns >= WIDE else 3
        return next((each for each in range(wanted, 1, -1) if each * len(self.paths) <= there), 1)

    def room(self, columns: int, rows: int) -> int:
        """How many decks a screen of so many columns and rows shows."""
        return max(1, (rows - len(self.heads) - BESIDE) // self.each(columns, rows))

    def deck_at(self, y: int, columns: int, rows: int) -> int | None:
        """The deck that is shown on a row of the screen, both counted from 0; None for another row."""
        at = (y - self.first_row()) // self.each(columns, rows)
        index = at + self.top
        return index if 0 <= at < self.room(columns, rows) and index < len(self.paths) else None

    def first_row(self) -> int:
        """The row of the screen, counted from 0, on which the list begins."""
        return MARGIN // 2 + len(self.heads) + 1


def first_list(library: Library, stage: Stage, screen: tuple[int, int]) -> str:
    """What to write so that an empty screen, of so many columns and rows, shows the library before a deck was read."""
    return stage.painter.paint(Picture(page(library, stage.themes.styles, *screen), screen))


def page(library: Library, styles: Styles, columns: int, rows: int) -> list[Line]:
    """Every row of the screen, the list scrolled so that what is chosen is seen."""
    room, each = library.room(columns, rows), library.each(columns, rows)
    library.top = max(0, min(library.top, library.chosen, len(library.paths) - room))
    library.top = max(library.top, library.chosen - room + 1)
    ground, title = styles.page, styles.on(styles.page, "heading1") + Style(bold=True)
    head = [[Run(text, ground if number else title)] for number, text in enumerate(library.heads)]
    seen = range(library.top, min(len(library.paths), library.top + room))
    below = each > 1 and columns < WIDE
    decks = [_deck(library, index, styles, columns, below=below) for index in seen]
    listed = [line for deck in decks for line in (*deck, *[[]] * (each - len(deck)))]
    lines: list[Line] = [[], *head, [], *listed]
    lines += [[] for _ in range(rows - len(lines) - 3)]
    lines += [[], [Run(KEYS, ground)], []]
    return [_framed(line, styles, columns) for line in lines[:rows]]


def _framed(line: Line, styles: Styles, columns: int) -> Line:
    edge = Run(" " * min(MARGIN, columns), styles.page)
    inner = padded(line, max(0, columns - 2 * MARGIN), line[-1].style if line else styles.page)
    return padded([edge, *inner], columns, styles.page)


def _deck(library: Library, index: int, styles: Styles, columns: int, *, below: bool) -> list[Line]:
    """The deck's title, its file beside it or below, and what else is known; before it was read, its file alone."""
    chosen = index == library.chosen
    plain = styles.on(styles.page, "progress") + Style(reverse=True) if chosen else styles.page
    bold, faint = plain + Style(bold=True), plain if chosen else styles.on(styles.page, "muted")
    entry, name = library.entries.get(index), library.names[index]
    if entry is None:
        return [[Run(f" {name} ", plain)], *[[Run(" ", plain)]] * below]
    if entry.trouble:
        head = Run(f" {name} ", bold)
        trouble = Run(f" {entry.trouble} ", plain if chosen else styles.on(styles.page, "problem"))
        return [[head], [trouble]] if below else [[head, trouble]]
    longest, stopped = _widths(library.entries)
    facts = _facts(entry, stopped=stopped)
    room = max(8, columns - 2 * MARGIN - len(facts) - 4)
    titles = min(longest, room)
    names = max(map(cell_len, library.names))
    files = min(names, room - titles - 2)
    shown = [Run(" ", plain), _column(entry.title, titles, bold)]
    if below:
        return [[*shown, Run(f"  {facts} ", plain)], [Run(f" {name} ", faint)]]
    shown += [Run("  ", plain), _column(name, files, faint)] if files >= min(names, LEAST_OF_NAMES) else []
    return [[*shown, Run(f"  {facts} ", plain)]]


def _widths(entries: Mapping[int, Entry]) -> tuple[int, bool]:
    """The columns of the longest title, and whether some talk was stopped on its way: what all lines depend on."""
    known = entries.values()
    return max((cell_len(entry.title) for entry in known), default=0), any(entry.stop for entry in known)


def _facts(entry: Entry, *, stopped: bool) -> str:
    minutes = f"{max(1, round(entry.seconds / 60)):>3} min" if entry.seconds else "       "
    facts = f"{entry.slides:>4} {'slide' if entry.slides == 1 else 'slides':<6}  {minutes}"
    if stopped:
        facts += f"  {f'stopped at {entry.stop.slide + 1}' if entry.stop else '':<15}"
    return facts


def _column(text: str, width: int, style: Style) -> Run:
    """A text in so many cells."""
    shown = truncated(text, width)
    return Run(shown + " " * (width - cell_len(shown)), style)
