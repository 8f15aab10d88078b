"""One question to the terminal before the program fills it: is its background dark or light?"""

from __future__ import annotations

import os
import re
import signal
import sys
import time
from contextlib import suppress
from types import FrameType, TracebackType
from typing import Any, NoReturn

from rostra.terminal.colors import is_light

DEADLINE = 0.2
"""Seconds; a terminal that has not answered by then is taken for dark."""
# OSC 11 asks for the background; the device attributes come last and are answered by every terminal.
QUESTION = b"\x1b]11;?\x1b\\\x1b[c"
ANSWER = re.compile(rb"\x1b\]11;rgb:([0-9a-fA-F]{1,4})/([0-9a-fA-F]{1,4})/([0-9a-fA-F]{1,4})")
LAST = re.compile(rb"\x1b\[\?[0-9;]*c")


class Probe:
    """Asks when it is entered and hears the answer later, so that the program can load meanwhile.

    Until it is left, the terminal shows nothing that it sends: neither an answer nor keys.
    """

    def __init__(self, *, ask: bool = True) -> None:
        self._ask = ask
        self._asked = 0.0
        self._before: list[Any] | None = None
        self._file = -1

    def __enter__(self) -> Probe:
        try:
            import termios
            import tty
        except ImportError:  # there is no termios on Windows
            return self
        try:
            if not (sys.__stdin__ and sys.__stderr__ and sys.__stdin__.isatty() and sys.__stderr__.isatty()):
                return self
            for name in ("SIGTERM", "SIGHUP"):
                signal.signal(getattr(signal, name), _leave)
            self._file = sys.__stdin__.fileno()
            self._before = termios.tcgetattr(self._file)
            tty.setcbreak(self._file, termios.TCSANOW)
            if self._ask:
                os.write(sys.__stderr__.fileno(), QUESTION)
                self._asked = time.monotonic()
        except (OSError, termios.error, ValueError):
            self._restore()
        except BaseException:
            self._restore()
            raise
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        try:
            self.appearance()
        finally:
            self._restore()

    def appearance(self) -> str:
        """``dark``, ``light``, or nothing when the terminal did not tell in time."""
        if not self._asked:
            return _from_environment()
        answer = self._heard()
        self._asked = 0.0
        found = ANSWER.search(answer)
        if not found:
            return _from_environment()
        red, green, blue = (int(part, 16) / (16 ** len(part) - 1) for part in found.groups())
        return "light" if is_light(red, green, blue) else "dark"

    def _heard(self) -> bytes:
        import select

        answer = b""
        while not LAST.search(answer):
            left = self._asked + DEADLINE - time.monotonic()
            try:
                ready = select.select([self._file], [], [], max(0.0, left))[0]
                received = os.read(self._file, 1024) if ready else b""
            except OSError:
                break
            if not received:
                break
            answer += received
        return answer

    def _restore(self) -> None:
        if self._before is not None:
            import termios

            with suppress(OSError, termios.error):
                termios.tcsetattr(self._file, termios.TCSANOW, self._before)
            self._before = None


def _leave(number: int, frame: FrameType | None) -> NoReturn:
    """End the program on a signal, on the way that restores the terminal."""
    raise SystemExit(128 + number)


def _from_environment() -> str:
    """What ``COLORFGBG`` says, which some terminals set: the background is its last number."""
    last = os.environ.get("COLORFGBG", "").rpartition(";")[2]
    return {"7": "light", "15": "light", "0": "dark", "8": "dark"}.get(last, "")
