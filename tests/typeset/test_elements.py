"""Named containers, as text."""

from __future__ import annotations

import pytest

from drawing import STYLES, area, deck_of, drawing, drawn, frame_of, lines_of, plain, run_with
from rostra.deck import names
from rostra.deck.name import words
from rostra.themes import load_theme
from rostra.typeset import Styles
from rostra.typeset.elements import ELEMENTS
from rostra.typeset.frame import text_of, width


def columns(*parts: str, layout: str = "") -> str:
    inner = "\n".join(f"::: column {width}\n{text}\n:::" for width, _, text in (part.rpartition("|") for part in parts))
    return f"::: columns {layout}\n{inner}\n:::\n"


def test_columns_stand_side_by_side() -> None:
    assert drawn(columns("left side", "- a\n- b"), 30) == "left side       ● a\n                ● b"


def test_columns_have_the_shares_they_were_given() -> None:
    assert drawn("<!-- column_layout: [2, 1] -->\nwide\n<!-- column: 1 -->\nnarrow", 34).index("narrow") == 24
    assert drawn(columns("25%|left", "right"), 42).index("right") == 12
    assert drawn(columns("a", "b", "c"), 34) == "a           b           c"


def test_columns_on_a_narrow_page_stand_one_below_the_other() -> None:
    assert drawn(columns("left", "right"), 15) == "left\n\nright"


def test_an_empty_column_keeps_its_room() -> None:
    assert drawn("<!-- column_layout: [1, 1] -->\n<!-- column: 1 -->\nright", 30) == " " * 16 + "right"


def test_what_stands_outside_any_column_is_one_by_itself() -> None:
    assert drawn("::: columns\nloose\n::: column\nright\n:::\n:::", 30) == "loose           right"


def test_a_listing_in_a_column_folds_at_the_columns_edge() -> None:
    assert drawn(columns("```\nabcdefghijklmnop\n```", "right"), 30) == drawing("""
        | abcdefghijkl   right
        | ↪ mnop
    """)


def test_text_stands_in_the_middle_or_at_the_right_and_lists_keep_their_edge() -> None:
    assert drawn("::: center\nmiddle\n\n- a\n- bcd\n:::\n\n::: right\nend\n:::", 20) == drawing("""
        |       middle
        |
        |       ● a
        |       ● bcd
        |
        |                 end
    """)


def test_every_line_of_a_paragraph_is_centred_by_itself() -> None:
    assert drawn("<center>one<br>three</center>", 11) == "    one\n   three"


def test_listings_and_tables_are_moved_as_a_whole() -> None:
    assert drawn("::: center\n```\nab\nabcd\n```\n\n| a |\n|---|\n| b |\n:::", 20) == drawing("""
        |        ab
        |        abcd
        |
        |         a
        |         ─
        |         b
    """)


BARE = Styles(load_theme("terminal"))


def bare(source: str, columns: int) -> str:
    """Drawn in a theme without panels."""
    lines = area(columns, styles=BARE).set(deck_of(source).slides[0].content.blocks)
    return "\n".join(plain(line) for line in lines)


def test_a_box_is_a_panel_with_its_title() -> None:
    lines = lines_of("::: box A title\ninside\n:::", 30)
    assert [plain(line) for line in lines] == ["▄" * 30, "▌ A title", "▌ inside", "▀" * 30]
    assert [width(line) for line in lines] == [30] * 4
    ground = STYLES.on(STYLES.page, "panel")
    assert {run.style.bgcolor for line in lines[1:3] for run in line} == {ground.bgcolor}


def test_where_a_theme_has_no_panels_a_box_has_a_frame_and_its_title() -> None:
    assert bare("::: box A title\ninside\n:::\n\n::: box\nx\n:::", 20) == drawing("""
        |╭─ A title ────────╮
        |│ inside           │
        |╰──────────────────╯
        |
        |╭──────────────────╮
        |│ x                │
        |╰──────────────────╯
    """)


