"""The canvas of figures: lines that join, words over them, steps."""

from __future__ import annotations

from rich.style import Style

from rostra.typeset.figures.canvas import DOWN, RIGHT, Canvas
from rostra.typeset.frame import text_of, width

BASE, RED = Style(), Style(color="red")


def drawn(canvas: Canvas) -> list[str]:
    """The rows of a canvas as text."""
    return text_of(canvas.lines()).split("\n")


def test_lines_join_where_they_meet() -> None:
    canvas = Canvas(9, 5, BASE)
    canvas.box(0, 0, 5, 9, RED)
    canvas.line(2, 0, 2, 8, RED)
    canvas.line(0, 4, 4, 4, RED)
    assert drawn(canvas) == ["╭───┬───╮", "│   │   │", "├───┼───┤", "│   │   │", "╰───┴───╯"]


def test_hard_corners_stay_hard() -> None:
    canvas = Canvas(3, 2, BASE)
    canvas.line(0, 0, 0, 2, RED, soft=False)
    canvas.line(0, 0, 1, 0, RED, soft=False)
    assert drawn(canvas) == ["┌──", "│"]


def test_words_stand_over_lines_and_wide_signs_take_two_cells() -> None:
    canvas = Canvas(8, 2, BASE)
    canvas.line(0, 0, 0, 7, RED)
    canvas.write(0, 1, " 漢é ", BASE)
    canvas.head(1, 0, DOWN, RED)
    canvas.head(1, 2, RIGHT, RED)
    assert drawn(canvas) == ["─ 漢é ──", "▼ ▶"]
    assert width(canvas.lines()[0]) == 8


def test_a_stretch_of_one_sign_is_cut_at_the_edges_as_words_are() -> None:
    canvas = Canvas(4, 1, BASE)
    canvas.write(0, -2, "██████████", RED)
    canvas.write(0, 3, "▁▁▁", BASE)
    canvas.write(9, 0, "▁▁▁", BASE)
    canvas.write(0, 0, "", BASE)
    assert drawn(canvas) == ["███▁"]


def test_what_is_beyond_the_edges_is_left_out() -> None:
    canvas = Canvas(4, 2, BASE)
    canvas.write(0, 2, "abcd", BASE)
    canvas.write(5, 0, "x", BASE)
    canvas.write(1, 3, "漢", BASE)
    canvas.line(-3, 1, 9, 1, RED)
    assert drawn(canvas) == [" │ab", " │"]


def test_a_row_shows_from_the_step_of_each_part() -> None:
    canvas = Canvas(6, 1, BASE)
    canvas.write(0, 0, "ab", BASE, 0)
    canvas.write(0, 2, "cd", BASE, 2)
    assert [(run.text, run.step) for run in canvas.lines()[0]] == [("ab", 0), ("cd", 2)]


def test_where_lines_of_two_steps_meet_the_earlier_one_counts() -> None:
    canvas = Canvas(3, 3, BASE)
    canvas.line(1, 0, 1, 2, RED, 0)
    canvas.line(0, 1, 2, 1, RED, 1)
    assert [(run.text, run.step) for run in canvas.lines()[1]] == [("─┼─", 0)]
    assert [run.step for run in canvas.lines()[0] if run.text.strip()] == [1]
