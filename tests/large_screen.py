"""A terminal that draws larger text, as far as it matters here: which letters it shows, how large, and where."""

from __future__ import annotations

import re
from itertools import chain
from typing import Any

import pyte
from rich.cells import split_graphemes

SIZED = re.compile(r"\x1b\]66;([\w=:]*);([^\x07\x1b]*)\x1b\\")
UNENDED = re.compile(r"\x1b\]66;[^\x07\x1b]*\x1b?\Z")
LETTER, PART = "\ue000", "\ue001"
HALVES = {"3": "upper_half", "4": "lower_half", "5": "usual_line"}


class LargeScreen(pyte.Screen):
    """Knows which rows are halves of double-height lines, and which cells are parts of a larger letter.

    A larger letter is gone as soon as something is written over a part of it.
    """

    def __init__(self, columns: int, rows: int, *, sizes: bool = True) -> None:
        self.sizes = sizes
        """Whether it knows text sizing, and does not pass over it."""
        self.halves: dict[int, str] = {}
        self.blocks: dict[tuple[int, int], list[tuple[int, int]]] = {}
        super().__init__(columns, rows)

    def upper_half(self) -> None:
        self.halves[self.cursor.y] = "upper"

    def lower_half(self) -> None:
        self.halves[self.cursor.y] = "lower"

    def usual_line(self) -> None:
        self.halves.pop(self.cursor.y, None)

    def resize(self, lines: int | None = None, columns: int | None = None) -> None:
        super().resize(lines, columns)
        self.halves = {row: half for row, half in self.halves.items() if row < self.lines}

    def erase_in_display(self, how: int = 0, *args: Any, **kwargs: Any) -> None:
        if how == 2:
            self.blocks.clear()
        super().erase_in_display(how, *args, **kwargs)

    def draw(self, data: str) -> None:
        for column in range(self.cursor.x, self.cursor.x + 2 * len(data)):
            self._forget(self.cursor.y, column)
        super().draw(data)

    def draw_sized(self, scale: int, cells: int, text: str) -> None:
        """Draw signs, each over several rows and columns; each is what one of its corners says, the rest say none."""
        for start, end, width in split_graphemes(text)[0]:
            wide = (cells or width) * scale
            row, column = self.cursor.y, self.cursor.x
            assert column + wide <= self.columns, "a large letter runs off the screen"
            assert row + scale <= self.lines, "a large letter runs off the screen"
            block = [(row + down, column + right) for down in range(scale) for right in range(wide)]
            for cell in block:
                self._forget(*cell)
            for place in block:
                data = f"{LETTER}{scale}{text[start:end]}" if place == (row, column) else PART
                self.buffer[place[0]][place[1]] = self.cursor.attrs._replace(data=data)
                self.blocks[place] = block
            self.cursor.x = min(column + wide, self.columns)

    def _forget(self, row: int, column: int) -> None:
        for place in self.blocks.get((row, column), []):
            self.buffer[place[0]][place[1]] = self.default_char
            self.blocks.pop(place, None)

    def cells(self) -> list[list[Any]]:
        """Every cell that is seen, each row after what it is half of."""
        seen = []
        for row in range(self.lines):
            columns = self.columns // 2 if row in self.halves else self.columns
            seen.append([self.halves.get(row), *(self.buffer[row][column] for column in range(columns))])
        return seen

    @property
    def display(self) -> list[str]:
        """The text of each row; a large letter counts as a usual one, in its uppermost row only."""
        rows = ["".join(str(cell.data) for cell in row[1:]) for row in self.cells()]
        return [re.sub(f"{LETTER}\\d(.)|{PART}", r"\1", row).rstrip() for row in rows]


class LargeStream(pyte.Stream):
    """Feeds a :class:`LargeScreen`."""

    sharp = {**pyte.Stream.sharp, **HALVES}
    events = frozenset(chain(pyte.Stream.events, HALVES.values()))

    def __init__(self, screen: LargeScreen) -> None:
        self._screen = screen
        self._held = ""
        super().__init__(screen)

    def feed(self, data: str) -> None:
        data = self._held + data
        begun = UNENDED.search(data)
        self._held = data[begun.start() :] if begun else ""
        data = data[: len(data) - len(self._held)]
        at = 0
        for found in SIZED.finditer(data):
            super().feed(data[at : found.start()])
            settings = dict(part.split("=") for part in found[1].split(":"))
            if self._screen.sizes:
                self._screen.draw_sized(int(settings.get("s", 1)), int(settings.get("w", 0)), found[2])
            at = found.end()
        super().feed(data[at:])
