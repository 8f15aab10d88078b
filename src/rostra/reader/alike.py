"""What two texts have in common at their ends."""

from __future__ import annotations

from collections.abc import Sequence


def alike(one: Sequence[str], other: Sequence[str]) -> tuple[int, int]:
    """How many lines two texts have in common at the beginning, and at the end behind that."""
    most = min(len(one), len(other))
    first = next((i for i in range(most) if one[i] != other[i]), most)
    last = next((i for i in range(most - first) if one[-1 - i] != other[-1 - i]), most - first)
    return first, last
