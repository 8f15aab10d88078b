"""What goes over the link: whatever comes in, only what is understood counts."""

from __future__ import annotations

import json
from dataclasses import fields, replace
from pathlib import Path
from typing import Any, get_args

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from rostra.deck.blocks import Place
from rostra.deck.cursor import Cursor
from rostra.deck.model import Content, Deck, Slide
from rostra.deck.spot import Spot
from rostra.show.clock import Clock
from rostra.show.commands import Blank, Command, Follow, Go, Magnify, NextStep, Point, ScrollTo, SetTheme
from rostra.show.messages import COMMANDS, command_message, read_command, read_state, state_message
from rostra.show.show import Show
from rostra.show.state import Drawn, Seen, State

SLIDES = tuple(Slide(Place("talk.md", n), str(n), parse=lambda: Content(steps=3)) for n in range(5))
DECK = Deck(SLIDES, files=(Path("talk.md"), Path("part.md")))
SPOT = Spot(Place("part.md", 12), 2, 5)
EXAMPLES: dict[type[Command], list[Command]] = {
    Go: [Go(2), Go(4, 1)],
    Blank: [Blank("black"), Blank("white")],
    Point: [Point(None), Point(SPOT)],
    ScrollTo: [ScrollTo(None), ScrollTo(Spot(Place("talk.md", 1)))],
    Magnify: [Magnify(0), Magnify(3)],
    Follow: [Follow(2, 1), Follow(0, 0, SPOT)],
    SetTheme: [SetTheme("tokyo-night"), SetTheme("my own")],
}
"""What is to be tried of the commands that say more than their kind."""
ALL = [command for kind in get_args(Command) for command in EXAMPLES.get(kind) or [kind()]]
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.just(10**400) | st.floats() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4),
    max_leaves=12,
)
PAIRS = st.none() | st.lists(JSON | st.integers(-1, 9), max_size=3)
SPOTS = st.none() | st.lists(JSON | st.integers(-1, 3), min_size=3, max_size=5)
STATES = st.fixed_dictionaries(
    {
        "cursor": PAIRS,
        "blank": JSON | st.sampled_from(["", "black", "white"]),
        "clock": st.lists(JSON | st.floats(0, 10), min_size=3, max_size=3) | JSON,
    },
    optional={
        "came_from": PAIRS,
        "frozen": JSON | st.tuples(PAIRS, SPOTS).map(list),
        "pointer": JSON | SPOTS,
        "scroll": JSON | SPOTS,
        "began": JSON | st.integers(-1, 9),
        "theme": JSON,
        "magnify": JSON | st.integers(-1, 5),
        "drawn": JSON | st.lists(JSON | st.integers(-1, 5), min_size=3, max_size=5),
        "under_way": JSON,
    },
)
MESSAGES = (
    st.dictionaries(st.sampled_from(["state", "do", "with", "token"]) | st.text(max_size=5), JSON, max_size=5)
    | st.fixed_dictionaries(
        {"do": JSON | st.sampled_from(sorted(COMMANDS)), "with": JSON | st.lists(JSON | SPOTS, max_size=3)}
    )
    | STATES.map(lambda state: {"state": state})
)


def over_the_wire(message: dict[str, Any]) -> dict[str, Any]:
    """The message as it arrives."""
    arrived = json.loads(json.dumps(message))
    assert isinstance(arrived, dict)
    return arrived


def elsewhere(command: Any) -> Any:
    """The command as the other side knows it, which names the same files by other paths."""
    spot = getattr(command, "spot", None)
    return command if spot is None else command._replace(spot=moved(spot))


def moved(spot: Spot | None) -> Spot | None:
    return spot and spot._replace(place=Place(f"/home/{spot.place.file}", spot.place.line))


THERE = replace(DECK, files=(Path("/home/talk.md"), Path("/home/part.md")))


SPOT = Spot(Place(DECK.file_names[0], 1), 2, 3)
FULL = State(
    Cursor(2, 1),
    SPOT,
    "black",
    Cursor(4),
    True,
    Seen(Cursor(0, 2), SPOT),
    SPOT,
    Clock(5.0),
    2,
    "paper",
    2,
    Drawn(60, 18, 2, 3),
)
"""A state that differs from an empty one in everything."""


# -- commands -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("command", ALL, ids=str)
def test_every_command_arrives_as_it_was_sent_and_can_be_carried_out(command: Command) -> None:
    message = over_the_wire(command_message(command, DECK))
    assert "md" not in json.dumps(message), "no text of a deck goes over the link"
    assert read_command(message, THERE) == elsewhere(command)
    show = Show(DECK)
    show.do(command)
    assert Cursor.on(DECK, show.cursor.slide, show.cursor.step) == show.cursor


def test_every_kind_of_command_has_a_name_of_its_own_on_the_link() -> None:
    assert set(COMMANDS.values()) == set(get_args(Command))
    assert {"next_step", "go", "toggle_clock", "set_theme"} <= set(COMMANDS)


