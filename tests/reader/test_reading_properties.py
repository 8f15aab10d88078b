"""What holds of any text whatever."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from test_safety import UNSAFE

from decks import all_strings, read, spans_in
from rostra.deck.cursor import Cursor
from rostra.deck.model import Deck
from rostra.safety import safe
from snippets import TEXTS

MOVES = ("next_step", "previous_step", "next_slide", "previous_slide", "all_steps")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> object:
    return tmp_path_factory.mktemp("decks")


def holds(deck: Deck) -> None:
    """What must be true of every deck."""
    assert deck.slides
    assert [text for text in all_strings(deck) if UNSAFE.search(text)] == []
    for slide in (*deck.slides, *(slide.notes for slide in deck.slides)):
        assert slide.steps >= 1
        assert slide.place.line >= 1
        for span in spans_in(slide.content):
            assert span.text
            assert span.text == "\n" or "\n" not in span.text


@given(source=TEXTS)
@example(source="---\n---\n---")
@example(source="<!-- slide: {name: \ud800} -->")
@settings(max_examples=150)
def test_any_text_is_a_deck(folder: object, source: str) -> None:
    holds(read(folder, source))  # type: ignore[arg-type]


@given(source=st.one_of(st.binary(max_size=200), TEXTS.map(lambda text: text.encode("utf-16", "surrogatepass"))))
@settings(max_examples=100)
def test_any_bytes_are_a_deck(folder: object, source: bytes) -> None:
    holds(read(folder, source))  # type: ignore[arg-type]


@given(source=TEXTS, keys=st.lists(st.sampled_from(("title", "author", "duration", "footer", "theme", "x", "aspect"))))
@settings(max_examples=60)
def test_any_front_matter_is_a_deck(folder: object, source: str, keys: list[str]) -> None:
    lines = source.split("\n")
    pairs = [f"{key}: {line}" for key, line in zip(keys, lines, strict=False)]
    holds(read(folder, "\n".join(("---", *pairs, "---", *lines))))  # type: ignore[arg-type]


@given(text=st.text())
@settings(max_examples=150)
def test_safe_text_is_safe_and_stays_as_it_is(text: str) -> None:
    assert not UNSAFE.search(safe(text))
    assert safe(safe(text)) == safe(text)


@given(source=TEXTS, other=TEXTS, moves=st.lists(st.sampled_from((*MOVES, "reload", "jump")), max_size=30))
@settings(max_examples=100)
def test_a_cursor_is_always_on_the_deck(folder: object, source: str, other: str, moves: list[str]) -> None:
    deck, spare = read(folder, source), read(folder, other)  # type: ignore[arg-type]
    cursor = Cursor.on(deck, len(source), 3)
    for number, move in enumerate(moves):
        if move == "reload":
            cursor, deck, spare = cursor.moved_to(deck, spare), spare, deck
        elif move == "jump":
            cursor = Cursor.on(deck, number - 5, 5 - number)
        else:
            cursor = getattr(cursor, move)(deck)
        assert 0 <= cursor.slide < len(deck.slides)
        assert 0 <= cursor.step < deck.slides[cursor.slide].steps


@given(source=TEXTS)
@settings(max_examples=60)
def test_going_on_reaches_the_end_and_going_back_the_start(folder: object, source: str) -> None:
    deck = read(folder, source)  # type: ignore[arg-type]
    there, back = [Cursor()], []
    while (further := there[-1].next_step(deck)) != there[-1]:
        there.append(further)
    cursor = there[-1]
    while cursor != Cursor():
        back.append(cursor)
        cursor = cursor.previous_step(deck)
    assert [*reversed(back)] == there[1:]
    assert len(there) == sum(slide.steps for slide in deck.slides)
