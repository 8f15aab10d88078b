"""The next slide appears in small pieces, all over the last."""

from __future__ import annotations

import random
from functools import lru_cache
from itertools import groupby

from rostra.stage.transitions import Lines
from rostra.typeset.frame import Line, crop, width

PIECE = 4
"""Columns of a piece; each is one row high."""


def between(before: Lines, after: Lines, share: float) -> list[Line]:
    """Some pieces of what comes, the others of what was."""
    columns = width(after[0])
    return [
        _row(old, new, share, turns) for old, new, turns in zip(before, after, _turns(columns, len(after)), strict=True)
    ]


def _row(old: Line, new: Line, share: float, turns: tuple[float, ...]) -> Line:
    line: Line = []
    at = 0
    for has_come, pieces in groupby(turns, lambda turn: turn < share):
        end = at + PIECE * len(list(pieces))
        line += crop(new if has_come else old, at, end)
        at = end
    return line


@lru_cache(maxsize=4)
def _turns(columns: int, rows: int) -> tuple[tuple[float, ...], ...]:
    """At which share of the time each piece changes, the same for every slide."""
    chosen = random.Random(columns)  # noqa: S311 (nothing secret)
    return tuple(tuple(chosen.random() for _ in range(-(-columns // PIECE))) for _ in range(rows))
