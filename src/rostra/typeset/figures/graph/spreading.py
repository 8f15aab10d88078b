"""Spreading: places for things that keep their order and their distance, each near to where it wants to be."""

from __future__ import annotations

from collections.abc import Sequence

Wish = tuple[int, int]
"""A place, and how much it is wanted, which is at least 1."""


def spread(wanted: Sequence[Sequence[Wish]], apart: Sequence[int]) -> list[int]:
    """A place for each; the sum of its distances to the places that it wants is the least that can be.

    ``apart`` says how far each must at least be behind the one before it. Nobody wants nothing.
    """
    groups: list[tuple[int, list[Wish], int]] = []  # where its first one stands, what all want, how many they are
    offsets: list[int] = []
    offset = 0
    for wishes, distance in zip(wanted, apart, strict=True):
        offset += distance
        offsets.append(offset)
        want = sorted([(place - offset, weight) for place, weight in wishes])
        middle, count = _middle(want), 1
        while groups and groups[-1][0] > middle:
            _, others, more = groups.pop()
            want = sorted(want + others)
            middle, count = _middle(want), count + more
        groups.append((middle, want, count))
    firsts = [place for place, _, count in groups for _ in range(count)]
    return [first + offset for first, offset in zip(firsts, offsets, strict=True)]


def _middle(want: list[Wish]) -> int:
    """The place that as much is wanted before as behind it."""
    if len(want) == 1:
        return want[0][0]
    left = sum([weight for _, weight in want])
    for number, (place, weight) in enumerate(want):
        left -= 2 * weight
        if left <= 0:
            return place if left else (place + want[number + 1][0]) // 2
    raise AssertionError
