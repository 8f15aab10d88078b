"""What goes over the link: whatever comes in, only what is understood counts."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from rostra.deck.blocks import Place
from rostra.deck.cursor import Cursor
from rostra.deck.model import Content, Deck, Slide
from rostra.show.clock import Clock
from rostra.show.messages import COMMANDS, command, read_command, read_state, state_message
from rostra.show.show import Show, State

DECK = Deck(tuple(Slide(Place("talk.md", n), str(n), parse=lambda: Content(steps=3)) for n in range(5)))
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.just(10**400) | st.floats() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4),
    max_leaves=12,
)
PAIRS = st.none() | st.lists(JSON | st.integers(-1, 9), max_size=3)
STATES = st.fixed_dictionaries(
    {
        "cursor": PAIRS,
        "blank": JSON | st.sampled_from(["", "black", "white"]),
        "clock": st.lists(JSON | st.floats(0, 10), min_size=3, max_size=3) | JSON,
    },
    optional={"came_from": PAIRS, "frozen": PAIRS, "pointer": JSON, "under_way": JSON},
)
MESSAGES = (
    st.dictionaries(st.sampled_from(["state", "do", "with", "token"]) | st.text(max_size=5), JSON, max_size=5)
    | st.fixed_dictionaries({"do": JSON | st.sampled_from(sorted(COMMANDS)), "with": JSON | st.lists(JSON, max_size=3)})
    | STATES.map(lambda state: {"state": state})
)


def over_the_wire(message: dict[str, Any]) -> dict[str, Any]:
    """The message as it arrives."""
    arrived = json.loads(json.dumps(message))
    assert isinstance(arrived, dict)
    return arrived


@pytest.mark.parametrize(
    "state",
    [
        State(),
        State(Cursor(2, 1), "black", Cursor(4), True, Cursor(0, 2), 7, Clock(1000.5, 1010.0, 3.25)),
        State(Cursor(4, 2), "white", under_way=True, pointer=0, clock=Clock(5.0)),
    ],
)
def test_a_state_arrives_as_it_was_sent(state: State) -> None:
    assert read_state(over_the_wire(state_message(state)), Show(DECK)) == state


@given(message=MESSAGES)
@example(message={"do": ["next_step"]})
@example(message={"do": {}})
@example(message={"state": {"cursor": [0, 0], "blank": "", "clock": [10**400, None, 0]}})
@example(message={"state": {"cursor": [0, 0], "blank": "", "clock": [1, None, float("inf")]}})
@example(message={"state": {"cursor": [True, 0], "blank": "", "clock": [1, None, 0]}})
@settings(max_examples=400)
def test_whatever_comes_in_is_a_state_on_the_deck_or_nothing_and_a_command_that_can_be_done(
    message: dict[str, Any],
) -> None:
    show = Show(DECK)
    state = read_state(message, show)
    if state is not None:
        for cursor in (state.cursor, state.came_from, state.frozen):
            assert cursor is None or Cursor.on(DECK, cursor.slide, cursor.step) == cursor
        assert state.clock.elapsed(2e9) >= 0
        show.state = state
    if (found := read_command(message)) is not None:
        name, arguments = found
        assert name in COMMANDS
        show.do(name, *arguments)
    assert Cursor.on(DECK, show.cursor.slide, show.cursor.step) == show.cursor


def test_a_position_that_the_deck_has_not_is_the_nearest() -> None:
    state = read_state(state_message(State(Cursor(99, 99), frozen=Cursor(3, 7))), Show(DECK))
    assert state is not None
    assert (state.cursor, state.frozen) == (Cursor(4, 2), Cursor(3, 2))


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_each_command_that_may_be_asked_for_is_one_of_the_show(name: str) -> None:
    takes: dict[str, list[Any]] = {"go": [2], "blank": ["black"], "point": [1]}
    arguments = takes.get(name, [])
    found = read_command(over_the_wire(command(name, *arguments)))
    assert found == (name, arguments)
    Show(DECK).do(name, *arguments)


@pytest.mark.parametrize(
    "message",
    [
        {},
        {"do": "replace_deck", "with": []},
        {"do": "__init__"},
        {"do": "complete"},
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
        {"do": "blank", "with": [["black"]]},
        {"do": "point", "with": ["x"]},
        {"do": None},
    ],
)
def test_what_is_no_command_is_not_obeyed(message: dict[str, Any]) -> None:
    assert read_command(message) is None
