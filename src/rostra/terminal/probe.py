"""What the terminal is asked before the program fills it: is it dark or light, and does it draw larger text?"""

from __future__ import annotations

import os
import re
import sys
import time
from collections.abc import Callable
from contextlib import ExitStack
from types import TracebackType
from typing import Any, NamedTuple

from rostra.terminal.ask import (
    ASK_BACKGROUND,
    ASK_LAST,
    DEADLINE,
    LAST_ANSWER,
    NoTerminalError,
    hear,
    no_signals,
    raw,
    receive,
)
from rostra.terminal.colors import COLOR, is_light, rgb_of
from rostra.terminal.large_text import ASK, LargeText, large_text
from rostra.terminal.orders import GIVE_BACK, TAKE, at_once

ANSWER = re.compile(COLOR)


class Beforehand(NamedTuple):
    """What there was before the talk took the terminal."""

    typed: str = ""
    """The keys pressed while the program started, as the terminal sent them; late answers may be among them."""
    settings: list[Any] | None = None
    """How the terminal's line was set, as ``termios`` has it; None when it was not changed."""
    take_over: Callable[[], bool] = bool
    """Says that the talk has the terminal now and gives it back; returns whether it has the screen already."""


class Probe:
    """Asks when it is entered, and when told to, and hears the answers later, so that the program can load meanwhile.

    Until it is left, the terminal shows nothing that it sends, neither an answer nor keys, and every signal that ends
    the program restores it.
    """

    def __init__(self, *, ask: bool = True) -> None:
        self._asks = ask
        self._asked = 0.0
        self._before = self._heard = b""
        self._file = -1
        self._settings: list[Any] | None = None
        self._has_screen = False
        self._undo: Callable[[], str] = str
        self._exits = ExitStack()

    def __enter__(self) -> Probe:
        if not (sys.__stdin__ and sys.__stdout__ and sys.__stdin__.isatty() and sys.__stdout__.isatty()):
            return self
        try:
            self._settings = self._exits.enter_context(raw(sys.__stdin__.fileno(), starting=True))
            self._file = sys.__stdin__.fileno()
            if self._asks:
                self._ask(ASK_BACKGROUND)
        except (NoTerminalError, OSError):  # what draws next will find it gone
            self._exits.close()
        except BaseException:
            self._exits.close()
            raise
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        try:
            self._hear()  # an answer that came now would run into the shell
        finally:
            self._exits.__exit__(kind, error, trace)

    def _ask(self, question: bytes) -> None:
        assert sys.__stdout__ is not None
        os.write(sys.__stdout__.fileno(), question + ASK_LAST)
        self._asked = time.monotonic()

    def _hear(self) -> None:
        """Wait for the answers, unless they are there."""
        if self._asked:
            self._heard = hear(self._file, LAST_ANSWER, self._asked + DEADLINE - time.monotonic(), self._heard)
            self._asked = 0.0

    def appearance(self) -> str:
        """``dark``, ``light``, or nothing when the terminal did not tell in time."""
        self._hear()
        found = ANSWER.search(self._heard)
        return ("light" if is_light(rgb_of(found)) else "dark") if found else _from_environment()

    def ask_for_large_text(self) -> None:
        """Take the screen, where there is room to try what :meth:`large_text` tells.

        A terminal that did not answer in time before is not waited for once more: it may tell later.
        """
        self._hear()
        if self._file >= 0:
            is_slow = self._asks and not LAST_ANSWER.search(self._heard)
            self._before, self._heard = self._heard, b""
            _write(self._taken())
            self._ask(ASK)
            if is_slow:
                self._asked = 0.0

    def large_text(self) -> LargeText:
        """How the terminal draws larger text; not at all as long as it has not told."""
        self._hear()
        if self._file < 0:
            return ""
        columns = os.get_terminal_size(self._file).columns
        return large_text(self._heard, columns, os.environ.get("XTERM_VERSION", ""))

    def show(self, picture: str, undo: Callable[[], str] = str) -> None:
        """Write a picture to the screen, where the terminal was taken; ``undo`` tells what ends it.

        The screen is given back unless it is taken over. From now on Ctrl+C is a key as it is in a talk.
        """
        if self._file < 0:
            return
        no_signals(self._file)
        self._undo = undo
        _write(self._taken() + at_once(picture))

    def _taken(self) -> str:
        """What takes the screen, unless it is taken; it is given back at the end."""
        if self._has_screen:
            return ""
        self._has_screen = True
        self._exits.callback(self._give_back)
        return TAKE

    def _give_back(self) -> None:
        if self._has_screen:
            _write(self._undo() + GIVE_BACK)

    def _take_over(self) -> bool:
        has_screen, self._has_screen = self._has_screen, False
        return has_screen

    def beforehand(self) -> Beforehand:
        """What is to be known when the terminal is handed over to the talk."""
        while self._file >= 0 and (more := receive(self._file, 0)):
            self._heard += more
        # Nothing makes a newline of Return any more, so those that came are from before the program ran.
        typed = (self._before + self._heard).decode("utf-8", "ignore").replace("\n", "\r")
        return Beforehand(typed, self._settings, self._take_over)


def _write(text: str) -> None:
    """Write all of a text to the terminal."""
    assert sys.__stdout__ is not None
    data = text.encode(sys.__stdout__.encoding, "backslashreplace")
    while data:
        data = data[os.write(sys.__stdout__.fileno(), data) :]


def _from_environment() -> str:
    """What ``COLORFGBG`` says, which some terminals set: the background is its last number."""
    last = os.environ.get("COLORFGBG", "").rpartition(";")[2]
    return {"7": "light", "15": "light", "0": "dark", "8": "dark"}.get(last, "")
