"""How decks are written: each fixture is a title, a deck and the same formatted, each ended by a dot."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from same_slides import formatted_shows_the_same

from rostra.errors import UserError
from rostra.formatting.formatted import formatted

FIXTURES = Path(__file__).parent / "fixtures.md"


def fixtures() -> Iterator[object]:
    """Every fixture, named by its title; ␠ is a blank at the end of a line."""
    *parts, rest = FIXTURES.read_text("utf-8").replace("␠", " ").split("\n.\n")
    assert not rest.strip()
    for title, before, after in zip(parts[::3], parts[1::3], parts[2::3], strict=True):
        yield pytest.param(before + "\n", after + "\n", id=title.strip())


@pytest.mark.parametrize(("before", "after"), list(fixtures()))
def test_a_deck_is_formatted(before: str, after: str, tmp_path: Path) -> None:
    assert formatted(before, tmp_path / "deck.md") == after
    assert formatted_shows_the_same(before, tmp_path / "deck.md") == after


@pytest.mark.parametrize(("text", "made"), [("", ""), ("\n \n", ""), ("a", "a\n"), ("a\n\n \n", "a\n")])
def test_a_file_ends_with_one_newline(text: str, made: str, tmp_path: Path) -> None:
    assert formatted(text, tmp_path / "deck.md") == made


def test_a_line_with_hidden_characters_keeps_them(tmp_path: Path) -> None:
    text = "# one\u00ad two ##\n\n* a\u200b\n\ntext\n\n* b\n"
    assert formatted(text, tmp_path / "deck.md") == text.replace("* b", "- b")


def test_what_an_included_file_needs_is_heeded(tmp_path: Path) -> None:
    (tmp_path / "part.md").write_text("- b\n", "utf-8")
    assert formatted("* a\n\n<!--include:part.md-->\n* c\n", tmp_path / "deck.md") == (
        "- a\n\n<!-- include: part.md -->\n\n- c\n"
    )
    assert (tmp_path / "part.md").read_text("utf-8") == "- b\n"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("# A\n\n```\nx\n", "deck.md:3:1: this listing is never closed"),
        ("<!-- x\n\n---\n\ny\n", "deck.md:1:1: this comment is never closed"),
        ("::: box\n* x\n", "deck.md:1:1: ::: box is never closed"),
        ("---\ntitle: x\n\ntext\n", "deck.md:1: the front matter is never closed"),
        ("---\nmarp: true\n---\n\n* x\n", "deck.md:1: this looks like a deck for Marp"),
    ],
)
def test_what_cannot_be_told_for_certain_is_refused(text: str, said: str, tmp_path: Path) -> None:
    with pytest.raises(UserError) as error:
        formatted(text, tmp_path / "deck.md")
    assert said in str(error.value)


def test_a_mistake_in_an_included_file_is_none_of_the_deck(tmp_path: Path) -> None:
    (tmp_path / "part.md").write_text("```\nx\n", "utf-8")
    assert formatted("<!--include:part.md-->\n", tmp_path / "deck.md") == "<!-- include: part.md -->\n"


def test_a_deck_in_which_much_would_change_its_slides_stays_as_it_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = "* - -\n\ntext\n\n" * 20
    assert formatted(text, tmp_path / "deck.md") == text.rstrip("\n") + "\n"
    monkeypatch.setattr("rostra.formatting.formatted.MOST_READINGS", 10)
    assert formatted(text, tmp_path / "deck.md") == text
