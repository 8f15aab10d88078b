"""Staying at the same content when the deck is read again."""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

from rostra.deck.cursor import Cursor
from rostra.deck.model import Deck
from rostra.deck.spot import Spot
from rostra.show.state import Seen, State


class Anchor(NamedTuple):
    """Where a talk was last moved to, kept while a deck that was saved in part is too short to have that place."""

    deck: Deck
    """The deck on which it was moved there."""
    cursor: Cursor
    """The place on that deck."""
    now: Cursor
    """The nearest place on the deck as it was last read."""

    def followed(self, before: Deck, after: Deck) -> Anchor:
        """The anchor once ``after`` was read in place of ``before``."""
        if self.cursor.reaches(self.deck, after):
            cursor = self.cursor.moved_to(self.deck, after)
            return Anchor(after, cursor, cursor)
        return self._replace(now=self.now.moved_to(before, after))


def follow_deck(state: State, before: Deck, after: Deck, cursor: Cursor) -> State:
    """The state on a deck that was read again, where the talk stands at ``cursor`` now."""

    def moved(at: Cursor) -> Cursor:
        return at.moved_to(before, after)

    def spot(found: Spot | None, old: Cursor, new: Cursor) -> Spot | None:
        """The spot on a slide that begins at another line now."""
        if found is None:
            return None
        was, now = before.slides[old.slide].place, after.slides[new.slide].place
        if found.place.file != was.file:
            return found
        return found._replace(place=found.place._replace(file=now.file, line=found.place.line + now.line - was.line))

    frozen = state.frozen
    if frozen is not None:
        at = moved(frozen.cursor)
        frozen = Seen(at, spot(frozen.scroll, frozen.cursor, at))
    pointed_on = state.seen.cursor
    return replace(
        state,
        cursor=cursor,
        scroll=spot(state.scroll, state.cursor, cursor),
        came_from=moved(state.came_from) if state.came_from else None,
        frozen=frozen,
        pointer=spot(state.pointer, pointed_on, frozen.cursor if frozen else cursor),
        began=moved(Cursor(state.began)).slide,
    )
