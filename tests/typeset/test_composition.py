"""Composition: sizes and places that follow from the page."""

from __future__ import annotations

import pytest

from drawing import STYLES, deck_of, frame_of, page
from rostra.typeset import Frame, Page, typeset
from rostra.typeset.frame import text_of
from rostra.typeset.sizes import sizes_for

POINTS = "# A headline of some words\n\n- the first point\n- the second one, which is longer\n- the third\n- the last"
SIZES = [(80, 24), (120, 36), (200, 60)]


def inked(frame: Frame) -> tuple[range, range]:
    """The rows and columns that a slide spans."""
    rows = [row for row, line in enumerate(frame.body) if any(run.text.strip() for run in line)]
    lines = ["".join(run.text for run in frame.body[row]) for row in rows]
    left = min(len(line) - len(line.lstrip()) for line in lines)
    return range(rows[0], rows[-1] + 1), range(left, max(len(line.rstrip()) for line in lines))


@pytest.mark.parametrize("size", SIZES)
def test_a_headline_and_four_points_leave_no_side_of_the_page_half_empty(size: tuple[int, int]) -> None:
    rows, columns = inked(frame_of(POINTS, *size))
    assert size[0] - columns.stop <= size[0] / 2
    assert columns.start <= size[0] / 8
    assert size[1] - rows.stop <= size[1] / 2
    assert rows.start <= size[1] / 8


@pytest.mark.parametrize("size", SIZES)
def test_headlines_keep_their_place_and_their_size_from_slide_to_slide(size: tuple[int, int]) -> None:
    slides = ["# Short\n\ntext", "# Short\n\n- a\n- b", "# Short\n\n```\nx = 1\n```\n\nand text"]
    deck = deck_of("\n\n---\n\n".join(f"<!-- slide: {{layout: default}} -->\n\n{slide}" for slide in slides))
    tops = []
    for slide in deck.slides:
        body = typeset(slide, Page(*size, 2, 3), STYLES).body
        tops.append(["".join(run.text for run in line) for line in body[: size[1] // 6]])
    assert tops[0] == tops[1] == tops[2]


def test_a_headline_gives_way_before_text_is_cut_off() -> None:
    rows = "\n".join(f"- {n}" for n in range(17))
    assert text_of(frame_of(f"# Head\n\n{rows}", 80, 24).body).startswith("    Head\n    ━━━━")
    few = frame_of("# Head\n\n- 1\n- 2", 80, 24)
    assert "Head" not in page(few)
    assert "Head" in few.text()


def test_letters_grow_with_the_page_and_small_pages_have_none() -> None:
    found = [sizes_for(*size).headline for size in ((40, 12), (80, 24), (120, 36), (200, 60), (300, 90))]
    assert found == [0, 4, 4, 6, 8]


def test_text_is_drawn_on_a_page_of_many_rows_where_all_of_it_fits() -> None:
    assert "the first point" not in page(frame_of(POINTS, 200, 60))
    assert "the first point" in frame_of(POINTS, 200, 60).text()
    assert "the first point" in page(frame_of(POINTS, 120, 36))
    many = POINTS + "".join(f"\n- more {n}" for n in range(14))
    assert "more 3" in page(frame_of(many, 200, 60))
    assert "字" in page(frame_of(POINTS.replace("third", "字"), 200, 60)), "not half in one size, half in another"


def test_a_title_that_is_long_is_large_all_the_same() -> None:
    said = "Open source AI is necessary, and good only if all of us shape it"
    for size in SIZES:
        assert said not in page(frame_of(f"# {said}\n\nThe author's view", *size))


def test_text_below_an_empty_top_stands_a_little_above_the_middle() -> None:
    rows, _ = inked(frame_of("- a\n- b", 60, 30))
    above, below = rows.start, 28 - rows.stop
    assert 0.4 < above / below < 0.9


def test_a_line_between_the_headline_and_a_list_leads_to_it() -> None:
    lead, page_look = STYLES.on(STYLES.page, "lead"), STYLES.page
    source = "# Head\n\nThree things:\n\n- one\n- two"
    looks = {run.text: run.style for line in frame_of(source, 60, 18).body for run in line}
    assert looks["Three things:"] == lead != page_look
    text = {
        run.text: run.style for line in frame_of("# Head\n\nA line.\n\nAnother.\n\n- x", 60, 18).body for run in line
    }
    assert text["A line."] == page_look, "not where text goes on"


def test_tasks_quotations_and_panels_are_drawn_on_a_large_page_as_well() -> None:
    for block in (
        "- [x] done\n- [ ] open",
        "> said\n\n- and a list",
        "> [!TIP] Look\n> here",
        "::: box Name\ninside\n:::",
    ):
        frame = frame_of(f"# Head\n\n{block}", 200, 60)
        words = ("done", "said", "here", "inside")
        assert not any(word in page(frame) for word in words), block
        assert any(word in frame.text() for word in words), block
    assert "✔ done" in frame_of("# Head\n\n- [x] done\n- [ ] open", 200, 60).text()
