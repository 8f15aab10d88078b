"""TextEdit: a change to a text, as editors and the language server take it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple


class TextEdit(NamedTuple):
    """A stretch of text, and what takes its place; lines and columns are counted from 0, in characters."""

    start_line: int
    start_column: int
    end_line: int
    end_column: int
    text: str


def applied(text: str, edits: Iterable[TextEdit]) -> str:
    """The text with all edits made; each counts in the text as it was, and none touches what another replaces."""
    lines = text.split("\n")
    begins = [0]
    for line in lines:
        begins.append(begins[-1] + len(line) + 1)
    for edit in sorted(edits, reverse=True):
        start, end = begins[edit.start_line] + edit.start_column, begins[edit.end_line] + edit.end_column
        text = text[:start] + edit.text + text[end:]
    return text
