"""Motion: a transition under way, from what the audience saw to what it shall see."""

from __future__ import annotations

from collections.abc import Mapping

from rostra.deck.cursor import Cursor
from rostra.deck.model import Deck
from rostra.stage.transitions import Picture, transition

SECONDS = 0.2
"""How long a transition takes."""
EVERY = 1 / 50
"""Seconds between two of its pictures."""


class Motion:
    """From one picture to another of the same size; played backwards on the way ``back``."""

    def __init__(self, name: str, before: Picture, after: Picture, began: float, *, back: bool = False) -> None:
        self.after = after
        """Where it leads."""
        self._between = transition(name)
        self._ends = (after, before) if back else (before, after)
        self._back = back
        self._began = began

    def picture(self, now: float) -> Picture | None:
        """What is seen at a moment, in the same seconds as when it began; None when it is over."""
        share = (now - self._began) / SECONDS
        if share >= 1:
            return None
        return self._between(*self._ends, 1 - share if self._back else share)


def can_move(environment: Mapping[str, str]) -> bool:
    """Whether this terminal is near enough for motion: not at the other end of ssh."""
    return not any(environment.get(name) for name in ("SSH_CONNECTION", "SSH_CLIENT", "SSH_TTY"))


def is_back(before: Cursor, now: Cursor) -> bool:
    """Whether a talk has moved back."""
    return (now.slide, now.step) < (before.slide, before.step)


def transition_of(deck: Deck, before: Cursor, now: Cursor) -> str:
    """The name of the transition between two places of a deck. What a slide came in with, it goes back with."""
    if before == now:
        return "none"
    later = before if is_back(before, now) and before.slide < len(deck.slides) else now
    settings, meta = deck.slides[later.slide].settings, deck.meta
    if before.slide == now.slide:
        return settings.step_transition or meta.step_transition or "none"
    return settings.transition or meta.transition or "none"
