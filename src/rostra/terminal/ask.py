"""Asking the terminal: nothing that it sends is shown or acted on meanwhile, and no question waits for ever."""

from __future__ import annotations

import os
import re
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Any

from rostra.terminal.signals import leave_on_signals

MOST = 65536
"""Bytes; what a terminal sends beyond this is no answer."""
TURN = 0.25
"""Seconds; the longest that a signal may wait."""
DEADLINE = 0.2
"""Seconds; a talk waits no longer for its own question."""
ASK_BACKGROUND = b"\x1b]11;?\x1b\\"
ASK_LAST = b"\x1b[c"
"""The device attributes: every terminal answers, so what was asked before and has no answer by then never gets one."""
LAST_ANSWER = re.compile(rb"\x1b\[\?[\d;]{1,200}c")  # some end their list with a semicolon


class NoTerminalError(Exception):
    """There is no terminal to ask; the message says why."""


@contextmanager
def terminal() -> Iterator[int]:
    """The terminal that this process belongs to, wherever its input and output go."""
    try:
        import termios  # noqa: F401
    except ImportError:
        raise NoTerminalError("this system has no termios") from None
    try:
        file = os.open("/dev/tty", os.O_RDWR | os.O_NOCTTY)
    except OSError:
        raise NoTerminalError("there is no terminal here") from None
    try:
        yield file
    finally:
        os.close(file)


@contextmanager
def raw(file: int, *, starting: bool = False) -> Iterator[list[Any]]:
    """Keys and answers come byte by byte, unseen, as a talk gets them; gives the settings that are restored after.

    Whatever ends the program meanwhile, they are restored. What was not read by then is dropped, for it would run into
    the shell. While a talk is ``starting``, keys typed ahead are kept for it, and Ctrl+C ends the program.
    """
    try:
        import termios
    except ImportError:
        raise NoTerminalError("this system has no termios") from None
    try:
        before = termios.tcgetattr(file)
    except termios.error:
        raise NoTerminalError("there is no terminal here") from None
    with leave_on_signals():
        try:
            termios.tcsetattr(file, termios.TCSANOW, _raw_settings(before, starting))
            yield before
        finally:
            with suppress(OSError, termios.error):
                if not starting:
                    termios.tcflush(file, termios.TCIFLUSH)
                termios.tcsetattr(file, termios.TCSANOW, before)


def no_signals(file: int) -> None:
    """Within :func:`raw`: from now on keys send no signals."""
    import termios

    with suppress(OSError, termios.error):
        settings = termios.tcgetattr(file)
        settings[3] &= ~termios.ISIG
        termios.tcsetattr(file, termios.TCSANOW, settings)


def take_terminal(file: int, settings: list[Any]) -> None:
    """Take a terminal back from a program that has ended, however that left it."""
    import signal
    import termios

    # Who is in the background is stopped for this, and a program that was killed may have left us there.
    before = signal.signal(signal.SIGTTOU, signal.SIG_IGN)
    try:
        with suppress(OSError):
            os.tcsetpgrp(file, os.getpgrp())
        with suppress(OSError, termios.error):
            termios.tcsetattr(file, termios.TCSANOW, settings)
        for one in range(3):
            with suppress(OSError):
                os.set_blocking(one, True)
    finally:
        signal.signal(signal.SIGTTOU, before)


def _raw_settings(before: list[Any], starting: bool) -> list[Any]:
    """No echo, no waiting for the end of a line, and Return is not made a newline."""
    import termios

    during = [*before[:6], [*before[6]]]
    during[0] &= ~(termios.IXON | termios.IXOFF | termios.ICRNL | termios.INLCR | termios.IGNCR)
    during[3] &= ~(termios.ECHO | termios.ICANON | termios.IEXTEN | (0 if starting else termios.ISIG))
    during[6][termios.VMIN], during[6][termios.VTIME] = 1, 0
    if starting:  # a program that is stopped here would leave the shell without an echo
        during[6][termios.VSUSP] = b"\0"
    return during


def ask(file: int, batch: bytes, until: re.Pattern[bytes], deadline: float) -> bytes:
    """Write questions, and return what comes until the last one is answered or so many seconds have passed."""
    end = time.monotonic() + deadline
    return hear(file, until, end - time.monotonic()) if _write(file, batch, end) else b""


def _write(file: int, data: bytes, end: float) -> bool:
    """Whether all could be written in time; a terminal that does not read would stop the program."""
    import select

    blocking = os.get_blocking(file)
    os.set_blocking(file, False)
    try:
        while data and (left := end - time.monotonic()) > 0 and select.select([], [file], [], left)[1]:
            with suppress(BlockingIOError):
                data = data[os.write(file, data) :]
    except OSError:
        return False
    finally:
        os.set_blocking(file, blocking)
    return not data


def hear(file: int, until: re.Pattern[bytes], seconds: float, heard: bytes = b"") -> bytes:
    """What was heard before and what comes, until it holds the last answer or so many seconds have passed."""
    end = time.monotonic() + seconds
    while not until.search(heard) and len(heard) < MOST:
        received = receive(file, end - time.monotonic())
        if not received:
            break
        heard += received
    return heard


def receive(file: int, seconds: float) -> bytes | None:
    """What comes within so many seconds; None when nothing does, empty when the terminal has gone."""
    import select

    end = time.monotonic() + seconds
    try:
        # In turns: a signal that comes just before select is only handled after it.
        while not select.select([file], [], [], max(0.0, min(TURN, end - time.monotonic())))[0]:
            if time.monotonic() >= end:
                return None
        return os.read(file, 4096)
    except OSError:
        return b""
