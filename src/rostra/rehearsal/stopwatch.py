"""Stopwatch: how long a talk under way stood on each slide."""

from __future__ import annotations

from rostra.deck.model import Deck
from rostra.rehearsal.slide_keys import slide_keys


class Stopwatch:
    """Sums the seconds used on each slide of a talk under way, wherever it jumps."""

    def __init__(self) -> None:
        self._used: dict[int, float] = {}
        self._slide: int | None = None
        self._elapsed = 0.0

    def at(self, slide_index: int, elapsed: float) -> None:
        """Take note that the talk is on a slide, counted from 0, when its clock reads so many seconds.

        A clock that reads less than before was set to nought meanwhile; what was measured stays.
        """
        since = elapsed - self._elapsed if elapsed >= self._elapsed else elapsed
        if self._slide is not None and since > 0:
            self._used[self._slide] = self._used.get(self._slide, 0.0) + since
        self._slide, self._elapsed = slide_index, elapsed

    def follow(self, before: Deck, after: Deck) -> None:
        """Go on in a deck that was read again: what was measured stays with the slides that it has still."""
        places = {key: index for index, key in enumerate(slide_keys(after))}
        moved = {index: places[key] for index, key in enumerate(slide_keys(before)) if key in places}
        self._used = {moved[index]: used for index, used in self._used.items() if index in moved}
        self._slide = None if self._slide is None else moved.get(self._slide)

    def times(self, count: int) -> list[float]:
        """The seconds used on each of so many slides."""
        return [self._used.get(index, 0.0) for index in range(count)]
