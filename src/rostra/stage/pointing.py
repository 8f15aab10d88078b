"""Which row is pointed at next."""

from __future__ import annotations

from rostra.deck.spot import Spot
from rostra.typeset import Frame


def next_spot(frame: Frame, step: int, rows: range, pointer: Spot | None, by: int) -> Spot | None:
    """What lies so many rows that can be pointed at below the pointer; the first among some rows when it is not there.

    None when there is nothing to point at.
    """
    there = frame.pointable(step, rows)
    if not there:
        return None
    now = {*frame.rows_of(pointer)} if pointer is not None else set()
    at = next((number for number, spot in enumerate(there) if not now.isdisjoint(frame.rows_of(spot))), None)
    return there[0 if at is None else max(0, min(len(there) - 1, at + by))]
