"""Routes: the way of each line between two ranks, on tracks of its own where it turns; none lies on another."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from rostra.typeset.figures.graph.nets import Net

FORBIDDEN = 1000
"""What it costs that a line lies on another; a crossing costs 1."""


class Turn(NamedTuple):
    """A line that turns: where across the ranks it comes from, and where it leads."""

    net: Net
    uppers: tuple[int, ...]
    lowers: tuple[int, ...]
    part: int = 0
    """0 for a line that turns on one track; 1 and 2 for the two tracks of one that makes a detour."""

    @property
    def span(self) -> tuple[int, int]:
        """The first and the last cell of its track."""
        ends = self.uppers + self.lowers
        return min(ends), max(ends)


class Channel(NamedTuple):
    """The lines between two ranks."""

    turns: tuple[tuple[Turn, int], ...]
    """Each with its track, counted from 0."""
    straight: tuple[tuple[Net, int], ...]
    """Lines that do not turn, each with where it runs."""
    tracks: int


def channel(nets: Iterable[Net], places: Callable[[Net, int], int]) -> Channel:
    """The lines between two ranks, when it is known where across the ranks each ends at a spot."""
    turns, straight = [], []
    for net in nets:
        uppers = tuple(places(net, spot) for spot in net.uppers)
        lowers = tuple(places(net, spot) for spot in net.lowers)
        if len({*uppers, *lowers}) == 1:
            straight.append((net, uppers[0]))
        else:
            turns.append(Turn(net, uppers, lowers))
    taken = {end for turn in turns for end in (*turn.uppers, *turn.lowers)} | {place for _, place in straight}
    turns = _with_detours(_sorted(turns), taken)
    tracks: list[int] = []
    for number, turn in enumerate(turns):
        first, last = turn.span
        over = [
            track
            for track, other in zip(tracks, turns[:number], strict=True)
            if other.span[0] <= last + 1 and first <= other.span[1] + 1
        ]
        tracks.append(max(over, default=-1) + 1)
    return Channel(tuple(zip(turns, tracks, strict=True)), tuple(straight), max(tracks, default=-1) + 1)


def _cost(one: Turn, other: Turn) -> int:
    """What it costs that one has its track before the other: the crossings."""
    (first, last), (start, end) = one.span, other.span
    crossings = sum(first <= place <= last for place in other.uppers) + sum(start <= at <= end for at in one.lowers)
    return crossings + FORBIDDEN * bool(set(one.lowers) & set(other.uppers))


def _sorted(turns: list[Turn]) -> list[Turn]:
    """The order of the tracks in which few lines cross, and none lies on another where that can be."""
    order: list[Turn] = []
    for turn in turns:  # each where it costs least among those that have their place
        costs = [sum(_cost(turn, other) for other in order)]
        for other in order:
            costs.append(costs[-1] - _cost(turn, other) + _cost(other, turn))
        order.insert(costs.index(min(costs)), turn)
    for _ in order:
        changed = False
        for at in range(len(order) - 1):
            one, other = order[at], order[at + 1]
            if _cost(one, other) > _cost(other, one):
                order[at], order[at + 1] = other, one
                changed = True
        if not changed:
            break
    return order


def _with_detours(order: list[Turn], taken: set[int]) -> list[Turn]:
    """A line that would lie on another turns on two tracks, before and behind all others, and runs where none does."""
    bad = [
        turn for at, turn in enumerate(order) if any(set(turn.lowers) & set(other.uppers) for other in order[at + 1 :])
    ]
    if not bad:
        return order
    first, last = [], []
    for turn in bad:
        free = _free(turn, taken)
        taken.add(free)
        first.append(Turn(turn.net, turn.uppers, (free,), 1))
        last.append(Turn(turn.net, (free,), turn.lowers, 2))
    return [*first, *(turn for turn in order if turn not in bad), *last]


def _free(turn: Turn, taken: Sequence[int] | set[int]) -> int:
    """The place nearest to the middle of a line where no other runs."""
    middle = sum(turn.span) // 2
    return next(at for far in range(len(taken) + 1) for at in (middle + far, middle - far) if at not in taken)
