"""Painter: the cells that the terminal shows, those that it should, and the bytes between."""

from __future__ import annotations

from collections.abc import Sequence

from rich.cells import cell_len
from rich.style import Style

from rostra.stage.sgr import PLAIN, Look, change, look_of
from rostra.typeset.frame import Line, Run, width

SURE = "\u2600"
"""The first sign, an emoji, that may be wider or narrower on a terminal than it is reckoned here."""


class Painter:
    """Knows what is on the screen, and writes only what differs from what should be.

    Every line must be as wide as the terminal, and there must be one for each of its rows.
    """

    def __init__(self, colors: int) -> None:
        self.colors = colors
        """How many colours the terminal has."""
        self._shown: Sequence[Line] | None = None
        self._looks: dict[Style, Look] = {}

    def forget(self) -> None:
        """Something else was written to the screen, or its size changed: the next picture is written whole."""
        self._shown = None

    def paint(self, lines: Sequence[Line]) -> str:
        """What to write so that the terminal shows these lines; nothing when it does."""
        before, self._shown = self._shown, lines
        if before is None or size_of(before) != size_of(lines):
            before = [[]] * len(lines)
        parts: list[str] = []
        look = PLAIN
        for row, (old, new) in enumerate(zip(before, lines, strict=True)):
            if old is new:
                continue
            column, runs = changed(old, new)
            if runs:
                parts.append(f"\x1b[{row + 1};{column + 1}H")
                look = self._write(runs, column, look, parts)
        parts.append(change(look, PLAIN))
        return "".join(parts)

    def _write(self, runs: Sequence[Run], column: int, look: Look, parts: list[str]) -> Look:
        """Add what writes some runs from a column on; returns the look that is then in force."""
        for run in runs:
            if not run.text:
                continue
            wanted = self._looks.get(run.style)
            if wanted is None:
                wanted = self._looks[run.style] = look_of(run.style, self.colors)
            parts.append(change(look, wanted))
            parts.append(run.text)
            look = wanted
            cells = cell_len(run.text)
            column += cells
            if cells != len(run.text) or max(run.text) >= SURE:  # terminals differ in how wide such signs are
                parts.append(f"\x1b[{column + 1}G")
        return look


def size_of(lines: Sequence[Line]) -> tuple[int, int]:
    """Columns and rows of a picture."""
    return (width(lines[0]), len(lines)) if lines else (0, 0)


def changed(old: Line, new: Line) -> tuple[int, Line]:
    """The part of a line that differs from what stood there: the column where it begins, and its runs."""
    first = column = 0
    while first < min(len(old), len(new)) and _alike(old[first], new[first]):
        column += cell_len(new[first].text)
        first += 1
    old_end, new_end = len(old), len(new)
    if width(old) == width(new):
        while min(old_end, new_end) > first and _alike(old[old_end - 1], new[new_end - 1]):
            old_end, new_end = old_end - 1, new_end - 1
        return _trimmed(column, old[first:old_end], new[first:new_end])
    return column, new[first:]


def _trimmed(column: int, old: Line, new: Line) -> tuple[int, Line]:
    """The same without what the first runs begin with, and the last end with, in both."""
    if not (old and new):
        return column, new
    before, after = old[0], new[0]
    if same := _common(before, after):
        column += same
        old, new = [_rest(before, same), *old[1:]], [_rest(after, same), *new[1:]]
    before, after = old[-1], new[-1]
    if same := _common(before._replace(text=before.text[::-1]), after._replace(text=after.text[::-1])):
        new = [*new[:-1], after._replace(text=after.text[: len(after.text) - same])]
    return column, [run for run in new if run.text]


def _rest(run: Run, start: int) -> Run:
    return run._replace(text=run.text[start:])


def _common(one: Run, other: Run) -> int:
    """How many signs two runs begin with that are the same, in look too; only of signs that are one cell each."""
    if not (one.text.isascii() and other.text.isascii() and _same_style(one, other)):
        return 0
    pairs = zip(one.text, other.text, strict=False)
    return next((at for at, (a, b) in enumerate(pairs) if a != b), min(len(one.text), len(other.text)))


def _alike(one: Run, other: Run) -> bool:
    return one.text == other.text and _same_style(one, other)


def _same_style(one: Run, other: Run) -> bool:
    return one.style is other.style or one.style == other.style
