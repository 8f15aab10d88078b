"""Rows know the block that they show, on pages of any size."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from test_typeset_properties import SIZES, frames

from drawing import STYLES, deck_of, frame_of, plain
from rostra.deck.blocks import Container, Heading, Paragraph, Place, Span
from rostra.deck.model import Content, Slide
from rostra.deck.spot import Spot
from rostra.typeset import Frame, Page, blocks, typeset
from rostra.typeset.frame import Line, Run, crop, text_of
from rostra.typeset.places import Origin, Shown, spots_of
from snippets import TEXTS

EVERYTHING = """\
# Headline

- one that wraps on a narrow page
- two
  - inner

> quoted

```py
first = 1

third = "a line that is too long for a narrow page"
```

| a | b |
|---|---|
| c | d |
| e | f |

::: box Title
boxed
:::

> [!TIP]
> careful[^1]

::: columns
::: column
left
:::
::: column
right

more
:::
:::

![pic](a.png)

Term
: Meaning

[^1]: foot
"""


def lines_shown(frame: Frame) -> list[tuple[str, int | None]]:
    """The rows with something on them, and the lines of the deck that they come from."""
    rows = [
        (text_of([line]).strip(), place.line if place else None)
        for line, place in zip(frame.body, frame.places, strict=True)
    ]
    return [(text, line) for text, line in rows if text]


def line_of(text: str, source: str = EVERYTHING) -> int:
    """The line, counted from 1, on which a text stands in a deck."""
    return next(number for number, line in enumerate(source.split("\n"), 1) if text in line)


def test_every_row_knows_the_line_of_the_innermost_block_that_it_shows() -> None:
    shown = lines_shown(frame_of(EVERYTHING, 60, 80))
    for drawn, text in (
        ("Headline", "# Headline"),
        ("● one that wraps on a narrow page", "- one"),
        ("○ inner", "- inner"),
        ("▎ quoted", "> quoted"),
        ("first = 1", "```py"),
        ("a │ b", "| a | b |"),
        ("──┼──", "| a | b |"),
        ("e │ f", "| a | b |"),
        ("▌ boxed", "boxed"),
        ("┃ ✦ Tip", "[!TIP]"),
        ("┃ careful¹", "> careful"),
        ("left" + " " * 23 + "right", "left"),
        ("more", "more"),
        ("│ ▣ pic │", "![pic]"),
        ("Term", "Term"),
        ("Meaning", ": Meaning"),
        ("────────────", "[^1]: foot"),
        ("¹ foot", "[^1]: foot"),
    ):
        assert (drawn, line_of(text)) in shown, drawn
    assert ("▌ Title", line_of("::: box")) in shown


def test_blank_rows_between_blocks_show_no_block() -> None:
    frame = frame_of("# A\n\n- b\n\nc", 20, 20)
    assert [place is None for line, place in zip(frame.body, frame.places, strict=True) if not plain(line)] == [
        True
    ] * sum(not plain(line) for line in frame.body)
    assert frame.spot_at(0) is None
    assert frame.spot_at(-1) is None
    assert frame.spot_at(999) is None


def test_an_item_of_nothing_is_on_its_own_line() -> None:
    assert [place.line for place in frame_of("- a\n-\n- c", 20, 8).places if place] == [1, 2, 3]


def test_a_block_that_is_on_a_row_twice_counts_once() -> None:
    origin = Origin(Place("deck.md", 1))
    ((first, *others),) = spots_of([[(2, origin), (20, origin)]])
    assert (first, others) == (Shown(2, Spot(Place("deck.md", 1), 0, 1)), [])


def test_what_is_left_of_a_cut_row_knows_where_it_comes_from() -> None:
    origin = Origin(Place("deck.md", 1))
    assert [run.origin for run in crop([Run("abc", STYLES.page, origin=origin)], 1, 2)] == [origin]


def test_rows_in_columns_show_the_block_of_the_column() -> None:
    frame = frame_of(EVERYTHING, 60, 80)
    row = next(row for row, line in enumerate(frame.body) if "right" in plain(line))
    column = plain(frame.body[row]).index("right")
    left, right = (frame.spot_at(row, at) for at in (5, column))
    assert left is not None
    assert right is not None
    assert (left.place.line, right.place.line) == (line_of("left"), line_of("right"))
    assert (frame.spot_at(row), frame.spot_at(row, 0), frame.spot_at(row, 59)) == (left, left, right)
    assert frame.rows_of(right) == frame.rows_of(left) == range(row, row + 1)


def rows_at(frame: Frame, spot: Spot) -> list[str]:
    """The rows of a frame on which a spot is found."""
    return [text_of([frame.body[row]]).strip() for row in frame.rows_of(spot)]


def spot_of(frame: Frame, text: str) -> Spot:
    """The spot of the first row that shows a text."""
    spot = frame.spot_at(next(row for row, line in enumerate(frame.body) if text in text_of([line])))
    assert spot is not None
    return spot


@pytest.mark.parametrize(
    "text",
    [
        "Headline",
        "one",
        "two",
        "inner",
        "quoted",
        "first",
        "third",
        "c ",
        "boxed",
        "Tip",
        "left",
        "pic",
        "Meaning",
        "foot",
    ],
)
@pytest.mark.parametrize(
    "sizes", [((60, 80), (24, 120)), ((24, 120), (60, 80)), ((60, 80), (9, 200)), ((120, 36), (60, 20))]
)
def test_what_is_pointed_at_on_one_page_is_found_on_another(text: str, sizes: tuple[tuple[int, int], ...]) -> None:
    deck = deck_of(EVERYTHING)
    here, there = (typeset(deck.slides[0], Page(*size), STYLES) for size in sizes)
    assert any(text.strip() in row for row in rows_at(there, spot_of(here, text)))


def test_a_line_of_a_listing_is_the_same_line_wherever_lines_before_it_are_folded() -> None:
    source = "```\n" + "\n".join(f"{n} " + "word " * 8 + "end" for n in range(5)) + "\n```"
    deck = deck_of(source)
    wide, narrow = (typeset(deck.slides[0], Page(columns, 40), STYLES) for columns in (80, 30))
    assert rows_at(narrow, spot_of(wide, "3 word")) == ["3 word word word word wo", "↪ rd word word word end"]
    assert spot_of(narrow, "3 word") == spot_of(wide, "3 word")
    assert len(narrow.pointable(0, narrow.seen())) == len(wide.pointable(0, wide.seen())) == 5


def test_rows_of_a_table_are_the_same_where_cells_wrap_and_where_it_has_become_a_list() -> None:
    source = "| Name | Does |\n|---|---|\n| one | a text that wraps in its cell |\n| two | x |"
    deck = deck_of(source)
    wide, middle, narrow = (typeset(deck.slides[0], Page(columns, 40), STYLES) for columns in (80, 24, 8))
    two = spot_of(wide, "two")
    assert (two.row, two.rows) == (2, 3)
    assert rows_at(middle, two)[-1].startswith("two")
    assert "Name two" in rows_at(narrow, two)
    assert rows_at(narrow, spot_of(wide, "Name"))[0] == "Name one"


def test_a_line_of_text_is_found_in_the_lines_that_hold_the_same_part() -> None:
    deck = deck_of("- x\n\n" + " ".join(f"word{n:02}" for n in range(40)))
    wide, narrow = (typeset(deck.slides[0], Page(columns, 60), STYLES) for columns in (100, 40))
    first, last = spot_of(wide, "word00"), spot_of(wide, "word39")
    assert rows_at(narrow, first)[0].startswith("word00")
    assert rows_at(narrow, last)[-1].endswith("word39")
    assert rows_at(wide, spot_of(narrow, "word39"))[-1].endswith("word39")


def test_blocks_that_share_a_place_count_as_one() -> None:
    frame = frame_of("---\ntitle: 漢字\nsubtitle: Sub\nauthor: Me\n---\n- x\n", 40, 20)
    spots = frame.pointable(0, frame.seen())
    assert [(spot.row, spot.rows) for spot in spots] == [(0, 3), (1, 3), (2, 3)]
    assert [rows_at(frame, spot) for spot in spots] == [["漢字"], ["Sub"], ["Me"]]


def test_a_line_of_large_letters_is_pointed_at_as_a_whole() -> None:
    frame = frame_of("# Big\n\nsmall", 60, 18)
    assert [spot.place.line for spot in frame.pointable(0, frame.seen())] == [1, 3]
    (big,) = (spot for spot in frame.pointable(0, frame.seen()) if spot.place.line == 1)
    assert len(frame.rows_of(big)) == 4


def test_a_block_that_is_not_on_the_page_has_no_rows() -> None:
    frame = frame_of("a", 20, 10)
    assert list(frame.rows_of(Spot(Place("other.md", 1)))) == []
    spot = frame.pointable(0, frame.seen())[0]
    assert len(frame.rows_of(replace_row(spot, 7))) == 1


def replace_row(spot: Spot, row: int) -> Spot:
    """The spot of a row that a block no longer has, as after a save."""
    return spot._replace(row=row)


def test_only_what_is_seen_and_more_than_rules_can_be_pointed_at() -> None:
    source = "# Head\n\n- a\n\n---\n\n<!-- pause -->\n\n> b\n>\n> c\n\n::: box\nd\n:::"
    frame = frame_of(source, 30, 30, number=1)
    assert [spot.place.line for spot in frame.pointable(0, frame.seen())] == [1, 3]
    frame = frame_of(source.replace("---\n\n", ""), 30, 30)
    assert [spot.place.line for spot in frame.pointable(0, frame.seen())] == [1, 3]
    assert [spot.place.line for spot in frame.pointable(1, frame.seen())] == [1, 3, 7, 9, 12]


def test_what_is_scrolled_away_and_what_the_mark_stands_on_cannot_be_pointed_at() -> None:
    frame = frame_of("\n\n".join(f"line {n}" for n in range(14)), 20, 10)
    assert [spot.place.line for spot in frame.pointable(0, frame.seen())] == [2 * n + 1 for n in range(8)]
    assert [spot.place.line for spot in frame.pointable(0, frame.seen(frame.last_top))] == [
        2 * n + 1 for n in range(6, 14)
    ]


# -- notices and overflow -----------------------------------------------------------------------------------------


def test_a_block_that_cannot_be_drawn_is_a_notice_with_its_place(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(blocks, "quote", lambda block, area: [[]] * (1 // 0))
    frame = frame_of("- a\n\n  > b\n\nc", 60, 24)
    (notice,) = frame.notices
    assert (notice.file.endswith("deck.md"), notice.line) == (True, 3)
    assert notice.message == "this cannot be drawn: ZeroDivisionError"


def test_a_block_without_a_place_that_cannot_be_drawn_has_the_place_of_what_holds_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def fail(*_: object) -> list[Line]:
        raise ValueError

    monkeypatch.setattr(blocks, "paragraph", fail)
    inner = Paragraph((Span("x"),))
    head = Heading(1, (Span("h"),), Place("deck.md", 6))
    for block, line in ((Container("box", "", (inner,), Place("deck.md", 7)), 7), (inner, 5)):
        content = Content((head, block))
        frame = typeset(Slide(Place("deck.md", 5), "", parse=content._replace), Page(60, 24), STYLES)
        assert [(notice.file, notice.line) for notice in frame.notices] == [("deck.md", line)]


def test_overflow_is_told_for_each_step() -> None:
    wide = "x" * 60
    source = (
        f"```\nx\n```\n\n<!-- pause -->\n\n```\n{wide}\n```\n\n<!-- pause -->\n\n```\n{wide}{wide}\n{wide}\n```\n\n"
        "<!-- pause -->\n\n" + "\n\n".join(f"line {n}" for n in range(8))
    )
    frame = frame_of(source, 44, 16)
    lacks = 60 - (44 - 2 * 2 - 2)
    assert [frame.overflow(step).columns for step in range(4)] == [0, lacks, 60 + lacks, 60 + lacks]
    assert [frame.overflow(step).rows > 0 for step in range(4)] == [False, False, False, True]
    assert frame.overflow() == frame.overflow(3)
    assert [notice.line for notice in frame.notices] == [7, 13, 13]


def test_what_fits_exactly_does_not_overflow_and_one_row_more_does_by_one() -> None:
    lines = [f"line {n}" for n in range(10)]
    exact, more = (frame_of("\n\n".join(lines[:count]), 20, 10) for count in (9, 10))
    assert (exact.overflow().rows, exact.last_top, exact.body_rows) == (0, 0, 9)
    assert (more.overflow().rows, more.last_top, more.body_rows) == (1, 2, 8)


# -- any deck, any page -------------------------------------------------------------------------------------------


@given(source=TEXTS, size=SIZES)
@example(source=EVERYTHING, size=(60, 80))
@example(source=EVERYTHING, size=(7, 9))
@example(source="---\ntitle: T\n---\n- a", size=(20, 10))
@settings(max_examples=150)
def test_every_row_with_something_on_it_has_a_line_of_the_deck(source: str, size: tuple[int, int]) -> None:
    deck = deck_of(source)
    for frame in frames(deck, size):
        assert len(frame.shown) == len(frame.body)
        for row, (line, place) in enumerate(zip(frame.body, frame.places, strict=True)):
            assert all(run.origin is None for run in line)
            if plain(line).strip(" ▄▀"):
                assert place is not None
                assert place.file in deck.file_names
                assert 1 <= place.line <= source.count("\n") + 1
                assert any(row in frame.rows_of(one.spot) for one in frame.shown[row])


@given(source=TEXTS, one=SIZES, other=SIZES)
@settings(max_examples=60)
def test_whatever_can_be_pointed_at_is_found_again_on_its_own_page_and_never_outside_another(
    source: str, one: tuple[int, int], other: tuple[int, int]
) -> None:
    deck = deck_of(source)
    for here, there in zip(frames(deck, one), frames(deck, other), strict=True):
        for spot in here.pointable(here.steps - 1, here.seen()):
            assert here.rows_of(spot)
            assert all(0 <= row < len(there.body) for row in there.rows_of(spot))
            assert len(here.rows_of(spot)) <= len(here.body)


@given(source=TEXTS, size=SIZES)
@settings(max_examples=80)
def test_the_mark_below_covers_no_words(source: str, size: tuple[int, int]) -> None:
    for frame in frames(deck_of(source), size):
        if frame.room < 2:
            continue
        for step in range(frame.steps):
            for top in {0, frame.last_top}:
                body = frame.lines(step, top)[len(frame.header) : len(frame.header) + frame.body_rows]
                whole = frame.all_lines(step)[top : top + frame.body_rows]
                assert body == whole
