"""One question to the terminal before the program fills it: is its background dark or light?"""

from __future__ import annotations

import os
import re
import signal
import sys
import time
from collections.abc import Callable, Iterable
from contextlib import suppress
from types import FrameType, TracebackType
from typing import Any, NoReturn

DEADLINE = 0.2
"""Seconds; a terminal that has not answered by then is taken for dark."""
# OSC 11 asks for the background; the device attributes come last and are answered by every terminal.
QUESTION = b"\x1b]11;?\x1b\\\x1b[c"
ANSWER = re.compile(rb"\x1b\]11;rgb:([0-9a-fA-F]{1,4})/([0-9a-fA-F]{1,4})/([0-9a-fA-F]{1,4})")
LAST = re.compile(rb"\x1b\[\?[0-9;]*c")
LATE = re.compile(
    r"\x1b\]1\d;[rgba:/0-9A-Fa-f]*(?:\x07|\x1b\\|(?=[^\x07\x1brgba:/0-9A-Fa-f]|\x1b[^\\]))|\x1b\[\?[0-9;]*c"
)
LATE_IN_PART = re.compile(r"\x1b(?:\]1[0-9;rgba:/A-Fa-f]*\x1b?|\[\?[0-9;]*)\Z")


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
        return "light" if 0.2126 * red + 0.7152 * green + 0.0722 * blue > 0.5 else "dark"

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


class LateAnswers:
    """Takes answers that came too late out of what the terminal sends: read as keys, they would run through the talk.

    An answer may arrive in parts. What may be one that has only begun is held until more is known.
    """

    def __init__(self) -> None:
        self._held = ""
        self._passed = ""
        """The end of the last part, which was passed on as it may have been a key, but with which an answer begins."""

    def without(self, data: str) -> str:
        """The keys in what was just received."""
        text = self._passed + self._held + data
        known = 0 if LATE.match(text) or LATE_IN_PART.match(text) else len(self._passed)
        text = LATE.sub("", text)
        begun = LATE_IN_PART.search(text)
        end = begun.start() if begun else len(text)
        self._held = text[end:]
        passed = re.search(r"\x1b[\[\]]?\Z", text[:end])
        self._passed = passed[0] if passed else ""
        return text[known:end]


def on_signals(leave: Callable[[int], None]) -> None:
    """Leave in order when told to by a signal, in the running loop."""
    import asyncio

    loop = asyncio.get_running_loop()
    for name in ("SIGTERM", "SIGHUP"):
        with suppress(AttributeError, NotImplementedError, RuntimeError, ValueError):
            number = getattr(signal, name)
            loop.add_signal_handler(number, leave, number)


def prepare_textual() -> None:
    """Keep late answers from Textual, which would take them for keys, and what would win over the terminal's size."""
    for name in ("COLUMNS", "LINES"):
        os.environ.pop(name, None)
    try:
        from textual.drivers import linux_driver
    except ImportError:  # on Windows nothing was asked
        return
    from textual._xterm_parser import XTermParser
    from textual.message import Message

    class KeyParser(XTermParser):
        """Hears keys and nothing else."""

        def __init__(self, debug: bool = False) -> None:
            super().__init__(debug)
            self._answers = LateAnswers()

        def feed(self, data: str) -> Iterable[Message]:
            keys = self._answers.without(data)
            # An empty text would tell the parser that the input has ended.
            return super().feed(keys) if keys or not data else ()

    linux_driver.XTermParser = KeyParser  # type: ignore[attr-defined]
