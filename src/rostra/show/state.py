"""State: all that a screen of a talk needs to know besides the deck, the same on every side of the talk."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NamedTuple

from rostra.deck.cursor import Cursor
from rostra.deck.spot import Spot
from rostra.show.clock import NO_CLOCK, Clock
from rostra.show.commands import Cover


class Seen(NamedTuple):
    """What of a deck is seen."""

    cursor: Cursor
    scroll: Spot | None = None
    """Where the part of a tall slide begins that is seen; None for its top."""


class Drawn(NamedTuple):
    """How large the audience sees the slide."""

    columns: int
    """Of the page that it is set on."""
    rows: int
    scale: int = 1
    """How many times as large as the terminal's own its letters are."""
    most: int = 1
    """The largest scale that the terminal has."""


START = Cursor()


@dataclass(frozen=True, slots=True)
class State:
    """How a talk stands."""

    cursor: Cursor = START
    scroll: Spot | None = None
    """Where the part of a tall slide begins that is seen; None for its top."""
    blank: Cover | Literal[""] = ""
    """The colour that covers the audience's slide; empty when none does."""
    came_from: Cursor | None = None
    """Where the talk stood before the last jump."""
    under_way: bool = False
    """Whether the talk has moved since it was opened."""
    frozen: Seen | None = None
    """What the audience goes on seeing while the speaker looks elsewhere."""
    pointer: Spot | None = None
    """What is pointed at."""
    clock: Clock = NO_CLOCK
    began: int = 0
    """The slide, counted from 0, at which the clock began; what is planned before it counts for nothing."""
    theme: str = ""
    """The theme chosen during the talk; empty while each side shows its own."""
    magnify: int = 0
    """The scale chosen during the talk; 0 for none."""
    drawn: Drawn | None = None
    """How large the audience's slide is; None while nobody shows it."""

    @property
    def seen(self) -> Seen:
        """What the audience sees."""
        return self.frozen or Seen(self.cursor, self.scroll)
