"""A slide on its page: place, header, footer, what does not fit, steps."""

from __future__ import annotations

import pytest

from drawing import STYLES, deck_of, frame_of, page, plain
from rostra.deck.blocks import Place
from rostra.deck.model import Background, Slide, SlideSettings
from rostra.themes import load_theme
from rostra.typeset import Frame, Manner, Page, Styles, typeset
from rostra.typeset.frame import crop, padded, width

TITLE = "# Big talk\n\n## and more\n\n---\n\ntext\n"
LONG = "# Head\n\n" + "\n\n".join(f"line {n}" for n in range(1, 14))
NASTY = (
    "# Head\n\n- a *b*\n\n| a | b |\n|---|---|\n| c | d |\n\n```py\nxyz\n```\n\n"
    "> 宽 👩\u200d👩\u200d👧\n\n::: box\nw\n:::"
)


def inked(frame: Frame, step: int | None = None) -> list[int]:
    """The rows of the page on which something stands."""
    return [row for row, line in enumerate(page(frame, step).split("\n")) if line.strip()]


def test_a_title_slide_is_large_and_stands_in_the_middle() -> None:
    frame = frame_of(TITLE, 60, 18)
    rows = [row for row in inked(frame) if row < 16]
    assert abs(rows[0] - (15 - rows[-1])) <= 3
    assert "█▄▛▝█ ▗▛▜▌ ▝█▀▘▝▀▙ █ ▐▌▟▘" in page(frame)
    middle = [(line.index(line.strip()[0]) + len(line)) / 2 for line in page(frame).split("\n")[rows[-1] :][:1]]
    assert abs(middle[0] - 30) <= 1
    assert [line.strip() for line in frame.text().split("\n") if line.strip()] == ["Big talk", "and more"]


def test_a_title_is_plain_where_large_letters_do_not_fit() -> None:
    assert "Big talk" in page(frame_of(TITLE, 20, 9))
    assert "漢字" in page(frame_of("# 漢字", 60, 18))


@pytest.mark.parametrize("below", ["- text", "x" * 81, "one\n\ntwo\n\nthree", "| a |\n|---|"])
def test_a_headline_over_more_than_two_short_lines_is_not_large(below: str) -> None:
    assert "Big talk\n    ━━━━━━━━" in page(frame_of(f"# Big talk\n\n{below}", 60, 18))


def test_a_headline_over_a_line_or_two_is_a_title_slide() -> None:
    frame = frame_of("# Big talk\n\nSomebody\n\nToday", 60, 18)
    assert "█▄▛▝█ ▗▛▜▌ ▝█▀▘▝▀▙ █ ▐▌▟▘" in page(frame)
    assert f"\n{'Somebody':^60}".rstrip() + "\n" in page(frame)


def test_a_layout_settles_what_a_title_slide_is() -> None:
    assert "Big talk" not in page(frame_of("<!-- slide: {layout: title} -->\n\n# Big talk\n\n- text", 60, 18))
    for text in ("", "\n\ntext"):
        assert "Big talk" in page(frame_of(f"<!-- slide: {{layout: default}} -->\n\n# Big talk{text}", 60, 18))


def test_text_begins_near_the_top_at_the_left() -> None:
    frame = frame_of("text", 40, 12)
    assert inked(frame)[0] <= 4
    assert page(frame).strip("\n").startswith("  text")


def test_text_that_is_read_begins_on_the_first_row() -> None:
    frame = typeset(deck_of("text").slides[0], Page(20, 10), STYLES, manner=Manner(at_top=True))
    assert (inked(frame)[0], frame.content_rows, frame.last_top) == (0, 1, 0)


@pytest.mark.parametrize(("columns", "margin"), [(11, 0), (12, 1), (30, 2), (60, 4), (118, 5), (200, 10)])
def test_margins_grow_with_the_page_and_text_is_no_wider_than_can_be_read(columns: int, margin: int) -> None:
    lines = page(frame_of("a " * 400, columns, 40)).split("\n")
    longest = max(lines[:30], key=len)
    assert len(longest) - len(longest.lstrip()) == margin
    assert columns - margin - 1 <= len(longest) <= columns - margin or len(longest.strip()) in (71, 72)


def test_max_columns_and_aspect_narrow_the_text() -> None:
    words = "a " * 200
    for key, widest in (("max_columns: 21", 21), ("aspect: 1:1", 48)):
        lines = page(frame_of(f"---\n{key}\n---\n{words}", 100, 24)).split("\n")
        assert max(len(line.strip()) for line in lines[:20]) in (widest, widest - 1)
        assert len(lines[8]) - len(lines[8].lstrip()) == (100 - widest) // 2


