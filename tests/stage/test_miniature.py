"""Miniatures: which colours a page has when it is shrunk."""

from __future__ import annotations

import unicodedata

import pytest
from rich.style import Style

from drawing import STYLES, frame_of
from rostra.stage.ink import inks
from rostra.stage.miniature import can_shrink, miniature
from rostra.terminal.colors import TRUE_COLOR, Rgb
from rostra.themes import load_theme, theme_names
from rostra.typeset import Frame, Page, Styles
from rostra.typeset.fewer_colors import shown
from rostra.typeset.frame import Line, Run, width

PAPER, INK = Style(color="#c8c8c8", bgcolor="#000000"), Style(color="#ffffff", bgcolor="#000000")


def page_of(*lines: str, style: Style = INK) -> Frame:
    """A page with nothing but these cells."""
    body: tuple[Line, ...] = tuple([Run(line, style)] for line in lines)
    return Frame(Page(width(body[0]), len(body)), (), body, (), PAPER, 1, len(body), 1)


def pixels(lines: list[Line]) -> list[list[Rgb]]:
    """The colours of all pixels, row by row."""
    rows: list[list[Rgb]] = []
    for line in lines:
        cells = [(run.style, sign) for run in line for sign in run.text]
        assert all(sign in " ▀" for _, sign in cells)
        for upper in (True, False):
            colors = [style.color if upper and sign == "▀" else style.bgcolor for style, sign in cells]
            rows.append([shown(color) for color in colors if color is not None])
    return rows


def greys(frame: Frame, columns: int, rows: int) -> list[list[int]]:
    return [[red for red, _, _ in row] for row in pixels(miniature(frame, columns, rows, TRUE_COLOR))]


def test_a_page_that_is_not_shrunk_keeps_its_blocks() -> None:
    assert greys(page_of("█▀▄ "), 4, 1) == [[255, 255, 0, 0], [255, 0, 255, 0]]


def test_a_pixel_has_the_mean_colour_of_the_cells_that_it_stands_for() -> None:
    assert greys(page_of("██  ", "██  ", "    ", "    "), 2, 1) == [[255, 0], [0, 0]]
    assert greys(page_of("█ █ ", "█ █ "), 2, 1) == [[128, 128], [128, 128]]
    assert greys(page_of("███", "   ", "   "), 1, 1) == [[172], [0]], "a pixel has parts of a row: two thirds of 255"


def test_a_page_may_be_smaller_than_its_miniature() -> None:
    assert greys(page_of("█ "), 4, 2) == [[255, 255, 0, 0]] * 4


def test_a_reversed_cell_is_its_ink() -> None:
    assert greys(page_of("  ", style=INK + Style(reverse=True)), 2, 1) == [[255, 255], [255, 255]]


@pytest.mark.parametrize(
    ("sign", "upper", "lower"),
    [("▘", 0.5, 0), ("▗", 0, 0.5), ("▙", 0.5, 1), ("▟", 0.5, 1), ("▛", 1, 0.5), ("▜", 1, 0.5), ("▚", 0.5, 0.5),
     ("▂", 0, 0.5), ("▆", 0.5, 1), ("▊", 0.75, 0.75), ("▒", 0.5, 0.5)],
)  # fmt: skip
def test_block_signs_cover_what_they_cover(sign: str, upper: float, lower: float) -> None:
    assert inks(sign)[0] == pytest.approx((upper, lower))


@pytest.mark.parametrize("code", [*range(0x1FB00, 0x1FB3C)])
def test_signs_of_six_parts_cover_those_that_they_are_named_after(code: int) -> None:
    parts = unicodedata.name(chr(code)).removeprefix("BLOCK SEXTANT-")
    upper, middle, lower = (sum(part in parts for part in row) for row in ("12", "34", "56"))
    assert inks(chr(code))[0] == pytest.approx(((2 * upper + middle) / 6, (middle + 2 * lower) / 6))


def test_there_is_ink_for_each_cell_and_letters_have_less_than_blocks() -> None:
    assert len(inks("a宽 e\u0301")) == 5
    assert inks(" ")[0] == (0, 0)
    assert 0 < sum(inks(".")[0]) < sum(inks("n")[0]) < sum(inks("█")[0])


def test_a_miniature_shows_all_steps_and_where_things_are() -> None:
    frame = frame_of("# Head\n\n<!-- pause -->\n\nlast words\n", 40, 12)
    found = pixels(miniature(frame, 10, 3, TRUE_COLOR))
    assert frame.blank.bgcolor is not None
    blank = shown(frame.blank.bgcolor)
    rows = [any(run.text.strip() for run in line) for line in frame.lines()]
    assert [any(color != blank for color in row) for row in found] == [any(rows[at : at + 2]) for at in range(0, 12, 2)]
    assert all(row[0] == blank for row in found), "the margin"


def test_few_colours_are_those_of_the_terminal() -> None:
    styles = Styles(load_theme("nord"), colors=256)
    lines = miniature(frame_of("# Head\n\nwords\n", 60, 20, styles=styles), 15, 5, 256)
    colors = {color for line in lines for run in line for color in (run.style.color, run.style.bgcolor) if color}
    assert len(colors) > 2
    assert all(color.number is not None for color in colors)
    assert styles.page.bgcolor in colors


@pytest.mark.parametrize("theme", theme_names())
def test_there_are_miniatures_where_colours_are_known_and_can_be_mixed(theme: str) -> None:
    loaded = load_theme(theme)
    assert can_shrink(Styles(loaded)) == (theme != "terminal")
    assert not can_shrink(Styles(loaded, colors=16))
    assert not can_shrink(Styles(loaded, color=False))
    assert can_shrink(STYLES)
