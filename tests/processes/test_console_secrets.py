"""What the audience and the socket must never be told: the notes."""

from __future__ import annotations

import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack, suppress
from pathlib import Path

import pytest
from pty_session import NAMES, Present
from test_console import END, ESC, HOME, PAGE_DOWN, PAGE_UP, Stage, audience_at, console_at, wait

from rostra.show.address import socket_path

EVERY_KEY = [
    *"nnppNPsbbwwffccC[]]\\", HOME, END, "'", "4\r", "o", ESC, "/whisp", ESC, "?", ESC, "i", ESC, "t", "T", ESC,
    "+", "-", "=", "<", ">", "0", "\x1b[1;5B", "\x1b[1;5A", "\x1b[15~", "\x7f", "x", "y", "z", PAGE_DOWN, PAGE_UP,
]  # fmt: skip


@pytest.mark.slow
def test_no_byte_of_the_notes_is_ever_written_to_the_audience(present: Present, talk: Path) -> None:
    audience = present(talk, size=(100, 40))
    consoles = [present("console", talk, size=(100, 40)) for _ in range(2)]
    everyone = [audience, *consoles]
    wait(lambda: all(c.shows("whispered") and not c.shows("NO AUDIENCE") for c in consoles), "joining", *everyone)
    for one in everyone:
        for key in EVERY_KEY:
            one.send(key)
            for session in everyone:
                session.pump(0.03)
    talk.write_text(talk.read_text("utf-8").replace("whispered alpha", "whispered anew"), "utf-8")
    consoles[0].send(ESC + "G")
    wait(lambda: audience_at(audience) == console_at(consoles[1]) == "12/12", "the last slide", *everyone)
    consoles[0].send("g")
    wait(lambda: all(c.shows("whispered anew") for c in consoles), "the new notes", *everyone)
    assert b"Alpha" in audience.written
    assert b"whispered" in consoles[0].written
    # A search typed at the audience's own keyboard shows there, so what was typed is not looked for alone.
    secrets = [f"whispered {name.lower()}".encode() for name in NAMES]
    assert [secret for secret in secrets if secret in audience.written] == []
    assert b"ispered" not in audience.written


class Tap:
    """Takes the place of a talk's socket, and keeps all that goes through it."""

    def __init__(self, path: Path) -> None:
        self.heard = b""
        self._talk = path.rename(path.with_suffix(".talk"))
        self._open = ExitStack()
        self._listener = self._open.enter_context(socket.socket(socket.AF_UNIX))
        self._listener.bind(str(path))
        self._listener.listen()
        threading.Thread(target=self._accept, daemon=True).start()

    def _accept(self) -> None:
        with suppress(OSError):
            while True:
                console = self._listener.accept()[0]
                talk = socket.socket(socket.AF_UNIX)
                talk.connect(str(self._talk))
                for one, other in ((console, talk), (talk, console)):
                    threading.Thread(target=self._pass_on, args=(one, other), daemon=True).start()

    def _pass_on(self, one: socket.socket, other: socket.socket) -> None:
        with suppress(OSError):
            while data := one.recv(65536):
                self.heard += data
                other.sendall(data)
        with suppress(OSError):
            other.shutdown(socket.SHUT_RDWR)

    def close(self) -> None:
        self._open.close()


@pytest.fixture
def tap(talk: Path) -> Iterator[Callable[[], Tap]]:
    """Taps the socket of the talk."""
    with ExitStack() as taps:

        def start() -> Tap:
            found = Tap(socket_path([talk]))
            taps.callback(found.close)
            return found

        yield start


def test_no_text_of_the_deck_goes_over_the_socket(present: Present, talk: Path, tap: Callable[[], Tap]) -> None:
    audience = present(talk)
    wait(socket_path([talk]).exists, "the socket", audience)
    wire = tap()
    stage = Stage(audience, present("console", talk))
    stage.joined()
    for session in (stage.console, audience):
        for key in EVERY_KEY:
            session.send(key)
            audience.pump(0.02)
            stage.console.pump(0.02)
    stage.console.send(ESC + "G")
    stage.at("12/12", "Lima")
    assert b'"do":"next_step"' in wire.heard
    assert b'"cursor":[11,0]' in wire.heard
    for text in ("whispered", *NAMES, "words", str(talk), talk.name):
        assert text.lower().encode() not in wire.heard.lower()