def test_a_command_may_leave_out_what_it_has_a_default_for() -> None:
    assert read_command({"do": "go", "with": [3]}, DECK) == Go(3)
    assert read_command({"do": "next_step"}, DECK) == NextStep()


def test_a_spot_in_a_file_that_is_not_the_deck_s_is_nothing() -> None:
    assert command_message(Point(Spot(Place("other.md", 1))), DECK)["with"] == [None]


@pytest.mark.parametrize(
    "message",
    [
        {},
        {"do": "replace_deck", "with": []},
        {"do": "__init__"},
        {"do": "complete"},
        {"do": "NextStep"},
        {"do": "go"},
        {"do": "go", "with": ["2"]},
        {"do": "go", "with": [-1]},
        {"do": "go", "with": [1.5]},
        {"do": "go", "with": [True]},
        {"do": "go", "with": [10**30]},
        {"do": "go", "with": [1, 2, 3]},
        {"do": "next_step", "with": [1]},
        {"do": "next_step", "with": {}},
        {"do": "blank", "with": ["pink"]},
        {"do": "blank", "with": [""]},
        {"do": "blank", "with": [["black"]]},
        {"do": "point", "with": ["x"]},
        {"do": "point", "with": [[2, 1, 0, 1]]},
        {"do": "point", "with": [[0, 1, 0, 0]]},
        {"do": "point", "with": [[0, 1, 0]]},
        {"do": "scroll_to", "with": [7]},
        {"do": "set_theme", "with": ["../evil"]},
        {"do": "set_theme", "with": ["own.toml"]},
        {"do": "set_theme", "with": ["a\x1bb"]},
        {"do": "set_theme", "with": [""]},
        {"do": None},
    ],
)
def test_what_is_no_command_is_not_carried_out(message: dict[str, Any]) -> None:
    assert read_command(message, DECK) is None


# -- states -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "state",
    [
        State(),
        State(
            Cursor(2, 1), SPOT, "black", Cursor(4), True, Seen(Cursor(0, 2), SPOT), SPOT, Clock(1000.5, 1010.0, 3.25),
            2, "nord",
        ),
        State(Cursor(4, 2), blank="white", under_way=True, frozen=Seen(Cursor()), clock=Clock(5.0)),
    ],
)  # fmt: skip
def test_a_state_arrives_as_it_was_sent(state: State) -> None:
    frozen = state.frozen and Seen(state.frozen.cursor, moved(state.frozen.scroll))
    there = replace(state, scroll=moved(state.scroll), pointer=moved(state.pointer), frozen=frozen)
    assert read_state(over_the_wire(state_message(state, DECK)), THERE) == there


def test_a_position_that_the_deck_has_not_is_the_nearest() -> None:
    state = read_state(state_message(State(Cursor(99, 99), frozen=Seen(Cursor(3, 7)), began=9), DECK), DECK)
    assert state is not None
    assert (state.cursor, state.frozen, state.began) == (Cursor(4, 2), Seen(Cursor(3, 2)), 4)


def test_the_path_of_a_theme_stays_at_home() -> None:
    assert state_message(State(theme="/home/me/own.toml"), DECK)["state"]["theme"] == ""


# -- whatever comes in --------------------------------------------------------------------------------------------


@given(message=MESSAGES)
@example(message={"do": ["next_step"]})
@example(message={"do": {}})
@example(message={"state": {"cursor": [0, 0], "blank": "", "clock": [10**400, None, 0]}})
@example(message={"state": {"cursor": [0, 0], "blank": "", "clock": [1, None, float("inf")]}})
@example(message={"state": {"cursor": [True, 0], "blank": "", "clock": [1, None, 0]}})
@settings(max_examples=200)
def test_whatever_comes_in_is_a_state_on_the_deck_or_nothing_and_a_command_that_can_be_done(
    message: dict[str, Any],
) -> None:
    show = Show(DECK)
    state = read_state(message, DECK)
    if state is not None:
        for cursor in (state.cursor, state.came_from, state.frozen and state.frozen.cursor):
            assert cursor is None or Cursor.on(DECK, cursor.slide, cursor.step) == cursor
        for spot in (state.scroll, state.pointer):
            assert spot is None or spot.place.file in DECK.file_names
        assert state.clock.elapsed(2e9) >= 0
        show.take(state)
    if (found := read_command(message, DECK)) is not None:
        show.do(found)
    assert Cursor.on(DECK, show.cursor.slide, show.cursor.step) == show.cursor


def test_every_part_of_the_state_goes_over_the_link() -> None:
    assert set(state_message(State(), DECK)["state"]) == {field.name for field in fields(State)}
    arrived = read_state(over_the_wire(state_message(FULL, DECK)), DECK)
    assert arrived == FULL
    for field in fields(State):
        assert getattr(FULL, field.name) != getattr(State(), field.name), f"{field.name} is not tried"
