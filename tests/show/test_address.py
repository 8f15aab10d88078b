"""Where the processes of a talk find each other."""

from __future__ import annotations

import os
import stat
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from rostra.errors import UserError
from rostra.show import address
from rostra.show.address import private_folder, socket_path, waiting_lines


@pytest.fixture
def runtime(monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The run-time folder of this user, with a name short enough for sockets."""
    with tempfile.TemporaryDirectory(prefix="r") as name:
        monkeypatch.setenv("XDG_RUNTIME_DIR", name)
        yield Path(name)


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_the_folder_is_made_private_whatever_the_umask(runtime: Path) -> None:
    before = os.umask(0)
    try:
        assert mode(private_folder()) == 0o700
    finally:
        os.umask(before)


@pytest.mark.parametrize("wrong", [0o777, 0o755, 0o710, 0o701])
def test_a_folder_that_others_can_enter_is_mended(runtime: Path, wrong: int) -> None:
    private_folder().chmod(wrong)
    assert mode(private_folder()) == 0o700


@pytest.mark.skipif(not hasattr(os, "getuid") or os.getuid() != 0, reason="needs root")
def test_a_folder_of_somebody_else_is_refused(runtime: Path) -> None:
    os.chown(private_folder(), 65534, 65534)
    with pytest.raises(UserError, match="belongs to somebody else"):
        private_folder()


def test_a_link_to_a_folder_is_refused(runtime: Path) -> None:
    (runtime / "elsewhere").mkdir(mode=0o700)
    (runtime / "rostra").symlink_to(runtime / "elsewhere")
    with pytest.raises(UserError):
        private_folder()


def test_a_file_in_the_folder_s_place_is_refused(runtime: Path) -> None:
    (runtime / "rostra").write_text("x")
    with pytest.raises(UserError):
        private_folder()


def test_a_run_time_folder_too_long_for_a_socket_is_not_used(runtime: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    long = runtime / ("x" * 80)
    long.mkdir()
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(long))
    monkeypatch.setattr(address, "USERS", str(runtime / "nobody"))
    monkeypatch.setattr(tempfile, "tempdir", str(runtime))
    path = socket_path([runtime / "talk.md"])
    assert len(os.fsencode(path)) < 104
    assert path.parent.parent == runtime


def test_the_same_files_meet_and_others_do_not(runtime: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    one, two = runtime / "one.md", runtime / "two.md"
    one.touch()
    two.touch()
    (runtime / "link.md").symlink_to(one)
    monkeypatch.chdir(runtime)
    same = {socket_path([path]) for path in (one, Path("one.md"), Path("./x/../one.md"), Path("link.md"))}
    assert len(same) == 1
    others = {socket_path(paths) for paths in ([two], [one, two], [two, one])}
    assert len(others | same) == 4


@pytest.mark.skipif(not hasattr(os, "getuid"), reason="needs users")
@pytest.mark.parametrize("variable", [None, "", "/nowhere"])
def test_without_the_variable_the_folder_that_the_system_keeps_is_used(
    runtime: Path, monkeypatch: pytest.MonkeyPatch, variable: str | None
) -> None:
    own = runtime / str(os.getuid())
    own.mkdir()
    monkeypatch.setattr(address, "USERS", str(runtime))
    if variable is None:
        monkeypatch.delenv("XDG_RUNTIME_DIR")
    else:
        monkeypatch.setenv("XDG_RUNTIME_DIR", variable)
    assert private_folder() == own / "rostra"


@pytest.mark.skipif(not hasattr(os, "getuid") or os.getuid() != 0, reason="needs root")
def test_a_run_time_folder_left_over_from_another_user_is_not_used(
    runtime: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    theirs = runtime / "1000"
    theirs.mkdir()
    os.chown(theirs, 65534, 65534)
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(theirs))
    monkeypatch.setattr(address, "USERS", str(runtime / "nobody"))
    monkeypatch.setattr(tempfile, "tempdir", str(runtime))
    assert private_folder().parent == runtime
    assert not list(theirs.iterdir())


def test_a_folder_can_be_named_and_stays_as_it_is(runtime: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    named = runtime / "named"
    named.mkdir(mode=0o755)
    monkeypatch.setenv("ROSTRA_RUNTIME_DIR", str(named))
    assert private_folder() == named / "rostra"
    other = runtime / "other"
    other.mkdir()
    assert private_folder(str(other)) == other / "rostra"
    assert (mode(named), mode(named / "rostra")) == (0o755, 0o700)


@pytest.mark.parametrize(("name", "words"), [("nowhere", "there is no folder"), ("x" * 70, "too long for a socket")])
def test_a_folder_that_cannot_be_used_is_told(runtime: Path, name: str, words: str) -> None:
    if name != "nowhere":
        (runtime / name).mkdir()
    with pytest.raises(UserError, match=words):
        private_folder(str(runtime / name))


def test_what_a_console_waits_for_is_told_in_full(runtime: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (runtime / "copies").mkdir()
    monkeypatch.chdir(runtime / "copies")
    deck, where = waiting_lines([Path("talk.md"), Path("../more\x1b.md")])
    assert deck.startswith(f"waiting for a talk of {runtime.resolve()}/copies/talk.md, {runtime.resolve()}/more")
    assert "\x1b" not in deck
    assert where == f"at {socket_path([Path('talk.md'), Path('../more' + chr(27) + '.md')])}"
    assert waiting_lines([Path("talk.md")], "/nowhere")[1].startswith("nowhere: there is no folder /nowhere")
