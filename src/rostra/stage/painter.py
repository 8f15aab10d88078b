"""Painter: the cells that the terminal shows, those that it should, and the bytes between."""

from __future__ import annotations

from collections.abc import Sequence

from rich.cells import cell_len, split_graphemes
from rich.style import Style

from rostra.stage.picture import Picture
from rostra.stage.seams import without_seams
from rostra.stage.sgr import PLAIN, Look, change, look_of
from rostra.terminal.large_text import LOWER, SINGLE, UPPER, LargeText, sized
from rostra.terminal.orders import CLEAR
from rostra.terminal.safe_signs import made_safe
from rostra.typeset.frame import Line, Run

SURE = "\u2600"
"""The first sign, an emoji, that may be wider or narrower on a terminal than it is reckoned here."""
DOUBLE = ("double", "fragile")
"""How terminals draw larger text that do so by double-height lines."""


class Painter:
    """Knows what is on the screen, and writes only what differs from what should be."""

    def __init__(self, colors: int, large: LargeText = "", *, has_seams: bool = False) -> None:
        self.colors = colors
        """How many colours the terminal has."""
        self.large = large
        """How it draws larger text."""
        self._has_seams = has_seams
        """Whether the terminal's font leaves a line free between blocks."""
        self._shown: Picture | None = None
        self._looks: dict[Style, Look] = {}
        self._undo = ""
        """What makes the screen one of usual text again."""

    def forget(self) -> None:
        """Something else was written to the screen, or its size changed: the next picture is written whole."""
        self._shown = None

    def release(self) -> str:
        """Somebody else writes to the screen from now on; returns what first makes it one of usual text again.

        Nothing when it is; else all of it has to be written anew.
        """
        self.forget()
        undo, self._undo = self._undo, ""
        return undo

    def paint(self, picture: Picture) -> str:
        """What to write so that the terminal shows a picture; nothing when it does."""
        shown, self._shown = self._shown, picture
        parts: list[str] = []
        if shown is None or shown[1:] != picture[1:]:
            before: Sequence[Line] = [[]] * len(picture.lines)
            self._make_room(picture, parts)
        else:
            before = shown.lines
        look = PLAIN
        for row, (old, new) in enumerate(zip(before, picture.lines, strict=True)):
            if old == new:
                continue
            column, runs = changed(old, new)
            if runs:
                look = self._write_row(row, column, runs, look, parts, picture.scale)
        parts.append(change(look, PLAIN))
        return "".join(parts)

    def _make_room(self, picture: Picture, parts: list[str]) -> None:
        """Add what makes each line of the screen one of the height that a picture needs; what is left over is blank."""
        parts.append(self._undo)
        self._undo = ""
        if picture.scale == 1:
            return
        columns, rows = picture.screen
        ground, is_double = PLAIN, self.large in DOUBLE
        for row in range(rows):
            before, ground = ground, self._look(picture.left_over(row))
            parts.append(f"{change(before, ground)}\x1b[{row + 1};1H{SINGLE * is_double}{' ' * columns}")
            if is_double and row < 2 * len(picture.lines):
                parts.append(LOWER if row % 2 else UPPER)
        parts.append(change(ground, PLAIN))
        self._undo = "".join(f"\x1b[{row + 1};1H{SINGLE}" for row in range(rows)) if is_double else CLEAR

    def _write_row(self, row: int, column: int, runs: Sequence[Run], look: Look, parts: list[str], scale: int) -> Look:
        """Add what writes some runs of a row from a column on; returns the look that is then in force."""
        if scale > 1 and self.large in DOUBLE:
            if self.large == "fragile":
                runs = [run._replace(text=made_safe(run.text)) for run in runs]
            for half in (1, 2):
                parts.append(f"\x1b[{2 * row + half};{column + 1}H")
                look = self._write(runs, column, look, parts, 1)
            return look
        parts.append(f"\x1b[{scale * row + 1};{scale * column + 1}H")
        return self._write(runs, column, look, parts, scale)

    def _write(self, runs: Sequence[Run], column: int, look: Look, parts: list[str], scale: int) -> Look:
        """Add runs from a column on; returns the look that is then in force."""
        for run in without_seams(runs) if self._has_seams else runs:
            if not run.text:
                continue
            wanted = self._look(run.style)
            parts.append(change(look, wanted))
            look = wanted
            cells = _cells(run.text)
            column += cells
            is_sure = run.text.isascii() or (cells == len(run.text) and max(run.text) < SURE)
            if scale == 1:
                parts.append(run.text)
            else:
                parts.append(sized(run.text, scale) if is_sure else _sized_signs(run.text, scale))
            if not is_sure:  # terminals differ in how wide such signs are
                parts.append(f"\x1b[{scale * column + 1}G")
        return look

    def _look(self, style: Style) -> Look:
        """The look of a style on this terminal."""
        look = self._looks.get(style)
        if look is None:
            look = self._looks[style] = look_of(style, self.colors)
        return look


def _sized_signs(text: str, scale: int) -> str:
    """A text of signs that terminals differ about, each with its width."""
    return "".join(sized(text[start:end], scale, cells) for start, end, cells in split_graphemes(text)[0])


def changed(old: Line, new: Line) -> tuple[int, Line]:
    """The part of a line that differs from what stood there: the column where it begins, and its runs.

    Both are equally wide, unless nothing is known of what stood there.
    """
    if not old:
        return 0, new
    first = column = 0
    old_end, new_end = len(old), len(new)
    shorter = min(old_end, new_end)
    while first < shorter and _alike(old[first], new[first]):
        column += _cells(new[first].text)
        first += 1
    while min(old_end, new_end) > first and _alike(old[old_end - 1], new[new_end - 1]):
        old_end, new_end = old_end - 1, new_end - 1
    return _trimmed(column, old[first:old_end], new[first:new_end])


def _trimmed(column: int, old: Line, new: Line) -> tuple[int, Line]:
    """The same without what the first runs begin with, and the last end with, in both."""
    if not (old and new):
        return column, new
    before, after = old[0], new[0]
    if same := _common(before, after):
        column += same
        old, new = [_rest(before, same), *old[1:]], [_rest(after, same), *new[1:]]
    before, after = old[-1], new[-1]
    if same := _common(before, after, from_end=True):
        new = [*new[:-1], Run(after.text[: len(after.text) - same], after.style)]
    return column, [run for run in new if run.text]


def _rest(run: Run, start: int) -> Run:
    return Run(run.text[start:], run.style)


def _common(one: Run, other: Run, *, from_end: bool = False) -> int:
    """How many signs two runs begin or end with that are the same, in look too, all of them one cell wide."""
    text, known = one.text, other.text
    if not (text.isascii() and known.isascii() and _same_style(one, other)):
        return 0
    if from_end:
        text, known = text[::-1], known[::-1]
    least, most = 0, min(len(text), len(known))
    while least < most:  # comparing whole parts is much faster than sign by sign
        middle = (least + most + 1) // 2
        if text.startswith(known[least:middle], least):
            least = middle
        else:
            most = middle - 1
    return least


def _cells(text: str) -> int:
    return len(text) if text.isascii() else cell_len(text)


def _alike(one: Run, other: Run) -> bool:
    return one.text == other.text and _same_style(one, other)


def _same_style(one: Run, other: Run) -> bool:
    return one.style is other.style or one.style == other.style
