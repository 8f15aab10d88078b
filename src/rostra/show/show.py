"""Show: a deck, where the talk stands, and what commands do to it."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any, Literal

from rostra.deck.cursor import Cursor
from rostra.deck.model import Deck
from rostra.show.clock import Clock

START = Cursor()
NO_CLOCK = Clock()
Blank = Literal["", "black", "white"]


@dataclass(frozen=True, slots=True)
class State:
    """All that a screen needs to know besides the deck."""

    cursor: Cursor = START
    blank: Blank = ""
    came_from: Cursor | None = None
    """Where the talk stood before the last jump."""
    under_way: bool = False
    """Whether the talk has moved since it was opened."""
    frozen: Cursor | None = None
    """What the audience goes on seeing while the speaker looks elsewhere."""
    pointer: int | None = None
    """The row of the slide that is pointed at, counted from 0."""
    clock: Clock = NO_CLOCK

    @property
    def seen(self) -> Cursor:
        """What the audience sees."""
        return self.frozen or self.cursor


class Show:
    """A talk under way: commands in, states out. ``rest`` reads the whole of a deck that was opened in part."""

    def __init__(
        self,
        deck: Deck,
        cursor: Cursor | None = None,
        rest: Callable[[], Deck] | None = None,
        now: Callable[[], float] = time.time,
    ) -> None:
        self.deck = deck
        self.state = State(cursor or Cursor())
        self._rest = rest
        self._now = now

    @property
    def cursor(self) -> Cursor:
        """Where the talk stands."""
        return self.state.cursor

    def do(self, name: str, *arguments: Any) -> None:
        """Carry out a command by its name; ``rostra.show.messages.COMMANDS`` lists the names."""
        getattr(self, name)(*arguments)

    def complete(self) -> None:
        """Make sure that the whole deck has been read, as every command does that may leave its opening."""
        if not self.deck.whole:
            self.replace_deck(self.read_whole())

    def read_whole(self) -> Deck:
        """The whole deck, read now when it was opened in part; changes nothing, so any thread may call it."""
        return self._rest() if self._rest is not None else self.deck

    def replace_deck(self, deck: Deck) -> None:
        """Go on in a deck that was read again, at the same content."""
        before = self.deck
        came_from, frozen = self.state.came_from, self.state.frozen
        self.deck = deck
        self.state = replace(
            self.state,
            cursor=self.cursor.moved_to(before, deck),
            came_from=came_from.moved_to(before, deck) if came_from else None,
            frozen=frozen.moved_to(before, deck) if frozen else None,
        )

    def next_step(self) -> None:
        """One step on."""
        if self.cursor.slide + 2 >= len(self.deck.slides):
            self.complete()
        self._move(self.cursor.next_step(self.deck))

    def previous_step(self) -> None:
        """One step back."""
        self._move(self.cursor.previous_step(self.deck))

    def next_slide(self) -> None:
        """The next slide, whatever steps are left."""
        if self.cursor.slide + 2 >= len(self.deck.slides):
            self.complete()
        self._move(self.cursor.next_slide(self.deck))

    def previous_slide(self) -> None:
        """The slide before, at its first step."""
        self._move(self.cursor.previous_slide(self.deck))

    def first_slide(self) -> None:
        """Jump to the first slide."""
        self.go(0)

    def last_slide(self) -> None:
        """Jump to the last slide."""
        self.complete()
        self.go(len(self.deck.slides) - 1)

    def go(self, slide: int, step: int = 0) -> None:
        """Jump to a slide, counted from 0; one that the deck has not is the nearest it has."""
        self.complete()
        target = Cursor.on(self.deck, slide, step)
        if target.slide != self.cursor.slide:
            self.state = replace(self.state, came_from=self.cursor)
        self._move(target)

    def go_back(self) -> None:
        """Return to where the last jump began; once more goes there again."""
        if self.state.came_from is not None:
            self.go(self.state.came_from.slide, self.state.came_from.step)

    def reveal_all(self) -> None:
        """Show all steps of the slide."""
        self._move(self.cursor.all_steps(self.deck))

    def blank(self, how: Blank) -> None:
        """Make the audience's screen black or white; the same once more shows the slide again."""
        self.state = replace(self.state, blank="" if self.state.blank == how else how)

    def freeze(self) -> None:
        """Let the audience keep what it sees while the speaker looks elsewhere; once more lets go."""
        self.state = replace(self.state, frozen=None if self.state.frozen else self.cursor)

    def point(self, row: int | None) -> None:
        """Point at a row of the slide, counted from 0; None points at nothing."""
        self.state = replace(self.state, pointer=row)

    def toggle_clock(self) -> None:
        """Pause the clock, or let it go on."""
        self.state = replace(self.state, clock=self.state.clock.toggled(self._now()))

    def reset_clock(self) -> None:
        """Set the clock to nought; the next step forward starts it."""
        self.state = replace(self.state, clock=NO_CLOCK)

    def _move(self, cursor: Cursor) -> None:
        """Stand somewhere else; a screen that was blank shows the slide that was moved to, unless it is frozen."""
        before = self.cursor
        forward = (cursor.slide, cursor.step) > (before.slide, before.step)
        self.state = replace(
            self.state,
            cursor=cursor,
            blank=self.state.blank if self.state.frozen else "",
            under_way=self.state.under_way or cursor != before,
            pointer=self.state.pointer if self.state.frozen or cursor.slide == before.slide else None,
            clock=self.state.clock.begun(self._now()) if forward else self.state.clock,
        )
