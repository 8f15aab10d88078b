"""The speaker's clock in large figures, where the page has room for that."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from rich.style import Style

from rostra.screens.console_panes import beside, label
from rostra.typeset.frame import Line, Run, padded, width
from rostra.typeset.frame_cache import FrameCache
from rostra.typeset.lettering import Pen, lettered

LARGE = (120, 36)
"""Columns and rows of a page from which the clock is large."""
COLUMNS = 38
"""Those of a clock that stands beside the notes."""
ROWS = 7
"""Those of a dial with its label."""


class Dial(NamedTuple):
    """A time, and what it is."""

    time: str
    about: str
    role: str


def is_large(columns: int, rows: int) -> bool:
    """Whether a page has room for a large clock."""
    return columns >= LARGE[0] and rows >= LARGE[1]


def dials_beside(dials: Sequence[Dial], frames: FrameCache, columns: int) -> list[Line]:
    """The dials side by side, in so many columns."""
    share = (columns - len(dials) + 1) // len(dials)
    first = columns - (share + 1) * (len(dials) - 1)
    return beside([_dial(dial, frames, share if at else first, ROWS) for at, dial in enumerate(dials)], frames)


def dials_below(dials: Sequence[Dial], frames: FrameCache, rows: int) -> list[Line]:
    """The dials one below the other, in so many rows."""
    lines = [line for dial in dials for line in _dial(dial, frames, COLUMNS, ROWS)]
    blank = frames.styles.page
    return [*lines, *[[Run(" " * COLUMNS, blank)] for _ in range(rows - len(lines))]][:rows]


def _dial(dial: Dial, frames: FrameCache, columns: int, rows: int) -> list[Line]:
    blank = frames.styles.page
    style = frames.styles.on(blank, dial.role)
    drawn = _figures(dial.time, style, columns - 2, Pen(rows - 2, frames.manner.signs))
    above = (rows - 1 - len(drawn)) // 2
    figures = [
        padded([Run(" " * (max(0, columns - width(line)) // 2), blank), *line], columns, blank) for line in drawn
    ]
    nothing = [padded([], columns, blank)]
    below = rows - 1 - above - len(figures)
    return [label(dial.about, columns, frames, strong=False), *nothing * above, *figures, *nothing * below]


def _figures(text: str, style: Style, columns: int, pen: Pen) -> list[Line]:
    """A time in large figures; as it is where they do not fit."""
    drawn = lettered([(text, style)], columns, pen, 1)
    return drawn[0] if drawn else [[Run(text, style)]]
