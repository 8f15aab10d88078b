"""Signals that end the program: all of them do so on the way that restores the terminal."""

from __future__ import annotations

import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from types import FrameType
from typing import NoReturn

# Those that end a process unless it catches them. Left out are the ones that cannot be caught, those that a fault of
# the process itself raises again as soon as they were handled, and those that Python ignores.
NAMES = (
    "SIGTERM SIGHUP SIGINT SIGQUIT SIGABRT SIGUSR1 SIGUSR2 SIGALRM SIGVTALRM SIGPROF SIGXCPU SIGPOLL SIGPWR SIGSTKFLT "
    "SIGSYS SIGTRAP SIGEMT"
).split()


def ends() -> list[int]:
    """The numbers of all signals that end a process and that can be caught, on this system."""
    named = [int(getattr(signal, name)) for name in NAMES if hasattr(signal, name)]
    first, last = (int(getattr(signal, name, 0)) for name in ("SIGRTMIN", "SIGRTMAX"))
    return [*named, *range(first, last + 1)] if first else named


@contextmanager
def leave_on_signals() -> Iterator[None]:
    """Within, a signal that ends the program raises :class:`SystemExit`, so that all is restored on the way out.

    Signals that are ignored, as under ``nohup``, stay ignored.
    """
    before = {}
    for number in ends():
        with suppress(ValueError, OSError):  # only the main thread may, and some systems keep one for themselves
            if signal.getsignal(number) not in (signal.SIG_IGN, None):
                before[number] = signal.signal(number, _leave)
    try:
        yield
    except Exception as error:
        # Up to Python 3.11 what is raised while a class is made comes out as a RuntimeError.
        if (exit_ := _exit_behind(error)) is not None:
            raise SystemExit(exit_.code) from error
        raise
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def leave_by(leave: Callable[[int], None]) -> None:
    """Within :func:`leave_on_signals`: from now on the running loop calls ``leave`` with the signal's number."""
    if sys.platform == "win32":  # whose loop has no such handlers
        return
    import asyncio

    loop = asyncio.get_running_loop()
    for number in ends():
        if signal.getsignal(number) is _leave:
            with suppress(RuntimeError, ValueError):
                loop.add_signal_handler(number, leave, number)


def _exit_behind(error: BaseException | None) -> SystemExit | None:
    """The exit that another error was made of."""
    while error is not None and not isinstance(error, SystemExit):
        error = error.__cause__ or error.__context__
    return error


def _leave(number: int, frame: FrameType | None) -> NoReturn:
    for one in ends():  # a second signal must not stop the way out
        with suppress(ValueError, OSError):
            signal.signal(one, signal.SIG_IGN)
    raise SystemExit(128 + number)
