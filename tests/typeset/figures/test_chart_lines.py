"""Charts of lines and of points."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace

import pytest

from drawing import area, deck_of, drawing, frame_of, plain
from rostra.deck.blocks import Code
from rostra.themes import load_theme
from rostra.typeset import Styles
from rostra.typeset.area import Area
from rostra.typeset.figures.chart import chart
from rostra.typeset.figures.source import CannotDrawError
from rostra.typeset.frame import width
from rostra.typeset.lettering.signs import QUADRANTS, SEXTANTS

LINE = "labels: Mon, Tue, Wed, Thu\nRust: 10 20 30 40\n<!-- pause -->\nGo: 40 35 - 5\n"
ALONE = "Mon: 10\nTue: 40\nWed: 20\n"
POINTS = "x, y\n1, 10\n<!-- pause -->\n2, 40\n3, 20\n"


def drawn(kind: str, source: str, room: Area | None = None) -> list[str]:
    (block,) = deck_of(f"```chart {kind}\n{source}```").slides[0].content.blocks
    assert isinstance(block, Code)
    return [plain(line) for line in chart(block, room or area(40, 16))]


def test_a_line_goes_from_value_to_value_and_says_them() -> None:
    assert "\n".join(drawn("line", ALONE)) == drawing(
        """
        |40 ▁▁▁▁▁▁▁▁▁▁▁▁▁▁ 40 ▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁
        |                 ▄▞▀▚▄▄
        |30 ▁▁▁▁▁▁▁▁▁▁▁▄▞▀▁▁▁▁▁▁▀▀▄▄▖▁▁▁▁▁▁▁▁
        |           ▗▞▀             ▝▀▀▄▄
        |20 ▁▁▁▁▁▗▄▀▘▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▀▀▚▄ 20
        |     ▗▄▀▘
        |10 ▄▀▘▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁
        |    10
        | 0 ▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁
        |  Mon             Tue             Wed
        """
    )


@pytest.mark.parametrize(("signs", "own"), [("quadrants", QUADRANTS), ("sextants", SEXTANTS)])
def test_lines_are_drawn_with_what_large_letters_are(signs: str, own: str) -> None:
    text = "".join(drawn("line", ALONE, replace(area(40, 16), signs=signs)))  # type: ignore[arg-type]
    assert set(text) & set(own) - set(" █")
    assert not any("\u2800" <= sign <= "\u28ff" for sign in text)


def test_lines_are_in_braille_where_a_terminal_has_seams() -> None:
    text = "".join(drawn("line", ALONE, replace(area(40, 16), signs="none")))
    assert any("\u2800" < sign <= "\u28ff" for sign in text)
    assert "●" in text


def test_each_line_has_its_name_at_its_end_and_no_legend() -> None:
    rows = drawn("line", LINE)
    (rust,) = [number for number, row in enumerate(rows) if row.endswith(" Rust")]
    (go,) = [number for number, row in enumerate(rows) if row.endswith(" Go")]
    assert rust < go


def test_names_that_would_stand_too_far_from_their_lines_are_a_legend() -> None:
    rows = drawn("line", "labels: a, b\n" + "".join(f"series {n}: 1 5\n" for n in range(6)), area(80, 20))
    assert rows[0].startswith("● series 0   ◆ series 1")


def test_a_value_that_is_missing_leaves_a_gap() -> None:
    whole, gap = (drawn("line", f"labels: a, b, c, d, e\nx: 5 5 {middle} 5 5\n") for middle in ("5", "-"))
    assert sum(row.count("▀") + row.count("▄") for row in gap) < sum(row.count("▀") + row.count("▄") for row in whole)


def test_labels_that_are_numbers_lie_apart_as_these_do() -> None:
    rows = drawn("line", "2000: 1\n2001: 2\n2010: 3\n", area(80, 20))
    first, second, third = (rows[-1].index(year) for year in ("2000", "2001", "2010"))
    assert (third - first) / (second - first) == pytest.approx(10, abs=2)


def test_of_many_labels_those_are_left_out_that_would_touch() -> None:
    rows = drawn("line", "".join(f"day {n}: {n % 7}\n" for n in range(300)), area(60, 20))
    assert rows[-1].strip().startswith("day 0  day ")
    assert "…" not in rows[-1]


def test_marks_tell_lines_apart_without_colour() -> None:
    room = area(60, 24, Styles(load_theme("dark"), color=False))
    assert {"●", "◆"} <= set("".join(drawn("line", "labels: a, b\nfirst: 1 9\nsecond: 9 1\n", room)))


@pytest.mark.parametrize(("kind", "source", "later"), [("line", LINE, "Go"), ("scatter", POINTS, "")])
def test_a_pause_reveals_later_lines_and_points(kind: str, source: str, later: str) -> None:
    frame = frame_of(f"# T\n\n```chart {kind}\n{source}```", 60, 24)
    assert frame.steps == 2
    assert not later or later not in frame.text(0)
    assert later in frame.text(1)

    def drawn_cells(step: int) -> set[tuple[int, int]]:
        rows = frame.text(step).split("\n")
        return {
            (row, at) for row, text in enumerate(rows) for at, sign in enumerate(text) if sign in QUADRANTS[1:] + "●"
        }

    assert drawn_cells(0) < drawn_cells(1)


def test_points_are_at_their_two_numbers() -> None:
    rows = drawn("scatter", "0, 0\n10, 10\n5, 10\n", area(60, 20))
    top = next(row for row in rows if "●" in row)
    bottom = next(row for row in reversed(rows) if "●" in row)
    assert [at for at, sign in enumerate(top) if sign == "●"][-1] == 58
    assert bottom.index("●") < top.index("●") < 40
    assert rows[-1].split() == ["0", "2", "4", "6", "8", "10"]


def test_five_hundred_points_are_drawn_and_more_are_not() -> None:
    rows = drawn("scatter", "".join(f"{n}, {n * n % 97}\n" for n in range(500)), area(80, 24))
    assert not any("●" in row for row in rows)
    with pytest.raises(CannotDrawError, match="500 points at most"):
        drawn("scatter", "".join(f"{n}, 1\n" for n in range(501)))


def test_points_need_two_numbers() -> None:
    frame = frame_of("```chart scatter\nx, y\n1, 2\nfar, 3\n```", 60, 24)
    assert [(one.line, one.message) for one in frame.notices] == [(4, "this cannot be drawn: this is no number: far")]


@pytest.mark.parametrize(("kind", "source"), [("line", LINE), ("line", ALONE), ("scatter", POINTS), ("line", "a: 5\n")])
def test_no_line_is_wider_than_the_area_and_no_chart_taller(kind: str, source: str) -> None:
    (block,) = deck_of(f"```chart {kind}\n{source}```").slides[0].content.blocks
    assert isinstance(block, Code)
    for columns in [*range(1, 50), 61, 80, 120, 200, 300]:
        for rows in (4, 12, 22, 56):
            with suppress(CannotDrawError):
                lines = chart(block, area(columns, rows))
                assert all(width(line) <= columns for line in lines)
                assert len(lines) <= rows


def test_an_axis_that_is_far_from_nothing_does_not_begin_there() -> None:
    rows = drawn("line", "a: 1000\nb: 1010\nc: 1005\n")
    assert rows[0].split()[0] == "1010"
    assert not any(row.strip().startswith("0 ") for row in rows)
