"""Saved files are noticed, however an editor saves."""

from __future__ import annotations

import os
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from rostra.show import watch
from rostra.show.watch import Watch, fingerprint

PATIENCE = 20.0


class Told:
    """Counts what a watch tells."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, *files: Path) -> None:
        monkeypatch.setattr(watch, "EVERY", 0.02)
        self._told = threading.Semaphore(0)
        self.watch = Watch(files, self._told.release)
        self.watch.start()

    def once(self) -> bool:
        """Whether a change is told of."""
        return self._told.acquire(timeout=PATIENCE)

    def again(self) -> bool:
        """Whether one more is told of soon after."""
        return self._told.acquire(timeout=0.3)


@pytest.fixture
def deck(tmp_path: Path) -> Path:
    """A file with some text."""
    file = tmp_path / "talk.md"
    file.write_text("one", "utf-8")
    return file


@pytest.fixture
def told(deck: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Told]:
    """A watch over the deck."""
    told = Told(monkeypatch, deck)
    yield told
    told.watch.stop()


def test_nothing_is_told_while_nothing_changes(told: Told) -> None:
    assert not told.again()


def test_a_save_in_place_is_told_once(told: Told, deck: Path) -> None:
    deck.write_text("other text", "utf-8")
    assert told.once()
    assert not told.again()


def test_a_new_file_in_the_old_ones_place_is_told(told: Told, deck: Path) -> None:
    before = deck.stat()
    new = deck.with_name("new")
    new.write_text("two", "utf-8")
    os.utime(new, ns=(before.st_atime_ns, before.st_mtime_ns))
    new.replace(deck)
    assert told.once()


def test_deleting_and_coming_back_are_told(told: Told, deck: Path) -> None:
    deck.unlink()
    assert told.once()
    deck.write_text("one", "utf-8")
    assert told.once()


def test_other_files_can_be_watched_from_now_on(told: Told, deck: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.md"
    other.write_text("x", "utf-8")
    told.watch.files = [other]
    assert list(told.watch.files) == [other]
    deck.write_text("no matter", "utf-8")
    assert not told.again()
    other.write_text("matters", "utf-8")
    assert told.once()


def test_nothing_is_told_after_the_end(told: Told, deck: Path) -> None:
    told.watch.stop()
    deck.write_text("late", "utf-8")
    assert not told.again()


def test_a_save_counts_once_it_is_as_it_was_at_the_look_before(deck: Path) -> None:
    looking = Watch([deck], lambda: None)
    assert not looking.look()
    deck.write_text("half", "utf-8")
    assert not looking.look()
    deck.write_text("half and half", "utf-8")
    assert not looking.look(), "it is being written still"
    assert looking.look()
    assert not looking.look()


def test_a_file_that_was_saved_while_it_was_read_is_noticed(deck: Path, tmp_path: Path) -> None:
    looking = Watch([deck], lambda: None)
    deck.write_text("other", "utf-8")
    looking.files = [deck, tmp_path / "new.md"]
    assert [looking.look(), looking.look()] == [False, True]


def test_missing_empty_and_folder_are_the_same(tmp_path: Path) -> None:
    empty = tmp_path / "empty.md"
    empty.touch()
    assert fingerprint(tmp_path / "no.md") is fingerprint(empty) is fingerprint(tmp_path) is None


def test_a_save_that_is_over_is_seen_at_one_look_and_told_no_more(told: Told, deck: Path) -> None:
    told.watch.stop()
    assert not told.watch.look_once()
    deck.write_text("other text", "utf-8")
    assert told.watch.look_once()
    assert not told.watch.look_once()
    assert not told.watch.look()
