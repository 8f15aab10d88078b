"""The link between the processes of a talk."""

from __future__ import annotations

import asyncio
import json
import os
import socket
import stat
import tempfile
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from rostra.show import link
from rostra.show.link import LONGEST, MOST_PEERS, Joiner, Listener, Message

PATIENCE = 20.0
NOBODY = 65534
as_root = pytest.mark.skipif(not hasattr(os, "getuid") or os.getuid() != 0, reason="needs root")


@pytest.fixture
def folder() -> Iterator[Path]:
    """A folder with a name short enough for sockets."""
    with tempfile.TemporaryDirectory(prefix="r") as name:
        yield Path(name)


class Talk:
    """A listener that counts: its state is how many messages it heard."""

    def __init__(self, path: Path) -> None:
        self.heard: list[Message] = []
        self.firsts: list[Message] = []
        self.listener = Listener(path, self._joined, self._heard)

    def _joined(self, first: Message) -> Message:
        self.firsts.append(first)
        return {"state": len(self.heard)}

    def _heard(self, message: Message) -> None:
        self.heard.append(message)
        self.listener.tell({"state": len(self.heard)})


@asynccontextmanager
async def talk_at(path: Path) -> AsyncIterator[Talk]:
    talk = Talk(path)
    assert await talk.listener.start()
    try:
        yield talk
    finally:
        await talk.listener.stop()


@asynccontextmanager
async def console_at(path: Path, **hello: object) -> AsyncIterator[tuple[Joiner, list[Message]]]:
    heard: list[Message] = []
    joiner = Joiner(path, lambda: dict(hello), heard.append, lambda: heard.append({"lost": True}))
    joiner.start()
    try:
        yield joiner, heard
    finally:
        joiner.stop()


async def until(condition: Callable[[], bool], what: str) -> None:
    """Wait until something holds."""
    end = asyncio.get_running_loop().time() + PATIENCE
    while not condition():
        assert asyncio.get_running_loop().time() < end, f"{what} never held"
        await asyncio.sleep(0.01)


async def ends(reader: asyncio.StreamReader) -> bool:
    """Whether the other end hangs up without another word."""
    try:
        return await asyncio.wait_for(reader.read(), PATIENCE) == b""
    except ConnectionError:
        return True


# -- joining ------------------------------------------------------------------------------------------------------


async def test_a_console_gets_the_state_on_joining_and_on_each_change(folder: Path) -> None:
    path = folder / "a.sock"
    async with console_at(path, hello=1) as (joiner, heard):
        assert not joiner.send({"do": "x"})
        async with talk_at(path) as talk:
            await until(lambda: heard == [{"state": 0}], "joining")
            assert talk.firsts[0]["hello"] == 1
            async with console_at(path) as (_, others):
                await until(lambda: others == [{"state": 0}], "the second joining")
                assert joiner.send({"do": "next_step"})
                await until(lambda: others[-1] == heard[-1] == {"state": 1}, "both hearing of the change")
        await until(lambda: heard[-1] == {"lost": True}, "losing the talk")
        assert not joiner.joined
        async with talk_at(path):
            await until(lambda: joiner.joined, "joining again")


async def test_the_socket_is_ours_alone_and_gone_after_the_talk(folder: Path) -> None:
    path = folder / "a.sock"
    async with talk_at(path):
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert not path.exists()


async def test_what_a_dead_process_left_is_replaced(folder: Path) -> None:
    for leave in (lambda path: socket.socket(socket.AF_UNIX).bind(str(path)), lambda path: path.write_text("x")):
        path = folder / "a.sock"
        leave(path)
        async with talk_at(path), console_at(path) as (joiner, _):
            await until(lambda joiner=joiner: joiner.joined, "joining")  # type: ignore[misc]


async def test_a_talk_that_is_presented_already_is_left_alone(folder: Path) -> None:
    path = folder / "a.sock"
    async with talk_at(path), console_at(path) as (joiner, _):
        other = Talk(path)
        assert not await other.listener.start()
        await other.listener.stop()
        assert path.exists()
        await until(lambda: joiner.joined, "joining the first")


async def test_a_talk_that_ends_leaves_the_socket_that_another_put_in_its_place(folder: Path) -> None:
    path, first = folder / "a.sock", Talk(folder / "a.sock")
    assert await first.listener.start()
    path.unlink()
    async with talk_at(path), console_at(path) as (joiner, _):
        await first.listener.stop()
        await until(lambda: joiner.joined, "joining the second")
        assert path.exists()


