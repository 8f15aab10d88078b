"""The speaker's page, as lines of cells."""

from __future__ import annotations

import tempfile
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from decks import read
from rostra.deck.blocks import Place
from rostra.deck.cursor import Cursor
from rostra.deck.model import Deck
from rostra.deck.spot import Spot
from rostra.screens.console_page import SHARES, Console, last_notes_top, page, spot_at
from rostra.show.clock import Clock
from rostra.show.state import Seen, State
from rostra.themes import load_theme
from rostra.typeset import Manner, Styles
from rostra.typeset.frame import Line, width
from rostra.typeset.frame_cache import FrameCache
from snippets import TEXTS

STYLES = Styles(load_theme("dark"))
PLAIN = Manner(signs="none")
NOW = 1_700_000_000.0
TALK = """---
duration: 10m
---

# One

first words

<!-- notes: say hello -->

---

# Two

alpha

<!-- pause -->

beta

<!-- pause -->

gamma

::: notes
say alpha

<!-- pause -->

say beta

<!-- pause -->

say gamma
:::

---

# Three

last words
"""
SIZES = st.one_of(
    st.tuples(st.integers(1, 220), st.integers(1, 70)),
    st.tuples(st.integers(1, 14), st.integers(1, 6)),
    st.tuples(st.sampled_from([139, 140, 141, 220]), st.integers(1, 9)),
)
SPOTS = [None, *(Spot(Place("talk.md", line), row, 3) for line in (1, 7, 15) for row in (0, 2))]
STATES = st.builds(
    State,
    blank=st.sampled_from(["", "black", "white"]),
    frozen=st.sampled_from([None, Seen(Cursor())]),
    pointer=st.sampled_from(SPOTS),
    scroll=st.sampled_from(SPOTS),
    began=st.integers(0, 1),
    clock=st.sampled_from([Clock(), Clock(NOW - 75), Clock(NOW - 9999, NOW - 5, 4.5), Clock(NOW + 500)]),
)


def deck_of(source: str) -> Deck:
    """The deck that a text is."""
    with tempfile.TemporaryDirectory() as folder:
        return read(Path(folder), source)


def drawn(console: Console, columns: int, rows: int, manner: Manner = PLAIN) -> list[Line]:
    """The rows of the page, all of which are as wide as asked."""
    lines = page(console, FrameCache(STYLES, manner), columns, rows, NOW)
    assert [width(line) for line in lines] == [columns] * rows
    return lines


def rows_of(console: Console, columns: int = 100, rows: int = 30, manner: Manner = PLAIN) -> list[str]:
    """The page as text."""
    return ["".join(run.text for run in line).rstrip() for line in drawn(console, columns, rows, manner)]


def console(slide: int = 0, step: int = 0, source: str = TALK, **state: Any) -> Console:
    """What a console shows on a slide."""
    return Console(deck_of(source), replace(State(Cursor(slide, step)), **state), joined=True)


# -- any page -----------------------------------------------------------------------------------------------------


@given(
    source=st.one_of(
        TEXTS, TEXTS.map(lambda text: f"# A\n\n::: notes\n{text}\n:::\n"), st.just(TALK), st.just(f"{TALK}\n---\n")
    ),
    size=SIZES,
    state=STATES,
    at=st.tuples(st.integers(0, 9), st.integers(0, 9)),
    share=st.integers(0, len(SHARES) - 1),
    notes_top=st.integers(0, 50),
)
@example(source=TALK, size=(1, 1), state=State(), at=(1, 1), share=0, notes_top=0)
@example(source=TALK, size=(220, 70), state=State(), at=(1, 1), share=4, notes_top=9)
@example(source=TALK, size=(12, 4), state=State(blank="black"), at=(1, 2), share=4, notes_top=9)
@settings(max_examples=200)
def test_every_line_of_any_page_is_exactly_as_wide_as_asked(
    source: str, size: tuple[int, int], state: State, at: tuple[int, int], share: int, notes_top: int
) -> None:
    deck = deck_of(source)
    shown = Console(
        deck,
        replace(state, cursor=Cursor.on(deck, *at)),
        joined=at[0] % 2 == 0,
        trouble="the deck is empty" * (at[1] % 2),
        problems=at[1],
        share=share,
        notes_top=notes_top,
        told="12" * (at[0] % 2),
        waiting=("waiting for a talk of /some/where/talk.md",) * (at[0] % 3),
    )
    drawn(shown, *size)
    assert last_notes_top(shown, FrameCache(STYLES, PLAIN), *size) >= 0


