"""Frames that are kept."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from drawing import STYLES, deck_of, plain
from rostra.deck.model import Deck
from rostra.themes import load_theme
from rostra.typeset import Frame, Manner, Page, Styles, frame_cache, typeset
from rostra.typeset.frame_cache import FrameCache

SIX = deck_of("\n\n---\n\n".join(f"slide {n}\n\n<!-- notes: whispered {n} -->" for n in range(6)))


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The sources of the slides that were typeset, in order."""
    sources: list[str] = []

    def counted(slide: Any, *rest: Any) -> Frame:
        sources.append(slide.source.split("\n")[0])
        return typeset(slide, *rest)

    monkeypatch.setattr(frame_cache, "typeset", counted)
    return sources


def test_a_slide_is_typeset_once_for_a_size_a_theme_and_a_purpose(made: list[str]) -> None:
    frames = FrameCache(STYLES)
    first = frames.frame(SIX, 0, 40, 12)
    assert frames.frame(SIX, 0, 40, 12) is first
    assert made == ["slide 0"]
    for size, preview in (((41, 12), False), ((40, 13), False), ((40, 12), True)):
        assert frames.frame(SIX, 0, *size, preview=preview) is not first
    frames.styles = Styles(load_theme("light"))
    assert frames.frame(SIX, 0, 40, 12).blank != first.blank
    assert len(made) == 5


def test_a_frame_without_the_number_of_slides_is_not_shown_once_it_is_known() -> None:
    frames, opening = FrameCache(STYLES), replace(SIX, whole=False)
    assert plain(frames.frame(opening, 0, 40, 12).footer[-1]).strip() == "1"
    assert plain(frames.frame(SIX, 0, 40, 12).footer[-1]).strip() == "1/6"


def test_the_frame_that_was_not_asked_for_longest_goes_first(made: list[str]) -> None:
    frames = FrameCache(STYLES, most=3)
    for index in (0, 1, 2, 0, 3):
        frames.frame(SIX, index, 40, 12)
    assert made == ["slide 0", "slide 1", "slide 2", "slide 3"]
    made.clear()
    for index in (3, 0, 2):
        frames.frame(SIX, index, 40, 12)
    assert made == []
    frames.frame(SIX, 1, 40, 12)
    assert made == ["slide 1"]


def test_colours_that_were_put_off_come_when_there_is_time() -> None:
    deck = deck_of("```python\ndef f(): return 1\n```")
    frames = FrameCache(STYLES)

    def looks() -> int:
        return len({run.style for line in frames.frame(deck, 0, 40, 12).body for run in line})

    frames.hurried = True
    hurried = looks()
    frames.hurried = False
    assert looks() > hurried
    frames.hurried = True
    assert looks() == hurried


def test_notes_are_typeset_once_for_a_size_and_a_theme(made: list[str]) -> None:
    frames = FrameCache(STYLES)
    slide = SIX.slides[2]
    frame = frames.notes(slide, 40, 5)
    assert frame.text().strip() == "whispered 2"
    assert (frame.footer, plain(frame.line(0)).strip()) == ((), "whispered 2")
    assert frames.notes(slide, 40, 5) is frame
    assert made == ["whispered 2"]
    assert frames.notes(slide, 0, 0).page == Page(1, 1)
    assert frames.notes(SIX.slides[3], 40, 5) is not frame
    frames.styles = Styles(load_theme("light"))
    assert frames.notes(slide, 40, 5).blank != frame.blank


def test_a_slide_that_cannot_be_typeset_is_shown_as_its_source_with_its_place(monkeypatch: pytest.MonkeyPatch) -> None:
    def failing(slide: Any, page: Page, styles: Styles, meta: Any = None, manner: Manner | None = None) -> Frame:
        if manner is not None:
            raise ZeroDivisionError
        return typeset(slide, page, styles)

    monkeypatch.setattr(frame_cache, "typeset", failing)
    deck: Deck = deck_of("first\n\n---\n\nsecond")
    frame = FrameCache(STYLES).frame(deck, 1, 80, 12)
    assert "ZeroDivisionError" in frame.text()
    assert "second" in frame.text()
    assert {place.line for place in frame.places if place} == {5}
