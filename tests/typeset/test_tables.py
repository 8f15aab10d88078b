"""Tables: numbers below each other, emphasis, sums and stripes."""

from __future__ import annotations

from dataclasses import replace

import pytest

from drawing import STYLES, area, deck_of, drawing, drawn, lines_of, plain, run_with
from rostra.themes import load_theme
from rostra.typeset import Styles
from rostra.typeset.decimals import decimals
from rostra.typeset.frame import width

MANY = "| a | b |\n|---|---|\n" + "".join(f"| x{n} | word |\n" for n in range(6))


def test_numbers_stand_with_their_points_below_each_other_and_below_their_head() -> None:
    assert drawn(
        "| Tool | s | Size |\n|---|---|---|\n| a | 0.08 | 41 MB |\n| b | 12.5 | 120 |\n| c | – | 8 MB |"
    ) == drawing(
        """
        |Tool │     s │   Size
        |─────┼───────┼───────
        |a    │  0.08 │  41 MB
        |b    │ 12.5  │ 120
        |c    │  –    │   8 MB
        """
    )


def test_a_column_with_an_alignment_of_its_own_or_with_words_keeps_it() -> None:
    table = "| a | b | c |\n|:--|---|:-:|\n| 1 | 1 | 1.5 |\n| 22.5 | two | 2 |\n"
    assert drawn(table) == drawing(
        """
        |a    │ b   │  c
        |─────┼─────┼────
        |1    │ 1   │ 1.5
        |22.5 │ two │  2
        """
    )


@pytest.mark.parametrize(
    ("cells", "behind"),
    [
        (["1", "22"], [0, 0]),
        (["1.5", "22"], [2, 0]),
        (["1,5", "22"], [2, 0]),
        (["1,234", "22.5"], [0, 2]),
        (["1.234,5", "22"], [2, 0]),
        (["12 %", "3.5 %"], [2, 4]),
        (["$1.50", "-", ".5"], [3, 0, 2]),
        (["−3 °C", "12 °C"], [3, 3]),
        (["1"], None),
        (["1", "two"], None),
        (["1.2.3", "1.10.0"], None),
        (["2026-01-02", "2026-01-03"], None),
        (["12:30", "14:00"], None),
        (["3 apples", "4 pears"], None),
        ([], None),
    ],
)
def test_columns_of_numbers_are_known(cells: list[str], behind: list[int] | None) -> None:
    assert decimals(cells) == behind


def test_numbers_that_have_no_room_are_wrapped_as_words_are() -> None:
    table = "| Number | Word |\n|---|---|\n| 1000000.5 | x |\n| 2.0000005 | y |"
    for columns in range(1, 40):
        lines = lines_of(table, columns)
        assert "".join("".join(map(plain, lines)).split()).count("0") == 12


def test_a_bold_cell_has_the_accent_but_not_one_that_names_its_row() -> None:
    lines = lines_of("| a | b |\n|---|---|\n| **x** | **y** |\n| z | some **w** |")
    accent = STYLES.role("accent").color
    assert run_with(lines, "y").style.color == accent
    assert run_with(lines, "y").style.bold
    assert run_with(lines, "x").style.color != accent
    assert run_with(lines, "w").style.color != accent


@pytest.mark.parametrize("name", ["Total", "sum:", "**Summe**", "Σ"])
def test_a_row_of_sums_is_bold(name: str) -> None:
    lines = lines_of(f"| a | b |\n|---|---|\n| x | 1 |\n| {name} | 2 |")
    assert run_with(lines, "2").style.bold
    assert not run_with(lines, "1").style.bold
    assert not run_with(lines_of("| a | b |\n|---|---|\n| x | 1 |\n| Totally | 2 |"), "2").style.bold


def test_many_rows_have_stripes_instead_of_lines_between_them() -> None:
    grounds = [{run.style.bgcolor for run in line} for line in lines_of(MANY)[2:]]
    panel, page = STYLES.role("panel").bgcolor, STYLES.page.bgcolor
    assert grounds == [{panel}, {page}] * 3
    assert len({width(line) for line in lines_of(MANY)}) == 1


def test_few_rows_have_no_stripes_nor_have_those_of_a_theme_without_panels() -> None:
    blocks = deck_of(MANY).slides[0].content.blocks
    bare = Styles(load_theme("terminal"))
    for lines in (lines_of(MANY.rpartition("| x5")[0]), area(styles=bare).set(blocks)):
        assert len({run.style.bgcolor for line in lines for run in line}) == 1


def test_where_there_is_room_lines_part_the_rows_and_not_stripes() -> None:
    lines = replace(area(), air=1).set(deck_of(MANY).slides[0].content.blocks)
    assert sum("╌" in plain(line) for line in lines) == 5
    assert {run.style.bgcolor for line in lines for run in line} == {STYLES.page.bgcolor}


def test_cells_of_several_lines_are_parted_by_stripes_where_rows_are_many() -> None:
    table = MANY.replace("word", "a long text that wraps in its cell")
    lines = lines_of(table, 30)
    assert len(lines) == 2 + 6 * 2
    assert not any("╌" in plain(line) for line in lines)
