"""Notices when a deck or anything it includes was saved, by looking at the files four times a second."""

from __future__ import annotations

import math
import os
import stat
import threading
from collections.abc import Callable, Sequence
from pathlib import Path

EVERY = 0.25
"""Seconds between two looks."""

Fingerprint = tuple[int, int, int] | None
"""Modification time, size and inode of a file; None when it is missing, empty or no file."""


def fingerprint(path: Path) -> Fingerprint:
    """What changes when a file is saved, however an editor saves."""
    try:
        found = os.stat(path)  # noqa: PTH116 (four times a second: half the cost of Path.stat)
    except OSError:
        return None
    return (found.st_mtime_ns, found.st_size, found.st_ino) if found.st_size and stat.S_ISREG(found.st_mode) else None


class Watch:
    """Calls back, from a thread of its own, once files have changed and then stayed as they are for one look.

    What was saved after ``since``, in seconds since the epoch, has changed already.
    """

    def __init__(self, files: Sequence[Path], changed: Callable[[], None], since: float = math.inf) -> None:
        self._changed = changed
        self._ended = threading.Event()
        self._lock = threading.Lock()
        self._seen: dict[Path, Fingerprint] = {}
        self.files = files
        self._seen = {path: None if seen and seen[0] > since * 1e9 else seen for path, seen in self._seen.items()}
        self._pending: dict[Path, Fingerprint] = {}
        """What was seen at the last look, while it is not known whether the save is over."""
        self._thread = threading.Thread(target=self._run, name="watch", daemon=True)

    @property
    def files(self) -> Sequence[Path]:
        """What is watched."""
        return tuple(self._seen)

    @files.setter
    def files(self, files: Sequence[Path]) -> None:
        with self._lock:
            # What is watched already keeps what was seen of it: it may have been saved since it was read.
            self._seen = {path: self._seen[path] if path in self._seen else fingerprint(path) for path in files}

    def start(self) -> None:
        """Begin to look."""
        self._thread.start()

    def stop(self) -> None:
        """End looking; returns at once."""
        self._ended.set()

    def look(self) -> bool:
        """Look once; whether files have changed and are as they were at the look before: the save is over."""
        with self._lock:
            now = {path: fingerprint(path) for path in self._seen}
            if now == self._seen:
                self._pending = {}
                return False
            if now != self._pending:
                self._pending = now
                return False
            self._seen, self._pending = now, {}
            return True

    def look_once(self) -> bool:
        """Look once; whether files have changed since they were read, by a save that is over."""
        with self._lock:
            before, self._seen = self._seen, {path: fingerprint(path) for path in self._seen}
            self._pending = {}
            return before != self._seen

    def _run(self) -> None:
        while not self._ended.wait(EVERY):
            if self.look():
                self._changed()
