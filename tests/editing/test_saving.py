from __future__ import annotations

import errno
import os
import stat
import sys
from pathlib import Path

import pytest

from rostra.editing.outcomes import BothChanged, NeedsUtf8, NothingToDo, ReadAgain, Saved
from rostra.editing.saving import EditedFile
from rostra.errors import UserError

pytestmark = pytest.mark.usefixtures("home")
posix = pytest.mark.skipif(sys.platform == "win32", reason="modes and links are POSIX's")


@pytest.fixture
def deck(tmp_path: Path) -> Path:
    """A deck in a folder of its own."""
    path = tmp_path / "decks" / "talk.md"
    path.parent.mkdir()
    path.write_bytes(b"# A\n\none\n")
    return path


def files(deck: Path) -> list[str]:
    """What is in the deck's folder."""
    return sorted(path.name for path in deck.parent.iterdir())


def fail(monkeypatch: pytest.MonkeyPatch, function: str, error: int) -> None:
    """Let a function of the system fail."""

    def failing(*_: object, **__: object) -> None:
        raise OSError(error, os.strerror(error))

    monkeypatch.setattr(os, function, failing)


# -- bytes that stay --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (b"a\r\nb\r\n", b"new\r\na\r\nb\r\n"),
        (b"a\rb", b"new\ra\rb"),
        (b"a\r\nb\nc\nd\re", b"new\na\r\nb\nc\nd\re"),
        (b"\xef\xbb\xbfa\r\n", b"\xef\xbb\xbfnew\r\na\r\n"),
        (b"\xff\xfea\0\r\0\n\0", b"\xff\xfen\0e\0w\0\r\0\n\0a\0\r\0\n\0"),
        (b"caf\xe9\n", b"new\ncaf\xe9\n"),
        (b"a\x1b[31m\0\x0c\x9d\n", b"new\na\x1b[31m\0\x0c\x9d\n"),
        (b"", b"new\n"),
    ],
)
def test_line_ends_mark_and_encoding_stay(deck: Path, before: bytes, after: bytes) -> None:
    deck.write_bytes(before)
    file = EditedFile(deck)
    assert file.save(f"new\n{file.text}") == Saved()
    assert deck.read_bytes() == after
    assert files(deck) == ["talk.md"]


def test_a_text_that_is_saved_already_is_not_written_again(deck: Path) -> None:
    file = EditedFile(deck)
    before = deck.stat()
    assert file.save(file.text) == NothingToDo()
    assert deck.stat() == before


@posix
@pytest.mark.parametrize("mode", [0o600, 0o640, 0o755, 0o666])
def test_the_mode_stays(deck: Path, mode: int) -> None:
    deck.chmod(mode)
    EditedFile(deck).save("new\n")
    assert stat.S_IMODE(deck.stat().st_mode) == mode


@posix
def test_a_new_file_may_be_read_as_others_of_its_user(deck: Path) -> None:
    plain, new = deck.with_name("plain.md"), deck.with_name("new.md")
    plain.write_bytes(b"")
    file = EditedFile(new)
    assert file.is_new
    assert file.save("# New\n") == Saved()
    assert new.read_bytes() == b"# New\n"
    assert new.stat().st_mode == plain.stat().st_mode


@posix
def test_a_link_stays_a_link_and_one_that_led_nowhere_leads_to_the_text(deck: Path) -> None:
    link, dangling = deck.with_name("link.md"), deck.with_name("dangling.md")
    link.symlink_to("talk.md")
    dangling.symlink_to("later.md")
    for path in (link, dangling):
        assert EditedFile(path).save("new\n") == Saved()
        assert path.is_symlink()
    assert deck.read_bytes() == deck.with_name("later.md").read_bytes() == b"new\n"


@posix
def test_a_link_to_itself_is_refused(deck: Path) -> None:
    link = deck.with_name("link.md")
    link.symlink_to("link.md")
    with pytest.raises(UserError, match="leads to itself"):
        EditedFile(link).save("new\n")
    assert link.is_symlink()


@posix
def test_the_other_name_of_a_file_keeps_the_text_before_which_is_said(deck: Path) -> None:
    other = deck.with_name("other.md")
    other.hardlink_to(deck)
    outcome = EditedFile(deck).save("new\n")
    assert isinstance(outcome, Saved)
    assert "another name" in outcome.said[0]
    assert (deck.read_bytes(), other.read_bytes()) == (b"new\n", b"# A\n\none\n")


def test_a_file_becomes_utf_8_only_when_that_was_agreed_to(deck: Path) -> None:
    deck.write_bytes(b"caf\xe9\r\n")
    file = EditedFile(deck)
    outcome = file.save("café 🚀\n")
    assert isinstance(outcome, NeedsUtf8)
    assert outcome.question == "this text cannot be written in Latin-1: save it as UTF-8?"
    assert deck.read_bytes() == b"caf\xe9\r\n"
    assert file.save("café 🚀\n", utf8=True) == Saved(("the file is in UTF-8 now",))
    assert deck.read_bytes() == "café 🚀\r\n".encode()
    assert file.save("café 🚀!\n") == Saved()


