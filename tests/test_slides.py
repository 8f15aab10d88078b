"""The decks that ship: what can be told of a good talk without an ear."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from rostra.check import Talk, check
from rostra.deck.blocks import Block, Code, Container, text_of, without_code
from rostra.deck.model import Deck
from rostra.deck.name import words
from rostra.deck.names import LAYOUTS
from rostra.reader import read_deck
from rostra.themes import load_theme
from rostra.typeset import Page, Styles, typeset

SLIDES = Path(__file__).parents[1] / "slides"
ESSAYS = (
    "columbia-convening",
    "community-ai-safety",
    "open-sourcing-critical",
    "shaping-open-source-ai",
    "true-open-source",
)
SPOKEN = 130
"""Words a minute: the middle of what one follows well, 110 to 150."""


def deck(name: str) -> Deck:
    """A deck by the name of its file."""
    return read_deck([SLIDES / f"{name}.md"])


def spoken_words(notes: str) -> int:
    """How many words notes have, their marks aside."""
    return len(re.findall(r"[^\W_]+(?:['’-][^\W_]+)*", notes))


@pytest.mark.parametrize("name", [*ESSAYS, "tour"])
def test_every_slide_fits_80x24_and_no_problem_is_reported(name: str) -> None:
    talk = deck(name)
    styles = Styles(load_theme("dark"))
    assert talk.all_problems() == ()
    for number, slide in enumerate(talk.slides, 1):
        frame = typeset(slide, Page(80, 24, number, len(talk.slides)), styles, talk.meta)
        assert frame.overflow() == (0, 0), f"{name}: slide {number}, {slide.label}"


@pytest.mark.parametrize("name", [*ESSAYS, "tour"])
def test_the_check_has_nothing_to_say(name: str) -> None:
    assert check(Talk(deck(name), Styles(load_theme("dark")))) == []


@pytest.mark.parametrize("name", ESSAYS)
def test_the_front_matter_is_complete(name: str) -> None:
    meta = deck(name).meta
    assert all([meta.title, meta.authors, meta.lang, meta.duration])


@pytest.mark.parametrize("name", [*ESSAYS, "tour"])
def test_every_slide_has_notes_a_name_of_its_own_and_a_time(name: str) -> None:
    talk = deck(name)
    assert all(slide.content.notes and slide.settings.time for slide in talk.slides)
    names = [slide.settings.name for slide in talk.slides]
    assert all(names)
    assert len(set(names)) == len(names)


@pytest.mark.parametrize("name", [*ESSAYS, "tour"])
def test_the_times_of_the_slides_add_up_to_the_duration(name: str) -> None:
    talk = deck(name)
    assert sum(slide.settings.time or 0 for slide in talk.slides) == talk.meta.duration


@pytest.mark.parametrize("name", ESSAYS)
def test_the_notes_take_as_long_to_speak_as_the_front_matter_says(name: str) -> None:
    talk = deck(name)
    minutes = sum(spoken_words(slide.content.notes) for slide in talk.slides) / SPOKEN
    assert minutes * 60 == pytest.approx(talk.meta.duration, rel=0.15)


@pytest.mark.parametrize("name", ESSAYS)
def test_a_talk_has_8_to_14_slides_and_ends_with_its_sources(name: str) -> None:
    talk = deck(name)
    assert 8 <= len(talk.slides) <= 14
    assert talk.slides[-1].content.title.startswith("Source")


@pytest.mark.parametrize("name", ESSAYS)
def test_a_slide_has_few_words(name: str) -> None:
    styles = Styles(load_theme("dark"))
    for slide in deck(name).slides[:-1]:
        frame = typeset(slide, Page(80, 60), styles)
        words = spoken_words(frame.text())
        assert words <= 60, f"{name}: {slide.label} has {words} words"


def test_the_index_names_every_talk_with_its_minutes() -> None:
    index = (SLIDES / "README.md").read_text("utf-8")
    for name in ESSAYS:
        minutes = round((deck(name).meta.duration or 0) / 60)
        assert re.search(rf"{name}\.md.*\b{minutes}\b", index), name


def listings(blocks: Iterable[Block]) -> Iterator[str]:
    """The text of each listing among blocks, at any depth of columns."""
    for block in blocks:
        if isinstance(block, Code):
            yield block.text
        elif isinstance(block, Container):
            yield from listings(block.children)


@pytest.mark.parametrize("name", words(LAYOUTS))
def test_the_tour_shows_every_layout_names_it_and_has_its_source_in_a_listing(name: str) -> None:
    slides = deck("tour").slides
    shown = [slide for slide in slides if slide.layout == name]
    assert shown
    assert any(re.search(rf"layout: {name}\b(?!-)", text_of(slide.content.blocks)) for slide in slides)
    if name not in ("default", "blank"):  # of which there is nothing to be found
        firsts = [text_of(without_code(slide.content.blocks)).splitlines()[0] for slide in shown]
        sources = [text for slide in slides for text in listings(slide.content.blocks)]
        assert any(first in source for first in firsts for source in sources), firsts
