"""Lending the terminal: another program has it for a while, and then the talk is there again."""

from __future__ import annotations

import asyncio
import os
import signal
import subprocess
from abc import abstractmethod
from collections.abc import Sequence
from contextlib import suppress
from typing import TYPE_CHECKING

from textual.app import SuspendNotSupported

from rostra.errors import UserError
from rostra.safety import safe_line
from rostra.screens.themed import ThemedApp
from rostra.terminal.signals import leave_by
from rostra.terminal.textual_private import take_back, write_to_terminal

if TYPE_CHECKING:
    from textual.driver import Driver

    from rostra.options import Options
    from rostra.stage.stage import Stage
    from rostra.themes import Look

SOON = 0.2
"""Seconds in which a deck is read before the talk is there again; a long one comes after it."""
STARTED = 3.0
"""Seconds after which a program with a window of its own has started."""
EVERY = 0.05
FROM_KEYS = (signal.SIGINT, getattr(signal, "SIGQUIT", signal.SIGINT))
"""What keys send to every program of the terminal: meant for the one that has it."""


class LendingApp(ThemedApp, inherit_bindings=False):
    """Runs other programs, and is left in order when a signal says so, whoever has the terminal."""

    def __init__(self, options: Options, look: Look, driver: type[Driver] | None, stage: Stage | None) -> None:
        super().__init__(options, look, driver, stage)
        self._borrower: subprocess.Popen[bytes] | None = None
        """What has the terminal."""
        self._leaves_by = 0
        """The signal by which the program is left once it has the terminal again."""

    @abstractmethod
    def read_saved(self) -> None:
        """Read the deck at once if it was saved; called in a thread."""

    def on_load(self) -> None:
        """Leave in order when told to by a signal."""
        leave_by(self._signalled)

    def _signalled(self, number: int) -> None:
        """Leave; what has the terminal is told so first, and may save what it has."""
        if self._borrower is None:
            self.exit(return_code=128 + number)
        elif number not in FROM_KEYS:
            self._leaves_by = number
            with suppress(OSError):
                self._borrower.send_signal(number)

    async def lend(self, command: Sequence[str]) -> int:
        """Let another program have the terminal until it ends; returns its exit status.

        What it saved of the deck is read before the talk is there again. Consoles are heard meanwhile. Raises
        :class:`OSError` for a program that cannot be started, :class:`UserError` where there is no terminal to lend.
        """
        try:
            with self.suspend():  # which an error within would leave without the terminal
                ended = await self._run(command)
                reading = asyncio.create_task(asyncio.to_thread(self.read_saved))
                await asyncio.wait([reading], timeout=SOON)
                take_back(self)
        except SuspendNotSupported as error:
            raise UserError("there is no terminal for an editor") from error
        self._show_again()
        await reading
        if isinstance(ended, OSError):
            raise ended
        return ended

    async def _run(self, command: Sequence[str]) -> int | OSError:
        """Run a program to its end; its exit status, or why it cannot be started."""
        try:
            self._borrower = subprocess.Popen(command)  # noqa: S603 (what the user named)
            # A thread waits, so that the loop goes on: consoles are heard, and signals.
            return await asyncio.to_thread(self._borrower.wait)
        except OSError as error:
            return error
        finally:
            self._borrower = None

    def _show_again(self) -> None:
        """Show the talk on a terminal of which nothing is known, or leave when that was asked for meanwhile."""
        if self._leaves_by:
            self.exit(return_code=128 + self._leaves_by)
            return
        self.stage.painter.forget()
        self.title_terminal(self.show.deck.title)
        self.show_anew()

    async def start_beside(self, command: Sequence[str]) -> int:
        """Start a program that has a window of its own; its exit status if it ends at once, 0 if it stays."""
        quiet = subprocess.DEVNULL
        # In a session of its own it outlives the talk, and keys of this terminal send it nothing.
        process = subprocess.Popen(  # noqa: S603 (what the user named)
            command, stdin=quiet, stdout=quiet, stderr=quiet, start_new_session=True
        )
        for _ in range(int(STARTED / EVERY)):
            if (status := process.poll()) is not None:
                return status
            await asyncio.sleep(EVERY)
        return 0

    def title_terminal(self, title: str) -> None:
        """Name the terminal's window."""
        if os.environ.get("TERM") != "linux":  # which would show it
            write_to_terminal(self, f"\x1b]2;{safe_line(title)[:120]}\x1b\\")
