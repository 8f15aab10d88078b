from __future__ import annotations

import os
import random
import signal
import sys
import time
from pathlib import Path

import pytest

from rostra.editing.outcomes import Saved
from rostra.editing.saving import EditedFile

SIZES = (10, 300_000)
"""Characters of the texts that are saved in turn: small ones take a moment, large ones several writes."""


def text(number: int) -> str:
    """A text that tells whether it is whole: its number at both ends."""
    return f"{number}\n" + "a line of a deck\n" * (SIZES[number % 2] // 17) + f"{number}\n"


def save_for_ever(deck: Path) -> None:
    """Save one text after the other, in a process of its own."""
    file = EditedFile(deck)
    number = 0
    while True:
        number += 1
        file.keep(text(number))
        file.save(text(number))


def killed(deck: Path, moment: float) -> None:
    """Start a process that saves, and kill it a moment after its first save."""
    begun = deck.stat().st_mtime_ns
    child = os.fork()
    if not child:
        try:
            save_for_ever(deck)
        finally:
            os._exit(1)
    while deck.stat().st_mtime_ns == begun:
        time.sleep(0.001)
    time.sleep(moment)
    os.kill(child, signal.SIGKILL)
    assert os.waitpid(child, 0)[1] == signal.SIGKILL


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="there is no kill -9")
def test_a_file_is_whole_whenever_its_editor_is_killed(home: Path, tmp_path: Path) -> None:
    deck = tmp_path / "decks" / "talk.md"
    deck.parent.mkdir()
    deck.write_text(text(0), "utf-8")
    chance = random.Random(1)
    left_behind = 0
    for _ in range(200):
        killed(deck, chance.random() * 0.02)
        found = deck.read_text("utf-8")
        assert found == text(int(found.partition("\n")[0]))
        left_behind += len([*deck.parent.iterdir()]) > 1
        file = EditedFile(deck)
        (*left,) = file.recovered()
        # One that was not saved yet, or that was just saved when it should have been forgotten.
        assert all(one.text == text(int(one.text.partition("\n")[0])) for one in left)
        for one in left:
            one.discard()
        assert file.save(text(0) + "x") == Saved()
        file.close()
        assert [*deck.parent.iterdir()] == [deck]
    assert left_behind
    assert not [*(home / "state" / "rostra" / "unsaved").iterdir()]
