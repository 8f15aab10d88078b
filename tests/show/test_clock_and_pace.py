"""The speaker's clock, and time used against time planned."""

from __future__ import annotations

import pytest

from rostra.deck.blocks import Place
from rostra.deck.model import Content, Deck, Meta, Slide, SlideSettings
from rostra.show.clock import Clock, minutes
from rostra.show.commands import Blank, Freeze, Go, NextStep, Point, PreviousStep, ResetClock, ToggleClock
from rostra.show.pace import in_words, lag, plan
from rostra.show.show import Show


class Watch:
    """A time that only moves when told to."""

    def __init__(self) -> None:
        self.time = 1000.0

    def __call__(self) -> float:
        return self.time


def deck(*times: float | None, duration: float | None = None) -> Deck:
    """A deck whose slides plan these times, each with two steps."""
    slides = [
        Slide(Place("talk.md", n), str(n), SlideSettings(time=time), parse=lambda: Content(steps=2))
        for n, time in enumerate(times)
    ]
    return Deck(tuple(slides), Meta(duration=duration))


# -- clock --------------------------------------------------------------------------------------------------------


def test_a_clock_that_never_ran_shows_nought() -> None:
    assert Clock().elapsed(1e9) == 0.0


def test_the_clock_starts_with_the_first_step_forward_and_not_before() -> None:
    watch = Watch()
    show = Show(deck(None, None), now=watch)
    show.do(PreviousStep())
    show.do(Blank("black"))
    show.do(Freeze())
    show.do(Point(None))
    assert show.state.clock.started is None
    watch.time += 60
    show.do(NextStep())
    watch.time += 10
    show.do(PreviousStep())
    show.do(NextStep())
    assert show.state.clock.elapsed(watch.time) == 10.0


def test_paused_time_is_left_out() -> None:
    watch = Watch()
    show = Show(deck(None, None), now=watch)
    show.do(NextStep())
    watch.time += 10
    show.do(ToggleClock())
    watch.time += 300
    assert show.state.clock.elapsed(watch.time) == 10.0
    show.do(NextStep())
    assert show.state.clock.elapsed(watch.time) == 10.0
    show.do(ToggleClock())
    watch.time += 5
    assert show.state.clock.elapsed(watch.time) == 15.0
    show.do(ToggleClock())
    watch.time += 7
    show.do(ToggleClock())
    assert show.state.clock.elapsed(watch.time) == 15.0


def test_a_reset_clock_waits_for_the_next_step_forward() -> None:
    watch = Watch()
    show = Show(deck(None, None), now=watch)
    show.do(NextStep())
    watch.time += 10
    show.do(ToggleClock())
    show.do(ResetClock())
    watch.time += 10
    assert show.state.clock == Clock()
    show.do(NextStep())
    watch.time += 2
    assert show.state.clock.elapsed(watch.time) == 2.0


def test_the_clock_can_be_started_by_hand() -> None:
    assert Clock().toggled(50.0).elapsed(53.0) == 3.0


def test_a_system_clock_that_was_set_back_gives_no_negative_time() -> None:
    clock = Clock(1000.0)
    assert clock.elapsed(900.0) == 0.0
    assert clock.toggled(1010.0).toggled(900.0).elapsed(1020.0) == 20.0


@pytest.mark.parametrize(
    ("seconds", "text"),
    [
        (0, "0:00"),
        (59.9, "0:59"),
        (60, "1:00"),
        (754, "12:34"),
        (3599, "59:59"),
        (3600, "1:00:00"),
        (36061, "10:01:01"),
    ],
)
def test_seconds_are_written_as_on_a_clock(seconds: float, text: str) -> None:
    assert minutes(seconds) == text


# -- pace ---------------------------------------------------------------------------------------------------------


def test_a_deck_that_plans_nothing_has_no_pace() -> None:
    assert plan(deck(None, None)) is None
    assert lag(deck(None, None), 1, 500) is None
    assert in_words(None) == ""


def test_a_duration_is_shared_evenly() -> None:
    assert plan(deck(None, None, None, None, duration=120)) == [30, 30, 30, 30]


def test_a_slide_s_own_time_counts_and_the_others_share_the_rest() -> None:
    assert plan(deck(60, None, None, duration=120)) == [60, 30, 30]
    assert plan(deck(60, None, 20)) == [60, 0, 20]
    assert plan(deck(100, None, 100, duration=120)) == [100, 0, 100]
    assert plan(deck(60, 20, duration=500)) == [60, 20]


def test_on_time_is_any_moment_between_a_slide_s_beginning_and_its_end() -> None:
    talk = deck(60, 60, 60)
    assert [lag(talk, 1, elapsed) for elapsed in (60, 90, 120)] == [0.0, 0.0, 0.0]
    assert lag(talk, 1, 200) == 80.0
    assert lag(talk, 1, 20) == -40.0
    assert lag(talk, 0, 0) == 0.0


def test_what_is_planned_before_the_clock_began_counts_neither_for_the_talk_nor_against_it() -> None:
    talk = deck(90, 60, 60)
    show = Show(talk, now=lambda: 1000.0)
    show.do(NextStep())
    show.do(NextStep())
    assert show.cursor.slide == 1
    assert lag(talk, 1, 1.0) == -89.0, "counted from the first slide it is ahead by what nobody measured"
    began = Show(talk, now=lambda: 1000.0)
    began.do(Go(1))
    assert lag(talk, 1, 1.0, began.state.began) == 0.0
    assert lag(talk, 2, 20.0, began.state.began) == -40.0
    assert lag(talk, 1, 80.0, began.state.began) == 20.0


@pytest.mark.parametrize(
    ("seconds", "text"),
    [
        (80, "1:20 behind"),
        (-40, "0:40 ahead"),
        (0, "on time"),
        (4.9, "on time"),
        (-4.9, "on time"),
        (5, "0:05 behind"),
        (-3700, "1:01:40 ahead"),
    ],
)
def test_the_pace_is_said_in_words(seconds: float, text: str) -> None:
    assert in_words(seconds) == text
