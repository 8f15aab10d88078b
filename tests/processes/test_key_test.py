"""``rostra keys``: bytes to names and actions, and the ways out."""

from __future__ import annotations

import re
import signal
from pathlib import Path

import pytest
from pty_session import Present, PtySession

from rostra.commands.keys import Pressed, actions_of, judgement, keys, line
from rostra.errors import UserError
from rostra.terminal.key_sequences import readable, split
from rostra.terminal.textual_private import key_names

KEYS = """
import sys
from rostra.commands import keys as key_test
key_test.PATIENCE = {patience}
sys.exit(key_test.keys(sys.argv[1:]))
"""
ACTIONS = actions_of({})


def shown(sent: bytes) -> list[str]:
    """The columns of the line for a key."""
    return re.split(r"\s{2,}", line(Pressed(sent, key_names(sent)), ACTIONS), maxsplit=2)


@pytest.mark.parametrize(
    ("sent", "columns"),
    [
        (b"\x1b[6~", ["ESC [ 6 ~", "PageDown", "Next step"]),
        (b"\x1b[5~", ["ESC [ 5 ~", "PageUp", "Previous step"]),
        (b"\x1b[15~", ["ESC [ 15 ~", "F5", "Draw the screen anew"]),
        (b"\x1b[[E", ["ESC [ [ E", "F5", "Draw the screen anew"]),
        (b"\x1b[1;2C", ["ESC [ 1 ; 2 C", "Shift+→", "Next slide, steps skipped"]),
        (b"\x1bOC", ["ESC O C", "→", "Next step"]),
        (b"\x1b", ["ESC", "Esc", "Close what is open; never quits"]),
        (b"\x1b[27u", ["ESC [ 27 u", "Esc", "Close what is open; never quits"]),
        (b" ", ["SP", "Space", "Next step"]),
        (b"\r", ["^M", "Enter", "Next step, or jump to the number just typed"]),
        (b"\x7f", ["DEL", "Backspace", "Previous step, or take back a digit"]),
        (b".", [".", ".", "Black screen"]),
        (b"7", ["7", "7", "A number and Enter: jump to that slide"]),
        (b"\x03", ["^C", "Ctrl+c", "Twice: quit at once"]),
        (b"z", ["z", "z", 'nothing (under [keys] it is called "z")']),
        (b"\x1b[24~", ["ESC [ 24 ~", "F12", 'nothing (under [keys] it is called "f12")']),
        (
            b"\x1b[57435u",
            ["ESC [ 57435 u", "media_track_next", 'nothing (under [keys] it is called "media_track_next")'],
        ),
        ("é".encode(), ["C3 A9", "é", 'nothing (under [keys] it is called "é")']),
        (b"\x1b[I", ["ESC [ I", "unknown", "nothing"]),
        (b"\x1b[25~", ["ESC [ 25 ~", "unknown", "nothing"]),
    ],
)
def test_a_key_is_shown_with_bytes_name_and_what_it_does(sent: bytes, columns: list[str]) -> None:
    assert shown(sent) == columns


@pytest.mark.parametrize("sent", [b"\x1b]52;c;eA==\x07", b"\x9b2J", b"\xff", bytes(range(256))])
def test_no_byte_is_shown_as_itself_unless_it_is_harmless(sent: bytes) -> None:
    assert readable(sent).isascii()
    assert line(Pressed(sent, key_names(sent)), ACTIONS).isprintable()


@pytest.mark.parametrize(
    ("data", "found", "rest"),
    [
        (b"\x1b[6~\x1b[6~n", [b"\x1b[6~", b"\x1b[6~", b"n"], b""),
        (b"n\x1b", [b"n"], b"\x1b"),
        (b"\x1b\x1b[A", [b"\x1b", b"\x1b[A"], b""),
        (b"\x1bx\x1bOP", [b"\x1bx", b"\x1bOP"], b""),
        (b"\x1b[[", [], b"\x1b[["),
        (b"\x1b[1;", [], b"\x1b[1;"),
        ("漢é".encode(), ["漢".encode(), "é".encode()], b""),
        ("漢".encode()[:2], [], "漢".encode()[:2]),
        (b"\xff\xc3a", [b"\xff", b"\xc3", b"a"], b""),
    ],
)
def test_what_comes_at_once_is_parted_into_keys(data: bytes, found: list[bytes], rest: bytes) -> None:
    assert split(data) == (found, rest)


