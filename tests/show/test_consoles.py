"""What the audience's side makes of consoles that join, leave, and bring back what they remember."""

from __future__ import annotations

from dataclasses import replace

from rostra.deck.blocks import Place
from rostra.deck.cursor import Cursor
from rostra.deck.model import Deck, Slide
from rostra.show.clock import Clock
from rostra.show.commands import Command, NextStep
from rostra.show.consoles import Consoles
from rostra.show.messages import Message, command_message, read_state, state_message
from rostra.show.show import Show
from rostra.show.state import State


def deck(count: int, *, whole: bool = True) -> Deck:
    """A deck of so many slides."""
    return Deck(tuple(Slide(Place("talk.md", n), f"slide {n}") for n in range(count)), whole=whole)


REMEMBERED = State(Cursor(7), blank="black", under_way=True, clock=Clock(500.0), began=2, theme="nord")


class Stage:
    """A talk that one console joins."""

    def __init__(self, show: Show) -> None:
        self.show, self.asked, self.shown = show, list[Command](), 0
        self.consoles = Consoles(show, self.asked.append, self._changed)

    def _changed(self) -> None:
        self.shown += 1

    def join(self, first: Message) -> State | None:
        """What a console hears that joins."""
        return read_state(self.consoles._join(first), self.show.deck)


def test_a_talk_that_began_anew_goes_on_where_a_console_remembers() -> None:
    stage = Stage(Show(deck(9)))
    assert stage.join(state_message(REMEMBERED, deck(9))) == REMEMBERED == stage.show.state
    assert stage.shown == 1


def test_a_talk_that_has_moved_or_a_console_that_was_in_none_changes_nothing() -> None:
    stage = Stage(Show(deck(9)))
    assert stage.join({}) == State()
    stage.show.do(NextStep())
    before = stage.show.state
    assert stage.join(state_message(REMEMBERED, deck(9))) == before
    assert stage.shown == 0


def test_the_slide_that_was_asked_for_on_starting_wins_and_the_clock_goes_on() -> None:
    show = Show(deck(9), Cursor(5))
    show.asked = True
    stage = Stage(show)
    stage.join(state_message(REMEMBERED, deck(9)))
    assert show.state == State(Cursor(5), clock=Clock(500.0), began=2, theme="nord")


def test_a_clock_that_was_taken_up_on_starting_stands() -> None:
    show = Show(deck(9), Cursor(5))
    show.asked, show.state = True, replace(show.state, clock=Clock(900.0), under_way=True)
    before = show.state
    assert Stage(show).join(state_message(REMEMBERED, deck(9))) == before


def test_what_a_console_brings_back_waits_for_the_whole_of_a_long_deck() -> None:
    show = Show(deck(3, whole=False))
    stage = Stage(show)
    stage.join(state_message(REMEMBERED, deck(9)))
    stage.consoles.deck_changed()
    assert show.cursor == Cursor()
    show.replace_deck(deck(9))
    stage.consoles.deck_changed()
    assert show.state == REMEMBERED


def test_what_a_console_asks_for_is_carried_out_and_what_is_nothing_is_not() -> None:
    stage = Stage(Show(deck(9)))
    stage.consoles._hear(command_message(NextStep(), deck(9)))
    stage.consoles._hear({"do": "nonsense"})
    assert stage.asked == [NextStep()]
