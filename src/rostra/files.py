"""Files written whole or not at all."""

from __future__ import annotations

import os
import re
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

TEMPORARY = re.compile(r"\.rostra-(?P<process>\d{1,10})-[0-9a-f]{8}\.tmp")
"""The name of a file that is being written; with the process that writes it."""
FORGOTTEN = 3600.0
"""Seconds after which a temporary file is litter, where it cannot be asked whether its process still runs."""


def replace_file(
    path: Path,
    data: bytes,
    *,
    public: bool = False,
    lasting: bool = False,
    last_look: Callable[[], None] | None = None,
) -> None:
    """Put new contents in a file's place in one step, so that a crash leaves the old ones; its mode and owner stay.

    A file that was not there is its owner's alone unless it is ``public``. With ``lasting`` the new name is on the disk
    as well when this returns. ``last_look`` is called right before that step, and may refuse by raising.
    """
    before = path.stat() if path.exists() else None
    temporary = _temporary(path.parent)
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    handle = os.open(temporary, flags, 0o666 if public and before is None else 0o600)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            if before is not None:
                _same_owner_and_mode(temporary, before)
            os.fsync(file.fileno())
        if last_look is not None:
            last_look()
        temporary.replace(path)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
    if lasting:
        _sync_folder(path.parent)


def _temporary(folder: Path) -> Path:
    """A name for a file that is being written, as :data:`TEMPORARY` has it."""
    return folder / f".rostra-{os.getpid()}-{os.urandom(4).hex()}.tmp"


def overwrite_file(path: Path, data: bytes, before: bytes) -> None:
    """Put new contents into a file that cannot be replaced; what was there ``before`` is put back when that fails.

    A crash may leave a part of each: whoever calls this has the new contents somewhere else.
    """
    with path.open("r+b", buffering=0) as file:
        try:
            _write_over(file.fileno(), data)
        except OSError:
            with suppress(OSError):
                _write_over(file.fileno(), before)
            raise


def _write_over(handle: int, data: bytes) -> None:
    os.lseek(handle, 0, os.SEEK_SET)
    left = memoryview(data)
    while left:
        left = left[os.write(handle, left) :]
    os.ftruncate(handle, len(data))
    os.fsync(handle)


def _same_owner_and_mode(path: Path, before: os.stat_result) -> None:
    """Give a file the owner that another had, where that is allowed, and its mode."""
    if hasattr(os, "chown") and (before.st_uid, before.st_gid) != (os.geteuid(), os.getegid()):
        for user, group in ((-1, before.st_gid), (before.st_uid, -1)):
            with suppress(OSError):
                os.chown(path, user, group)
    path.chmod(before.st_mode & 0o7777)


def _sync_folder(folder: Path) -> None:
    """Let the names in a folder reach the disk, where the system has a way to say so."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def remove_litter(folder: Path) -> None:
    """Remove temporary files that killed processes left in a folder. Never fails."""
    with suppress(OSError):
        for name in os.listdir(folder):  # noqa: PTH208  # names alone are cheaper in a large folder
            found = TEMPORARY.fullmatch(name)
            if found and _is_abandoned(folder / name, int(found["process"])):
                with suppress(OSError):
                    (folder / name).unlink()


def _is_abandoned(path: Path, process: int) -> bool:
    if sys.platform == "win32":
        # A signal of 0, which asks elsewhere, would interrupt the process there.
        return time.time() - path.stat().st_mtime > FORGOTTEN
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return True
    except (OSError, OverflowError):
        return False
    return False


def create_file(path: Path, data: bytes) -> None:
    """Make a file in one step, so that a crash leaves none; raises :class:`FileExistsError` when there is one."""
    made = _temporary(path.parent)
    try:
        with made.open("xb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        try:
            os.link(made, path)
        except FileExistsError:
            raise
        except OSError:
            # Not every file system has links.
            with path.open("xb") as file:
                file.write(data)
    finally:
        made.unlink(missing_ok=True)
