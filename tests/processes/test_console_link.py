"""Consoles and talks that come and go, decks and terminals that change, and strangers on the socket."""

from __future__ import annotations

import re
import signal
import socket
import tempfile
from contextlib import ExitStack, suppress
from pathlib import Path

import pytest
from pty_session import NAMES, Present, PtySession, slides
from test_console import ESC, Stage, audience_at, console_at, wait

from rostra.show.address import socket_path


def is_joined(console: PtySession) -> bool:
    """Whether a console stands in a talk."""
    return bool(console_at(console)) and not console.shows("NO AUDIENCE")


def standing(session: PtySession) -> bool:
    """Whether a talk shows its first slide and listens."""
    return bool(audience_at(session))


def together(present: Present, talk: Path) -> Stage:
    """A talk and its console, joined."""
    stage = Stage(present(talk), present("console", talk))
    stage.joined()
    return stage


# -- coming and going ---------------------------------------------------------------------------------------------


def test_a_console_that_is_there_first_browses_and_joins_the_talk_when_it_begins(present: Present, talk: Path) -> None:
    console = present("console", talk)
    console.wait_for("NO AUDIENCE", "Alpha", "whispered alpha")
    console.send("G")
    console.wait(lambda: console_at(console) == "12/12", "browsing")
    stage = Stage(present(talk), console)
    stage.joined()
    stage.at("1/12", "Alpha")
    console.send("n")
    stage.at("2/12", "one")


def test_a_console_in_another_environment_joins_at_a_folder_that_both_name(
    present: Present, talk: Path, home: Path
) -> None:
    with tempfile.TemporaryDirectory(prefix="r") as meeting, tempfile.TemporaryDirectory(prefix="r") as other:
        audience = present(talk, "--at", meeting)
        console = present("console", talk, env={"XDG_RUNTIME_DIR": other, "ROSTRA_RUNTIME_DIR": meeting})
        stage = Stage(audience, console)
        stage.joined()
        console.send("n")
        stage.at("2/12", "one")


def test_a_console_that_comes_late_shows_where_the_talk_stands(present: Present, talk: Path) -> None:
    audience, first = present(talk), present("console", talk)
    Stage(audience, first).joined()
    first.send("nnf")
    wait(lambda: first.shows("FROZEN") and audience.shows("two"), "frozen", audience, first)
    audience.send("nnw")
    audience.wait(lambda: audience.colors() == {"ffffff"}, "white")
    stage = Stage(audience, present("console", talk))
    stage.joined()
    stage.wait(lambda: console_at(stage.console) == "3/12", "the slide")
    assert stage.console.shows("WHITE")
    assert stage.console.shows("FROZEN")


def test_a_talk_that_was_killed_comes_back_where_the_console_stands(present: Present, talk: Path) -> None:
    audience, console = present(talk), present("console", talk)
    stage = Stage(audience, console)
    stage.joined()
    console.send("nn")
    stage.at("2/12+1", "two")
    console.send("cf")
    stage.wait(lambda: console.shows("FROZEN") and console.shows("paused"), "frozen")
    clock = console.lines[0].split()[1]
    audience.kill(signal.SIGKILL)
    wait(lambda: not audience.running and console.shows("NO AUDIENCE"), "the end of the talk", console)
    assert socket_path([talk]).exists()
    console.press("n", "step 3/3")
    console.send("5\rb")
    console.wait(lambda: console_at(console) == "5/12" and console.shows("BLACK"), "browsing")
    again = present(talk)
    stage = Stage(again, console)
    stage.joined()
    stage.wait(lambda: again.colors() == {"000000"}, "black again")
    assert console.shows("FROZEN")
    assert console.shows(f"{clock} paused")
    console.send("b")
    stage.wait(lambda: audience_at(again) == "2/12" and again.shows("two"), "the slide that is frozen")
    assert not again.shows("three")
    console.send("f")
    stage.at("5/12", "Echo")


@pytest.mark.slow
def test_the_slide_on_the_command_line_wins_over_what_a_console_remembers(present: Present, talk: Path) -> None:
    audience, console = present(talk), present("console", talk)
    Stage(audience, console).joined()
    console.send("7\r")
    Stage(audience, console).at("7/12")
    audience.kill(signal.SIGKILL)
    console.wait_for("NO AUDIENCE")
    again = Stage(present(talk, "--slide", "4"), console)
    again.joined()
    again.at("4/12", "Delta")
    assert "starts with" not in console.lines[0], "the clock goes on"


