"""Decks with a mark where the cursor stands."""

from __future__ import annotations

from pathlib import Path

from rostra.language.completion import Completion, completions
from rostra.language.document import Document

MARK = "‸"


def at_cursor(marked: str, path: Path = Path("talk.md")) -> tuple[Document, int, int]:
    """The document without the mark, and the line and column where that stood."""
    before, _, after = marked.partition(MARK)
    line = before.count("\n")
    return Document(path, before + after), line, len(before) - before.rfind("\n") - 1


def labels(marked: str, path: Path = Path("talk.md")) -> list[str]:
    """What is offered at the cursor."""
    return [one.label for one in completions(*at_cursor(marked, path))]


def accepted(marked: str, label: str, path: Path = Path("talk.md")) -> str:
    """The text when something offered is taken, with the mark where the cursor stands then."""
    document, line, column = at_cursor(marked, path)
    found = next(one for one in completions(document, line, column) if one.label == label)
    return taken(document, line, column, found)


def taken(document: Document, line: int, column: int, found: Completion) -> str:
    """The text with a completion in it."""
    at = len(found.text) if found.cursor is None else found.cursor
    written = document.lines[line]
    inside = found.text[:at] + MARK + found.text[at:]
    lines = [*document.lines[:line], written[: found.start] + inside + written[column:], *document.lines[line + 1 :]]
    return "\n".join(lines)
