"""What is seen between two pictures."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

import rostra.stage.transitions as package
from drawing import deck_of, frame_of, picture_of, plain
from rostra.deck.cursor import Cursor
from rostra.deck.model import NO_META
from rostra.deck.name import words
from rostra.deck.names import TRANSITIONS
from rostra.stage.motion import SECONDS, Motion, Move, move_of
from rostra.stage.painter import Painter
from rostra.stage.transitions import Lines, transition
from rostra.terminal.colors import TRUE_COLOR
from rostra.typeset.frame import width

NAMES = [name for name in words(TRANSITIONS) if name != "none"]
BEFORE = frame_of("# Before\n\n日本語 words\n\n- one", 41, 12).lines()
AFTER = frame_of("# After\n\n```python\nx = 1\n```\n\n| a | 語 |\n| - | - |\n| 1 | 2 |", 41, 12).lines()


def texts(picture: Lines) -> list[str]:
    return [plain(line) for line in picture]


def test_each_name_has_its_file() -> None:
    files = {path.stem for path in Path(package.__path__[0]).glob("*.py")} - {"__init__"}
    assert files == {*NAMES}


@pytest.mark.parametrize("name", NAMES)
def test_a_transition_leads_from_one_picture_to_the_other_and_every_line_keeps_its_width(name: str) -> None:
    between = transition(name)
    assert texts(between(BEFORE, AFTER, 0.0)) == texts(BEFORE)
    assert texts(between(BEFORE, AFTER, 1.0)) == texts(AFTER)
    middle = [between(BEFORE, AFTER, number / 10) for number in range(11)]
    assert {width(line) for picture in middle for line in picture} == {41}
    assert len({Painter(TRUE_COLOR).paint(picture_of(picture)) for picture in middle}) > 4, "it moves"


def at_half(name: str) -> tuple[str, str, str]:
    """The beginnings of the pictures' first line with text, before, half way and after."""
    row = next(i for i, line in enumerate(BEFORE) if "Before" in plain(line))
    half = transition(name)(BEFORE, AFTER, 0.5)
    return plain(BEFORE[row]), plain(half[row]), plain(AFTER[row])


def test_where_each_half_of_the_way_stands() -> None:
    before, half, after = at_half("wipe")
    assert half == after, "the left half is what comes"
    before, half, after = at_half("push")
    assert half == (" " * 21 + after)[: len(half)]
    before, half, after = at_half("slide")
    assert half.startswith(before)
    assert half.strip() != before.strip()
    before, half, after = at_half("reveal")
    assert half == ""


def test_fading_goes_through_the_empty_page() -> None:
    half = transition("fade")(BEFORE, AFTER, 0.5)
    inks = {run.style.color for line in half for run in line if run.text.strip()}
    assert inks == {BEFORE[0][0].style.bgcolor}


def test_a_motion_ends_in_time_and_goes_back_the_way_it_came() -> None:
    there = Motion(Move("push"), picture_of(BEFORE), picture_of(AFTER), 0.0)
    back = Motion(Move("push", back=True), picture_of(AFTER), picture_of(BEFORE), 0.0)
    for share in (0.25, 0.4):
        forth, reverse = there.picture(SECONDS * share), back.picture(SECONDS * (1 - share))
        assert forth is not None
        assert reverse is not None
        assert texts(forth.lines) == texts(reverse.lines)
    assert there.picture(SECONDS) is None


@pytest.mark.parametrize(
    ("before", "now", "name"),
    [
        (Cursor(0, 0), Cursor(1, 0), "push"),
        (Cursor(1, 0), Cursor(0, 0), "push"),
        (Cursor(1, 0), Cursor(1, 1), "wipe"),
        (Cursor(1, 1), Cursor(1, 0), "wipe"),
        (Cursor(1, 1), Cursor(2, 0), "fade"),
        (Cursor(2, 0), Cursor(2, 0), ""),
    ],
)
def test_a_slide_says_how_it_comes_and_goes_back_the_same_way(before: Cursor, now: Cursor, name: str) -> None:
    meta = "---\ntransition: fade\nstep_transition: wipe\n---\n\n"
    own = "# B\n\n<!-- slide: {transition: push} -->\n\none\n\n<!-- pause -->\n\ntwo"
    deck = deck_of(f"{meta}# A\n\n---\n\n{own}\n\n---\n\n# C")
    assert not deck.problems
    move = move_of(deck, before, now)
    assert (move.transition if move else "") == name
    assert move is None or move.back == ((before.slide, before.step) > (now.slide, now.step))
    assert move_of(replace(deck, meta=NO_META), Cursor(1, 0), Cursor(1, 1)) is None
