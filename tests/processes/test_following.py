"""A talk that shows what is being written in an editor."""

from __future__ import annotations

import os
import socket
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from pty_session import NAMES, Present, PtySession, at, slides

from rostra.show.address import private_folder, talk_name


@pytest.fixture(autouse=True)
def own_folder(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A folder for sockets in which no other test has left any."""
    with tempfile.TemporaryDirectory(prefix="r") as folder:
        monkeypatch.setenv("XDG_RUNTIME_DIR", folder)
        yield


def sockets(ending: str = "follow") -> list[Path]:
    return list(private_folder().glob(f"*.{ending}"))


class Editor:
    """Tells every talk that follows where it is."""

    def __init__(self, file: Path, sessions: ExitStack) -> None:
        self.file = file
        self.peers = []
        for path in sockets():
            peer = sessions.enter_context(socket.socket(socket.AF_UNIX))
            peer.connect(str(path))
            peer.sendall(b"{}\n")
            self.peers.append(peer)

    def at(self, text: str) -> None:
        lines = self.file.read_text("utf-8").split("\n")
        line = next(n for n, one in enumerate(lines, 1) if text in one)
        for peer in self.peers:
            peer.sendall(b'{"file":"%s","line":%d}\n' % (talk_name([self.file]).encode(), line))


def following(present: Present, talk: Path, *more: str) -> PtySession:
    session = present(talk, "--follow", *more)
    session.wait(lambda: bool(sockets()), "a talk that listens for editors")
    return session


def test_the_talk_shows_the_slide_and_the_step_of_the_line(present: Present, talk: Path) -> None:
    preview = following(present, talk)
    with ExitStack() as sessions:
        editor = Editor(talk, sessions)
        editor.at("Delta")
        at(preview, 4, "Delta")
        editor.at("two")
        at(preview, 2, "one", "two")
        assert not preview.shows("three")
        editor.at("whispered bravo")
        preview.wait_for("three")
        editor.at("# Bravo")
        preview.wait_without("two")
        preview.press("n", "two")
        preview.press("q", "Leave the talk?")
        preview.send("y")
        assert preview.end() == 0
        assert not sockets()


def test_the_talk_shows_a_slide_that_was_written_just_now(present: Present, talk: Path) -> None:
    preview = following(present, talk)
    with ExitStack() as sessions:
        editor = Editor(talk, sessions)
        editor.at("Lima")
        at(preview, 12, "Lima")
        talk.write_text(slides(*NAMES) + "\n\n---\n\n# Mike\n", "utf-8")
        editor.at("Mike")
        at(preview, 13, "Mike", total=13)


def test_a_tall_slide_is_scrolled_to_the_line(present: Present, talk: Path) -> None:
    talk.write_text("# Tall\n\n" + "\n\n".join(f"row {n}" for n in range(80)), "utf-8")
    preview = following(present, talk)
    with ExitStack() as sessions:
        editor = Editor(talk, sessions)
        editor.at("row 55")
        preview.wait_for("row 55")
        editor.at("# Tall")
        preview.wait_for("Tall")


def test_a_talk_on_stage_has_nothing_that_an_editor_could_reach(present: Present, talk: Path) -> None:
    audience = present(talk)
    audience.wait(lambda: bool(sockets("sock")), "a talk that listens for consoles")
    assert not sockets()
    with socket.socket(socket.AF_UNIX) as peer:
        peer.connect(str(sockets("sock")[0]))
        peer.sendall(b'{}\n{"do":"follow","with":[5,0,null]}\n{"file":"%s","line":40}\n' % talk_name([talk]).encode())
        peer.sendall(b'{"do":"next_step"}\n')
        at(audience, 2, "Bravo")


def test_a_preview_is_no_run_of_the_talk_that_could_be_resumed(present: Present, talk: Path) -> None:
    preview = following(present, talk)
    with ExitStack() as sessions:
        Editor(talk, sessions).at("Delta")
        at(preview, 4, "Delta")
        preview.press("n", "Echo")
        preview.send("qy")
        assert preview.end() == 0
    assert not any("stops.json" in names for _, _, names in os.walk(os.environ["HOME"]))
