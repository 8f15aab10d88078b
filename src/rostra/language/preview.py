"""A slide as plain text."""

from __future__ import annotations

from rostra.export.text import plain
from rostra.language.document import Document


def preview(document: Document, index: int, columns: int, rows: int, step: int | None = None) -> str:
    """A slide, counted from 0, as it is seen on a page of so many cells, at a step or else complete."""
    frame = document.frame(index, (columns, rows))
    at = frame.steps - 1 if step is None else min(step, frame.steps - 1)
    return "\n".join(plain(line) for line in frame.lines(at))