# -- notes --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("size", [(80, 24), (180, 50)])
@pytest.mark.parametrize("step", [0, 1, 2])
def test_the_notes_of_the_current_step_are_marked(step: int, size: tuple[int, int]) -> None:
    said = ["say alpha", "say beta", "say gamma"]
    rows = rows_of(console(1, step), *size)
    marked = [row.partition("▌")[2].strip() for row in rows if "▌" in row]
    assert marked == [said[step]]
    assert all(any(text in row for row in rows) for text in said)


def test_the_notes_of_a_late_step_are_in_view_on_a_low_page() -> None:
    rows = rows_of(console(1, 2), 60, 8)
    assert any("▌" in row and "say gamma" in row for row in rows)


def test_notes_without_pauses_are_not_marked() -> None:
    rows = rows_of(console(0))
    assert any("say hello" in row for row in rows)
    assert not any("▌" in row for row in rows)


def test_a_slide_without_notes_says_so() -> None:
    rows = rows_of(console(2))
    assert any("No notes" in row for row in rows)


def test_notes_stand_below_the_slides_and_in_a_wide_window_beside_them() -> None:
    narrow, wide = rows_of(console(0), 100, 30), rows_of(console(0), 180, 30)
    assert next(row for row in narrow if " Notes " in row).startswith("── Notes")
    assert " Now " in next(row for row in wide if " Notes " in row)


def test_notes_take_more_of_the_page_with_each_size() -> None:
    places = [
        next(i for i, row in enumerate(rows_of(replace(console(0), share=share))) if " Notes " in row)
        for share in range(len(SHARES))
    ]
    assert places == sorted(places, reverse=True)
    assert len(set(places)) == len(SHARES)


def test_notes_are_scrolled_no_further_than_their_end() -> None:
    source = "# A\n\n::: notes\n" + "\n\n".join(f"note {n}" for n in range(60)) + "\n:::\n"
    first = console(0, source=source)
    last = last_notes_top(first, FrameCache(STYLES, PLAIN), 80, 24)
    for top in (last, last + 500):
        rows = rows_of(replace(first, notes_top=top), 80, 24)
        assert any("note 59" in row for row in rows)
    assert not any("note 59" in row for row in rows_of(replace(first, notes_top=last - 1), 80, 24)[:-1])


# -- slides -------------------------------------------------------------------------------------------------------


def test_the_slide_and_the_next_step_are_shown_side_by_side() -> None:
    rows = rows_of(console(1, 0))
    assert any(" Now " in row and " Next step " in row for row in rows)
    alpha = next(row for row in rows if "alpha" in row)
    assert alpha.count("alpha") == 2
    assert next(row for row in rows if "beta" in row).count("beta") == 1


def test_after_the_last_step_comes_the_next_slide() -> None:
    rows = rows_of(console(1, 2))
    assert any(" Next ─" in row for row in rows)
    assert any("last words" in row for row in rows)


@pytest.mark.parametrize("size", [(80, 24), (180, 50), (40, 8)])
def test_after_the_last_slide_comes_the_end(size: tuple[int, int]) -> None:
    assert any("The end" in row for row in rows_of(console(2), *size))
    assert not any("The end" in row for row in rows_of(console(1, 2), *size))


# -- the bar ------------------------------------------------------------------------------------------------------


