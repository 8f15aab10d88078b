"""What holds of any slide on any page."""

from __future__ import annotations

from hypothesis import example, given, settings
from hypothesis import strategies as st

from drawing import STYLES, deck_of
from rostra.deck.model import Deck
from rostra.typeset import Frame, Page, typeset
from rostra.typeset.frame import crop, width
from snippets import TEXTS

SIZES = st.one_of(st.tuples(st.integers(1, 130), st.integers(1, 40)), st.tuples(st.integers(1, 6), st.integers(1, 6)))


def frames(deck: Deck, size: tuple[int, int]) -> list[Frame]:
    total = len(deck.slides)
    return [typeset(slide, Page(*size, n, total), STYLES, deck.meta) for n, slide in enumerate(deck.slides, 1)]


@given(source=TEXTS, size=SIZES)
@example(source="```\n宽宽\n```", size=(1, 1))
@example(source="<!-- incremental_lists: true -->\n\n- a\n  1. 宽\n\n999999999. b", size=(2, 2))
@example(source="# A\n\n<!-- slide: {layout: title} -->\n\n| a | b |\n|---|---|", size=(3, 40))
@settings(max_examples=150)
def test_every_line_of_every_step_is_as_wide_as_the_page(source: str, size: tuple[int, int]) -> None:
    for frame in frames(deck_of(source), size):
        assert "cannot be drawn" not in frame.text()
        assert all(width(line) == size[0] for line in frame.body)
        for step in range(frame.steps):
            for top in {0, frame.last_top // 2, frame.last_top}:
                lines = frame.lines(step, top)
                assert [width(line) for line in lines] == [size[0]] * size[1]
                assert all(run.text for line in lines for run in line)


@given(source=TEXTS, size=SIZES)
@settings(max_examples=80)
def test_every_step_only_adds(source: str, size: tuple[int, int]) -> None:
    for frame in frames(deck_of(source), size):
        for row in range(len(frame.body)):
            texts = ["".join(run.text for run in frame.all_lines(step)[row]) for step in (0, frame.steps - 1)]
            if texts[0].isascii() and texts[1].isascii():
                assert all(now in (" ", then) for now, then in zip(*texts, strict=True))
        assert all(0 <= run.step < frame.steps for line in frame.body for run in line)


@given(source=TEXTS, start=st.integers(0, 40), end=st.integers(0, 40))
@settings(max_examples=60)
def test_a_cut_is_as_wide_as_it_was_asked_to_be(source: str, start: int, end: int) -> None:
    for frame in frames(deck_of(source), (30, 8)):
        for line in frame.body:
            assert width(crop(line, start, end)) == max(0, min(end, 30) - min(start, 30))


@given(words=st.lists(st.text(alphabet="abcdefghij.,/宽é", min_size=1, max_size=30), min_size=1, max_size=30))
@settings(max_examples=100)
def test_no_character_of_a_paragraph_is_lost_on_any_page_of_two_columns_or_more(words: list[str]) -> None:
    source = "x" + " ".join(words)
    for columns in (2, 7, 30):
        text = frames(deck_of(source), (columns, 200))[0].text()
        assert sorted("".join(text.split())) == sorted("".join(source.split()))


@given(source=TEXTS)
@settings(max_examples=60)
def test_a_slide_is_drawn_alike_each_time(source: str) -> None:
    deck = deck_of(source)
    assert frames(deck, (40, 12)) == frames(deck, (40, 12))
