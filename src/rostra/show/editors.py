"""Editors and the talks that follow them: which line of which file is written at, and nothing else.

A talk that was started with ``--follow`` has a socket of its own for editors, beside that for consoles; one that was
not has none, so that no editor can move it. An editor finds every such socket, in the folder where talks meet, and
tells each where its cursor is. A file goes by a number made of its path: no text of a deck goes over the link.
"""

from __future__ import annotations

import asyncio
import secrets
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

from rostra.deck.blocks import Place
from rostra.deck.model import Deck
from rostra.errors import UserError
from rostra.show.address import private_folder, talk_name
from rostra.show.link import Joiner, Listener, connect

ENDING = ".follow"
LOOK = 0.5
"""Seconds between two looks for talks that have begun."""
OLD = 10.0
"""Seconds after which a socket that nobody listens at has been left by a process that died."""
LAST_LINE = 10**9


class Editors:
    """The talk's end: ``at`` is called with the place in the deck where somebody writes."""

    def __init__(self, deck: Callable[[], Deck], at: Callable[[Place], None]) -> None:
        self._deck = deck
        self._at = at
        self._listener: Listener | None = None
        self._starting: asyncio.Task[None] | None = None
        self._names: tuple[tuple[Path, ...], list[str]] = ((), [])

    def start(self, folder: str = "") -> None:
        """Begin to listen, in a folder that may be named."""
        self._starting = asyncio.create_task(self._listen(folder))

    async def _listen(self, folder: str) -> None:
        with suppress(OSError, UserError):  # without a folder for the socket nothing is followed
            where = private_folder(folder)
            await remove_left(where)
            listener = Listener(where / f"{secrets.token_hex(12)}{ENDING}", lambda first: {}, self._hear)
            if await listener.start():
                self._listener = listener

    async def stop(self) -> None:
        """Leave no socket behind."""
        if self._starting is not None:
            self._starting.cancel()
        if self._listener is not None:
            await self._listener.stop()

    def _hear(self, message: dict[str, Any]) -> None:
        name, line = message.get("file"), message.get("line")
        if not isinstance(name, str) or type(line) is not int or not 0 < line < LAST_LINE:
            return
        deck = self._deck()
        if self._names[0] != deck.files:
            self._names = deck.files, [talk_name([file]) for file in deck.files]
        if name in self._names[1]:
            self._at(Place(deck.file_names[self._names[1].index(name)], line))


class Followers:
    """The editor's end: every talk that follows, found within a second of its beginning."""

    def __init__(self, folder: str = "") -> None:
        self._folder = folder
        self._talks: dict[Path, Joiner] = {}
        self._last: dict[str, Any] | None = None
        self._task: asyncio.Task[None] | None = None

    @property
    def joined(self) -> int:
        """How many talks follow now."""
        return sum(talk.joined for talk in self._talks.values())

    def show(self, file: Path, line: int) -> None:
        """Let every talk of a file show a line of it, counted from 1, as the file was saved."""
        self._last = {"file": talk_name([file]), "line": line}
        for talk in self._talks.values():
            talk.send(self._last)
        if self._task is None:
            self._task = asyncio.create_task(self._look())

    def stop(self) -> None:
        """Leave all talks."""
        if self._task is not None:
            self._task.cancel()
            self._task = None
        for path in list(self._talks):
            self._leave(path)

    async def _look(self) -> None:
        """Join every talk that has begun, leave those that have ended."""
        while True:
            with suppress(OSError, UserError):
                found = {path for path in private_folder(self._folder).iterdir() if path.suffix == ENDING}
                for path in self._talks.keys() - found:
                    self._leave(path)
                for path in found - self._talks.keys():
                    self._join(path)
            await asyncio.sleep(LOOK)

    def _join(self, path: Path) -> None:
        def joined(answer: dict[str, Any]) -> None:
            if self._last is not None:
                talk.send(self._last)

        talk = Joiner(path, dict, joined, lambda: None)
        self._talks[path] = talk
        talk.start()

    def _leave(self, path: Path) -> None:
        self._talks.pop(path).stop()


async def remove_left(folder: Path) -> None:
    """Remove the sockets that processes which died have left."""
    for path in folder.glob(f"*{ENDING}"):
        with suppress(OSError):
            if time.time() - path.stat().st_mtime > OLD:
                await _remove_if_left(path)


async def _remove_if_left(path: Path) -> None:
    try:
        _, writer = await asyncio.wait_for(connect(path), 1.0)
        writer.close()
    except ConnectionRefusedError:
        path.unlink(missing_ok=True)
    except (TimeoutError, ValueError):
        pass
