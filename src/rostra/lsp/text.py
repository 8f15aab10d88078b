"""A text as editors count it.

To them a line ends with a newline, a carriage return or both, and columns are units of an encoding, of which some
characters take several. The reader counts characters, and takes a few more signs for line ends.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import Literal, NamedTuple

Encoding = Literal["utf-8", "utf-16", "utf-32"]
ENDS = re.compile("\r\n|\r|\n")
MORE_ENDS = re.compile("[\u2028\u2029\x85]")
"""What ends a line for the reader besides."""


class Where(NamedTuple):
    """A place in the text of an editor, counted from 0."""

    line: int
    column: int
    """In units of its encoding."""


class Text:
    """The text of a file that is open in an editor."""

    def __init__(self, text: str, encoding: Encoding = "utf-16") -> None:
        self.encoding = encoding
        self.end = "\r\n" if "\r\n" in text else "\n"
        """How its lines end."""
        self._take(ENDS.split(text))

    def _take(self, lines: list[str]) -> None:
        self.lines = lines
        self._whole: str | None = None
        self._starts: list[int] | None = None

    @property
    def whole(self) -> str:
        """All of it, its lines ending in newlines."""
        if self._whole is None:
            self._whole = "\n".join(self.lines)
        return self._whole

    def replace(self, start: Where, end: Where, text: str) -> None:
        """Put a text in the place of a stretch; what lies behind the text's end is its end."""
        (first, column), (last, stop) = self._within(start), self._within(max(start, end))
        new = ENDS.split(text)
        new[0] = self.lines[first][:column] + new[0]
        new[-1] += self.lines[last][stop:]
        self._take([*self.lines[:first], *new, *self.lines[last + 1 :]])

    def _within(self, where: Where) -> tuple[int, int]:
        """The line and the character, both in the text."""
        if where.line >= len(self.lines):
            return len(self.lines) - 1, len(self.lines[-1])
        return max(0, where.line), characters(self.lines[max(0, where.line)], where.column, self.encoding)

    # -- as the reader counts -----------------------------------------------------------------------------------

    def read(self, where: Where) -> tuple[int, int]:
        """The line and the character as the reader counts, both from 0."""
        line, column = self._within(where)
        before = MORE_ENDS.split(self.lines[line][:column])
        return self._line_starts()[line] + len(before) - 1, len(before[-1])

    def where(self, line: int, column: int) -> Where:
        """Where in the editor the reader's line and character are."""
        starts = self._line_starts()
        at = max(0, bisect_right(starts, line) - 1)
        written = self.lines[at]
        ends = [0, *(found.end() for found in MORE_ENDS.finditer(written))] if not written.isascii() else [0]
        first = ends[min(line - starts[at], len(ends) - 1)]
        return Where(at, units(written[: first + max(0, column)], self.encoding))

    def _line_starts(self) -> list[int]:
        """The reader's number of the beginning of each line."""
        if self._starts is None:
            self._starts, number = [], 0
            for line in self.lines:
                self._starts.append(number)
                number += 1 + (0 if line.isascii() else len(MORE_ENDS.findall(line)))
        return self._starts


def characters(line: str, column: int, encoding: Encoding) -> int:
    """How many characters of a line lie before a column; one in the middle of a character is before it."""
    if encoding == "utf-32" or line.isascii():
        return max(0, min(column, len(line)))
    taken = 0
    for index, char in enumerate(line):
        taken += _size(char, encoding)
        if taken > column:
            return index
    return len(line)


def units(text: str, encoding: Encoding) -> int:
    """How many units a text takes."""
    if encoding == "utf-32" or text.isascii():
        return len(text)
    return sum(_size(char, encoding) for char in text)


def _size(char: str, encoding: Encoding) -> int:
    code = ord(char)
    if encoding == "utf-16":
        return 1 + (code > 0xFFFF)
    return 1 + (code > 0x7F) + (code > 0x7FF) + (code > 0xFFFF)
