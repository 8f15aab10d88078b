"""The next slide comes in from the right and pushes the last out."""

from __future__ import annotations

from rostra.stage.transitions import Lines
from rostra.typeset.frame import Line, crop, width


def between(before: Lines, after: Lines, share: float) -> list[Line]:
    """Both, moved to the left."""
    columns = width(after[0])
    moved = round(share * columns)
    return [[*crop(old, moved, columns), *crop(new, 0, moved)] for old, new in zip(before, after, strict=True)]
