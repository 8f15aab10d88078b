"""The look of each kind of block, as text."""

from __future__ import annotations

import pytest

from drawing import STYLES, area, deck_of, drawing, drawn, lines_of, plain, run_with
from rostra.deck.blocks import Container, Heading, Paragraph, Place, Span
from rostra.themes import load_theme
from rostra.typeset import Styles, blocks
from rostra.typeset.area import Area
from rostra.typeset.elements import ELEMENTS
from rostra.typeset.frame import Line, width

HEADINGS = "---\nslide_level: 1\n---\n# One\n\n## Two\n\n### Three\n\n#### Four\n\n##### Five\n\n###### Six\n"


def test_headings_have_rules_a_bar_or_nothing_by_their_level() -> None:
    assert drawn(HEADINGS) == drawing("""
        |One
        |━━━
        |
        |Two
        |───
        |
        |▌ Three
        |
        |Four
        |
        |Five
        |
        |Six
    """)


def test_the_six_headings_differ_without_colour_too() -> None:
    lines = lines_of(HEADINGS)
    looks = []
    for name in ("One", "Two", "Three", "Four", "Five", "Six"):
        at = next(i for i, line in enumerate(lines) if name in plain(line))
        style = run_with(lines, name).style
        below = plain(lines[at + 1])[:1] if at + 1 < len(lines) else ""
        looks.append((below, plain(lines[at])[:1] == "▌", bool(style.bold), bool(style.italic)))
    assert len(set(looks)) == 6


def test_a_heading_that_wraps_keeps_its_bar() -> None:
    assert drawn("### Three words wrap", 12) == "▌ Three\n▌ words wrap"


def test_paragraphs_break_at_words() -> None:
    assert drawn("Text that is *long* enough to be **broken** into lines.\n\nNext.", 20) == drawing("""
        |Text that is long
        |enough to be broken
        |into lines.
        |
        |Next.
    """)


def test_breaks_of_the_author_are_kept() -> None:
    assert drawn("one  \ntwo<br>three\\\nfour five") == "one\ntwo\nthree\nfour five"


def test_blanks_in_code_are_kept_and_others_are_one() -> None:
    assert drawn("a  b `c  d`") == "a b c  d"


def test_a_word_longer_than_the_line_is_cut_after_a_sign_near_the_end() -> None:
    assert drawn("https://example.com/a/path", 17) == "https://example.\ncom/a/path"
    assert drawn("see https://example.com", 16) == "see https://exam\nple.com"
    assert drawn("abcdefghij", 4) == "abcd\nefgh\nij"


def test_looks_of_running_text() -> None:
    lines = lines_of("*a1* **b2** ~~c3~~ <u>d4</u> `e5` [f6](https://example.com) <mark>g7</mark> <kbd>h8</kbd>", 80)
    assert run_with(lines, "a1").style.italic
    assert run_with(lines, "b2").style.bold
    assert run_with(lines, "c3").style.strike
    assert run_with(lines, "d4").style.underline
    for text, role in (("e5", "code"), ("g7", "mark"), ("h8", "kbd")):
        assert run_with(lines, text).style == STYLES.page + STYLES.role(role)
    assert run_with(lines, "f6").style.link == "https://example.com"
    assert plain(lines[0]).endswith("g7 \xa0h8")


def test_only_live_links_are_links_of_the_terminal() -> None:
    lines = lines_of("[a1](mailto:a@example.com) [b2](other.md) [c3](ftp://example.com)", 80)
    assert [run_with(lines, text).style.link for text in ("a1", "b2", "c3")] == ["mailto:a@example.com", None, None]
    assert run_with(lines, "b2").style.underline


def test_colours_of_a_span_are_the_authors() -> None:
    style = run_with(lines_of('<span style="color: #f00; background-color: blue">x1</span>'), "x1").style
    assert (style.color and style.color.name, style.bgcolor and style.bgcolor.name) == ("#ff0000", "#0000ff")


