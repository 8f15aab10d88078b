"""Layouts: what each does with the blocks of a slide, and which one a slide has that does not say."""

from __future__ import annotations

from pathlib import Path

import pytest

from drawing import STYLES, deck_of, frame_of, page
from rostra.deck.name import words
from rostra.deck.names import LAYOUTS as NAMES
from rostra.errors import UserError
from rostra.themes import load_theme
from rostra.typeset import Frame, Styles
from rostra.typeset.frame_cache import FrameCache
from rostra.typeset.layouts import LAYOUTS


@pytest.mark.parametrize(
    ("source", "layout"),
    [
        ("# Only a heading", "title"),
        ("<!-- jump_to_middle -->\n\n# Head\n\nand a line", "title"),
        ("One sentence that all of you should take home.", "statement"),
        ("Only words", "default"),
        ("One sentence here. " * 12, "default"),
        ("> Somebody said it.\n>\n> — Somebody", "quote"),
        ("# Head\n\n> Somebody said it.", "quote"),
        ("# 2,400\n\nof them", "number"),
        ("# 98 %\n\nof all\n\nA survey", "number"),
        ("# 45+\n\npeople", "number"),
        ("# 3 things\n\nof them", "default"),
        ("# 2,400\n\n- a list", "default"),
        ("# Head\n\n![a picture](x.png)", "image"),
        ("# Head\n\n```py\nx\n```", "code"),
        ("# Head\n\n```py\nx\n```\n\nand text", "default"),
        ("# Head\n\n- a\n- b", "default"),
    ],
)
def test_a_slide_that_leaves_no_doubt_has_its_layout(source: str, layout: str) -> None:
    deck = deck_of(f"first\n\n---\n\n{source}")
    assert deck.slides[1].layout == layout


def test_every_layout_that_a_deck_may_name_is_drawn() -> None:
    assert set(words(NAMES)) == set(LAYOUTS)


def framed(layout: str, source: str, columns: int, rows: int) -> Frame:
    """A slide in a layout, in a deck whose slides are parted by rules."""
    return frame_of(f"first\n\n---\n\n<!-- slide: {{layout: {layout}}} -->\n\n{source}", columns, rows, number=2)


def slide(layout: str, source: str, columns: int = 80, rows: int = 24) -> str:
    """A slide in a layout, as text that says what its letters spell."""
    return framed(layout, source, columns, rows).text()


def seen(layout: str, source: str, columns: int = 80, rows: int = 24) -> str:
    """The same as it is seen."""
    return page(framed(layout, source, columns, rows))


def test_two_columns_stand_side_by_side() -> None:
    assert any("left" in line and "right" in line for line in slide("two-columns", "# H\n\nleft\n\nright").split("\n"))
    text = slide("two-columns", "# H\n\n## A\n\n- a\n\n## B\n\n- b")
    assert any("● a" in line and "● b" in line for line in text.split("\n"))


def test_two_sides_face_each_other_on_panels() -> None:
    text = slide("compare", "# H\n\n## One\n\n- a\n\n## Two\n\n- b")
    assert any("One" in line and "Two" in line for line in text.split("\n"))
    assert any(line.count("▌") == 2 and "● a" in line and "● b" in line for line in text.split("\n"))


def test_items_become_cards_with_their_names_large() -> None:
    source = (
        "# H\n\n1. **Trust** – can be checked\n2. **Care** – many hands\n3. **Use** – no monopoly\n4. **Fun** – eyes"
    )
    lines = slide("cards", source, 120, 36).split("\n")
    assert any("1 Trust" in line and "2 Care" in line for line in lines)
    assert any("can be checked" in line and "many hands" in line for line in lines)
    assert "Trust" not in seen("cards", source, 120, 36)
    assert "Trust" in seen("cards", source), "where there is less room, as text"
    assert "1  Trust" in slide("cards", source, 40, 40), "one below the other"


def test_a_slide_without_a_list_has_no_cards() -> None:
    assert slide("cards", "# H\n\ntext") == slide("default", "# H\n\ntext")


def test_a_quotation_has_its_words_large_and_who_said_them_small() -> None:
    source = "> Openness is how we check.\n>\n> — Somebody"
    assert slide("quote", source).split("\n")[0].strip() == "Openness is"
    assert "Openness" not in seen("quote", source)
    assert "— Somebody" in seen("quote", source)
    assert "Openness is how we check." in seen("quote", source, 40, 12)


