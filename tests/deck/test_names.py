"""The open names of a deck, and the page that tells of them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from rostra.deck.kinds import KINDS, Kind
from rostra.deck.name import Name, words
from rostra.deck.names import DIRECTIVES, FRONT_MATTER, SLIDE_SETTINGS
from rostra.reader import directives, metadata

DOCS = Path(__file__).parents[2] / "docs"
PAGES = {"themes": "themes.md", "checks": "checks.md"}
"""Where names are told of that are not in the page about the format."""


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.id)
def test_every_name_stands_in_the_documentation(kind: Kind) -> None:
    page = (DOCS / PAGES.get(kind.id, "format.md")).read_text("utf-8")
    quoted = " ".join(re.findall(r"`+([^`]+)`+", page.replace("```", "")))
    for one in kind.names:
        assert re.search(rf"(?<![\w-]){re.escape(one.name)}(?![\w-])", quoted), f"{one.name} is not told of"


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.id)
def test_names_are_unlike_each_other_and_told_of_in_a_few_words(kind: Kind) -> None:
    names = [one.name for one in kind.names]
    assert len(set(names)) == len(names)
    for one in kind.names:
        assert 0 < len(one.about) <= 80
        assert not one.about.endswith(".")


@pytest.mark.parametrize("name", [name for kind in KINDS for name in kind.names if name.example])
def test_an_example_shows_the_name(name: Name) -> None:
    assert name.name in name.example


def test_the_reader_knows_these_names_and_no_others() -> None:
    spelled = {*directives.WITHOUT_VALUE, *directives.VALUES, "speaker_note"}
    assert set(words(DIRECTIVES)) == spelled
    assert set(words(SLIDE_SETTINGS)) == set(directives.SETTINGS)
    assert set(words(FRONT_MATTER)) == set(metadata.KEYS)