async def test_over_loopback_a_token_is_asked_for(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(asyncio, "start_unix_server")
    monkeypatch.delattr(asyncio, "open_unix_connection")
    path = folder / "a.sock"
    async with talk_at(path) as talk:
        async with console_at(path) as (joiner, _):
            await until(lambda: joiner.joined, "joining")
        token = path.read_text("ascii").split()[1]
        for wrong in ("", "0" * 32, token[:-1], "日本", None, [token], 0):
            reader, writer = await link.connect(path)
            writer.write(json.dumps({"token": wrong}).encode() + b"\n")
            assert await ends(reader)
            writer.close()
        assert len(talk.firsts) == 1


# -- whatever comes in --------------------------------------------------------------------------------------------

GARBAGE = {
    "bytes": b"\x00\xff\xfe\x1b[2J\n",
    "no line": b"GET / HTTP/1.1\r\n\r\n",
    "a list": b"[1,2,3]\n",
    "a number": b"17\n",
    "a number too long": b"9" * 9000 + b"\n",
    "deep": b"[" * 8000 + b"\n",
    "an endless line": b"x" * (LONGEST * 5),
    "half a line": b'{"do": "next_',
    "nothing": b"",
}


@pytest.mark.parametrize("sent", GARBAGE.values(), ids=GARBAGE.keys())
async def test_garbage_is_dropped_before_and_after_joining(folder: Path, sent: bytes) -> None:
    path = folder / "a.sock"
    async with talk_at(path) as talk, console_at(path) as (joiner, heard):
        await until(lambda: joiner.joined, "joining")
        for first in (b"", b"{}\n"):
            _, writer = await link.connect(path)
            writer.write(first + sent)
            if writer.can_write_eof():
                writer.write_eof()
            assert joiner.send({"do": "next_step"})
            before = len(talk.heard)
            await until(lambda before=before: len(talk.heard) > before, "hearing the console")  # type: ignore[misc]
            writer.close()
        await until(lambda: talk.listener.peers == 1, "the stranger being gone")
        assert [message["do"] for message in talk.heard] == ["next_step"] * 2
        await until(lambda: heard[-1] == {"state": 2}, "the state")


async def test_a_console_that_never_reads_is_cut_off_and_the_others_go_on(folder: Path) -> None:
    path = folder / "a.sock"
    async with talk_at(path) as talk, console_at(path) as (joiner, heard):
        deaf, writer = await link.connect(path)
        writer.write(b"{}\n")
        await until(lambda: talk.listener.peers == 2 and joiner.joined, "both joining")
        writer.transport.pause_reading()  # type: ignore[attr-defined]
        del deaf
        said = {"state": "x" * 2000}
        for _ in range(5000):
            talk.listener.tell(said)
            await asyncio.sleep(0)
            if talk.listener.peers == 1:
                break
        assert talk.listener.peers == 1
        assert joiner.send({"do": "next_step"})
        await until(lambda: heard[-1] == {"state": 1}, "the state")
        writer.close()


async def test_a_flood_of_lines_lets_others_be_heard(folder: Path) -> None:
    path = folder / "a.sock"
    async with talk_at(path) as talk, console_at(path) as (joiner, _):
        await until(lambda: joiner.joined, "joining")
        _, writer = await link.connect(path)
        writer.write(b"{}\n" + b'{"do":"flood"}\n' * 3000)
        await until(lambda: len(talk.heard) > 0, "the flood")
        joiner.send({"do": "key"})
        await until(lambda: {"do": "key"} in talk.heard, "the key being heard")
        assert len(talk.heard) < 3000
        writer.close()


async def test_there_is_an_end_to_how_many_may_join(folder: Path) -> None:
    path = folder / "a.sock"
    async with talk_at(path) as talk:
        writers = []
        for _ in range(MOST_PEERS):
            _, writer = await link.connect(path)
            writer.write(b"{}\n")
            writers.append(writer)
        await until(lambda: talk.listener.peers == MOST_PEERS, "all joining")
        reader, writer = await link.connect(path)
        writer.write(b"{}\n")
        assert await ends(reader)
        for writer in writers:
            writer.close()


async def test_a_talk_that_says_garbage_does_not_end_a_console(folder: Path) -> None:
    path = folder / "a.sock"
    said = iter([b"\xff\n", b"x" * LONGEST * 3, b"[" * 9000 + b"\n", b'{"state":1'])

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(next(said, b'{"state":2}\n'))
        await writer.drain()
        writer.close()

    server = await asyncio.start_unix_server(serve, str(path))
    async with console_at(path) as (_, heard):
        await until(lambda: {"state": 2} in heard, "hearing what makes sense")
    server.close()


# -- others -------------------------------------------------------------------------------------------------------


def answer_to(user: int, path: Path) -> bytes | None:
    """What a process of some user hears on joining; None when it cannot even connect."""
    reading, writing = os.pipe()
    child = os.fork()
    if not child:
        try:
            os.setgid(user)
            os.setuid(user)
            peer = socket.socket(socket.AF_UNIX)
            peer.settimeout(PATIENCE)
            peer.connect(str(path))
            os.write(writing, b"c")
            peer.sendall(b'{}\n{"do":"next_step"}\n')
            os.write(writing, peer.recv(4096))
        finally:
            os._exit(0)
    os.close(writing)
    with os.fdopen(reading, "rb") as pipe:
        heard = pipe.read()
    os.waitpid(child, 0)
    return heard[1:] if heard else None


@as_root
async def test_another_user_is_refused_even_where_the_folder_lets_him_in(folder: Path) -> None:
    path = folder / "a.sock"
    async with talk_at(path) as talk:
        assert await asyncio.to_thread(answer_to, NOBODY, path) is None
        folder.chmod(0o755)
        path.chmod(0o666)
        assert await asyncio.to_thread(answer_to, NOBODY, path) == b""
        assert (talk.firsts, talk.heard) == ([], [])
        assert (await asyncio.to_thread(answer_to, 0, path) or b"").startswith(b'{"state":0}\n')
