"""Timelines."""

from __future__ import annotations

from textwrap import dedent

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from drawing import area, deck_of, frame_of
from rostra.deck.blocks import Code
from rostra.typeset.figures import CannotDrawError, figure
from rostra.typeset.frame import text_of, width

TALK = """```timeline
1991: a kernel, as a hobby
<!-- pause -->
2005: git in two weeks
2023: open weights
```
"""


def test_events_stand_beside_each_other_where_there_is_room() -> None:
    assert dedent(frame_of(TALK, 80, 12).text()).split("\n") == [
        "1991                    2005                    2023",
        "●━━━━━━━━━━━━━━━━━━━━━━━●━━━━━━━━━━━━━━━━━━━━━━━●━━━━━━━━━━━━━━━━━━━━━━━",
        "",
        "a kernel, as a hobby    git in two weeks        open weights",
    ]


def test_events_stand_below_each_other_where_there_is_not() -> None:
    assert dedent(frame_of(TALK, 36, 14).text()).split("\n") == [
        "1991  ●  a kernel, as a hobby",
        "      ┃",
        "2005  ●  git in two weeks",
        "      ┃",
        "2023  ●  open weights",
    ]


def test_times_that_are_long_stand_below_each_other() -> None:
    talk = "```timeline\nthe beginning of all time: a\nthe end of everything: b\nlater: c\nnow: d\n```"
    assert dedent(frame_of(talk, 76, 14).text()).split("\n")[::2] == [
        "the beginning of all time  ●  a",
        "    the end of everything  ●  b",
        "                    later  ●  c",
        "                      now  ●  d",
    ]


def test_times_end_beside_the_line_in_any_script() -> None:
    lines = frame_of("```timeline\n二〇一九年: one\n2: two\n3: three\n```", 40, 14).text().split("\n")
    assert len({cell_len(line.partition("●")[0]) for line in lines if "●" in line}) == 1
    assert "二〇一九年  ●  one" in "\n".join(lines)


def test_a_pause_begins_a_step_and_what_follows_the_figure_comes_with_the_last() -> None:
    slide = deck_of(f"# T\n\n{TALK}\nafter\n").slides[0]
    assert slide.steps == 2
    frame = frame_of(f"# T\n\n{TALK}\nafter\n", 80, 20)
    assert "2005" not in frame.text(0)
    assert "after" not in frame.text(0)
    assert "2005" in frame.text(1)


@pytest.mark.parametrize("columns", [1, 5, 12, 20, 30, 44, 61, 200])
def test_every_line_is_as_wide_as_the_page(columns: int) -> None:
    frame = frame_of(TALK, columns, 12)
    assert {width(line) for line in frame.lines()} == {columns}


@given(
    times=st.lists(st.sampled_from(["1", "2019", "二〇一九年", "a long time ago"]), min_size=1, max_size=6),
    columns=st.integers(1, 120),
)
def test_all_is_said_in_full_and_no_line_is_too_long(times: list[str], columns: int) -> None:
    try:
        lines = figure(Code("\n".join(f"{time}: something" for time in times), "timeline"), area(columns, 22))
    except CannotDrawError:
        return
    assert all(width(line) <= columns for line in lines)
    signs = sorted("".join(f"{time}something" for time in times).replace(" ", ""))
    assert sorted(sign for sign in text_of(lines) if sign.isalnum()) == signs


def test_what_is_no_event_stays_a_listing_and_is_told_of() -> None:
    frame = frame_of("```timeline\n1991: ok\n1991 a kernel\n```", 60, 12)
    assert "1991 a kernel" in frame.text()
    (notice,) = frame.notices
    assert (notice.line, notice.rule) == (3, "drawing")
    assert notice.message.startswith("this cannot be drawn: an event is a time")
