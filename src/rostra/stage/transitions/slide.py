"""The next slide comes in from the right and covers the last, which stays where it is."""

from __future__ import annotations

from rostra.stage.transitions import Lines
from rostra.typeset.frame import Line, crop, width


def between(before: Lines, after: Lines, share: float) -> list[Line]:
    """What was, under the part of what comes that is there already."""
    columns = width(after[0])
    come = round(share * columns)
    return [[*crop(old, 0, columns - come), *crop(new, 0, come)] for old, new in zip(before, after, strict=True)]
