"""Editing on a terminal that is only imagined: nothing is lent, and a rehearsal takes no time for it."""

from __future__ import annotations

from pathlib import Path

import pytest
from session import DECK, opened

from rostra.options import Options
from rostra.rehearsal.stopwatch import Stopwatch
from rostra.screens.rehearsal import RehearsalScreen


@pytest.fixture
def deck(tmp_path: Path) -> Path:
    file = tmp_path / "talk.md"
    file.write_text(DECK, "utf-8")
    return file


async def test_where_no_terminal_can_be_lent_that_is_told_and_the_talk_goes_on(
    deck: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("VISUAL", "sh -c true")
    async with opened(deck) as talk:
        assert "there is no terminal for an editor" in await talk.press("e")
        assert "words of bravo" in await talk.press("n")


async def test_the_clock_of_a_rehearsal_stands_while_its_deck_is_edited(deck: Path) -> None:
    options = Options(role="rehearsal", stopwatch=Stopwatch())
    async with opened(deck, (110, 36), options) as talk:
        screen = talk.app.screen
        assert isinstance(screen, RehearsalScreen)
        async with screen.behind_the_scenes():
            assert talk.app.show.state.clock.paused_at is not None
        assert talk.app.show.state.clock.paused_at is None
        await talk.press("c")
        async with screen.behind_the_scenes():
            pass
        assert talk.app.show.state.clock.paused_at is not None, "it was paused before"