def test_header_and_footer_fill_their_placeholders() -> None:
    names = ("current_slide", "total_slides", "title", "subtitle", "sub_title", "author", "date", "event", "location")
    line = " ".join(f"{{{name}}}" for name in names)
    source = (
        f"---\ntitle: T\nsubtitle: S\nauthors: [A, B]\ndate: D\nevent: E\nlocation: L\n"
        f"header: '**{line}**'\nfooter: '{line} {{x}}'\n---\n- a\n\n---\n\nb\n"
    )
    lines = page(frame_of(source, 80, 20, number=2)).split("\n")
    assert lines[0].strip() == "2 3 T S S A, B D E L"
    assert lines[-1].strip() == "2 3 T S S A, B D E L {x}"


def test_a_header_keeps_its_looks() -> None:
    frame = frame_of("---\nheader: 'a **b**'\n---\ntext", 40, 12)
    assert [bool(run.style.bold) for run in frame.header[0] if run.text.strip()] == [False, True]


def test_a_footer_too_long_ends_in_an_ellipsis_before_the_number() -> None:
    assert page(frame_of(f"---\nfooter: {'word ' * 20}\n---\ntext", 40, 12)).split("\n")[-1].endswith("…  1/1")


def test_the_slides_number_stands_at_the_right_unless_the_footer_has_it() -> None:
    assert page(frame_of("a\n\n---\n\nb", 40, 12, number=2)).endswith("2/2")
    assert page(frame_of("---\nfooter: 'page {current_slide}'\n---\na", 40, 12)).split("\n")[-1].strip() == "page 1"


def test_nothing_moves_once_the_total_is_known() -> None:
    deck = deck_of("# Head\n\n- a\n- b")
    unknown, known = (typeset(deck.slides[0], Page(40, 20, 1, total), STYLES) for total in (0, 30))
    assert page(unknown).split("\n")[:-1] == page(known).split("\n")[:-1]
    assert (page(unknown).split("\n")[-1].strip(), page(known).split("\n")[-1].strip()) == ("1", "1/30")


def test_progress_is_not_claimed_while_the_total_is_unknown() -> None:
    lines = page(typeset(deck_of("a").slides[0], Page(40, 20, 3, 0), STYLES)).split("\n")
    assert (lines[-1].strip(), lines[-2]) == ("3", "─" * 40)


def test_no_footer_and_an_empty_footer_leave_the_rows_to_the_slide() -> None:
    for source in ("<!-- no_footer -->\ntext", "---\nfooter: false\n---\ntext"):
        frame = frame_of(source, 40, 12)
        assert (frame.footer, frame.body_rows) == ((), 12)


def test_the_progress_line_grows_with_the_talk() -> None:
    source = "\n\n---\n\n".join("abcde")
    done = [page(frame_of(source, 40, 16, number=n)).split("\n")[-2].count("━") for n in range(1, 6)]
    assert done == [0, 10, 20, 30, 40]
    deck = deck_of(source)
    assert "━" not in page(typeset(deck.slides[4], Page(40, 16, 5, 5), STYLES, manner=Manner(progress=False)))


def test_a_small_page_has_neither_header_nor_footer() -> None:
    source = "---\nheader: H\nfooter: F\n---\ntext"
    assert [bool(frame_of(source, *size).footer) for size in ((40, 8), (40, 7), (9, 12))] == [True, False, False]


def test_optional_blank_rows_go_before_anything_scrolls() -> None:
    loose = frame_of("\n\n".join("abcd"), 20, 12)
    tight = frame_of("\n\n".join("abcdefghi"), 20, 10)
    assert "a\n\n b" in page(loose)
    assert page(tight).split("\n")[:9] == [f" {letter}" for letter in "abcdefghi"]
    assert (loose.overflow(), tight.overflow(), tight.last_top) == ((0, 0), (0, 0), 0)


def test_items_of_a_list_stand_apart_where_the_page_has_room_for_that_and_close_where_it_has_not() -> None:
    items = "\n".join(f"- item {n}" for n in range(11))
    assert "item 0\n\n" in page(frame_of(items, 40, 40))
    assert "item 0\n  ● item 1" in page(frame_of(items, 40, 23))


def test_blank_rows_that_the_author_asked_for_stay() -> None:
    assert "a\n\n\n\n b" in page(frame_of("a\n<!-- new_lines: 3 -->\nb\n\n" + "\n\n".join("cdef"), 20, 10))


def test_a_slide_taller_than_the_page_scrolls_and_says_so() -> None:
    frame = frame_of(LONG, 20, 10)
    assert (frame.content_rows, frame.body_rows, frame.last_top) == (15, 8, 7)
    assert frame.overflow() == (15 - 9, 0)
    assert "▼ more" in page(frame)
    assert "▼ more" in page(frame, top=6)
    assert "▼ more" not in page(frame, top=7)
    assert page(frame, top=7).split("\n")[7:9] == [" line 13", ""]
    assert [frame.hidden_below(0, top) for top in (0, 6, 7)] == [True, True, False]


