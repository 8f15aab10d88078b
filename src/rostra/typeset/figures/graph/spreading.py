"""Spreading: places for things that keep their order and their distance, each near to where it wants to be."""

from __future__ import annotations

from collections.abc import Sequence


def spread(wanted: Sequence[Sequence[int]], apart: Sequence[int]) -> list[int]:
    """A place for each; the sum of its distances to the places that it wants is the least that can be.

    ``apart`` says how far each must at least be behind the one before it. Nobody wants nothing.
    """
    offsets: list[int] = []
    for distance in apart:
        offsets.append((offsets[-1] if offsets else 0) + distance)
    groups: list[tuple[int, list[int], int]] = []  # where its first one stands, what all want, how many they are
    for places, offset in zip(wanted, offsets, strict=True):
        want = sorted(place - offset for place in places)
        count = 1
        while groups and groups[-1][0] > _middle(want):
            _, others, more = groups.pop()
            want = sorted(want + others)
            count += more
        groups.append((_middle(want), want, count))
    firsts = [place for place, _, count in groups for _ in range(count)]
    return [first + offset for first, offset in zip(firsts, offsets, strict=True)]


def _middle(want: list[int]) -> int:
    half = len(want) // 2
    return want[half] if len(want) % 2 else (want[half - 1] + want[half]) // 2
