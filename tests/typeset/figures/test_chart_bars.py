"""Charts of bars: level, upright, and on top of each other."""

from __future__ import annotations

from contextlib import suppress
from textwrap import dedent

import pytest

from drawing import STYLES, area, deck_of, drawing, frame_of, plain
from rostra.deck.blocks import Code
from rostra.themes import load_theme
from rostra.typeset import Styles
from rostra.typeset.blocks import draw
from rostra.typeset.figures.chart import chart
from rostra.typeset.figures.source import CannotDrawError
from rostra.typeset.frame import Line, width

BAR = """```chart bar
Rust: 12
<!-- pause -->
Go: 8
Python: 4.5
Lisp: -
```
"""
COLUMN = BAR.replace("chart bar", "chart column")
STACKED = """```chart stacked
Year, Coal, Wind
2000, 8, 1
2020, 3, 5
```
"""
BELOW = "```chart {kind}\nJan: -4\nFeb: 2\n```\n"


def lines_of(source: str, columns: int = 40, rows: int = 14, styles: Styles = STYLES) -> list[Line]:
    (block,) = deck_of(source).slides[0].content.blocks
    return draw(block, area(columns, rows, styles))


def drawn(source: str, columns: int = 40, rows: int = 14, styles: Styles = STYLES) -> list[str]:
    return dedent("\n".join(plain(line) for line in lines_of(source, columns, rows, styles))).split("\n")


def test_bars_are_as_long_as_their_values_to_an_eighth_of_a_cell() -> None:
    assert "\n".join(drawn(BAR, 30)) == drawing(
        """
        |  Rust ▕██████████████████ 12
        |
        |    Go ▕████████████ 8
        |
        |Python ▕██████▊ 4.5
        |
        |  Lisp ▕ –
        """
    )


def test_what_is_less_than_nothing_goes_the_other_way() -> None:
    assert "\n".join(drawn(BELOW.format(kind="bar"), 30, 10)) == drawing(
        """
        |Jan  -4 █████████████
        |        █████████████
        |
        |Feb                  ██████ 2
        |                     ██████
        """
    )


def test_columns_stand_on_an_axis_with_round_numbers() -> None:
    assert "\n".join(drawn(COLUMN.replace("<!-- pause -->\n", ""), 36, 14)) == drawing(
        """
        |15 ▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁
        |      12
        |10 ▁▆▆▆▆▆▆▁▁▁ 8 ▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁
        |    ██████  ▂▂▂▂▂▂
        | 5 ▁██████▁▁██████▁▁ 4.5 ▁▁▁▁▁▁▁▁▁▁
        |    ██████  ██████  ▆▆▆▆▆▆
        | 0 ▁██████▁▁██████▁▁██████▁▁▁▁▁▁▁▁▁
        |     Rust     Go    Python   Lisp
        """
    )


def test_columns_that_come_later_leave_no_gaps_in_lines_behind_them() -> None:
    rows = frame_of(COLUMN, 40, 16).text(0).split("\n")
    assert [set(row) & set("▁▔") for row in rows if set(row) & set("▁▔")] == [{"▔"}]
    (axis,) = [row for row in rows if "▔" in row]
    assert axis.strip() == "▔" * 32


def test_columns_of_what_is_less_than_nothing_hang_from_the_axis() -> None:
    assert "\n".join(drawn(BELOW.format(kind="column"), 30, 14)) == drawing(
        """
        | 2 ▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁ 2 ▁▁▁▁▁
        |                  █████████
        | 0 ▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁█████████▁▁
        |     █████████
        |-2 ▁▁█████████▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁
        |     █████████
        |-4 ▁▁█████████▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁
        |        -4
        |        Jan          Feb
        """
    )


def test_parts_of_a_column_share_the_cell_in_which_they_meet() -> None:
    lines = lines_of("```chart stacked\nmax: 20\nx, A, B\na, 3, 9\n```", 20, 12)
    (shared,) = {run.style for line in lines for run in line if run.text[0] in "▁▂▃▄▅▆▇" and len(set(run.text)) == 1
                 and run.style.bgcolor != STYLES.page.bgcolor}  # fmt: skip
    assert (shared.color, shared.bgcolor) == (STYLES.role("accent").color, STYLES.role("second").color)


def test_parts_say_what_they_are_and_columns_what_they_sum_up_to() -> None:
    rows = drawn(STACKED, 50, 24)
    assert rows[0] == "■ Coal   ■ Wind"
    assert [row.split("█")[0].split()[-1] for row in rows if " 9 " in f"{row} "] == ["9"]
    assert sum("█8█" in row for row in rows) == sum("█3█" in row for row in rows) == 1