@pytest.mark.slow
def test_a_console_that_was_killed_leaves_the_talk_and_a_new_one_takes_its_place(present: Present, talk: Path) -> None:
    audience, console = present(talk), present("console", talk)
    stage = Stage(audience, console)
    stage.joined()
    console.send("nn")
    stage.at("2/12+1", "two")
    console.send("bc")
    stage.wait(lambda: console.shows("BLACK") and console.shows("paused") and audience.colors() == {"000000"}, "black")
    clock = re.search(r"\d+:\d\d paused", console.lines[0])
    assert clock
    console.kill(signal.SIGKILL)
    wait(lambda: not console.running, "the end of the console", audience)
    new = present("console", talk)
    stage = Stage(audience, new)
    stage.joined()
    stage.wait(lambda: console_at(new) == "2/12+1" and new.shows("BLACK") and new.shows(clock[0]), "the same state")
    new.send("n")
    stage.at("2/12+2", "three")


@pytest.mark.slow
def test_a_console_that_never_was_in_the_talk_follows_the_one_that_brings_it_back(present: Present, talk: Path) -> None:
    audience, old = present(talk), present("console", talk)
    Stage(audience, old).joined()
    old.send("7\r")
    Stage(audience, old).at("7/12")
    audience.kill(signal.SIGKILL)
    old.wait_for("NO AUDIENCE")
    new = present("console", talk)
    new.wait_for("NO AUDIENCE")
    old.kill(signal.SIGSTOP)
    again = present(talk)
    wait(lambda: is_joined(new) and console_at(new) == "1/12", "the new console joining", again, new)
    old.kill(signal.SIGCONT)
    everyone = (again, old, new)
    wait(lambda: audience_at(again) == console_at(old) == console_at(new) == "7/12", "all at 7", *everyone)


@pytest.mark.slow
def test_a_second_view_of_the_talk_takes_over_when_the_first_has_ended(present: Present, talk: Path) -> None:
    stage = together(present, talk)
    second = present(talk)
    wait(lambda: standing(second), "the second view", second)
    second.pump_for(0.5)  # so that it has found the first one listening
    stage.console.send("5\r")
    stage.at("5/12")
    assert audience_at(second) == "1/12"
    stage.audience.kill(signal.SIGKILL)
    wait(lambda: audience_at(second) == "5/12" and is_joined(stage.console), "taking over", second, stage.console)


@pytest.mark.slow
def test_talks_of_different_decks_do_not_meet(present: Present, talk: Path) -> None:
    other = talk.with_name("other.md")
    other.write_bytes(talk.read_bytes())
    talks, consoles = [present(talk), present(other)], [present("console", talk), present("console", other)]
    everyone = [*talks, *consoles]
    wait(lambda: all(map(is_joined, consoles)), "both joining", *everyone)
    consoles[0].send("3\r")
    wait(lambda: audience_at(talks[0]) == console_at(consoles[0]) == "3/12", "the one talk moving", *everyone)
    consoles[1].send("5\r")
    wait(lambda: audience_at(talks[1]) == console_at(consoles[1]) == "5/12", "the other talk moving", *everyone)
    assert audience_at(talks[0]) == console_at(consoles[0]) == "3/12"


@pytest.mark.slow
def test_ten_consoles_at_once_all_drive_and_follow(present: Present, talk: Path) -> None:
    audience = present(talk)
    consoles = [present("console", talk) for _ in range(10)]
    everyone = [audience, *consoles]
    wait(lambda: all(map(is_joined, consoles)), "all joining", *everyone)
    for slide, console in enumerate(consoles, 3):
        console.send(f"{slide}\r")
        wait(lambda at=f"{slide}/12": {audience_at(audience), *map(console_at, consoles)} == {at}, "all", *everyone)  # type: ignore[misc]


def test_a_console_without_a_place_for_the_socket_says_so_and_browses(present: Present, talk: Path) -> None:
    with tempfile.TemporaryDirectory(prefix="r") as folder:
        (Path(folder) / "rostra").write_text("x")
        runtime = {"XDG_RUNTIME_DIR": folder}
        console, audience = present("console", talk, size=(200, 30), env=runtime), present(talk, env=runtime)
        console.wait_for("NO AUDIENCE", "there can be no folder")
        console.press("n", "2/12")
        wait(lambda: standing(audience), "the talk", audience)
        audience.press("nn", "two")


# -- both at once -------------------------------------------------------------------------------------------------


