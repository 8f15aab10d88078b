from __future__ import annotations

import json
import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from rostra.editing.saving import EditedFile
from rostra.errors import UserError

HOLD = """
import sys
from pathlib import Path
from rostra.editing.saving import EditedFile

file = EditedFile(Path(sys.argv[1]))
file.keep(sys.argv[2])
print("kept", flush=True)
sys.stdin.read()
"""
"""An editor that keeps an unsaved text, and waits to be killed."""


@pytest.fixture
def deck(tmp_path: Path, home: Path) -> Path:
    """A deck."""
    path = tmp_path / "talk.md"
    path.write_bytes(b"# A\n")
    return path


@pytest.fixture
def unsaved(home: Path) -> Path:
    """The folder where unsaved text is kept."""
    return home / "state" / "rostra" / "unsaved"


def killed_after_keeping(deck: Path, text: str) -> None:
    """Let another process keep a text, and kill it."""
    with holding(deck, text) as process:
        process.kill()


def holding(deck: Path, text: str) -> subprocess.Popen[str]:
    """Another process that keeps a text and has the file open."""
    command = [sys.executable, "-c", HOLD, str(deck), text]
    process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    assert process.stdout.readline() == "kept\n"
    return process


def test_unsaved_text_is_found_after_the_editor_was_killed(deck: Path) -> None:
    killed_after_keeping(deck, "# A\n\nunsaved é 🚀\n")
    file = EditedFile(deck)
    (left,) = file.recovered()
    assert (left.text, left.changed_since) == ("# A\n\nunsaved é 🚀\n", False)
    assert not file.is_opened_elsewhere
    file.keep("other\n")
    assert [one.text for one in EditedFile(deck).recovered()] == [left.text]
    left.discard()
    assert not file.recovered()


def test_it_is_said_whether_the_file_changed_since(deck: Path) -> None:
    killed_after_keeping(deck, "unsaved\n")
    deck.write_bytes(b"# Changed\n")
    (left,) = EditedFile(deck).recovered()
    assert left.changed_since


def test_text_that_is_in_the_file_by_now_is_not_offered(deck: Path, unsaved: Path) -> None:
    killed_after_keeping(deck, "unsaved\n")
    deck.write_bytes(b"unsaved\r\n")
    file = EditedFile(deck)
    assert not file.recovered()
    assert not [*unsaved.glob("*.json")]


def test_nothing_is_left_after_a_save_and_after_a_clean_end(deck: Path, unsaved: Path) -> None:
    file = EditedFile(deck)
    file.keep("unsaved\n")
    assert len([*unsaved.glob("*.json")]) == 1
    file.save("unsaved\n")
    assert not [*unsaved.glob("*.json")]
    file.keep("more\n")
    file.keep(file.text)
    assert not [*unsaved.glob("*.json")]
    file.keep("even more\n")
    file.close()
    assert not [*unsaved.iterdir()]


def test_the_second_editor_of_a_file_is_told_and_keeps_its_own_text(deck: Path, unsaved: Path) -> None:
    with holding(deck, "first\n") as process:
        second = EditedFile(deck)
        assert second.is_opened_elsewhere
        assert not second.recovered()
        second.keep("second\n")
        assert len([*unsaved.glob("*.json")]) == 2
        process.kill()
    assert [one.text for one in second.recovered()] == ["first\n"]
    second.close()
    third = EditedFile(deck)
    assert not third.is_opened_elsewhere
    assert [one.text for one in third.recovered()] == ["first\n"]


@pytest.mark.skipif(sys.platform == "win32", reason="modes are POSIX's")
def test_unsaved_text_can_be_read_by_its_user_alone(deck: Path, unsaved: Path) -> None:
    EditedFile(deck).keep("secret\n")
    assert stat.S_IMODE(unsaved.stat().st_mode) == 0o700
    assert {stat.S_IMODE(path.stat().st_mode) for path in unsaved.iterdir()} == {0o600}


def test_a_text_that_was_kept_already_is_not_written_again(deck: Path, unsaved: Path) -> None:
    file = EditedFile(deck)
    file.keep("unsaved\n")
    (kept,) = unsaved.glob("*.json")
    before = kept.stat()
    file.keep("unsaved\n")
    assert kept.stat() == before


def test_that_text_cannot_be_kept_is_said_and_later_tried_again(deck: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = EditedFile(deck)

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(UserError, match="cannot be kept"):
        file.keep("unsaved\n")
    monkeypatch.undo()
    file.keep("unsaved\n")


def test_without_a_folder_for_it_a_file_can_be_edited_all_the_same(deck: Path, home: Path) -> None:
    (home / "state").write_text("no folder")
    file = EditedFile(deck)
    assert not file.recovered()
    with pytest.raises(UserError, match="cannot be kept"):
        file.keep("unsaved\n")
    file.save("saved\n")
    file.close()
    assert deck.read_bytes() == b"saved\n"


@pytest.mark.parametrize(
    "broken", [b"", b"{", b"[]", b"\xff", b'{"text": "a"}', b'{"text": 1, "when": "x", "began": 2}']
)
def test_what_was_kept_and_is_broken_is_passed_over(deck: Path, unsaved: Path, broken: bytes) -> None:
    killed_after_keeping(deck, "unsaved\n")
    (kept,) = unsaved.glob("*.json")
    kept.write_bytes(broken)
    assert not EditedFile(deck).recovered()


def test_what_was_kept_says_of_which_file_it_is(deck: Path, unsaved: Path) -> None:
    EditedFile(deck).keep("unsaved\n")
    (kept,) = unsaved.glob("*.json")
    assert json.loads(kept.read_bytes())["path"] == str(deck)


@pytest.mark.skipif(sys.platform == "win32", reason="links are POSIX's")
def test_a_file_and_a_link_to_it_are_one_file(deck: Path) -> None:
    link = deck.with_name("link.md")
    link.symlink_to(deck)
    killed_after_keeping(link, "unsaved\n")
    assert [one.text for one in EditedFile(deck).recovered()] == ["unsaved\n"]
