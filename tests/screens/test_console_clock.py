"""The speaker's clock in large figures, and the notes that share the room with it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from test_console_page import NOW, STYLES, TALK, console, drawn, rows_of

from rostra.deck.cursor import Cursor
from rostra.screens.console_page import Console, last_notes_top, page
from rostra.show.clock import Clock
from rostra.show.state import Seen
from rostra.typeset import Manner
from rostra.typeset.frame import Line
from rostra.typeset.frame_cache import FrameCache
from rostra.typeset.lettering import Pen, lettered

LARGE = Manner()
BEGUN = Clock(NOW - 90)


def figures(text: str) -> list[str]:
    """The rows of a time in large figures."""
    (line,) = lettered([(text, STYLES.page)], 36, Pen(5)) or [[]]
    return ["".join(run.text for run in row).strip() for row in line]


def shows(rows: list[str], text: str) -> bool:
    """Whether a time stands on the page in large figures."""
    first, *others = figures(text)
    return any(
        first in row and all(other in below for other, below in zip(others, rows[at + 1 :], strict=False))
        for at, row in enumerate(rows)
    )


@pytest.mark.parametrize("size", [(120, 36), (139, 36), (140, 36), (140, 45), (200, 60)])
def test_a_large_page_has_a_large_clock_with_labels(size: tuple[int, int]) -> None:
    rows = rows_of(console(1, 1, clock=BEGUN), *size, LARGE)
    assert shows(rows, "1:30")
    assert shows(rows, "8:30")
    assert sum(" elapsed ─" in row for row in rows) == 1
    assert sum(" left ─" in row for row in rows) == 1
    assert "1:30" not in rows[0], "the bar does not tell it again"
    assert "8:30" not in rows[0]
    assert "ahead" in rows[0]


@pytest.mark.parametrize("size", [(119, 36), (120, 35), (80, 24)])
def test_a_smaller_page_has_the_clock_in_its_bar(size: tuple[int, int]) -> None:
    rows = rows_of(console(1, 1, clock=BEGUN), *size)
    assert not shows(rows, "1:30")
    assert "1:30  8:30 left" in rows[0]


@pytest.mark.parametrize(
    ("state", "labels"),
    [
        ({"clock": Clock(NOW - 700)}, [" elapsed ─", " over ─"]),
        ({"clock": Clock(NOW - 20, NOW - 10)}, [" elapsed, paused ─", " left ─"]),
        ({}, [" elapsed, starts with a step ─", " left ─"]),
    ],
)
def test_the_labels_tell_how_the_clock_stands(state: dict[str, Any], labels: list[str]) -> None:
    for size in ((120, 36), (140, 45)):
        text = "\n".join(rows_of(console(0, **state), *size))
        assert all(label in text for label in labels)


def test_without_a_plan_only_what_has_elapsed_is_told() -> None:
    plain = TALK.replace("duration: 10m", "title: No plan")
    for size in ((120, 36), (200, 60)):
        text = "\n".join(rows_of(console(0, source=plain, clock=BEGUN), *size))
        assert " elapsed " in text
        assert " left " not in text


def test_what_has_no_room_in_large_figures_stays_in_the_bar() -> None:
    small = Console(console().deck, console(clock=BEGUN).state, joined=True, share=0)
    rows = rows_of(small, 120, 36, LARGE)
    assert shows(rows, "1:30")
    assert not shows(rows, "8:30")
    assert "8:30 left" in rows[0]


def test_hours_are_told_too() -> None:
    assert shows(rows_of(console(0, clock=Clock(NOW - 4000)), 120, 36, LARGE), "1:06:40")


def test_short_notes_on_a_large_page_have_room_between_their_lines() -> None:
    source = "# A\n\n::: notes\none\\\ntwo\n\nthree\n:::\n"
    for size, apart in (((200, 60), [2, 3]), ((80, 24), [1, 2])):
        rows = rows_of(console(0, source=source), *size)
        one, two, three = (next(at for at, row in enumerate(rows) if text in row) for text in ("one", "two", "three"))
        assert [two - one, three - two] == apart


def test_long_notes_are_scrolled_to_their_end_beside_a_large_clock() -> None:
    source = "# A\n\n::: notes\n" + "\n\n".join(f"note {n}" for n in range(60)) + "\n:::\n"
    for size in ((120, 36), (140, 45)):
        first = console(0, source=source, clock=BEGUN)
        last = last_notes_top(first, FrameCache(STYLES), *size)
        end = Console(first.deck, first.state, joined=True, notes_top=last)
        assert any("note 59" in row for row in rows_of(end, *size))


def test_marked_notes_stay_marked_with_room_between_their_lines() -> None:
    rows = rows_of(console(1, 1), 200, 60)
    marked = [row.partition("▌")[2].strip() for row in rows if "▌" in row]
    assert marked == ["say beta"]


def test_figures_are_in_the_colours_of_the_theme() -> None:
    lines: list[Line] = page(console(0, clock=Clock(NOW - 700)), FrameCache(STYLES), 140, 45, NOW)
    over = {run.style.color for line in lines for run in line if figures("1:40")[0] == run.text.strip()}
    assert over == {STYLES.on(STYLES.page, "warning").color}
    assert drawn(console(0), 140, 45)


def test_what_answers_a_key_stands_in_the_bar_though_other_things_have_no_room_then() -> None:
    told = "there is no program nvmi (see EDITOR)"
    full = replace(console(1, 1, clock=Clock(NOW - 700), frozen=Seen(Cursor())), told=told)
    bar = rows_of(full, 80)[0]
    assert told in bar
    assert "FROZEN" in bar
    assert "step 2/3" not in bar
    assert "FROZEN" in rows_of(replace(full, told=told * 9), 80)[0]