def test_keys_that_were_moved_do_what_they_were_moved_to() -> None:
    actions = actions_of({"next-step": "f12,?", "help": "x"})
    assert "Next step" in line(Pressed(b"\x1b[24~", ("f12",)), actions)
    assert "Next step" in line(Pressed(b"?", key_names(b"?")), actions)
    assert "nothing" in line(Pressed(b"\x1b[6~", ("pagedown",)), actions)


@pytest.mark.parametrize(
    ("names", "words"),
    [
        (["pagedown", "pageup"], "both seen: this remote works."),
        (["right", "left", "b"], "works; black as well."),
        (["pagedown", "f5"], "Next was seen, previous was not"),
        (["pageup"], "Previous was seen, next was not"),
        (["f12"], "Neither next nor previous"),
        ([], "No button was seen"),
        (["q", "q"], "No button was seen"),
        (["ctrl+c"], "No button was seen"),
    ],
)
def test_the_judgement_says_what_is_missing(names: list[str], words: str) -> None:
    assert words in judgement([Pressed(b"", (name,)) for name in names], ACTIONS)


def test_without_a_terminal_it_is_a_mistake_of_the_user(home: Path) -> None:
    with pytest.raises(UserError, match="this is no terminal"):
        keys([])


# -- in a terminal ------------------------------------------------------------------------------------------------


def started(present: Present, *arguments: str | Path, patience: float = 60.0) -> PtySession:
    """The test, ready for keys."""
    session = present(*arguments, command=["-c", KEYS.format(patience=patience)], answers="", size=(100, 24))
    session.wait(lambda: b"\x1b[>1u" in session.written, "the keyboard")
    return session


def test_a_remote_with_next_and_previous_works(present: Present) -> None:
    session = started(present)
    session.press("\x1b[6~", "ESC [ 6 ~             PageDown          Next step")
    session.press("\x1b[5~", "Previous step")
    session.send("qq")
    assert session.end() == 0
    session.assert_restored()
    assert session.shows("Next and previous were both seen: this remote works.")


def test_q_twice_means_one_after_the_other(present: Present) -> None:
    session = started(present)
    session.send("qnq")
    session.wait(lambda: session.text.count("Quit; asks") == 2, "both")
    assert session.running
    session.send("q")
    assert session.end() == 0


@pytest.mark.parametrize("end", ["\x03", "\x1b[99;5u"])
def test_ctrl_c_ends_the_test(present: Present, end: str) -> None:
    session = started(present)
    session.send(end)
    assert session.end() == 0
    session.assert_restored()
    assert session.shows("No button was seen")


def test_time_without_a_key_ends_the_test(present: Present) -> None:
    session = started(present, patience=0.2)
    assert session.end() == 0
    session.assert_restored()


def test_escape_alone_is_shown_without_another_key(present: Present) -> None:
    session = started(present)
    session.press("\x1b", "Close what is open")


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_a_signal_restores(present: Present, number: signal.Signals) -> None:
    session = started(present)
    session.kill(number)
    assert session.end() == 128 + number
    session.assert_restored()
    assert b"Traceback" not in session.written


def test_the_configuration_s_keys_are_shown(present: Present, tmp_path: Path) -> None:
    config = tmp_path / "config.toml"
    config.write_text('[keys]\nnext-step = "f12"\n', "utf-8")
    session = started(present, "--config", config)
    session.press("\x1b[24~", "Next step")


def test_what_is_sent_is_never_echoed(present: Present) -> None:
    session = started(present)
    session.send(b"\x1b]52;c;eA==\x07\x9b2J\xff")
    session.wait_for("FF")
    written = re.sub(rb"\x1b\[>1u", b"", session.written)
    assert re.search(rb"[\x00-\x09\x0b\x0c\x0e-\x1f\x7f-\x9f]", written) is None
