"""Cells of charts that more than one thing is in."""

from __future__ import annotations

from rich.style import Style

from rostra.typeset.figures.canvas import Canvas
from rostra.typeset.figures.charts.donut import Slice, _cell
from rostra.typeset.figures.charts.dots import Dots
from rostra.typeset.figures.charts.filling import LEVEL, Part, filled
from rostra.typeset.figures.charts.inks import Ink
from rostra.typeset.lettering.shades import LEVELS

RED, BLUE = Style(color="red"), Style(color="blue")
SOLID, OTHER, PATTERN = Ink(RED, "█", "●"), Ink(BLUE, "█", "◆"), Ink(RED, "▒", "▲")


def told(*parts: Part) -> list[tuple[int, str, bool]]:
    """The cells of a bar: which, its sign, and whether its colours are turned."""
    return [(one.at, one.sign, bool(one.style.reverse)) for one in filled(parts, LEVEL)]


def test_a_bar_ends_at_an_eighth_of_a_cell_on_either_side_of_the_axis() -> None:
    assert told(Part(0, 11, SOLID, 0)) == [(0, "█", False), (1, "▍", False)]
    assert told(Part(-11, 0, SOLID, 0)) == [(-2, "▋", True), (-1, "█", False)]


def test_a_pattern_fills_whole_cells_and_is_never_left_out() -> None:
    assert told(Part(0, 12, PATTERN, 0)) == [(0, "▒", False), (1, "▒", False)]
    assert told(Part(0, 11, PATTERN, 0)) == [(0, "▒", False)]
    assert told(Part(0, 1, PATTERN, 0)) == [(0, "▒", False)]


def test_of_parts_that_meet_in_a_cell_a_later_one_does_not_show_before() -> None:
    first, later = Part(0, 3, SOLID, 0), Part(3, 8, OTHER, 1)
    (cell,) = filled([first, later], LEVEL)
    assert (cell.step, cell.style.color) == (1, BLUE.color)
    (cell,) = filled([Part(0, 5, SOLID, 0), Part(5, 8, OTHER, 1)], LEVEL)
    assert (cell.step, cell.style) == (0, RED)


def test_dots_of_a_later_step_leave_a_cell_of_an_earlier_one_alone() -> None:
    for order in ((0, 1), (1, 0)):
        dots = Dots(1, 1, "quadrants")
        for step in order:
            dots.dot(step, step, (RED, BLUE)[step], step)
        canvas = Canvas(1, 1, Style())
        dots.onto(canvas, 0, 0)
        (run,) = canvas.lines()[0]
        assert (run.text, run.style, run.step) == ("▘", RED, 0)


def test_half_a_cell_of_a_ring_that_comes_later_is_left_blank() -> None:
    slices = [Slice("a", "", "", SOLID, 0, 0.0, 0.5), Slice("b", "", "", OTHER, 1, 0.5, 1.0)]
    assert _cell((0, LEVELS), (1, LEVELS), slices) == ("▀", RED, 0)
    assert _cell((1, LEVELS), (0, LEVELS), slices) == ("▄", RED, 0)
    assert _cell((1, LEVELS), (1, LEVELS), slices) == ("█", BLUE, 1)
