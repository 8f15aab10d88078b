"""Which larger terminal would do where a slide is too large for one."""

from __future__ import annotations

from collections.abc import Callable

from rostra.check.talk import Size, Talk
from rostra.typeset import Frame

MOST_TRIES = 6
"""How often a larger page is tried: what it needs changes with its size, since headlines grow with it."""
LARGEST = 400
"""Columns and rows; no terminal on a stage has more."""


def size_that_does(talk: Talk, index: int, size: Size, lacks: Callable[[Frame], Size]) -> Size | None:
    """The size at which a slide, counted from 0, lacks neither columns nor rows; None where no terminal has it."""
    columns, rows = size
    for _ in range(MOST_TRIES):
        more_columns, more_rows = lacks(talk.frame(index, talk.setting.page((columns, rows))))
        if not more_columns and not more_rows:
            return columns, rows
        columns, rows = columns + more_columns * talk.setting.magnify, rows + more_rows * talk.setting.magnify
        if max(columns, rows) > LARGEST:
            break
    return None


def written(size: Size) -> str:
    """A size as people write it."""
    return f"{size[0]}x{size[1]}"


def counted(many: int, what: str) -> str:
    """A number with what is counted, such as ``1 row`` or ``3 rows``."""
    return f"1 {what}" if many == 1 else f"{many} {what}s"
