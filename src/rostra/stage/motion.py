"""Motion: a transition under way, from what the audience saw to what it shall see."""

from __future__ import annotations

from typing import NamedTuple

from rostra.deck.cursor import Cursor
from rostra.deck.model import Deck
from rostra.stage.picture import Picture
from rostra.stage.transitions import Between, transition

SECONDS = 0.2
"""How long a transition takes."""
EVERY = 1 / 50
"""Seconds between two of its pictures."""


class Move(NamedTuple):
    """How a talk comes from one place to another."""

    transition: str
    """The transition's name."""
    back: bool = False
    """Whether it is played backwards."""


class Motion:
    """From one picture to another of the same screen and scale, by a move's transition unless another is given."""

    def __init__(
        self, move: Move, before: Picture, after: Picture, began: float, between: Between | None = None
    ) -> None:
        self.after = after
        """Where it leads."""
        self._between = between or transition(move.transition)
        self._back = move.back
        self._ends = (after, before) if move.back else (before, after)
        self._began = began

    def picture(self, now: float) -> Picture | None:
        """What is seen at a moment, in the same seconds as when it began; None when it is over."""
        share = (now - self._began) / SECONDS
        if share >= 1:
            return None
        before, after = self._ends
        return self.after._replace(lines=self._between(before.lines, after.lines, 1 - share if self._back else share))


def move_of(deck: Deck, before: Cursor, now: Cursor) -> Move | None:
    """How a talk comes from one place of a deck to another; None for at once.

    What a slide came in with, it goes back with.
    """
    if before == now:
        return None
    back = (now.slide, now.step) < (before.slide, before.step)
    settings, meta = deck.slides[(before if back else now).slide].settings, deck.meta
    if before.slide == now.slide:
        name = settings.step_transition or meta.step_transition
    else:
        name = settings.transition or meta.transition
    return Move(name, back) if name not in ("", "none") else None
