"""Sparklines, and shares of a whole."""

from __future__ import annotations

from contextlib import suppress

import pytest

from drawing import area, deck_of, drawing, frame_of, plain
from rostra.deck.blocks import Code
from rostra.themes import load_theme
from rostra.typeset import Styles
from rostra.typeset.area import Area
from rostra.typeset.figures.chart import chart
from rostra.typeset.figures.source import CannotDrawError
from rostra.typeset.frame import Line, width

SPARKS = "Berlin: 0 1 2 3 4 5 6 7\n<!-- pause -->\nRome: 7 - 0 7 7 7 7 3\n"
DONUT = "Tea: 50\n<!-- pause -->\nCoffee: 30\nWater: 20\n"


def lines_of(kind: str, source: str, room: Area) -> list[Line]:
    (block,) = deck_of(f"```chart {kind}\n{source}```").slides[0].content.blocks
    assert isinstance(block, Code)
    return chart(block, room)


def drawn(kind: str, source: str, room: Area) -> list[str]:
    return [plain(line) for line in lines_of(kind, source, room)]


def test_a_sparkline_is_a_column_for_each_value_and_says_the_last() -> None:
    assert "\n".join(drawn("sparkline", SPARKS, area(24, 4))) == drawing(
        """
        |Berlin ▁▂▃▄▅▆▇█ 7
        |
        |  Rome █ ▁████▄ 3
        """
    )


def test_sparklines_are_wider_and_taller_where_there_is_room() -> None:
    rows = drawn("sparkline", "a: 0 1 2 3\n", area(60, 22))
    assert len(rows) == 3
    assert rows[-1].startswith("a ▁▁▁██████")


def test_many_values_are_thinned_to_the_room_there_is_and_peaks_stay() -> None:
    values = " ".join("99" if n == 250 else "1" for n in range(500))
    (row,) = drawn("sparkline", f"a: {values}\n", area(40, 2 * 3))[-1:]
    assert row.count("█") == 1
    assert len(row) <= 40


def test_a_ring_has_a_legend_with_values_and_shares() -> None:
    rows = drawn("donut", DONUT, area(80, 24))
    said = [row[row.index("■") :].split() for row in rows if "■" in row]
    assert said == [["■", "Tea", "50", "50%"], ["■", "Coffee", "30", "30%"], ["■", "Water", "20", "20%"]]


def test_percents_say_no_shares_of_their_own_and_no_sum() -> None:
    rows = drawn("donut", "unit: %\na: 60\nb: 40\n", area(80, 24))
    assert sum("%" in row for row in rows) == 2
    assert not any("100" in row for row in rows)


def test_a_ring_has_half_blocks_at_its_edges_and_the_sum_in_its_hole() -> None:
    assert "\n".join(drawn("donut", DONUT, area(54, 14))) == drawing(
        """
        |    ▄▄▀▀▀▀▀▀▄▄
        |  ▄▀██████████▀▄
        | ▀███▀▀▀▀▀▀▀▀███▀     ■ Tea     50  50%
        |▀▀▀▀▀▀      ▀▀███▀
        |█████  100   █████    ■ Coffee  30  30%
        |▀███▀▄      ▄▀███▀
        | ▀███▀▀▄▄▄▄▀▀███▀     ■ Water   20  20%
        |  ▀▀██████████▀▀
        |    ▀▀▀▀▀▀▀▀▀▀
        """
    )


def test_half_of_a_ring_is_half_of_its_cells() -> None:
    lines = lines_of("donut", "a: 1\nb: 1\n", area(80, 30))
    colors: dict[str, int] = {}
    for line in lines:
        for run in line:
            if "█" in run.text:
                colors[str(run.style.color)] = colors.get(str(run.style.color), 0) + len(run.text)
    first, second, *_ = sorted(colors.values(), reverse=True)
    assert first == pytest.approx(second, rel=0.05)


def test_slices_are_told_apart_without_colour_too() -> None:
    text = "".join(drawn("donut", DONUT, area(80, 24, Styles(load_theme("dark"), color=False))))
    assert all(text.count(sign) > 10 for sign in "█▒░")


@pytest.mark.parametrize(("kind", "source", "later"), [("sparkline", SPARKS, "Rome"), ("donut", DONUT, "Water")])
def test_a_pause_reveals_what_comes_later(kind: str, source: str, later: str) -> None:
    frame = frame_of(f"# T\n\n```chart {kind}\n{source}```", 80, 24)
    assert frame.steps == 2
    assert later not in frame.text(0)
    assert later in frame.text(1)
    assert sum(frame.text(0).count(sign) for sign in "█▀▄▁") < sum(frame.text(1).count(sign) for sign in "█▀▄▁")


def test_the_sum_shows_with_the_last_slice() -> None:
    frame = frame_of("```chart donut\nTea: 51\n<!-- pause -->\nCoffee: 31\n```", 80, 24)
    assert "82" not in frame.text(0)
    assert "82" in frame.text(1)


@pytest.mark.parametrize(
    ("source", "message"),
    [
        ("a: -1\nb: 2\n", "more than nothing"),
        ("a: 0\n", "more than nothing"),
        ("x, A, B\na, 1, 2\n", "kind: stacked"),
        ("".join(f"{n}: 1\n" for n in range(8)), "7 slices at most"),
    ],
)
def test_what_is_no_whole_is_told_of(source: str, message: str) -> None:
    with pytest.raises(CannotDrawError, match=message):
        drawn("donut", source, area(80, 24))


@pytest.mark.parametrize(("kind", "source"), [("sparkline", SPARKS), ("donut", DONUT), ("donut", "title: T\n" + DONUT)])
def test_no_line_is_wider_than_the_area_and_no_chart_taller(kind: str, source: str) -> None:
    (block,) = deck_of(f"```chart {kind}\n{source}```").slides[0].content.blocks
    assert isinstance(block, Code)
    for columns in [*range(1, 50), 61, 80, 120, 200, 300]:
        for rows in (4, 12, 22, 56):
            with suppress(CannotDrawError):
                lines = chart(block, area(columns, rows))
                assert all(width(line) <= columns for line in lines)
                assert len(lines) <= rows
