"""Show: a deck, where the talk stands, and what commands do to it."""

from __future__ import annotations

import math
import time
from collections.abc import Callable
from dataclasses import replace
from typing import NamedTuple, assert_never

from rostra.deck.cursor import Cursor
from rostra.deck.model import Deck
from rostra.deck.names import SCALES
from rostra.deck.spot import Spot
from rostra.show.clock import NO_CLOCK, Clock
from rostra.show.commands import (
    Blank,
    Command,
    FirstSlide,
    Follow,
    Freeze,
    Go,
    GoBack,
    LastSlide,
    Magnify,
    NextSlide,
    NextStep,
    Point,
    PreviousSlide,
    PreviousStep,
    ResetClock,
    RevealAll,
    ScrollTo,
    SetTheme,
    TakeUp,
    ToggleClock,
)
from rostra.show.following import Anchor, follow_deck
from rostra.show.state import Seen, State


class Earlier(NamedTuple):
    """Where a run of the talk broke off, to be taken up."""

    cursor: Cursor
    clock: Clock
    began: int = 0
    """The slide, counted from 0, at which the clock began."""


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
        self.asked = False
        """Whether the talk stands still where it was said on starting that it begins."""
        self.follows = False
        """Whether an editor may move it; a talk on stage is moved by nobody but its speaker."""
        self.read_at = math.inf
        """When the deck's files began to be read, in seconds since the epoch, as far as that is known."""
        self.earlier: Earlier | None = None
        """What :class:`TakeUp` takes up."""
        self._kept: tuple[Deck, Seen] | None = None
        """What a frozen audience goes on seeing."""
        self._anchor = Anchor(deck, self.cursor, self.cursor)
        self._rest = rest
        self._now = now

    @property
    def cursor(self) -> Cursor:
        """Where the talk stands."""
        return self.state.cursor

    @property
    def seen(self) -> tuple[Deck, Seen]:
        """What the audience sees: while it is frozen, the deck as it was then, whatever was saved since."""
        return self._kept or (self.deck, self.state.seen)

    def take(self, state: State) -> None:
        """Stand as another side of the talk says."""
        self.state = state
        if state.frozen is None:
            self._kept = None
        elif self._kept is None:
            self._kept = self.deck, state.frozen

    # -- the deck -----------------------------------------------------------------------------------------------

    def needs_whole(self, command: Command) -> bool:
        """Whether all of the deck must have been read before a command can be carried out."""
        if self.deck.whole:
            return False
        match command:
            case NextStep() | NextSlide():
                return self.cursor.slide + 2 >= len(self.deck.slides)
            case Go() | GoBack() | LastSlide() | TakeUp():
                return True
            case Follow():
                return self.follows
            case _:
                return False

    def complete(self) -> None:
        """Make sure that the whole deck has been read."""
        if not self.deck.whole:
            self.replace_deck(self.read_whole())

    def read_whole(self) -> Deck:
        """The whole deck, read now when it was opened in part; changes nothing, so any thread may call it."""
        return self._rest() if self._rest is not None and not self.deck.whole else self.deck

    def replace_deck(self, deck: Deck) -> None:
        """Go on in a deck that was read again, at the same content."""
        if self._anchor.now != self.cursor:  # the talk has moved since
            self._anchor = Anchor(self.deck, self.cursor, self.cursor)
        self._anchor = self._anchor.followed(self.deck, deck)
        self.state = follow_deck(self.state, self.deck, deck, self._anchor.now)
        self.deck = deck

    # -- commands -----------------------------------------------------------------------------------------------

    def do(self, command: Command) -> None:
        """Carry out a command."""
        if self.needs_whole(command):
            self.complete()
        state, cursor, deck = self.state, self.cursor, self.deck
        match command:
            case NextStep():
                self._move(cursor.next_step(deck))
            case PreviousStep():
                self._move(cursor.previous_step(deck))
            case NextSlide():
                self._move(cursor.next_slide(deck))
            case PreviousSlide():
                self._move(cursor.previous_slide(deck))
            case FirstSlide():
                self._jump(Cursor())
            case LastSlide():
                self._jump(Cursor(len(deck.slides) - 1))
            case Go(slide, step):
                self._jump(Cursor.on(deck, slide, step))
            case GoBack():
                self._jump(state.came_from or cursor)
            case TakeUp():
                self._take_up()
            case RevealAll():
                self._move(cursor.all_steps(deck))
            case Follow(slide, step, spot):
                self._follow(Cursor.on(deck, slide, step), spot)
            case ScrollTo(spot):
                self.state = replace(state, scroll=spot, blank=state.blank if state.frozen else "", under_way=True)
            case _:
                self._settle(command)

    def _settle(self, command: Blank | Freeze | Point | ToggleClock | ResetClock | SetTheme | Magnify) -> None:
        """Carry out a command that moves nothing."""
        state = self.state
        match command:
            case Blank(how):
                self.state = replace(state, blank="" if state.blank == how else how)
            case Freeze():
                self._freeze()
            case Point(spot):
                self.state = replace(state, pointer=spot)
            case ToggleClock():
                began = state.began if state.clock.started is not None else self.cursor.slide
                self.state = replace(state, clock=state.clock.toggled(self._now()), began=began)
            case ResetClock():
                self.state = replace(state, clock=NO_CLOCK)
            case SetTheme(name):
                self.state = replace(state, theme=name)
            case Magnify(scale):
                self.state = replace(state, magnify=min(scale, len(SCALES) - 1))
            case _:
                assert_never(command)

    def _jump(self, target: Cursor) -> None:
        """Stand on a slide, and remember from where."""
        if target.slide != self.cursor.slide:
            self.state = replace(self.state, came_from=self.cursor)
        self._move(target)

    def _take_up(self) -> None:
        """Go on where the earlier run broke off."""
        if self.earlier is not None:
            cursor, clock, began = self.earlier
            self._jump(Cursor.on(self.deck, cursor.slide, cursor.step))
            self.state = replace(self.state, clock=clock, began=began, under_way=True)
            self.earlier = None

    def _follow(self, cursor: Cursor, scroll: Spot | None) -> None:
        """Stand where an editor is; that is no talk yet, so no clock begins and there is nothing to go back to."""
        if self.follows:
            state = self.state
            pointer = state.pointer if state.frozen or cursor.slide == state.cursor.slide else None
            blank = state.blank if state.frozen else ""
            self.state = replace(state, cursor=cursor, scroll=scroll, pointer=pointer, blank=blank)

    def _freeze(self) -> None:
        self.take(replace(self.state, frozen=None if self.state.frozen else self.state.seen))

    def _move(self, cursor: Cursor) -> None:
        """Stand somewhere else; a screen that was blank shows the slide that was moved to, unless it is frozen."""
        state, before = self.state, self.cursor
        forward = (cursor.slide, cursor.step) > (before.slide, before.step)
        same = cursor.slide == before.slide
        self.asked = self.asked and cursor == before
        starts = forward and state.clock.started is None
        self.state = replace(
            state,
            cursor=cursor,
            scroll=state.scroll if same else None,
            blank=state.blank if state.frozen else "",
            under_way=state.under_way or cursor != before,
            pointer=state.pointer if state.frozen or same else None,
            clock=state.clock.begun(self._now()) if forward else state.clock,
            began=cursor.slide if starts else state.began,
        )
