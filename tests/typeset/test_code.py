"""Listings."""

from __future__ import annotations

import pytest

from drawing import STYLES, deck_of, drawing, drawn, frame_of, lines_of, plain, run_with
from rostra.themes import load_theme
from rostra.typeset import Page, Styles, code, typeset
from rostra.typeset.frame import text_of, width


def test_a_listing_stands_on_a_panel_that_is_no_wider_than_it_needs() -> None:
    lines = lines_of("```\nab\n\nc\n```", 12)
    assert [plain(line) for line in lines] == [" ab", "", " c"]
    assert [width(line) for line in lines] == [4, 4, 4]
    ground = STYLES.page + STYLES.role("listing")
    assert {run.style.bgcolor for line in lines for run in line} == {ground.bgcolor}


def test_a_panel_has_soft_edges_of_half_a_row_which_are_no_text() -> None:
    lines = lines_of("```\nabcd\n```", 40)
    assert [plain(line) for line in lines] == ["▄" * 8, "  abcd", "▀" * 8]
    ground = STYLES.page + STYLES.role("listing")
    edge = lines[0][0].style
    assert (edge.color, edge.bgcolor) == (ground.bgcolor, STYLES.page.bgcolor)
    assert text_of(lines) == "  abcd"


def test_a_drawing_is_never_folded_and_stands_in_the_middle_without_its_indent() -> None:
    lines = lines_of("```\n    ┌──┐\n    └──┘ " + "x" * 60 + "\n```", 40)
    assert [plain(line).strip()[:4] for line in lines[1:-1]] == ["┌──┐", "└──┘"]
    assert plain(lines_of("```\n    ┌──┐\n    └──┘\n```", 40)[1]) == " " * 18 + "┌──┐"


def test_tabs_go_to_the_next_fourth_column() -> None:
    assert drawn("```\n\ta\nab\tc\nabcd\te\n```", 20) == "     a\n ab  c\n abcd    e"


def test_lines_too_long_are_folded_with_a_mark() -> None:
    assert drawn("```\nthis line is longer than the page\n宽宽宽宽宽宽宽宽宽宽宽\n```", 20) == drawing("""
        | this line is longe
        | ↪ r than the page
        | 宽宽宽宽宽宽宽宽宽
        | ↪ 宽宽
    """)


def test_the_mark_looks_unlike_the_code() -> None:
    lines = lines_of("```\nabcdefghijklmnopqrstuvwxyz\n```", 20)
    assert run_with(lines, "↪").style != run_with(lines, "a").style


@pytest.mark.parametrize("columns", [1, 2, 3, 4, 5, 9, 10])
def test_every_character_of_a_folded_line_is_shown(columns: int) -> None:
    text = drawn("```py\nprint('abc', 42)  # done\n```", columns)
    assert "".join(text.replace("↪", "").split()) == "print('abc',42)#done"


def test_a_wide_character_on_a_page_of_one_column_is_an_ellipsis() -> None:
    assert drawn("```\n宽a宽\n```", 1) == "…\na\n…"


def test_an_emoji_that_a_lexer_cuts_keeps_its_width() -> None:
    family = "👩\u200d👩\u200d👧"
    assert [width(line) for line in lines_of(f"```py\n{family}\n```", 12)] == [4]
    assert run_with(lines_of(f"```py\n{family}\n```", 12), family)


def test_syntax_is_highlighted_by_the_theme() -> None:
    lines = lines_of('```python\ndef name(x: int) -> str:  # why\n    return "s" + 1\n```', 60)
    for text, role in (("def", "keyword"), ("name", "function"), ("# why", "comment"), ('"s"', "string")):
        wanted = STYLES.page + STYLES.role("listing") + STYLES.role(f"syntax_{role}")
        assert run_with(lines, text).style == wanted, text


@pytest.mark.parametrize("info", ["nolanguage", "text", "", "{.python", "py{1,3}", "python,linenos"])
def test_a_language_that_nobody_knows_is_plain_and_a_known_one_is_found(info: str) -> None:
    coloured = len({run.style for run in lines_of(f"```{info}\ndef f(): return 1\n```", 60)[1]}) > 1
    assert coloured == (info not in ("nolanguage", "text", ""))


def test_blank_lines_at_the_start_and_within_stay() -> None:
    assert drawn("```python\n\n\nx\n\n\ny\n```", 10) == "\n\n x\n\n\n y"


def test_a_centred_listing_is_as_wide_as_its_longest_line() -> None:
    assert [width(line) for line in lines_of("::: center\n```\nab\nabcd\n```\n:::", 20)] == [13, 13]


def test_how_much_too_wide_a_listing_is_is_told_with_its_place() -> None:
    lacks = 50 - (40 - 2 * 2 - 2)
    frame = frame_of("text\n\n```\nx\n" + "x" * 50 + "\n```", 40, 12)
    assert frame.overflow() == (0, lacks)
    (notice,) = frame.notices
    assert (notice.file.endswith("deck.md"), notice.line) == (True, 3)
    assert notice.message == f"line 2 of this listing is {lacks} columns too wide"
    fits = frame_of("```\nx\n```", 40, 12)
    assert (fits.overflow(), fits.notices) == ((0, 0), ())


def test_a_listing_of_nothing_is_one_blank_row() -> None:
    assert [width(line) for line in lines_of("```\n```", 10)] == [2]


@pytest.mark.parametrize("rows", [40, 10])
def test_a_listing_is_highlighted_once_for_all_settings_sizes_and_themes_of_its_slide(rows: int) -> None:
    deck = deck_of("- a\n\n```python\n" + f"x = {rows}\n" * 8 + "```")
    code.highlighted.cache_clear()
    for columns in (60, 61):
        for theme in ("dark", "light"):
            typeset(deck.slides[0], Page(columns, rows), Styles(load_theme(theme)))
    assert code.highlighted.cache_info().misses == 1


def test_a_language_without_a_lexer_has_the_look_of_plain_listings() -> None:
    plain_one, unknown = (frame_of(f"```{name}\nx = 1\n```", 40, 12) for name in ("", "nolanguage"))
    assert plain_one.body == unknown.body
