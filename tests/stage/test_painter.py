"""What the painter writes, read by a terminal: always the picture that was asked for, and little for a small change."""

from __future__ import annotations

import pyte
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.style import Style

from drawing import frame_of
from rostra.stage.painter import Painter
from rostra.stage.sgr import LOOKS, PLAIN, Look, change, look_of
from rostra.terminal.colors import TRUE_COLOR
from rostra.typeset.frame import Line, Run, padded

COLUMNS, ROWS = 24, 3
STYLES = [
    Style(),
    Style(color="#102030", bgcolor="#fffdf5"),
    Style(color="#102030", bgcolor="#fffdf5", bold=True),
    Style(bold=True, dim=True),
    Style(italic=True, underline=True, strike=True),
    Style(color="red", reverse=True),
]
SOURCE = "# Head\n\n- one\n- **two** and `code`\n\n<!-- pause -->\n\n| a | b |\n| - | - |\n| 日本 | 語 |"

texts = st.text(st.sampled_from("ab  —▄日本語é"), max_size=9)
runs = st.builds(Run, texts, st.sampled_from(STYLES))
lines = st.lists(runs, max_size=5).map(lambda line: padded(line, COLUMNS, Style()))
pictures = st.lists(lines, min_size=ROWS, max_size=ROWS)


class Terminal:
    """What a terminal shows that has been written to."""

    def __init__(self, columns: int = COLUMNS, rows: int = ROWS) -> None:
        self.screen = pyte.Screen(columns, rows)
        self._stream = pyte.Stream(self.screen)

    def write(self, text: str) -> list[list[object]]:
        """Every cell, with its look, once a text has been written."""
        self._stream.feed(text)
        rows = range(self.screen.lines)
        return [[self.screen.buffer[row][column] for column in range(self.screen.columns)] for row in rows]


@settings(max_examples=300)
@given(st.lists(pictures, min_size=2, max_size=4))
def test_the_terminal_shows_each_picture_whatever_it_showed_before(shown: list[list[Line]]) -> None:
    painter, terminal = Painter(TRUE_COLOR), Terminal()
    for picture in shown:
        assert terminal.write(painter.paint(picture)) == Terminal().write(Painter(TRUE_COLOR).paint(picture))


def test_every_step_of_a_frame_is_what_a_whole_painting_of_it_is() -> None:
    frame = frame_of(SOURCE, 40, 16)
    painter, terminal = Painter(256), Terminal(40, 16)
    for step in (0, 1, 0):
        picture = frame.lines(step)
        cells = terminal.write(painter.paint(picture))
        assert cells == Terminal(40, 16).write(Painter(256).paint(picture))
        assert any("│ b" in row for row in terminal.screen.display) == (step == 1)


def test_the_same_picture_is_not_written_again_unless_it_may_be_gone() -> None:
    frame, painter = frame_of(SOURCE, 40, 16), Painter(TRUE_COLOR)
    whole = painter.paint(frame.lines())
    assert painter.paint(frame.lines()) == ""
    painter.forget()
    assert painter.paint(frame.lines()) == whole
    assert painter.paint(frame.lines()[:9]) == Painter(TRUE_COLOR).paint(frame.lines()[:9])


def test_of_a_row_only_what_changed_is_written() -> None:
    style, painter = Style(color="#ffffff"), Painter(TRUE_COLOR)
    painter.paint([[Run("  slow going" + " " * 12, style)]])
    assert painter.paint([[Run("  slow doing" + " " * 12, style)]]) == "\x1b[1;8H\x1b[38;2;255;255;255md\x1b[39m"


def test_after_signs_of_unsure_width_the_place_of_the_next_is_given() -> None:
    written = Painter(TRUE_COLOR).paint([[Run("日本", STYLES[0]), Run("x", STYLES[3])]])
    assert written == "\x1b[1;1H日本\x1b[5G\x1b[1;2mx\x1b[22m"


@pytest.mark.parametrize(("colors", "code"), [(16, "31"), (256, "38;5;196"), (TRUE_COLOR, "38;2;255;0;0")])
def test_no_more_colours_are_ordered_than_there_are(colors: int, code: str) -> None:
    assert change(PLAIN, look_of(Style(color="#ff0000"), colors)) == f"\x1b[{code}m"


looks = st.builds(
    Look, st.tuples(*[st.booleans()] * len(LOOKS)), st.sampled_from(["39", "31"]), st.just("49"), st.just("")
)


@given(looks, looks)
def test_a_look_is_the_same_whichever_came_before(before: Look, after: Look) -> None:
    def state(orders: str) -> list[list[object]]:
        return Terminal(1, 1).write(orders + "x")

    assert state(change(PLAIN, before) + change(before, after)) == state(change(PLAIN, after))


def test_a_link_is_one_over_several_rows_and_ends_with_the_picture() -> None:
    link = Style(link="https://e.org/")
    written = Painter(TRUE_COLOR).paint([[Run("ab", link)], [Run("cd", link)]])
    assert written.count("\x1b]8;id=") == 1
    assert written.endswith("\x1b]8;;\x1b\\")
