"""The last slide goes out to the left and uncovers the next, which stays where it is."""

from __future__ import annotations

from rostra.stage.transitions import Lines
from rostra.typeset.frame import Line, crop, width


def between(before: Lines, after: Lines, share: float) -> list[Line]:
    """The part of what was that is still there, over what comes."""
    columns = width(after[0])
    gone = round(share * columns)
    return [
        [*crop(old, gone, columns), *crop(new, columns - gone, columns)] for old, new in zip(before, after, strict=True)
    ]