# -- other programs ---------------------------------------------------------------------------------------------


def test_a_file_that_changed_while_nothing_was_typed_can_simply_be_read_again(deck: Path) -> None:
    file = EditedFile(deck)
    deck.write_bytes(b"theirs\n")
    assert file.has_changed()
    assert file.save(file.text) == ReadAgain("theirs\n")
    assert file.take_theirs(file.text) == "theirs\n"
    assert not file.has_changed()
    assert not file.recovered()
    assert file.save("mine\n") == Saved()


def test_when_both_changed_nothing_is_written(deck: Path) -> None:
    file = EditedFile(deck)
    deck.write_bytes(b"theirs\n")
    for _ in range(2):
        assert file.save("mine\n") == BothChanged("theirs\n")
    assert deck.read_bytes() == b"theirs\n"


def test_keeping_mine_keeps_the_other_version_beside(deck: Path) -> None:
    file = EditedFile(deck)
    said: list[str] = []
    for theirs in (b"theirs\r\n", b"more\n"):
        deck.write_bytes(theirs)
        outcome = file.keep_mine("mine\n" + file.text)
        assert isinstance(outcome, Saved)
        said += outcome.said
    others = [name for name in files(deck) if name != "talk.md"]
    assert all(name.startswith("talk.md.disk-2") for name in others)
    assert sorted(deck.with_name(name).read_bytes() for name in others) == [b"more\n", b"theirs\r\n"]
    assert sorted(said) == [f"the other version is kept as {name}" for name in others]
    assert deck.read_bytes() == b"mine\nmine\n# A\n\none\n"


def test_keeping_mine_of_a_file_that_did_not_change_is_a_plain_save(deck: Path) -> None:
    assert EditedFile(deck).keep_mine("mine\n") == Saved()
    assert files(deck) == ["talk.md"]


