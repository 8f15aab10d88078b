"""Where a line of a text that is being written stands in the file as it was saved."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import SequenceMatcher
from pathlib import Path

from rostra.errors import UserError
from rostra.reader.alike import alike
from rostra.reader.source import read_source

MOST = 2_000_000
"""Pairs of lines that are compared."""


class SavedFile:
    """A file as it was saved last, by whomever."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._known: tuple[int, int] | None = None
        self._lines: list[str] = []

    def line_of(self, lines: Sequence[str], line: int) -> int | None:
        """The line of the file at which a line of another text stands, both counted from 0; None without a file."""
        try:
            found = self._path.stat()
            if (known := (found.st_mtime_ns, found.st_size)) != self._known:
                self._lines, self._known = read_source(self._path).lines, known
        except (OSError, UserError):
            return None
        return line_in(self._lines, lines, line)


def line_in(saved: Sequence[str], written: Sequence[str], line: int) -> int:
    """The line of a text that stands where a line of another one does; of a new line the one above it."""
    start, same = alike(saved, written)
    if line < start:
        return line
    if line >= len(written) - same:
        return max(0, min(line + len(saved) - len(written), len(saved) - 1))
    old, new = saved[start : len(saved) - same], written[start : len(written) - same]
    return max(0, min(start + _among(old, new, line - start), len(saved) - 1))


def _among(old: Sequence[str], new: Sequence[str], line: int) -> int:
    if len(old) * len(new) > MOST or len(old) == len(new):
        return min(line, len(old) - 1)
    for block in SequenceMatcher(None, new, old, autojunk=False).get_matching_blocks():
        if block.a <= line < block.a + block.size:
            return block.b + line - block.a
        if block.a > line:
            return block.b - 1
    return len(old) - 1
