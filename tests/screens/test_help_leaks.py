"""The help on the audience's screen says what is wrong with a deck, and shows none of its lines: they may be notes."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest
from session import Open, opener

from rostra.options import Options
from rostra.settings import Settings

DECK = "# Alpha\n\n- words <!-- notes: whispered\n\nand on\n\n---\n\n# Bravo\n\n<!-- noets: whispered -->\n"


@pytest.fixture
def talk(tmp_path: Path, home: Path) -> Open:
    """Opens a talk."""
    return opener(tmp_path)


async def test_a_problem_of_notes_does_not_show_them_to_the_audience(talk: Open) -> None:
    async with talk(DECK, size=(110, 60)) as session:
        shown = re.sub(r"[\s▊▎]+", " ", await session.press("question_mark"))
        assert "this comment is never closed" in shown
        assert "did you mean 'notes'?" in shown
        assert "whispered" not in shown


async def test_the_speaker_sees_the_line_that_a_problem_is_about(talk: Open) -> None:
    options = Options(replace(Settings(), watch=False), role="console")
    async with talk(DECK, size=(110, 60), options=options) as session:
        shown = await session.press("question_mark")
        assert "<!-- noets: whispered -->" in shown
        assert "^^^^" in shown
