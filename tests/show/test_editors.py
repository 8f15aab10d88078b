"""Editors and the talks that follow them."""

from __future__ import annotations

import asyncio
import os
import socket
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from rostra.deck.blocks import Place
from rostra.deck.model import Deck, Slide
from rostra.show.address import talk_name
from rostra.show.editors import ENDING, OLD, Editors, Followers

PATIENCE = 20.0


@pytest.fixture
def folder() -> Iterator[str]:
    """A folder with a name short enough for sockets."""
    with tempfile.TemporaryDirectory(prefix="r") as name:
        yield name


async def until(condition: Callable[[], bool]) -> None:
    end = time.monotonic() + PATIENCE
    while not condition():
        assert time.monotonic() < end, "never held"
        await asyncio.sleep(0.01)


def talk_of(heard: list[Place], *files: str) -> Editors:
    paths = tuple(Path(file) for file in files)
    deck = Deck((Slide(Place(files[0], 1), ""),), files=paths)
    return Editors(lambda: deck, heard.append)


async def test_every_talk_of_a_file_hears_where_it_is_written(folder: str) -> None:
    one: list[Place] = []
    two: list[Place] = []
    other: list[Place] = []
    talks = [talk_of(one, "/d/a.md"), talk_of(two, "/d/b.md", "/d/a.md"), talk_of(other, "/d/c.md")]
    for talk in talks:
        talk.start(folder)
    editor = Followers(folder)
    editor.show(Path("/d/x/../a.md"), 7)
    await until(lambda: bool(one and two))
    assert (one, two) == ([Place("/d/a.md", 7)], [Place("/d/a.md", 7)])
    editor.show(Path("/d/b.md"), 2)
    await until(lambda: len(two) == 2)
    assert two[1] == Place("/d/b.md", 2)
    await until(lambda: editor.joined == 3)
    assert not other
    editor.stop()
    for talk in talks:
        await talk.stop()


async def test_a_talk_that_begins_later_shows_the_line_at_once(folder: str) -> None:
    heard: list[Place] = []
    editor = Followers(folder)
    editor.show(Path("/d/a.md"), 3)
    await asyncio.sleep(0)
    talk = talk_of(heard, "/d/a.md")
    talk.start(folder)
    await until(lambda: heard == [Place("/d/a.md", 3)])
    await talk.stop()
    again: list[Place] = []
    talk = talk_of(again, "/d/a.md")
    talk.start(folder)
    await until(lambda: again == [Place("/d/a.md", 3)])
    editor.stop()
    await talk.stop()


async def test_a_talk_leaves_no_socket_and_removes_those_of_talks_that_died(folder: str) -> None:
    left = Path(folder) / "rostra" / f"left{ENDING}"
    young = left.with_name(f"young{ENDING}")
    talk = talk_of([], "/d/a.md")
    left.parent.mkdir(mode=0o700)
    for path in (left, young):
        with socket.socket(socket.AF_UNIX) as dead:
            dead.bind(str(path))
    old = time.time() - 2 * OLD
    os.utime(left, (old, old))
    talk.start(folder)
    await until(lambda: len(list(left.parent.glob(f"*{ENDING}"))) == 2 and not left.exists())
    await talk.stop()
    assert list(left.parent.iterdir()) == [young]


@pytest.mark.parametrize(
    "message",
    [
        {},
        {"file": talk_name([Path("/d/a.md")])},
        {"file": talk_name([Path("/d/a.md")]), "line": 0},
        {"file": talk_name([Path("/d/a.md")]), "line": True},
        {"file": talk_name([Path("/d/a.md")]), "line": 10**30},
        {"file": talk_name([Path("/d/a.md")]), "line": "7"},
        {"file": ["/d/a.md"], "line": 1},
        {"file": "/d/a.md", "line": 1},
        {"do": "next_step"},
    ],
)
def test_strange_words_move_nothing(message: dict[str, object]) -> None:
    heard: list[Place] = []
    talk_of(heard, "/d/a.md")._hear(message)
    assert not heard


async def test_an_editor_without_a_folder_for_sockets_goes_on_alone(folder: str) -> None:
    (Path(folder) / "rostra").write_text("x")
    editor = Followers(folder)
    editor.show(Path("/d/a.md"), 3)
    await asyncio.sleep(0.05)
    assert not editor.joined
    editor.stop()
    talk = talk_of([], "/d/a.md")
    talk.start(folder)
    await asyncio.sleep(0.05)
    await talk.stop()
