"""Signals that end the program."""

from __future__ import annotations

import signal
from collections.abc import Callable
from contextlib import suppress


def on_signals(leave: Callable[[int], None]) -> None:
    """Leave in order when told to by a signal, in the running loop."""
    import asyncio

    loop = asyncio.get_running_loop()
    for name in ("SIGTERM", "SIGHUP"):
        with suppress(AttributeError, NotImplementedError, RuntimeError, ValueError):
            number = getattr(signal, name)
            loop.add_signal_handler(number, leave, number)