def test_small_signs_stand_for_what_has_them() -> None:
    assert drawn("H~2~O x^2^ x^π^ 1^st^ <sub>n</sub>") == "H₂O x² xπ 1st ₙ"


def test_bullets_nest_and_wrap_behind_their_signs() -> None:
    assert drawn(
        "- one\n- two that is so long that it wraps\n  - b\n    - c\n      - d\n        - e\n- f", 20
    ) == drawing("""
        |● one
        |● two that is so
        |  long that it wraps
        |  ○ b
        |    ■ c
        |      □ d
        |        □ e
        |● f
    """)


def test_numbers_stand_flush_right() -> None:
    assert drawn("9. nine\n10. ten\n    - x\n11. eleven") == drawing("""
        | 9. nine
        |10. ten
        |    ○ x
        |11. eleven
    """)


def test_loose_lists_keep_their_blank_rows() -> None:
    assert drawn("- a\n\n- b\n\n  second") == "● a\n\n● b\n\n  second"


def test_tasks_have_boxes() -> None:
    assert drawn("- [x] done\n- [ ] open\n- plain") == "✔ done\n□ open\n● plain"


def test_an_item_of_nothing_is_its_bullet() -> None:
    assert drawn("- \n- b") == "●\n● b"


def test_quotes_stand_behind_bars() -> None:
    assert drawn("> quoted text that wraps\n>\n> > inner", 16) == drawing("""
        |▎ quoted text
        |▎ that wraps
        |▎
        |▎ ▎ inner
    """)


@pytest.mark.parametrize(
    ("kind", "head"),
    [("NOTE", "Note"), ("TIP", "Tip"), ("IMPORTANT", "Important"), ("WARNING", "Warning"), ("CAUTION", "Caution")],
)
def test_alerts_name_their_kind(kind: str, head: str) -> None:
    above, first, second, below = lines_of(f"> [!{kind}]\n> text")
    assert (plain(above), plain(below)) == ("▄" * 40, "▀" * 40)
    assert plain(first).endswith(head)
    assert plain(second) == "┃ text"
    ground = STYLES.on(STYLES.page, "panel")
    assert run_with([first], "┃").style == STYLES.on(ground, kind.lower())
    assert {run.style.bgcolor for run in second} == {ground.bgcolor}


def test_an_alert_may_have_a_title_of_its_own() -> None:
    assert drawn("> [!TIP] Look here\n> text", 20) == "┃ ✦ Look here\n┃ text"
    assert drawn("> [!TIP] Look here", 20) == "┃ ✦ Look here"
    assert drawn("> [!OTHER] Look here\n> text", 24) == "▎ [!OTHER] Look here\n▎ text"


def test_where_a_theme_has_no_panels_an_alert_has_its_bar_alone() -> None:
    bare = area(40, styles=Styles(load_theme("terminal"))).set(deck_of("> [!TIP]\n> text").slides[0].content.blocks)
    assert [plain(line) for line in bare] == ["┃ ✦ Tip", "┃ text"]


def test_the_kinds_of_alerts_differ_in_their_signs() -> None:
    signs = {drawn(f"> [!{kind}]\n> x", 20)[2] for kind in ("NOTE", "TIP", "IMPORTANT", "WARNING", "CAUTION")}
    assert len(signs) == 5


def test_columns_of_tables_are_aligned() -> None:
    assert drawn("| a | b | c |\n|:--|:-:|--:|\n| 1 | 22 | 333 |\n| left | mid | right |") == drawing("""
        |a    │  b  │     c
        |─────┼─────┼──────
        |1    │ 22  │   333
        |left │ mid │ right
    """)


def test_cells_that_do_not_fit_wrap_and_rows_are_parted() -> None:
    table = "| Name | What it does |\n|---|---|\n| short | a long text that wraps in its cell |\n| b | c |"
    assert drawn(table, 30) == drawing("""
        |Name  │ What it does
        |──────┼───────────────────────
        |short │ a long text that wraps
        |      │ in its cell
        |╌╌╌╌╌╌┼╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌
        |b     │ c
    """)


