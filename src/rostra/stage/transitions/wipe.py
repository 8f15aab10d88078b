"""The next slide replaces the last from left to right, and neither moves."""

from __future__ import annotations

from rostra.stage.transitions import Lines
from rostra.typeset.frame import Line, crop, width


def between(before: Lines, after: Lines, share: float) -> list[Line]:
    """The left part of what comes, the right part of what was."""
    columns = width(after[0])
    edge = round(share * columns)
    return [[*crop(new, 0, edge), *crop(old, edge, columns)] for old, new in zip(before, after, strict=True)]
