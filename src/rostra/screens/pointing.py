"""Which row is pointed at next."""

from __future__ import annotations

from rostra.deck.spot import Spot
from rostra.typeset import Frame


def pointable(frame: Frame, step: int, rows: range) -> list[tuple[int, Spot]]:
    """What can be pointed at among some rows of a frame's body: the rows with what they show."""
    found = [(row, frame.spot_at(row)) for row in rows if frame.is_pointable(row, step)]
    return [(row, spot) for row, spot in found if spot is not None]


def next_spot(frame: Frame, step: int, rows: range, pointer: Spot | None, by: int) -> Spot | None:
    """What lies so many rows that can be pointed at below the pointer; the first among some rows when it is not there.

    None when there is nothing to point at.
    """
    there = pointable(frame, step, rows)
    if not there:
        return None
    now = frame.rows_of(pointer) if pointer is not None else range(0)
    at = next((i for i, (row, _) in enumerate(there) if row in now), None)
    return there[0 if at is None else max(0, min(len(there) - 1, at + by))][1]
