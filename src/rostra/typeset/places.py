"""Which row of which block each row of a frame shows."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from rostra.deck.blocks import Place
from rostra.deck.spot import Spot
from rostra.errors import Problem

NO_PART = -2


class Origin(NamedTuple):
    """What a row was drawn from; the first cells of each row carry it until the frame is made."""

    place: Place
    part: int = -1
    """Which part of its block, counted from 0: a listing's line, a table's row; -1 where every row is a part.

    :data:`NO_PART` for an edge, which nobody points at.
    """
    lacks: int = 0
    """How many columns a listing's line needs more than there are."""
    failure: str = ""
    """Why the block could not be drawn; empty when it could."""
    line: int = 0
    """How many lines below the block's first what is wrong stands."""


class Shown(NamedTuple):
    """A row of a block, and the column of the page from which on it is seen, counted from 0."""

    column: int
    spot: Spot


def spots_of(rows: Sequence[Iterable[tuple[int, Origin]]]) -> tuple[tuple[Shown, ...], ...]:
    """For each row of a body the rows of blocks that it shows, from left to right; given are columns and origins.

    Blocks that share a place, as those made from the front matter do, count as one.
    """
    counts: dict[Place, int] = {}
    numbered: list[dict[Place, tuple[int, int]]] = []
    for row in rows:
        here: dict[Place, tuple[int, int]] = {}
        for column, origin in row:
            if origin.place not in here and origin.part != NO_PART:
                count = counts.get(origin.place, 0)
                part = origin.part if origin.part >= 0 else count
                counts[origin.place] = max(count, part + 1)
                here[origin.place] = column, part
        numbered.append(here)
    return tuple(
        tuple(Shown(column, Spot(place, part, counts[place])) for place, (column, part) in here.items())
        for here in numbered
    )


def spot_among(shown: Sequence[Shown], column: int | None) -> Spot | None:
    """What a row shows, at a column of the page where one is given; None for a blank row."""
    before = [one for one in shown if column is not None and one.column <= column] or shown[:1]
    return before[-1].spot if before else None


def rows_showing(rows: Sequence[Sequence[Shown]], spot: Spot) -> range:
    """The rows that show a row of a block, as it was found on a page of any size; else no rows."""
    found = [(row, one.spot) for row, shown in enumerate(rows) for one in shown if one.spot.place == spot.place]
    if not found:
        return range(0)
    count = found[0][1].rows
    first = spot.row_of(count)
    last = max(first, min(count, (spot.row + 1) * count // spot.rows) - 1)
    # A table that has become a list has no row for its head: what is next to it does.
    near = min((max(first - one.row, one.row - last, 0) for _, one in found), default=0)
    wanted = [row for row, one in found if first - near <= one.row <= last + near]
    return range(wanted[0], wanted[-1] + 1)


def notices_of(origins: Iterable[Origin]) -> tuple[Problem, ...]:
    """What their author should know of the blocks that were drawn, each once."""
    found = []
    for place, part, lacks, failure, line in origins:
        if failure:
            found.append(Problem(place.file, place.line + line, f"this cannot be drawn: {failure}", rule="drawing"))
        if lacks:
            columns = "1 column" if lacks == 1 else f"{lacks} columns"
            message = f"line {part + 1} of this listing is {columns} too wide"
            found.append(Problem(place.file, place.line, message, rule="listing-width"))
    return tuple(dict.fromkeys(found))
