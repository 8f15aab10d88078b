"""The consoles of a talk that is shown here: they join, are told how it stands, and ask for commands."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from rostra.errors import UserError
from rostra.show.commands import Command
from rostra.show.show import Show
from rostra.show.state import State

if TYPE_CHECKING:
    from rostra.show.link import Listener

AGAIN = 1.0
"""Seconds between two tries to listen while another process presents the same talk."""


class Consoles:
    """Listens for consoles. ``asked`` carries out what they ask for, ``changed`` shows what one brought back."""

    def __init__(self, show: Show, asked: Callable[[Command], None], changed: Callable[[], None]) -> None:
        self.show = show
        self._asked = asked
        self._changed = changed
        self._listener: Listener | None = None
        self._starting: asyncio.Task[None] | None = None
        self._ending = False
        self._brought: dict[str, Any] = {}
        """What a console brought back while only the opening of a long deck had been read."""

    @property
    def joined(self) -> int:
        """How many consoles there are."""
        return self._listener.peers if self._listener is not None else 0

    def start(self, paths: Sequence[Path], at: str = "") -> None:
        """Begin to listen for the talk that these files make, in a folder that may be named."""
        self._starting = asyncio.create_task(self._listen(paths, at))

    async def _listen(self, paths: Sequence[Path], at: str) -> None:
        """Let consoles join; without a folder for the socket the talk goes on alone."""
        from rostra.show.address import socket_path
        from rostra.show.link import Listener

        with suppress(OSError, UserError):
            listener = Listener(socket_path(paths, at), self._join, self._hear, self._counted)
            while not await listener.start():
                await asyncio.sleep(AGAIN)
            self._listener = listener

    async def stop(self) -> None:
        """Leave no socket behind."""
        self._ending = True
        if self._starting is not None:
            self._starting.cancel()
        if self._listener is not None:
            await self._listener.stop()

    def tell(self) -> None:
        """Tell the consoles how the talk stands now."""
        if self._listener is not None and self._listener.peers:
            from rostra.show.messages import state_message

            self._listener.tell(state_message(self.show.state, self.show.deck))

    def deck_changed(self) -> None:
        """Tell of places in the deck as it is now, and take up what waited for all of it."""
        if self._brought and self.show.deck.whole:
            brought, self._brought = self._brought, {}
            self._bring_back(brought)
        self.tell()

    def _join(self, first: dict[str, Any]) -> dict[str, Any]:
        """Answer a console that joins; one that was in this talk before brings back where it stood."""
        from rostra.show.messages import state_message

        if self.show.deck.whole:
            self._bring_back(first)
        else:
            self._brought = first
        return state_message(self.show.state, self.show.deck)

    def _bring_back(self, first: dict[str, Any]) -> None:
        from rostra.show.messages import read_state

        show = self.show
        state = read_state(first, show.deck)
        if state is not None and (brought := brought_back(show, state)) is not None:
            show.take(brought)
            self._changed()
            self.tell()

    def _counted(self) -> None:
        """Show what depends on whether somebody else drives the talk."""
        if not self._ending:
            self._changed()

    def _hear(self, message: dict[str, Any]) -> None:
        """Carry out what a console asks."""
        from rostra.show.messages import read_command

        if (command := read_command(message, self.show.deck)) is not None:
            self._asked(command)


def brought_back(show: Show, state: State) -> State | None:
    """What a talk that began anew takes of the state that a console remembers; None for nothing.

    A talk that has moved takes nothing. Where it was said on starting where the talk begins, that stands, and so does
    the clock that was taken up with it.
    """
    own = show.state
    if show.asked:
        started = own.clock.started is not None
        return None if started else replace(own, clock=state.clock, began=state.began, theme=state.theme)
    return None if own.under_way else state
