from __future__ import annotations

import os
import stat
import sys
from pathlib import Path

import pytest

from rostra.deck.model import Meta
from rostra.editing import write_times as module
from rostra.editing.edits import File
from rostra.editing.write_times import Written, write_times
from rostra.errors import UserError
from rostra.reader import read_deck
from rostra.reader.deck import read_drafts
from rostra.reader.slide_draft import SlideDraft
from rostra.reader.source import Source
from rostra.rehearsal.slide_keys import slide_keys


def write(path: Path, text: str) -> Path:
    """A file with exactly these characters, in UTF-8."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode("utf-8"))
    return path


def give(deck: Path, seconds: float) -> Written:
    """Write a time into a deck's only slide."""
    return write_times([deck], dict.fromkeys(slide_keys(read_deck([deck])), seconds))


def test_a_file_that_changes_before_it_is_replaced_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    deck = write(tmp_path / "deck.md", "# A\n")
    check = File.check

    def edited_meanwhile(file: File) -> None:
        write(deck, "# Another\n")
        check(file)

    monkeypatch.setattr(File, "check", edited_meanwhile)
    with pytest.raises(UserError, match="changed meanwhile"):
        give(deck, 5)
    assert deck.read_text("utf-8") == "# Another\n"


def test_a_file_that_changes_while_it_is_read_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    deck = write(tmp_path / "deck.md", "# A\n")
    before = read_deck([deck])

    def edited_afterwards(source: Source) -> tuple[Meta, list[SlideDraft]]:
        found = read_drafts(source)
        write(deck, "# Another\n")
        return found

    monkeypatch.setattr(module, "read_drafts", edited_afterwards)
    with pytest.raises(UserError, match="changed meanwhile"):
        write_times([deck], {slide_keys(before)[0]: 5})


@pytest.mark.skipif(sys.platform == "win32", reason="modes and links are POSIX's")
def test_the_mode_of_a_file_and_a_link_to_it_stay(tmp_path: Path) -> None:
    deck = write(tmp_path / "real" / "deck.md", "# A\n")
    deck.chmod(0o640)
    link = tmp_path / "link.md"
    link.symlink_to(deck)
    assert give(link, 5) == Written(1)
    assert deck.read_text("utf-8") == "# A\n\n<!-- slide: {time: 5s} -->\n"
    assert link.is_symlink()
    assert stat.S_IMODE(deck.stat().st_mode) == 0o640


def test_a_write_that_fails_leaves_the_deck_and_no_other_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    deck = write(tmp_path / "deck.md", "# A\n")

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(UserError, match="No space left"):
        give(deck, 5)
    assert deck.read_text("utf-8") == "# A\n"
    assert list(tmp_path.iterdir()) == [deck]


def test_a_file_that_may_not_be_written_to_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    deck = write(tmp_path / "deck.md", "# A\n")
    monkeypatch.setattr(os, "access", lambda *_: False)
    with pytest.raises(UserError, match="read-only"):
        give(deck, 5)
