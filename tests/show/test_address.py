"""Where the processes of a talk find each other."""

from __future__ import annotations

import os
import stat
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from rostra.errors import UserError
from rostra.show.address import private_folder, socket_path


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
