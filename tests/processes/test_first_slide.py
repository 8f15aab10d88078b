"""The first slide is there before Textual is: nothing flickers when that takes over, and nothing is lost."""

from __future__ import annotations

import random
import signal
from pathlib import Path

import pytest
from pty_session import Present, PtySession, at

from params import fast

HELD = """
import sys, time
from pathlib import Path

class Hold:
    def find_spec(self, name, path=None, target=None):
        if name == "textual":
            while not Path(sys.argv[1]).parent.joinpath("go").exists():
                time.sleep(0.02)

sys.meta_path.insert(0, Hold())
from rostra.cli import main
sys.exit(main(sys.argv[1:]))
"""
"""A program that gets Textual only once there is a file ``go`` beside its deck."""


@pytest.fixture
def held(present: Present, talk: Path) -> PtySession:
    """The first slide, shown by a program that has no Textual yet."""
    session = present(talk, command=["-c", HELD])
    at(session, 1, "words of alpha")
    return session


def test_the_first_slide_is_shown_before_textual_is_there(held: PtySession, talk: Path) -> None:
    assert held.mode(1049)
    assert not held.mode(25)
    assert not held.mode(2004)
    talk.with_name("go").touch()
    held.wait_until_ready()
    held.pump_for(0.5)
    assert held.written.count(b"\x1b[?1049h") == 1
    assert held.written.count(b"words of alpha") == 1, "no cell is written again"


def test_the_library_too_lists_its_decks_before_textual_is_there(present: Present, tmp_path: Path) -> None:
    folder = tmp_path / "decks"
    folder.mkdir()
    for name in ("one", "two"):
        (folder / f"{name}.md").write_text(f"# Talk {name}", "utf-8")
    session = present(folder, command=["-c", HELD])
    session.wait_for("Decks in", "one.md", "two.md", "Enter presents")
    assert not session.mode(2004)
    session.send("n")
    (tmp_path / "go").touch()
    session.wait_for("Talk one", "Talk two")
    session.press("\r", "1/1")
    assert session.written.count(b"\x1b[?1049h") == 1
    session.send("q")
    session.wait_for("Decks in")
    session.send("q")
    assert session.end() == 0
    session.assert_restored()


def test_keys_pressed_before_textual_is_there_count_in_order(held: PtySession, talk: Path) -> None:
    held.send("\x03n")
    held.send("4\r")
    held.send("p")
    talk.with_name("go").touch()
    at(held, 3, "Charlie")


def test_another_size_before_textual_is_there_is_painted_for(held: PtySession, talk: Path) -> None:
    held.resize(60, 18)
    talk.with_name("go").touch()
    held.wait(
        lambda: held.lines[17].endswith(" 1/12") and held.lines[1].strip() == "Alpha", "the slide in its new size"
    )


def test_a_failure_before_textual_is_there_gives_the_terminal_back(present: Present, talk: Path) -> None:
    failing = "import sys\nsys.modules['textual'] = None\nfrom rostra.cli import main\nsys.exit(main(sys.argv[1:]))"
    session = present(talk, command=["-c", failing])
    assert session.end() == 2
    session.assert_restored()
    assert b"rostra: the program failed" in session.written[session.written.rindex(b"\x1b[?1049l") :]


def test_a_driver_that_is_not_ours_shows_the_slide_as_well(present: Present, talk: Path) -> None:
    session = present(talk, env={"TEXTUAL_DRIVER": "textual.drivers.linux_driver:LinuxDriver"})
    session.wait_until_ready()
    session.wait(
        lambda: b"words of alpha" in session.written.rpartition(b"\x1b[?1049h")[2], "the slide on a clear screen"
    )
    session.send("q")
    assert session.end() == 0
    session.assert_restored()


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_signal_before_textual_is_there_gives_the_terminal_back(held: PtySession, number: int) -> None:
    held.kill(number)
    assert held.end() == 128 + number
    held.assert_restored()


@pytest.mark.parametrize("seed", fast(2, range(40)))
def test_a_signal_at_any_moment_gives_the_terminal_back(present: Present, talk: Path, seed: int) -> None:
    chosen = random.Random(seed)
    number = chosen.choice([signal.SIGTERM, signal.SIGHUP, signal.SIGQUIT])
    session = present(talk, large=chosen.choice(["", "double", "sized"]))
    session.pump_for(chosen.uniform(0.1, 1.2))
    session.kill(number)
    assert session.end() in (128 + number, -number)  # the latter before the program is loaded
    session.assert_restored()