def test_a_title_too_long_for_its_box_ends_in_an_ellipsis() -> None:
    assert bare("::: box A title that goes on\nx\n:::", 16).split("\n")[0] == "╭─ A title th…─╮"


def test_a_box_with_no_room_for_a_frame_is_what_it_holds() -> None:
    assert drawn("::: box T\nab cd\n:::", 4) == "ab\ncd"


def test_terms_stand_above_what_they_mean() -> None:
    assert drawn("Term\n: Meaning that wraps\n: Another\n\nNext\n: More", 14) == drawing("""
        |Term
        |  Meaning that
        |  wraps
        |  Another
        |
        |Next
        |  More
    """)


def test_footnotes_stand_below_a_short_line() -> None:
    assert drawn("text[^a] and[^b]\n\n[^a]: Note that wraps.\n[^b]: Other.", 14) == drawing("""
        |text¹ and²
        |
        |────────────
        |¹ Note that
        |  wraps.
        |² Other.
    """)


def test_alerts_hold_blocks_of_every_kind() -> None:
    assert drawn("> [!NOTE]\n> - a\n>\n> ```\n> b\n> ```", 12).split("\n")[1:] == ["┃ ● a", "┃", "┃  b"]


def test_large_text_is_drawn_in_letters_of_four_rows_and_says_what_it_is() -> None:
    lines = lines_of("<!-- font_size: 2 -->\n\nAh\n\n<!-- font_size: 1 -->\n\nno", 30)
    assert [plain(line) for line in lines] == drawing("""
        |▗█▖▐▌
        |█ █▐▛▜▖
        |█▀█▐▌▐▌
        |▀ ▀▝▘▝▘
        |
        |no
    """).split("\n")
    assert run_with(lines, "▗█▖▐▌").says == "Ah"


def test_text_without_drawings_or_too_wide_is_not_made_large() -> None:
    assert drawn("<!-- font_size: 2 -->\n\n汉字", 30) == "汉字"
    assert drawn("<!-- font_size: 2 -->\n\nfar too wide a text", 12) == "far too wide\na text"


def test_elements_nest() -> None:
    inner = columns("> a", "::: box\nb\n:::")
    assert bare(f"::: box Outer\n{inner}\n:::", 38) == drawing("""
        |╭─ Outer ────────────────────────────╮
        |│ ▎ a               ╭──────────────╮ │
        |│                   │ b            │ │
        |│                   ╰──────────────╯ │
        |╰────────────────────────────────────╯
    """)


def test_every_name_that_a_deck_may_use_has_a_look_and_every_look_a_name() -> None:
    in_decks = set(words(names.ELEMENTS))
    drawn_by_others = {"column", "notes"}
    made_by_the_program = {"definition", "definitions", "footnote", "footnotes", "lead", "term"}
    assert in_decks - drawn_by_others == set(ELEMENTS) - made_by_the_program
    assert drawn_by_others <= in_decks


@pytest.mark.parametrize("size", [(60, 30), (20, 40), (3, 90)])
@pytest.mark.parametrize("name", sorted({*words(names.ELEMENTS)} - {"notes"}))
def test_every_element_keeps_the_places_and_the_steps_of_what_is_in_it(name: str, size: tuple[int, int]) -> None:
    frame = frame_of(f"a\n\n::: {name} x\n- aa\n- bb\n\n> cc\n\n<!-- pause -->\n\n- dd\n:::\n", *size)
    for word, line in (("aa", 4), ("bb", 5), ("cc", 7), ("dd", 11)):
        rows = [row for row, cells in enumerate(frame.body) if word in text_of([cells])]
        for row in rows[:1]:  # none where letters are large
            place = frame.places[row]
            assert place is not None
            assert place.line == line
    before = frame.all_lines(0)
    for row in frame.rows_of_step(1):
        if "dd" in text_of([frame.body[row]]):
            assert not text_of([before[row]]).strip(" │"), "something shows before its step"