def test_groups_have_a_legend_and_a_bar_for_each_series() -> None:
    assert "\n".join(drawn("```chart bar\nx, A, B\none, 2, 4\ntwo, 4, 1\n```", 24, 14)) == drawing(
        """
        |■ A   ■ B
        |
        |one ▕████████▌ 2
        |    ▕█████████████████ 4
        |
        |two ▕█████████████████ 4
        |    ▕████▎ 1
        """
    )


@pytest.mark.parametrize("kind", ["bar", "column", "stacked"])
@pytest.mark.parametrize("theme", ["dark", "paper"])
def test_series_are_told_apart_without_colour_too(kind: str, theme: str) -> None:
    styles = Styles(load_theme(theme), color=False)
    text = "\n".join(drawn(f"```chart {kind}\nx, A, B, C\none, 9, 8, 7\ntwo, 7, 9, 8\n```", 60, 24, styles))
    assert all(sign in text for sign in "█▒░")
    assert "▒▒ B" in text


@pytest.mark.parametrize("source", [BAR, COLUMN])
def test_a_pause_reveals_later_bars(source: str) -> None:
    frame = frame_of(f"# T\n\n{source}\nafter\n", 60, 24)
    assert frame.steps == 2
    assert "Rust" in frame.text(0)
    assert not any(word in frame.text(0) for word in ("Go", "8", "4.5", "Python", "after"))
    assert "Python" in frame.text(1)
    assert frame.text(0).count("█") < frame.text(1).count("█")


def test_parts_of_later_steps_do_not_show_before() -> None:
    source = "```chart stacked\nlabels: a, b\nfirst: 3.1 2.2\n<!-- pause -->\nsecond: 2.3 3.1\n```"
    frame = frame_of(f"# T\n\n{source}", 60, 24)
    assert "second" not in frame.text(0)
    assert "5.4" not in frame.text(0)
    assert "5.4" in frame.text(1)


@pytest.mark.parametrize("source", [BAR, COLUMN, STACKED, BELOW.format(kind="bar"), BELOW.format(kind="column")])
def test_no_line_is_wider_than_the_area_and_no_chart_taller(source: str) -> None:
    (block,) = deck_of(source).slides[0].content.blocks
    assert isinstance(block, Code)
    for columns in [*range(1, 50), 61, 80, 120, 200, 300]:
        for rows in (4, 12, 22, 56):
            with suppress(CannotDrawError):
                lines = chart(block, area(columns, rows))
                assert all(width(line) <= columns for line in lines)
                assert len(lines) <= rows


def test_long_names_are_wrapped_or_stand_above_their_bars() -> None:
    source = "```chart bar\nA name of many words that goes on: 3\nShort: 4\n```"
    wide = drawn(source, 60, 24)
    assert ["█" in row for row in wide if "that goes on" in row] == [True]
    narrow = drawn(source, 36, 24)
    assert "A name of many words that goes on" in narrow[0]
    assert "█" in narrow[1]


def test_names_below_columns_are_shortened_only_where_they_would_overlap() -> None:
    source = "```chart column\n" + "".join(f"Category {n}: {n + 1}\n" for n in range(9)) + "```"
    assert "Category" in drawn(source, 120, 24)[-1]
    assert "…" in drawn(source, 60, 24)[-1]


@pytest.mark.parametrize(("source", "message"), [
    ("```chart bar\n" + "".join(f"{n}: 1\n" for n in range(21)) + "```", "a bar chart has 20 rows at most"),
    ("```chart column\n" + "".join(f"{n}: 1\n" for n in range(41)) + "```", "a chart has 40 columns at most"),
    ("```chart column\na: 1 2 3 4 5 6 7 8\n```", "a chart has 7 series at most, and this has 8"),
])  # fmt: skip
def test_what_is_too_much_stays_a_listing_and_is_told_of(source: str, message: str) -> None:
    (notice,) = [one for one in frame_of(source, 80, 24).notices if one.rule == "drawing"]
    assert message in notice.message


def test_the_largest_value_fills_the_room_and_max_makes_room_beyond() -> None:
    whole = drawn("```chart bar\na: 50\n```", 40)[0].count("█")
    half = drawn("```chart bar\nmax: 100\na: 50\n```", 40)[0].count("█")
    assert whole > 30
    assert abs(whole - 2 * half) <= 1


def test_a_single_series_has_the_gradient_of_the_theme_in_true_colour_alone() -> None:
    def colors(styles: Styles) -> int:
        lines = lines_of("```chart bar\na: 50\n```", 60, styles=styles)
        return len({run.style.color for line in lines for run in line if "█" in run.text})

    assert colors(STYLES) > 4
    assert colors(Styles(load_theme("dark"), colors=256)) == 1