def test_going_on_by_pages_shows_every_line() -> None:
    frame, seen = frame_of(LONG, 20, 10), ""
    for top in [*range(0, frame.last_top, frame.body_rows - 1), frame.last_top]:
        seen += page(frame, top=top) + "\n"
    assert all(f" line {n}\n" in seen for n in range(1, 14))


@pytest.mark.parametrize("rows", [1, 2, 3, 10])
def test_what_is_hidden_does_not_show_beside_the_mark(rows: int) -> None:
    left = "\n\n".join(f"left {n}" for n in range(12))
    frame = frame_of(
        f"::: columns\n::: column\n{left}\n:::\n::: column\n<!-- pause -->\n\nat the far right end\n:::\n:::", 60, rows
    )
    for top in range(frame.last_top):
        seen = page(frame, 0, top)
        below = seen.split("\n")[frame.room - 1].strip()
        assert below == "▼ more" if rows > 1 else "▼ more" in below
        assert "left" in seen
        assert "right" not in seen
    assert "right" in page(frame, 1)


def test_the_mark_is_not_drawn_where_nobody_scrolls() -> None:
    frame = frame_of(LONG, 20, 10)
    assert "▼" not in "".join(plain(frame.line(row, more=False)) for row in range(10))


def test_what_shows_at_a_later_step_is_not_yet_more() -> None:
    source = "\n\n".join(f"line {n}" for n in range(8)) + "\n\n<!-- pause -->\n\nlast\n\nend"
    frame = frame_of(source, 20, 10)
    assert (frame.hidden_below(0, 0), frame.hidden_below(1, 0)) == (False, True)


def test_the_middle_of_the_page_is_jumped_to() -> None:
    frame = frame_of("a\n\n<!-- jump_to_middle -->\n\nb", 20, 21)
    assert abs(page(frame).split("\n").index(" b") - frame.body_rows // 2) <= 1


# -- pages of every size ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("size", [(1, 1), (2, 3), (5, 2), (10, 5), (200, 60), (1, 60), (200, 1)])
@pytest.mark.parametrize("source", [NASTY, TITLE, "", "---\nheader: H\naspect: 16:9\n---\n" + NASTY])
def test_every_page_from_one_cell_up_is_exactly_filled(size: tuple[int, int], source: str) -> None:
    frame = frame_of(source, *size)
    for top in range(frame.last_top + 1):
        assert page(frame, top=top) is not None
    assert "cannot be drawn" not in frame.text()
    assert all(width(line) == size[0] for line in frame.body)


def test_small_pages_show_what_they_can() -> None:
    assert page(frame_of("# Head\n\n- a", 10, 5)).split("\n")[:4] == ["Head", "━━━━", "", "● a"]
    assert page(frame_of("宽a", 2, 3)).split("\n")[0] == "宽"
    assert page(frame_of("宽", 1, 2)).split("\n")[0] == "…"


# -- backgrounds and cells ----------------------------------------------------------------------------------------


def test_a_slides_background_fills_its_page_and_text_stays_legible() -> None:
    for ground, ink in (("#ffffff", "#22252c"), ("#000080", "#e8e6e1")):
        slide = Slide(Place(), "", SlideSettings(background=Background(ground)), deck_of("text").slides[0].parse)
        frame = typeset(slide, Page(20, 10), STYLES)
        assert {run.style.bgcolor.name for line in frame.lines() for run in line if run.style.bgcolor} == {ground}
        assert frame.blank.color is not None
        assert frame.blank.color.name == ink


def test_no_color_leaves_looks_without_colours() -> None:
    styles = Styles(load_theme("dark"), color=False)
    source = (
        "---\nheader: H\n---\n<!-- slide: {background: red} -->\n# a\n\n**b** <mark>c</mark> [d](https://example.com) "
        "<span style='color: red'>e</span>\n\n```py\nx = 'y'\n```\n\n> [!TIP]\n> t"
    )
    frame = frame_of(source, 40, 24, styles=styles)
    runs = [run for line in frame.lines() for run in line]
    assert all(run.style.color is None and run.style.bgcolor is None for run in runs)
    looks = {run.text.strip(): run.style for run in runs}
    assert looks["b"].bold
    assert looks["c"].reverse
    assert looks["d"].underline
    assert looks["d"].link == "https://example.com"


def test_a_cut_through_a_wide_character_leaves_blanks() -> None:
    line = [run for line in frame_of("宽宽", 4, 1).lines() for run in line]
    assert [run.text for run in crop(line, 1, 3)] == ["  "]
    assert plain(padded(crop(line, 0, 3), 6, STYLES.page)) == "宽"
    assert width(padded(line, 3, STYLES.page)) == 3