def test_a_table_too_wide_for_columns_becomes_lists() -> None:
    assert drawn("| Name | Does | More |\n|---|---|---|\n| a | long text | x |\n| b | c | |", 12) == drawing("""
        |Name a
        |Does long
        |text
        |More x
        |╌╌╌╌╌╌╌╌
        |Name b
        |Does c
        |More
    """)


def test_a_table_without_heads_has_no_rule() -> None:
    assert drawn("| | |\n|---|---|\n| a | b |") == "a │ b"


def test_rules_are_as_wide_as_what_they_are_in() -> None:
    assert drawn("> a\n>\n> ---", 10) == "▎ a\n▎\n▎ ────────"


def test_images_are_their_alternative_text_in_a_box() -> None:
    assert drawn('![A picture](cat.png "Cat")\n\n![](b/dog.png)\n\nin ![a](x.png) line', 30) == drawing("""
        |╭─────────────╮
        |│ ▣ A picture │
        |│ Cat         │
        |╰─────────────╯
        |
        |╭───────────╮
        |│ ▣ dog.png │
        |╰───────────╯
        |
        |in ▣\xa0a line
    """)


def test_blank_rows_are_as_many_as_asked_for() -> None:
    assert drawn("a\n<!-- new_lines: 3 -->\nb") == "a\n\n\n\nb"


def test_words_are_cut_between_wide_characters_but_not_before_a_full_stop() -> None:
    assert drawn("汉字汉字汉字", 5) == "汉字\n汉字\n汉字"
    assert drawn("汉字。汉字", 4) == "汉\n字。\n汉字"
    assert drawn("汉「字」汉", 6) == "汉\n「字」\n汉"


def test_joined_emoji_are_never_cut() -> None:
    family, heart = "👩\u200d👩\u200d👧", "❤\ufe0f"
    assert drawn(f"{family}{family}{heart}", 4) == f"{family}{family}\n{heart}"
    assert [width(line) for line in lines_of(f"{family}{family}{heart}", 4)] == [4, 2]


def test_a_sign_wider_than_the_line_is_an_ellipsis() -> None:
    assert drawn("汉a字", 1) == "…\na\n…"


def test_a_block_that_fails_becomes_a_box_with_its_line(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> list[Line]:
        raise ZeroDivisionError("secret")

    monkeypatch.setattr(blocks, "quote", fail)
    lines = [plain(line) for line in lines_of("a\n\n> b\n\nc", 60)]
    assert (lines[0], lines[-1]) == ("a", "c")
    assert lines[2][0] + lines[2][-1] + lines[-3][0] + lines[-3][-1] == "╭╮╰╯"
    told = "".join(line.strip("│ ") for line in lines[3:-3]).replace(" ", "")
    assert told.endswith("deck.md:3cannotbedrawn(ZeroDivisionError)")


def test_a_block_without_a_place_that_fails_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(ELEMENTS, "box", lambda block, area: [[]] * (1 // 0))
    drawn_ = area(60).set((Container("box"),))
    assert "this block cannot be drawn" in plain(drawn_[1])


def test_a_container_of_no_known_name_is_what_it_holds() -> None:
    made = Container("odd", "", (Paragraph((Span("a"),)), Heading(4, (Span("b"),))), Place())
    assert [plain(line) for line in area().set((made,))] == ["a", "", "b"]


def test_the_same_look_is_the_same_object() -> None:
    lines = lines_of("*a* *b* `c` `d`\n\n*e*", 40)
    assert run_with(lines, "a").style is run_with(lines, "e").style
    assert run_with(lines, "c").style is run_with(lines, "d").style


def test_areas_leave_a_column_however_narrow() -> None:
    narrow: Area = area(3).narrower(9)
    assert narrow.width == 1
    assert deck_of("a").slides[0].content.blocks
