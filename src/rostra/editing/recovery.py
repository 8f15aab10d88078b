"""Text that was not saved yet, kept in the user's state folder, and found again after a crash."""

from __future__ import annotations

import hashlib
import json
import os
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from rostra.errors import UserError
from rostra.files import remove_litter, replace_file
from rostra.folders import state_folder
from rostra.safety import safe_line


@dataclass(frozen=True, slots=True)
class Recovered:
    """Text of an earlier session that was never saved."""

    text: str
    when: float
    """Seconds since the epoch."""
    changed_since: bool
    """Whether the file is no longer what this text began from."""
    kept_in: Path
    """Where it is kept."""

    @property
    def clock(self) -> str:
        """When it was kept, to be read."""
        return datetime.fromtimestamp(self.when).astimezone().strftime("%Y-%m-%d %H:%M:%S")

    def discard(self) -> None:
        """Forget it: it was taken or is not wanted. Never fails."""
        with suppress(OSError):
            self.kept_in.unlink(missing_ok=True)


class Recovery:
    """Where one editor keeps the unsaved text of one file; no other editor writes there.

    It is let go of by :meth:`close`, or by the system when the process is killed.
    """

    def __init__(self, file: Path) -> None:
        self.file = file
        self.opened_elsewhere = any(_is_held(lock) for lock in _kept(file, ".lock"))
        """Whether another editor had the file open when this one opened it."""
        self._stem = f"{_name(file)}-{os.getpid()}-{os.urandom(4).hex()}"
        self._text: str | None = None
        self._lock = -1
        # Without the folder there is nothing that others could see; what is then kept says so.
        with suppress(OSError):
            self._lock = os.open(_folder() / f"{self._stem}.lock", os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600)
            _hold(self._lock)

    def keep(self, text: str, began: bytes) -> None:
        """Keep the text, and what the file's bytes were when it began; the same text again costs nothing.

        Raises :class:`UserError` when it cannot be kept.
        """
        if text != self._text:
            self._write(f"{self._stem}.json", text, began)
            self._text = text

    def put_aside(self, text: str, began: bytes) -> None:
        """Keep text that is given up for another, until somebody discards it."""
        self._write(f"{self._stem}-{os.urandom(4).hex()}.json", text, began)

    def forget(self) -> None:
        """Keep nothing: the text was saved, or is not wanted. Never fails."""
        self._text = None
        with suppress(OSError):
            (_folder() / f"{self._stem}.json").unlink(missing_ok=True)

    def close(self) -> None:
        """Let others see that this editor is gone, and forget the text."""
        self.forget()
        if self._lock >= 0:
            with suppress(OSError):
                os.close(self._lock)
            self._lock = -1
            with suppress(OSError):
                (_folder() / f"{self._stem}.lock").unlink(missing_ok=True)

    def _write(self, name: str, text: str, began: bytes) -> None:
        kept = {"path": str(self.file), "began": _digest(began), "when": time.time(), "text": text}
        try:
            # Escapes hold what is no text in UTF-8, too.
            replace_file(_folder() / name, json.dumps(kept).encode("ascii"))
        except OSError as error:
            message = f"unsaved text cannot be kept for a crash: {error.strerror}"
            raise UserError(message, hint=f"in {safe_line(str(state_folder()))}; save soon") from error


def recovered(file: Path, data: bytes) -> tuple[Recovered, ...]:
    """What earlier sessions left unsaved of a file whose bytes are these now, the newest first.

    What another editor holds, or what is in the file already, is none of it.
    """
    found = []
    for path in _kept(file, ".json"):
        stem = "-".join(path.stem.split("-")[:3])
        if path.stem == stem and _is_held(path.with_name(f"{stem}.lock")):
            continue
        with suppress(OSError, ValueError, KeyError, TypeError, RecursionError):
            kept = json.loads(path.read_bytes())
            one = Recovered(str(kept["text"]), float(kept["when"]), kept["began"] != _digest(data), path)
            found.append(one)
    for lock in _kept(file, ".lock"):
        if not _is_held(lock):
            with suppress(OSError):
                lock.unlink()
    with suppress(OSError):
        remove_litter(_folder())
    return tuple(sorted(found, key=lambda one: -one.when))


def _folder() -> Path:
    """Where unsaved text is kept: a folder that is the user's alone."""
    folder = state_folder() / "unsaved"
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    return folder


def _name(file: Path) -> str:
    return hashlib.sha256(os.fsencode(file)).hexdigest()[:24]


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def _kept(file: Path, ending: str) -> Iterator[Path]:
    """The files of that ending that editors keep of a file."""
    with suppress(OSError):
        yield from sorted(_folder().glob(f"{_name(file)}-*{ending}"))


def _hold(handle: int) -> None:
    """Hold a file as long as its handle is open; raises :class:`OSError` when another does."""
    if sys.platform == "win32":
        import msvcrt

        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
    else:
        import fcntl

        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)


def _is_held(lock: Path) -> bool:
    """Whether a running process holds a file."""
    try:
        handle = os.open(lock, os.O_RDWR)
    except OSError:
        return False
    try:
        _hold(handle)
    except (BlockingIOError, PermissionError):
        return True
    except OSError:
        return False
    finally:
        os.close(handle)
    return False
