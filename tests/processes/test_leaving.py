"""Every way out restores the terminal."""

from __future__ import annotations

import signal
from pathlib import Path

import pytest
from pty_session import SLOW_START, Present, PtySession

from params import fast

CRASH = """
import sys
from {module} import {name}

def fail(self, *_):
    raise RuntimeError("made to fail")

{name}.{method} = fail
from rostra.cli import main
sys.exit(main(sys.argv[1:]))
"""
MOVING = CRASH.format(module="rostra.deck.cursor", name="Cursor", method="next_step")


def test_q_leaves_at_once_when_nothing_was_shown_yet(present: Present, talk: Path) -> None:
    session = present(talk)
    session.wait_for("Alpha")
    assert session.mode(1049)
    session.send("q")
    assert session.end() == 0
    session.assert_restored()


def test_q_asks_while_a_talk_is_under_way(present: Present, talk: Path) -> None:
    session = present(talk, "--mouse")
    session.wait_for("Alpha")
    session.send("\x1b[6~")
    session.press("q", "Leave the talk?")
    session.send("n")
    session.wait_without("Leave the talk?")
    session.press("q", "Leave the talk?")
    session.pump_for(0.4)  # so that it is no bounce of the key
    session.send("q")
    assert session.end() == 0
    session.assert_restored()


def test_ctrl_c_twice_restores(present: Present, talk: Path) -> None:
    session = present(talk)
    session.wait_for("Alpha")
    session.press("/", "Search the slides")
    session.send("\x1b")
    session.wait_without("Search the slides")
    session.send("\x03\x03")
    assert session.end() == 0
    session.assert_restored()


@pytest.mark.parametrize("over", fast(1, ["/", "\x1b[6~q", "o", "?", "T"]))
def test_ctrl_c_twice_leaves_whatever_is_open(present: Present, talk: Path, over: str) -> None:
    session = present(talk)
    session.wait_for("Alpha")
    before = session.text
    session.send(over)
    session.wait(lambda: session.text != before, "something open")
    session.send("\x03\x03")
    assert session.end() == 0
    session.assert_restored()


SIGNALS = ("SIGTERM", "SIGHUP", "SIGINT", "SIGQUIT", "SIGABRT", "SIGUSR1", "SIGUSR2", "SIGALRM", "SIGRTMIN", "SIGRTMAX")
PRESENT = [getattr(signal, name) for name in SIGNALS if hasattr(signal, name)]


@pytest.mark.parametrize("number", fast(2, PRESENT))
def test_signals_restore(present: Present, talk: Path, number: signal.Signals) -> None:
    session = present(talk)
    session.wait_for("Alpha")
    session.kill(number)
    assert session.end() == 128 + number
    session.assert_restored()
    assert b"Traceback" not in session.written


@pytest.mark.parametrize("number", fast(2, PRESENT))
def test_a_signal_while_starting_restores(present: Present, talk: Path, number: signal.Signals) -> None:
    session = present(talk, answers="", command=["-c", SLOW_START])
    session.wait(lambda: b"reading" in session.written, "the start")
    assert session.termios() != session.termios_before
    session.kill(number)
    assert session.end() == 128 + number
    session.assert_restored()
    assert b"Traceback" not in session.written


def test_a_signal_while_a_class_is_made_is_no_failure(present: Present, talk: Path) -> None:
    start = (
        "import os, signal, sys\nfrom rostra.show import opening\n"
        "class Named:\n    def __set_name__(self, owner, name): os.kill(os.getpid(), signal.SIGTERM)\n"
        "opening.read_opening = lambda *_: type('Made', (), {'field': Named()})\n"
        "from rostra.cli import main\nsys.exit(main(sys.argv[1:]))"
    )
    session = present(talk, command=["-c", start])
    assert session.end() == 128 + signal.SIGTERM
    session.assert_restored()
    assert b"failed" not in session.written


def test_a_signal_that_was_ignored_stays_so(present: Present, talk: Path) -> None:
    start = "from rostra.cli import main\nsys.exit(main(sys.argv[1:]))"
    ignoring = f"import signal, sys\nsignal.signal(signal.SIGHUP, signal.SIG_IGN)\n{start}"
    session = present(talk, command=["-c", ignoring])
    session.wait_for("Alpha")
    session.kill(signal.SIGHUP)
    session.press("n", "Bravo")


@pytest.mark.parametrize("number", [signal.SIGQUIT, signal.SIGUSR1])
def test_signals_restore_what_asks_the_terminal(present: Present, number: signal.Signals) -> None:
    session = present("keys")
    session.wait_for("Press each button")
    session.wait(lambda: session.termios() != session.termios_before, "keys byte by byte")
    session.kill(number)
    assert session.end() == 128 + number
    session.assert_restored()


def test_what_was_stopped_gives_back_the_terminals_first_settings(present: Present, talk: Path) -> None:
    session = present(talk)
    session.wait_until_ready()
    session.kill(signal.SIGTSTP)
    session.wait(lambda: session.stopped, "the program stopped")
    assert session.termios() == session.termios_before


def test_the_program_ends_when_its_terminal_is_closed(present: Present, talk: Path) -> None:
    session = present(talk)
    session.wait_for("Alpha")
    session.hang_up()
    session.end()


def crashed(session: PtySession, home: Path) -> None:
    """The program ends with one line that names the report, and no traceback."""
    assert session.end() == 2
    session.assert_restored()
    after = session.written[session.written.rindex(b"\x1b[?1049l") :].decode()
    assert "Traceback" not in session.written.decode()
    assert after.count("\n") == 1
    assert "rostra: the program failed" in after
    report = after[after.index(str(home)) : after.rindex(")")]
    assert "made to fail" in Path(report).read_text("utf-8")


def test_a_crash_in_a_talk_ends_with_one_line_and_keeps_the_place(present: Present, talk: Path, home: Path) -> None:
    session = present(talk, "--slide", "4", command=["-c", MOVING])
    session.wait_for("Delta")
    session.send("n")
    crashed(session, home)
    again = present(talk, "--resume")
    again.wait_for("Delta")


@pytest.mark.parametrize("method", fast(1, ["on_mount", "compose", "on_resize"]))
@pytest.mark.parametrize("screen", ["audience", "library"])
def test_a_crash_while_starting_ends_with_one_line(
    present: Present, talk: Path, home: Path, screen: str, method: str
) -> None:
    crash = CRASH.format(module=f"rostra.screens.{screen}", name=f"{screen.title()}Screen", method=method)
    crashed(present(talk if screen == "audience" else talk.parent, command=["-c", crash]), home)


def test_suspending_and_going_on_keeps_the_slide(present: Present, talk: Path) -> None:
    session = present(talk)
    session.wait_for("Alpha")
    session.send("n")
    session.wait_for("Bravo")
    session.kill(signal.SIGTSTP)
    session.wait(lambda: not session.mode(1049), "the terminal given back")
    session.wait(lambda: session.stopped, "the program stopped")
    session.screen.reset()
    session.kill(signal.SIGCONT)
    session.wait_for("Bravo")
    session.press("n", "two")
