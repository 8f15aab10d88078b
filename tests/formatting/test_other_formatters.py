"""Decks that other formatters went over: ``others/`` has one deck, and what two of them made of it.

They were made by Prettier 3 and by mdformat 1 with its plugins for GFM and front matter, as these come.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from same_slides import formatted_shows_the_same, shown

from rostra.reader import read_deck

OTHERS = Path(__file__).parent / "others"


@pytest.mark.parametrize("name", ["prettier", "mdformat"])
def test_a_deck_that_another_formatter_went_over_shows_the_same(name: str) -> None:
    before, after = read_deck([OTHERS / "deck.md"]), read_deck([OTHERS / f"{name}.md"])
    assert (OTHERS / "deck.md").read_text("utf-8") != (OTHERS / f"{name}.md").read_text("utf-8")
    assert shown(after) == shown(before)
    assert [slide.settings for slide in after.slides] == [slide.settings for slide in before.slides]


@pytest.mark.parametrize("name", ["deck", "prettier", "mdformat"])
def test_what_they_made_is_formatted(name: str) -> None:
    path = OTHERS / f"{name}.md"
    formatted_shows_the_same(path.read_text("utf-8"), path)