def test_the_bar_says_how_the_talk_stands() -> None:
    bar = rows_of(console(1, 1, clock=Clock(NOW - 90)), 140)[0]
    assert "1:30" in bar
    assert "8:30 left" in bar
    assert "1:50 ahead" in bar
    assert "2/3 step 2/3" in bar


@pytest.mark.parametrize(
    ("state", "said"),
    [
        ({"blank": "black"}, "BLACK"),
        ({"blank": "white"}, "WHITE"),
        ({"frozen": Seen(Cursor())}, "FROZEN"),
        ({}, "0:00 (starts with the first step, or c)"),
        ({"clock": Clock(NOW - 20, NOW - 10)}, "0:10 paused"),
        ({"clock": Clock(NOW - 700)}, "1:40 over"),
        ({"clock": Clock(NOW - 280)}, "1:20 behind"),
        ({"clock": Clock(NOW - 2)}, "on time"),
    ],
)
def test_the_bar_names_what_is_not_as_usual(state: dict[str, Any], said: str) -> None:
    assert said in rows_of(console(0, 0, **state), 120)[0]


def test_a_console_without_a_talk_says_in_full_what_it_waits_for() -> None:
    file = f"/home/me/{'a long folder/' * 12}talk.md"
    alone = replace(console(0), joined=False, waiting=(f"waiting for a talk of {file}", "at /run/user/7/rostra/x.sock"))
    rows = rows_of(alone, 80, 24)
    assert "NO AUDIENCE" in rows[0]
    assert file in "".join(row.removeprefix(" ") for row in rows[1:6])
    assert any("/run/user/7/rostra/x.sock" in row for row in rows)
    assert any(" Now " in row for row in rows)
    assert "NO AUDIENCE" not in rows_of(console(0), 140)[0]
    assert not any("waiting" in row for row in rows_of(alone, 80, 15))


def test_the_mouse_finds_the_slide_below_what_is_waited_for() -> None:
    alone = replace(console(0), joined=False, waiting=("waiting for a talk", "nowhere"))
    y = next(y for y, row in enumerate(rows_of(alone, 80, 24)) if "first words" in row)
    assert spot_at(alone, FrameCache(STYLES, PLAIN), 80, 24, 5, y) is not None
    assert spot_at(alone, FrameCache(STYLES, PLAIN), 80, 24, 5, y + 2) is None


@pytest.mark.parametrize(("count", "said"), [(0, ""), (1, "1 problem (?)"), (3, "3 problems (?)")])
def test_the_bar_counts_problems(count: int, said: str) -> None:
    bar = rows_of(replace(console(0), problems=count), 140)[0]
    assert said in bar
    assert ("problem" in bar) == bool(said)


def test_what_only_the_speaker_sees_is_labelled() -> None:
    states: list[dict[str, Any]] = [{"blank": "black"}, {"frozen": Seen(Cursor(0))}]
    for state in states:
        assert any("unseen by the audience" in row for row in rows_of(console(1, 0, **state)))
    assert not any("unseen" in row for row in rows_of(console(1, 0, frozen=Seen(Cursor(1, 0)))))


@pytest.mark.parametrize("size", [(80, 24), (180, 50)])
def test_a_cell_of_the_current_slide_tells_what_lies_there(size: tuple[int, int]) -> None:
    frames = FrameCache(STYLES, PLAIN)
    shown = console(source="# Head\n\n- alpha\n- omega\n")
    rows = rows_of(shown, *size)
    at = {text: next(y for y, row in enumerate(rows) if text in row) for text in ("Head", "alpha", "omega")}
    found = {text: spot_at(shown, frames, *size, 5, y) for text, y in at.items()}
    assert [spot.place.line if spot else 0 for spot in found.values()] == [1, 3, 4]
    assert spot_at(shown, frames, *size, 5, 0) is None
    assert spot_at(shown, frames, *size, 5, at["Head"] + 1) is None
    assert spot_at(shown, frames, *size, size[0] - 1, at["alpha"]) is None
