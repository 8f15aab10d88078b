"""What the painter writes, read by a terminal: always the picture that was asked for, and little for a small change."""

from __future__ import annotations

import pyte
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.style import Style

from drawing import frame_of, picture_of
from large_screen import LargeScreen, LargeStream
from rostra.stage.painter import Painter
from rostra.stage.picture import Picture
from rostra.stage.sgr import LOOKS, PLAIN, Look, change, look_of
from rostra.terminal.colors import TRUE_COLOR
from rostra.terminal.large_text import LargeText
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


@settings(max_examples=150)
@given(st.lists(pictures, min_size=2, max_size=4))
def test_the_terminal_shows_each_picture_whatever_it_showed_before(shown: list[list[Line]]) -> None:
    painter, terminal = Painter(TRUE_COLOR), Terminal()
    for picture in shown:
        seen = picture_of(picture)
        assert terminal.write(painter.paint(seen)) == Terminal().write(Painter(TRUE_COLOR).paint(seen))


def test_every_step_of_a_frame_is_what_a_whole_painting_of_it_is() -> None:
    frame = frame_of(SOURCE, 40, 16)
    painter, terminal = Painter(256), Terminal(40, 16)
    for step in (0, 1, 0):
        picture = picture_of(frame.lines(step))
        cells = terminal.write(painter.paint(picture))
        assert cells == Terminal(40, 16).write(Painter(256).paint(picture))
        assert any("│ b" in row for row in terminal.screen.display) == (step == 1)


def test_the_same_picture_is_not_written_again_unless_it_may_be_gone() -> None:
    frame, painter = frame_of(SOURCE, 40, 16), Painter(TRUE_COLOR)
    whole = painter.paint(picture_of(frame.lines()))
    assert painter.paint(picture_of(frame.lines())) == ""
    painter.forget()
    assert painter.paint(picture_of(frame.lines())) == whole
    lower = picture_of(frame.lines()[:9])
    assert painter.paint(lower) == Painter(TRUE_COLOR).paint(lower)


def test_of_a_row_only_what_changed_is_written() -> None:
    style, painter = Style(color="#ffffff"), Painter(TRUE_COLOR)
    painter.paint(picture_of([[Run("  slow going" + " " * 12, style)]]))
    assert (
        painter.paint(picture_of([[Run("  slow doing" + " " * 12, style)]]))
        == "\x1b[1;8H\x1b[38;2;255;255;255md\x1b[39m"
    )


def test_after_signs_of_unsure_width_the_place_of_the_next_is_given() -> None:
    written = Painter(TRUE_COLOR).paint(picture_of([[Run("日本", STYLES[0]), Run("x", STYLES[3])]]))
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
    written = Painter(TRUE_COLOR).paint(picture_of([[Run("ab", link)], [Run("cd", link)]]))
    assert written.count("\x1b]8;id=") == 1
    assert written.endswith("\x1b]8;;\x1b\\")


# -- larger text --------------------------------------------------------------------------------------------------

SCREENS = [(48, 6), (49, 7), (73, 10)]


def large(lines: list[Line], scale: int, screen: tuple[int, int]) -> Picture:
    """As much of lines as a screen has room for."""
    columns, rows = screen[0] // scale, screen[1] // scale
    fitted = [padded(line, columns, Style()) for line in lines[:rows]]
    fitted += [[Run(" " * columns, Style())] for _ in range(rows - len(fitted))]
    return Picture(fitted, screen, scale, Style(bgcolor="#fffdf5"))


class LargeTerminal:
    """What a terminal with larger text shows that has been written to."""

    def __init__(self, screen: tuple[int, int]) -> None:
        self.screen = LargeScreen(*screen)
        self._stream = LargeStream(self.screen)

    def write(self, text: str) -> list[list[object]]:
        """Every cell, once a text has been written."""
        self._stream.feed(text)
        return self.screen.cells()


@settings(max_examples=70)
@given(
    st.sampled_from([("sized", (1, 2, 3)), ("double", (1, 2)), ("fragile", (1, 2))]),
    st.sampled_from(SCREENS),
    st.lists(st.tuples(pictures, st.integers(0, 2)), min_size=2, max_size=4),
)
def test_larger_text_is_whole_whatever_was_shown_before_and_at_whichever_scale(
    way: tuple[LargeText, tuple[int, ...]], screen: tuple[int, int], shown: list[tuple[list[Line], int]]
) -> None:
    kind, scales = way
    painter, terminal = Painter(TRUE_COLOR, kind), LargeTerminal(screen)
    for lines, choice in shown:
        picture = large(lines, scales[choice % len(scales)], screen)
        seen = terminal.write(painter.paint(picture))
        assert seen == LargeTerminal(screen).write(Painter(TRUE_COLOR, kind).paint(picture))
        assert painter.paint(picture) == ""
    terminal.write(painter.release())
    assert not terminal.screen.halves
    assert not terminal.screen.blocks
    assert painter.release() == ""


@pytest.mark.parametrize("kind", ["sized", "double"])
def test_a_step_at_twice_the_size_writes_as_little_as_at_the_usual(kind: LargeText) -> None:
    frame, painter = frame_of(SOURCE, 40, 16), Painter(TRUE_COLOR, kind)
    painter.paint(Picture(frame.lines(0), (80, 32), 2))
    before, written = (
        painter.paint(Picture(frame.lines(0), (80, 32), 2)),
        painter.paint(Picture(frame.lines(1), (80, 32), 2)),
    )
    assert before == ""
    assert len(written) < 2500
    assert "one" not in written


def test_what_is_left_over_has_the_page_s_colour() -> None:
    terminal = LargeTerminal((49, 7))
    cells = terminal.write(Painter(TRUE_COLOR, "sized").paint(large([], 3, (49, 7))))
    assert {cell.bg for row in (cells[6][1:], [row[49] for row in cells]) for cell in row} == {"fffdf5"}  # type: ignore[attr-defined]


def test_signs_that_terminals_differ_about_say_how_wide_they_are() -> None:
    written = Painter(TRUE_COLOR, "sized").paint(Picture([[Run("a日👩‍🚀", Style())]], (10, 2), 2))
    assert "\x1b]66;s=2:w=1;a\x1b\\\x1b]66;s=2:w=2;日\x1b\\\x1b]66;s=2:w=2;👩‍🚀\x1b\\\x1b[11G" in written


def test_a_fragile_terminal_gets_no_sign_that_fonts_may_lack() -> None:
    written = Painter(TRUE_COLOR, "fragile").paint(Picture([[Run("━▎ ok", Style())]], (10, 2), 2))
    assert written.count("─▌ ok") == 2
    plain = Painter(TRUE_COLOR, "fragile").paint(Picture([[Run("━▎ ok", Style())]], (5, 1)))
    assert "━▎ ok" in plain