def test_a_number_is_larger_than_a_title() -> None:
    number, title = (seen(name, "# 42\n\nof all", 120, 36) for name in ("number", "title"))
    heights = [sum("█" in line for line in text.split("\n")) for text in (number, title)]
    assert heights[0] > heights[1]


def test_a_picture_stands_on_its_side_of_the_text() -> None:
    source = "# H\n\n![pic](p.png)\n\n- words"
    for layout, picture_first in (("image-left", True), ("image-right", False)):
        lines = slide(layout, source).split("\n")
        at = {word: next(line.index(word) for line in lines if word in line) for word in ("pic", "words")}
        assert (at["pic"] < at["words"]) == picture_first


def test_the_agenda_lists_the_sections_and_marks_the_next_one() -> None:
    parts = ["# Talk\n\nby me", "<!-- slide: {layout: agenda} -->\n\n# Today"]
    for name in ("First", "Second"):
        parts += [
            f"<!-- slide: {{layout: section}} -->\n\n# {name}",
            "<!-- slide: {layout: agenda} -->\n\n# Where we are",
        ]
    deck = deck_of("\n\n---\n\n".join(parts))
    frames = FrameCache(STYLES)
    texts = [frames.frame(deck, index, 50, 20).text() for index in (1, 3, 5)]
    assert all("1  First" in text and "2  Second" in text for text in texts)
    marked = [next(line for line in text.split("\n") if "▌" in line).strip() for text in texts]
    assert marked == ["▌ 1  First", "▌ 1  First", "▌ 2  Second"]


def test_header_and_footer_name_the_section() -> None:
    deck = deck_of(
        "---\nfooter: '{section}'\n---\n\nx\n\n---\n\n<!-- slide: {layout: section} -->\n\n# Part\n\n---\n\ny"
    )
    frames = FrameCache(STYLES)
    assert ["Part" in page(frames.frame(deck, index, 40, 18)).split("\n")[-1] for index in range(3)] == [
        False,
        True,
        True,
    ]


def test_a_blank_slide_has_nothing_at_all() -> None:
    assert not seen("blank", "# H\n\ntext").strip()


@pytest.mark.parametrize("layout", sorted(LAYOUTS))
@pytest.mark.parametrize("source", ["", "text", "# H", "- a\n- b", "> q", "```\nx\n```", "# H\n\n" + "- item\n" * 40])
@pytest.mark.parametrize("size", [(1, 1), (9, 5), (30, 10), (80, 24), (200, 60)])
def test_a_layout_takes_whatever_there_is_on_any_page(layout: str, source: str, size: tuple[int, int]) -> None:
    frame = frame_of(f"<!-- slide: {{layout: {layout}}} -->\n\n{source}", *size)
    assert not frame.notices
    page(frame)


NAMED = "<!-- slide: {layout: title} -->\n\n"


def test_a_theme_chooses_the_layout_of_slides_that_name_none() -> None:
    blueprint, noir = (Styles(load_theme(name)) for name in ("blueprint", "noir"))
    points = "first\n\n---\n\n# H\n\n- **One** – a\n- **Two** – b"
    assert "▌  One" in frame_of(points, 80, 24, number=2, styles=blueprint).text()
    assert "▌  One" not in frame_of(points, 80, 24, number=2).text()
    assert "▌  One" not in frame_of(points.replace("**Two**", "Two"), 80, 24, number=2, styles=blueprint).text()
    titles = [frame_of(f"{settings}# Title", 80, 24, styles=noir).text() for settings in ("", NAMED)]
    assert ["━━━━━━━━" in title for title in titles] == [True, False]


@pytest.mark.parametrize(
    ("line", "message"), [('titel = "section"', "there is no layout 'titel'"), ('title = "sektion"', "'sektion'")]
)
def test_a_theme_with_a_layout_that_does_not_exist_is_a_mistake(tmp_path: Path, line: str, message: str) -> None:
    file = tmp_path / "mine.toml"
    file.write_text(f'extends = "dark"\n\n[layouts]\n{line}\n', "utf-8")
    with pytest.raises(UserError, match=message):
        load_theme(str(file))
