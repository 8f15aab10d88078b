"""Show: a deck, where the talk stands, and what commands do to it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Literal

from rostra.deck.cursor import Cursor
from rostra.deck.model import Deck

START = Cursor()
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


class Show:
    """A talk under way: commands in, states out. ``rest`` reads the whole of a deck that was opened in part."""

    def __init__(self, deck: Deck, cursor: Cursor | None = None, rest: Callable[[], Deck] | None = None) -> None:
        self.deck = deck
        self.state = State(cursor or Cursor())
        self._rest = rest

    @property
    def cursor(self) -> Cursor:
        """Where the talk stands."""
        return self.state.cursor

    def complete(self) -> None:
        """Make sure that the whole deck has been read, as every command does that may leave its opening."""
        if not self.deck.whole and self._rest is not None:
            self.replace_deck(self._rest())

    def replace_deck(self, deck: Deck) -> None:
        """Go on in a deck that was read again, at the same content."""
        before = self.deck
        came_from = self.state.came_from
        self.deck = deck
        self.state = replace(
            self.state,
            cursor=self.cursor.moved_to(before, deck),
            came_from=came_from.moved_to(before, deck) if came_from else None,
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

    def _move(self, cursor: Cursor) -> None:
        """Stand somewhere else; a screen that was blank shows the slide that was moved to."""
        moved = cursor != self.cursor
        self.state = replace(self.state, cursor=cursor, blank="", under_way=self.state.under_way or moved)
