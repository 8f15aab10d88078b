"""A terminal of which the tests decide what it answers, and when."""

from __future__ import annotations

import os
import pty
import select
import termios
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import Any

from rostra.terminal.ask import ASK_LAST

Behaviour = Callable[[bytes], Iterable[bytes | float]]
"""From all that was asked to what is sent: bytes, and seconds to wait in between."""

ALL = (
    b"\x1bP>|kitty(0.40.1)\x1b\\",
    b"\x1b]11;rgb:1414/1616/1b1b\x1b\\",
    b"\x1b[4;720;1080t\x1b[6;20;9t",
    b"\x1b[?2026;2$y",
    b"\x1b[?1u",
    b"\x1bP1$r0;48:2:1:2:3m\x1b\\",
    b"\x1b_Gi=31;OK\x1b\\",
)
ATTRIBUTES = b"\x1b[?62;4;22c"


def positions(*columns: int) -> bytes:
    return b"".join(b"\x1b[5;%dR" % column for column in columns)


WIDTHS = positions(2, 2, 3, 3, 3, 3, 2)
SIZED = positions(1, 3, 5, 120)
EVERYTHING = b"".join(ALL) + WIDTHS + SIZED + ATTRIBUTES


class FakeTerminal:
    """A pseudo-terminal and who sits behind it."""

    def __init__(self, behaviour: Behaviour) -> None:
        self.master, self.file = pty.openpty()
        self.asked = b""
        self._behaviour = behaviour
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._serve, daemon=True)
        self._thread.start()

    def _serve(self) -> None:
        while not self._stop.is_set():
            if not select.select([self.master], [], [], 0.02)[0]:
                continue
            self.asked += os.read(self.master, 4096)
            if self.asked.endswith(ASK_LAST):
                for part in self._behaviour(self.asked):
                    if self._stop.is_set():
                        return
                    if isinstance(part, bytes):
                        os.write(self.master, part)
                    else:
                        time.sleep(part)

    def termios(self) -> list[Any]:
        return termios.tcgetattr(self.file)

    def unread(self) -> bool:
        return bool(select.select([self.file], [], [], 0)[0])

    def close(self) -> None:
        self._stop.set()
        self._thread.join()
        os.close(self.file)
        os.close(self.master)


@contextmanager
def fake_terminal(behaviour: Behaviour) -> Iterator[FakeTerminal]:
    terminal = FakeTerminal(behaviour)
    try:
        yield terminal
    finally:
        terminal.close()
