"""The same show in several processes: JSON lines over a private socket. Notes never go over it.

The audience view listens; consoles join it, send commands, and get the whole state when they join and whenever it
changes. What is not understood is dropped.
"""

from __future__ import annotations

import asyncio
import contextlib
import hmac
import json
import os
import secrets
import socket
import struct
from collections.abc import Callable
from pathlib import Path
from typing import Any

LONGEST = 16 * 1024
"""Bytes of a line; a peer that sends a longer one is cut off."""
MOST_PEERS = 64
MOST_WAITING = 256 * 1024
"""Bytes waiting for a peer that does not read; above this it is cut off."""
RETRY = 0.4
"""Seconds between two tries to join a talk."""
LOCAL = "127.0.0.1"

Message = dict[str, Any]


def _encoded(message: Message) -> bytes:
    return json.dumps(message, ensure_ascii=True, separators=(",", ":")).encode() + b"\n"


def _decoded(line: bytes) -> Message | None:
    """The message in a line, None when it is none."""
    try:
        message = json.loads(line)
    except (ValueError, RecursionError):
        return None
    return message if isinstance(message, dict) else None


class Listener:
    """The audience's end: ``joined`` answers a peer's first message with the state, ``heard`` gets the later ones.

    ``counted`` is called once a peer has come or gone.
    """

    def __init__(
        self,
        path: Path,
        joined: Callable[[Message], Message],
        heard: Callable[[Message], None],
        counted: Callable[[], None] = lambda: None,
    ) -> None:
        self.path = path
        self._joined = joined
        self._heard = heard
        self._counted = counted
        self._peers: set[asyncio.StreamWriter] = set()
        self._server: asyncio.Server | None = None
        self._token = ""
        self._file = 0
        """What tells our socket's file from one that another process put in its place."""

    @property
    def peers(self) -> int:
        """How many consoles have joined."""
        return len(self._peers)

    async def start(self) -> bool:
        """Begin to listen; false when another process presents the same talk already."""
        if await self._is_alive():
            return False
        self.path.unlink(missing_ok=True)
        if hasattr(asyncio, "start_unix_server"):
            self._server = await asyncio.start_unix_server(self._serve, str(self.path), limit=LONGEST)
            self.path.chmod(0o600)
        else:
            self._token = secrets.token_hex(16)
            self._server = await asyncio.start_server(self._serve, LOCAL, 0, limit=LONGEST)
            port = self._server.sockets[0].getsockname()[1]
            self.path.write_text(f"{port} {self._token}", "ascii")
        self._file = self.path.stat().st_ino
        return True

    async def _is_alive(self) -> bool:
        """Whether somebody listens already; a file left by a process that died is nobody."""
        try:
            _, writer = await asyncio.wait_for(connect(self.path), 1.0)
        except (TimeoutError, OSError, ValueError):
            return False
        writer.close()
        return True

    def tell(self, state: Message) -> None:
        """Send the state to all who have joined."""
        line = _encoded(state)
        for peer in list(self._peers):
            if peer.transport.get_write_buffer_size() > MOST_WAITING or peer.is_closing():
                self._drop(peer)
            else:
                peer.write(line)

    async def stop(self) -> None:
        """End listening and leave no file."""
        if self._server is None:
            return
        self._server.close()
        for peer in list(self._peers):
            self._drop(peer)
        self._server = None
        with contextlib.suppress(OSError):
            if self.path.stat().st_ino == self._file:
                self.path.unlink()

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            if len(self._peers) >= MOST_PEERS or not _same_user(writer):
                return
            first = _decoded(await asyncio.wait_for(reader.readline(), 5.0))
            if first is None or not self._may_join(first):
                return
            writer.write(_encoded(self._joined(first)))
            self._peers.add(writer)
            self._counted()
            while line := await reader.readline():
                if (message := _decoded(line)) is not None:
                    self._heard(message)
                await asyncio.sleep(0)  # a flood of lines must not keep keys from being heard
        except (TimeoutError, OSError, ValueError, asyncio.IncompleteReadError):
            pass  # a line too long, or a peer that went away
        finally:
            self._drop(writer)

    def _may_join(self, first: Message) -> bool:
        return not self._token or hmac.compare_digest(ascii(first.get("token")), ascii(self._token))

    def _drop(self, peer: asyncio.StreamWriter) -> None:
        if peer in self._peers:
            self._peers.discard(peer)
            self._counted()
        with contextlib.suppress(OSError, RuntimeError):
            peer.close()


def _same_user(writer: asyncio.StreamWriter) -> bool:
    """Whether the peer belongs to our user, as far as the system tells; the folder is private besides."""
    peer = writer.get_extra_info("socket")
    if peer is None or not hasattr(socket, "SO_PEERCRED") or peer.family != socket.AF_UNIX:
        return True
    credentials = peer.getsockopt(socket.SOL_SOCKET, socket.SO_PEERCRED, struct.calcsize("3i"))
    return bool(struct.unpack("3i", credentials)[1] == os.getuid())


async def connect(path: Path) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
    """Connect to the socket that a file stands for."""
    if hasattr(asyncio, "open_unix_connection"):
        return await asyncio.open_unix_connection(str(path), limit=LONGEST)
    port, _, _ = path.read_text("ascii").partition(" ")
    return await asyncio.open_connection(LOCAL, int(port), limit=LONGEST)


class Joiner:
    """A console's end: joins the talk when there is one, and again when it was lost."""

    def __init__(
        self, path: Path, hello: Callable[[], Message], heard: Callable[[Message], None], lost: Callable[[], None]
    ) -> None:
        self.path = path
        self._hello = hello
        self._heard = heard
        self._lost = lost
        self._writer: asyncio.StreamWriter | None = None
        self._task: asyncio.Task[None] | None = None

    @property
    def joined(self) -> bool:
        """Whether there is a talk at the other end."""
        return self._writer is not None

    def start(self) -> None:
        """Begin to look for the talk."""
        self._task = asyncio.create_task(self._run())

    def stop(self) -> None:
        """Leave the talk."""
        if self._task is not None:
            self._task.cancel()
        if self._writer is not None:
            self._writer.close()

    def send(self, message: Message) -> bool:
        """Send a command; false when there is no talk to send it to."""
        if self._writer is None or self._writer.is_closing():
            return False
        self._writer.write(_encoded(message))
        return True

    async def _run(self) -> None:
        while True:
            with contextlib.suppress(OSError, ValueError, asyncio.IncompleteReadError):
                reader, writer = await connect(self.path)
                writer.write(_encoded({**self._hello(), "token": self._their_token()}))
                await self._listen(reader, writer)
            await asyncio.sleep(RETRY)

    async def _listen(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            while line := await reader.readline():
                if (message := _decoded(line)) is not None:
                    self._writer = writer
                    self._heard(message)
        finally:
            was_joined, self._writer = self._writer is not None, None
            writer.close()
            if was_joined:
                self._lost()

    def _their_token(self) -> str:
        if hasattr(asyncio, "open_unix_connection"):
            return ""
        return self.path.read_text("ascii").partition(" ")[2]
