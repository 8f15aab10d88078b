"""Asking the terminal: nothing that it sends is shown or obeyed meanwhile, and no question waits for ever."""

from __future__ import annotations

import os
import re
import signal
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from types import FrameType
from typing import NoReturn

MOST = 65536
"""Bytes; what a terminal sends beyond this is no answer."""
TURN = 0.25
"""Seconds; the longest that a signal may wait."""


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
def raw(file: int) -> Iterator[None]:
    """Keys and answers come byte by byte, unseen, as a talk gets them; restored on every way out."""
    import termios

    try:
        before = termios.tcgetattr(file)
    except termios.error:
        raise NoTerminalError("there is no terminal here") from None
    during = [*before[:6], [*before[6]]]
    during[0] &= ~(termios.IXON | termios.IXOFF | termios.ICRNL | termios.INLCR | termios.IGNCR)
    during[3] &= ~(termios.ECHO | termios.ICANON | termios.IEXTEN | termios.ISIG)
    during[6][termios.VMIN], during[6][termios.VTIME] = 1, 0
    with _signals_leave():
        try:
            termios.tcsetattr(file, termios.TCSANOW, during)
            yield
        finally:
            with suppress(OSError, termios.error):
                termios.tcflush(file, termios.TCIFLUSH)
                termios.tcsetattr(file, termios.TCSANOW, before)


@contextmanager
def _signals_leave() -> Iterator[None]:
    """Signals that end the program do so on the way that restores the terminal."""
    before = {}
    for number in _ends():
        with suppress(ValueError):  # only the main thread may
            before[number] = signal.signal(number, _leave)
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _ends() -> tuple[signal.Signals, ...]:
    return (signal.SIGTERM, signal.SIGHUP)


def _leave(number: int, frame: FrameType | None) -> NoReturn:
    for one in _ends():  # a second signal must not stop the way out
        signal.signal(one, signal.SIG_IGN)
    raise SystemExit(128 + number)


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
