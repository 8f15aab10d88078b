"""A program in a pseudo-terminal, with the time of everything that it writes."""

from __future__ import annotations

import fcntl
import os
import pty
import re
import select
import signal
import struct
import termios
import time
from collections.abc import Sequence
from pathlib import Path

QUIET = 0.12
"""Seconds without output after which a screen has settled."""
# What would make a run unlike another's: folders, looks, and byte code that is compiled anew at each start.
FORGOTTEN = (
    *("XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_DATA_HOME", "XDG_RUNTIME_DIR"),
    *("NO_COLOR", "ROSTRA_CONFIG", "COLORFGBG", "PYTHONDONTWRITEBYTECODE"),
)
SEQUENCE = re.compile(rb"\x1b(?:\[[0-?]*[ -/]*[@-~]|[P_^X\]].*?(?:\x1b\\|\x07)|[@-Z\\-_=>])", re.DOTALL)
# What programs ask of a terminal, and what one with a dark background and synchronised output answers.
ANSWERS = (
    (re.compile(rb"\x1b\[c"), b"\x1b[?62;22c"),
    (re.compile(rb"\x1b\]11;\?(?:\x1b\\|\x07)"), b"\x1b]11;rgb:1414/1616/1b1b\x1b\\"),
    (re.compile(rb"\x1b\[\?2026\$p"), b"\x1b[?2026;2$y"),
)


class Terminal:
    """Starts a command at a size; :meth:`watch` and :meth:`settle` read what it writes."""

    def __init__(self, command: Sequence[str], columns: int, rows: int, folder: Path) -> None:
        environment = {**os.environ, "TERM": "xterm-256color", "COLORTERM": "truecolor", "HOME": str(folder)}
        for name in FORGOTTEN:
            environment.pop(name, None)
        size = struct.pack("HHHH", rows, columns, 0, 0)
        self.began = time.perf_counter()
        self.pid, self.file = pty.fork()
        if not self.pid:
            fcntl.ioctl(0, termios.TIOCSWINSZ, size)
            os.execvpe(command[0], list(command), environment)
        fcntl.ioctl(self.file, termios.TIOCSWINSZ, size)

    def send(self, keys: bytes) -> float:
        """Press keys; returns when."""
        when = time.perf_counter()
        os.write(self.file, keys)
        return when

    def watch(self, text: str, limit: float = 60.0) -> float:
        """Read until a text has been written; returns when its last byte came."""
        written = b""
        for when, data in self._chunks(limit, limit):
            written += data
            if text.encode() in SEQUENCE.sub(b"", written):
                return when
        raise TimeoutError(f"{text!r} was never seen; the last was {SEQUENCE.sub(b'', written)[-300:]!r}")

    def settle(self, patience: float = QUIET) -> tuple[float | None, int]:
        """Read until the screen is quiet; returns when the last byte came (None when none did) and how many.

        The first byte may take as long as ``patience`` seconds.
        """
        last, count = None, 0
        if select.select([self.file], [], [], patience)[0]:
            for when, data in self._chunks(10.0, QUIET):
                last, count = when, count + len(data)
        return last, count

    def _chunks(self, limit: float, quiet: float) -> _Chunks:
        return _Chunks(self.file, limit, quiet)

    def cpu(self) -> float:
        """Seconds of processor time that all threads have used so far."""
        tasks = Path(f"/proc/{self.pid}/task").iterdir()
        return sum(int((task / "schedstat").read_text().split()[0]) for task in tasks) / 1e9

    def updates(self, seconds: float) -> int:
        """How many whole updates of the screen are written within some time."""
        return sum(data.count(b"\x1b[?2026h") for _, data in self._chunks(seconds, seconds))

    def peak(self) -> float:
        """The most memory held so far, in MB."""
        found = re.search(r"VmHWM:\s+(\d+) kB", Path(f"/proc/{self.pid}/status").read_text())
        return int(found[1]) / 1024 if found else 0.0

    def end(self) -> None:
        """Kill the program."""
        os.kill(self.pid, signal.SIGKILL)
        os.waitpid(self.pid, 0)
        os.close(self.file)


class _Chunks:
    """What a terminal writes, each read with its time, until it is quiet or the limit has passed."""

    def __init__(self, file: int, limit: float, quiet: float) -> None:
        self.file, self.until, self.quiet = file, time.perf_counter() + limit, quiet

    def __iter__(self) -> _Chunks:
        return self

    def __next__(self) -> tuple[float, bytes]:
        left = min(self.quiet, self.until - time.perf_counter())
        if left <= 0 or not select.select([self.file], [], [], left)[0]:
            raise StopIteration
        try:
            data = os.read(self.file, 65536)
        except OSError:
            raise StopIteration from None
        when = time.perf_counter()
        for question, answer in ANSWERS:
            if question.search(data):
                os.write(self.file, answer)
        return when, data
