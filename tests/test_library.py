"""The decks in a folder."""

from __future__ import annotations

from pathlib import Path

import pytest

from rostra.errors import UserError
from rostra.library import find_decks, names_of, read_entry, shipped_decks, shipped_tour


def test_decks_of_the_folder_and_of_those_in_it_are_found(tmp_path: Path) -> None:
    names = ["b.md", "a.MARKDOWN", "inner/c.md", "README.md", "notes.txt", ".hidden.md", ".git/d.md",
             "venv/e.md", "inner/deeper/f.md", "inner/CHANGELOG.md"]  # fmt: skip
    for name in names:
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("# x", "utf-8")
    found = [path.relative_to(tmp_path).as_posix() for path in find_decks(tmp_path)]
    assert found == ["a.MARKDOWN", "b.md", "inner/c.md"]


def test_a_folder_that_is_not_there_is_the_users_mistake(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="cannot read the folder"):
        find_decks(tmp_path / "no")


def test_an_entry_tells_title_slides_and_minutes(tmp_path: Path, home: Path) -> None:
    deck = tmp_path / "x.md"
    deck.write_text("---\nduration: 20 min\n---\n# First\n\n---\n\n# Second\n", "utf-8")
    entry = read_entry(deck)
    assert (entry.title, entry.slides, entry.seconds, entry.stop, entry.trouble) == ("First", 2, 1200.0, None, "")


def test_an_entry_of_what_cannot_be_read_says_why(tmp_path: Path) -> None:
    entry = read_entry(tmp_path / "no.md")
    assert entry.title == "no"
    assert "there is no file" in entry.trouble


def test_an_entry_never_fails(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(paths: object) -> None:
        raise RuntimeError("an oversight\x1b[2J")

    monkeypatch.setattr("rostra.library.read_deck", fail)
    entry = read_entry(tmp_path / "x\x1b]0;.md")
    assert "RuntimeError: an oversight" in entry.trouble
    assert "\x1b" not in entry.trouble + entry.title


def test_the_decks_that_ship_are_found() -> None:
    folder = shipped_decks()
    assert folder is not None
    assert {"tour"} <= {path.stem for path in find_decks(folder)}
    assert shipped_tour() == folder / "tour.md"


def test_decks_are_called_by_their_path_in_the_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    paths = [tmp_path / "a.md", tmp_path / "inner" / "b\x1b]0;\u202e.md", Path("/elsewhere/tour.md")]
    names = ["a.md", "inner/b\ufffd]0;.md", "tour.md"]
    assert names_of(paths, tmp_path) == names
    monkeypatch.chdir(tmp_path)
    assert names_of([Path("a.md"), Path("inner/b.md")], Path()) == ["a.md", "inner/b.md"]