def test_both_follow_an_edit_of_the_deck_and_stay_on_the_same_slide(present: Present, talk: Path) -> None:
    stage, good = together(present, talk), talk.read_text("utf-8")
    stage.console.send("nn")
    stage.at("2/12+1", "two")
    talk.write_text("# New first\n\n---\n\n" + good, "utf-8")
    stage.at("3/13+1", "two")
    talk.write_text(
        "# New first\n\n---\n\n" + good.replace("two", "twice").replace("whispered bravo", "mumbled"), "utf-8"
    )
    stage.at("3/13+1", "twice")
    stage.wait(lambda: stage.console.shows("mumbled") and stage.console.shows("twice"), "the new notes")
    stage.console.send("n")
    stage.at("3/13+2", "three")
    talk.write_bytes(b"")
    stage.wait(lambda: stage.console.shows("NOT READ") and stage.audience.lines[-1].endswith("!"), "the marks")
    stage.console.send("n")
    stage.wait(lambda: stage.audience.shows("Charlie"), "going on")
    talk.write_text(slides(*NAMES[1:]), "utf-8")
    stage.wait(lambda: audience_at(stage.audience) == console_at(stage.console) == "2/11", "both at Charlie")


@pytest.mark.slow
def test_a_storm_of_resizes_on_both_leaves_both_right(present: Present, talk: Path) -> None:
    stage = together(present, talk)
    sizes = [(1, 1), (220, 70), (12, 4), (2, 50), (80, 24), (150, 3), (139, 30), (141, 40), (20, 8)]
    for turn in range(3):
        for size in [*sizes[turn:], (100, 30)]:
            stage.audience.resize(*size)
            stage.console.resize(*size[::-1] if turn == 1 else size)
            stage.console.send("n" if turn % 2 else "p")
            for session in (stage.audience, stage.console):
                session.pump(0.01)
    for session in (stage.audience, stage.console):
        session.resize(100, 30)
    stage.console.send(ESC + "3\r")
    stage.at("3/12", "Charlie")
    stage.console.wait_for("words of charlie", "whispered charlie")


# -- strangers ----------------------------------------------------------------------------------------------------

STRANGE = [
    b"\x00\xff\xfe\x1b[2J\x1b]0;x\x07\n",
    b"GET / HTTP/1.1\r\n\r\n",
    b"[1]\n17\nnull\n\n" + b"[" * 9000 + b"\n",
    b"x" * 200_000,
    b'{"do":"next_st',
    b'{"do":["next_step"]}\n{"do":{}}\n{"do":"go","with":["x"]}\n{"do":"go","with":[-1]}\n{"do":"blank","with":[1]}\n',
    b'{"do":"__init__"}\n{"do":"replace_deck","with":[1]}\n{"do":"next_step","with":[1]}\n{"do":"go","with":7}\n',
    b'{"state":{"cursor":[5,0],"blank":"","clock":[1' + b"0" * 400 + b",null,0]}}\n",
    b'{"state":{"cursor":[9,0],"blank":"black","clock":[null,null,0]}}\n',
    b'{"do":"nothing"}\n' * 20_000,
]


def test_strange_words_on_the_socket_change_nothing_and_the_talk_goes_on(present: Present, talk: Path) -> None:
    stage = together(present, talk)
    stage.console.send("n")
    stage.at("2/12", "one")
    seen = stage.audience.text
    with ExitStack() as peers:
        for first in (b"", b"{}\n"):
            for strange in STRANGE:
                peer = peers.enter_context(socket.socket(socket.AF_UNIX))
                peer.settimeout(5)
                peer.connect(str(socket_path([talk])))
                with suppress(OSError):
                    peer.sendall(first + strange)
                stage.audience.pump(0.01)
        stage.console.send("c")
        stage.wait(lambda: stage.console.shows("paused"), "hearing the console")
        assert stage.audience.text == seen
        stage.console.send("n")
        stage.at("2/12+1", "two")
        stage.audience.send("n")
        stage.at("2/12+2", "three")


def test_a_flood_of_commands_leaves_the_talk_to_its_speaker(present: Present, talk: Path) -> None:
    stage = together(present, talk)
    with socket.socket(socket.AF_UNIX) as peer:
        peer.connect(str(socket_path([talk])))
        peer.setblocking(False)
        flood = b"{}\n" + b'{"do":"next_step"}\n{"do":"previous_step"}\n' * 2000
        while flood:
            with suppress(BlockingIOError):
                flood = flood[peer.send(flood) :]
            with suppress(BlockingIOError):
                peer.recv(65536)
            stage.audience.pump(0.001)
            stage.console.pump(0.001)
        stage.console.send("9\r")
        stage.wait(lambda: audience_at(stage.audience) in ("9/12", "10/12"), "hearing the console")
    stage.audience.send("7\r")
    stage.at("7/12", "Golf")