def test_keeping_mine_leaves_no_copy_when_it_fails(deck: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = EditedFile(deck)
    deck.write_bytes(b"theirs\n")
    monkeypatch.setattr(os, "access", lambda *_: False)
    with pytest.raises(UserError, match="read-only"):
        file.keep_mine("mine\n")
    assert files(deck) == ["talk.md"]


def test_taking_theirs_keeps_mine_to_be_recovered(deck: Path) -> None:
    file = EditedFile(deck)
    deck.write_bytes(b"theirs\n")
    assert file.take_theirs("mine\n") == file.text == "theirs\n"
    file.save("theirs and more\n")
    file.close()
    (left,) = EditedFile(deck).recovered()
    assert left.text == "mine\n"
    left.discard()
    assert not EditedFile(deck).recovered()


def test_merging_makes_both_changes_and_saves_against_the_other_version(deck: Path) -> None:
    file = EditedFile(deck)
    deck.write_bytes(b"# A\n\none\n\ntwo\n")
    assert file.save("# Mine\n\none\n") == BothChanged("# A\n\none\n\ntwo\n")
    merged = file.merge("# Mine\n\none\n")
    assert not merged.conflicts
    assert merged.text == "# Mine\n\none\n\ntwo\n"
    assert deck.read_bytes() == b"# A\n\none\n\ntwo\n"
    assert [one.text for one in file.recovered()] == ["# Mine\n\none\n"]
    assert file.save(merged.text) == Saved()


def test_others_that_wrote_the_same_text_are_no_conflict(deck: Path) -> None:
    file = EditedFile(deck)
    deck.write_bytes(b"mine\n")
    assert file.save("mine\n") == NothingToDo()
    assert not file.has_changed()


def test_others_that_changed_line_ends_alone_are_no_conflict_and_their_ends_stay(deck: Path) -> None:
    file = EditedFile(deck)
    deck.write_bytes(b"# A\r\n\r\none\r\n")
    assert file.save("# A\n\ntwo\n") == Saved()
    assert deck.read_bytes() == b"# A\r\n\r\ntwo\r\n"


def test_a_change_in_the_last_moment_is_seen(deck: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = EditedFile(deck)
    sync = os.fsync

    def edited_meanwhile(handle: int) -> None:
        sync(handle)
        deck.write_bytes(b"theirs\n")

    monkeypatch.setattr(os, "fsync", edited_meanwhile)
    assert file.save("mine\n") == BothChanged("theirs\n")
    assert deck.read_bytes() == b"theirs\n"
    assert files(deck) == ["talk.md"]


def test_a_deck_that_was_deleted_is_written_again_which_is_said(deck: Path) -> None:
    file = EditedFile(deck)
    deck.unlink()
    assert file.has_changed()
    assert file.save(file.text) == Saved((f"{deck} was gone, and was written again",))
    assert deck.read_bytes() == b"# A\n\none\n"
    deck.unlink()
    deck.write_bytes(b"# A\n\none\n")
    assert file.save("mine\n") == Saved()


def test_a_deck_that_appears_while_a_new_one_is_written_is_not_overwritten(deck: Path) -> None:
    deck.unlink()
    file = EditedFile(deck)
    deck.write_bytes(b"theirs\n")
    assert file.save("mine\n") == BothChanged("theirs\n")
    assert deck.read_bytes() == b"theirs\n"


# -- what cannot be written -------------------------------------------------------------------------------------


@pytest.mark.parametrize("function", ["fsync", "open"])
@pytest.mark.parametrize("error", [errno.ENOSPC, errno.EDQUOT, errno.EIO])
def test_a_disk_that_is_full_or_broken_leaves_the_old_file_and_says_so(
    deck: Path, monkeypatch: pytest.MonkeyPatch, function: str, error: int
) -> None:
    file = EditedFile(deck)
    fail(monkeypatch, function, error)
    with pytest.raises(UserError, match="cannot write" if error == errno.EIO else "no space is left") as raised:
        file.save("mine\n")
    assert "the text is still here" in raised.value.hint
    assert deck.read_bytes() == b"# A\n\none\n"
    assert files(deck) == ["talk.md"]
    monkeypatch.undo()
    assert file.save("mine\n") == Saved()


def test_a_rename_that_fails_leaves_the_old_file(deck: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = EditedFile(deck)

    def failing(*_: object) -> None:
        raise OSError(errno.EIO, "I/O error")

    monkeypatch.setattr(Path, "replace", failing)
    with pytest.raises(UserError, match="I/O error"):
        file.save("mine\n")
    assert deck.read_bytes() == b"# A\n\none\n"
    assert files(deck) == ["talk.md"]


def test_a_read_only_file_is_not_replaced(deck: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = EditedFile(deck)
    monkeypatch.setattr(os, "access", lambda *_: False)
    with pytest.raises(UserError, match="read-only"):
        file.save("mine\n")
    assert deck.read_bytes() == b"# A\n\none\n"


def test_a_folder_that_is_gone_is_said(deck: Path) -> None:
    file = EditedFile(deck)
    deck.unlink()
    deck.parent.rmdir()
    with pytest.raises(UserError, match=r"the folder .* is gone"):
        file.save("mine\n")
    deck.parent.mkdir()
    assert isinstance(file.save("mine\n"), Saved)


def test_where_nothing_can_be_renamed_the_file_is_written_over(deck: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_: object) -> None:
        raise OSError(errno.EBUSY, "Device or resource busy")

    file = EditedFile(deck)
    number = deck.stat().st_ino
    kept: list[tuple[str, bytes]] = []
    keep = file.recovery.keep

    def keeping(text: str, began: bytes) -> None:
        keep(text, began)
        kept.append((text, deck.read_bytes()))

    monkeypatch.setattr(file.recovery, "keep", keeping)
    original = Path.replace
    monkeypatch.setattr(Path, "replace", lambda self, target: refused() if target == deck else original(self, target))
    assert file.save("mine\n") == Saved()
    assert deck.read_bytes() == b"mine\n"
    assert deck.stat().st_ino == number
    assert kept == [("mine\n", b"# A\n\none\n")]
    assert files(deck) == ["talk.md"]


def test_what_cannot_be_written_over_whole_is_put_back(deck: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    original, write, written = Path.replace, os.write, []

    def replace(path: Path, target: Path) -> Path:
        if target == deck:
            raise OSError(errno.EBUSY, "Device or resource busy")
        return original(path, target)

    def half(handle: int, data: bytes) -> int:
        written.append(bytes(data))
        if len(written) == 1:
            return write(handle, data[:4])
        if len(written) == 2:
            raise OSError(errno.ENOSPC, "No space left on device")
        return write(handle, data)

    file = EditedFile(deck)
    monkeypatch.setattr(Path, "replace", replace)
    monkeypatch.setattr(os, "write", half)
    with pytest.raises(UserError, match="no space is left"):
        file.save("a text that is much longer\n")
    assert len(written) == 3
    assert deck.read_bytes() == b"# A\n\none\n"


@pytest.mark.parametrize(("data", "message"), [(b"\xff\xfea", "broken UTF-16"), (None, "is a folder")])
def test_what_cannot_be_edited_without_loss_is_not_opened(deck: Path, data: bytes | None, message: str) -> None:
    if data is not None:
        deck.write_bytes(data)
    with pytest.raises(UserError, match=message):
        EditedFile(deck if data is not None else deck.parent)


@posix
def test_what_is_no_regular_file_is_not_waited_for(deck: Path) -> None:
    os.mkfifo(deck.with_name("pipe.md"))
    with pytest.raises(UserError, match="not a regular file"):
        EditedFile(deck.with_name("pipe.md"))


def test_the_source_of_a_text_is_what_the_reader_will_read(deck: Path) -> None:
    deck.write_bytes(b"caf\xe9\r\n")
    file = EditedFile(deck)
    assert file.source("café\x1b\n").text == "café\ufffd\n"
    assert file.source("café 🚀\n").text == "café 🚀\n"
