"""``rostra edit`` in a terminal: typed, saved, left, killed, and with text that would harm the terminal."""

from __future__ import annotations

import signal
from pathlib import Path

import pytest
from pty_session import Present

from params import fast

DOWN, END, SAVE, QUIT, UNDO = "\x1b[B", "\x1b[F", "\x13", "\x11", "\x1a"
HOSTILE = (
    "# One\n\na\x1b]2;owned\x07b \x9b31m \x00\x0b\x7f \u202eabc \u200b e\u0301 한 שלום\n\n" + "x" * 1_000_000 + "\n"
)


def test_what_is_typed_ahead_is_done_in_order_and_saved(present: Present, talk: Path) -> None:
    before = talk.read_text("utf-8")
    session = present("edit", talk, size=(120, 36))
    session.wait_for("1/12  Alpha", "talk.md")
    session.send(f"{DOWN}{DOWN}{END}ab{UNDO}cd\x7fe{SAVE}")
    session.wait_for("saved")
    lines = before.split("\n")
    lines[2] += "ce"
    assert talk.read_text("utf-8") == "\n".join(lines)
    session.send(QUIT)
    assert session.end() == 0
    session.assert_restored()


def test_after_kill_9_the_unsaved_text_is_offered(present: Present, home: Path, talk: Path) -> None:
    before = talk.read_bytes()
    session = present("edit", talk, size=(120, 36))
    session.wait_for("1/12  Alpha")
    session.press("unsaved words ", "unsaved words # Alpha")
    kept = home / "state" / "rostra" / "unsaved"
    session.wait(lambda: any("unsaved words" in path.read_text() for path in kept.glob("*.json")), "kept text")
    session.kill(signal.SIGKILL)
    session.end()
    assert talk.read_bytes() == before
    again = present("edit", talk, size=(120, 36))
    again.wait_for("was never saved")
    again.press("t", "unsaved words # Alpha", "●")
    again.wait_without("was never saved")
    again.press(SAVE, "talk.md  saved")
    assert talk.read_bytes() == b"unsaved words " + before


@pytest.mark.slow
def test_text_that_would_harm_the_terminal_does_not_reach_it_and_is_saved_as_it_was(
    present: Present, tmp_path: Path
) -> None:
    deck = tmp_path / "hostile.md"
    deck.write_text(HOSTILE, "utf-8", newline="")
    session = present("edit", deck, size=(120, 36))
    session.wait_for("1/1  ", "␛]2;owned␇b")
    session.press("!", "!# One")
    session.send(SAVE)
    session.wait_for("saved")
    assert deck.read_bytes().decode("utf-8") == "!" + HOSTILE
    session.send(QUIT)
    assert session.end() == 0
    written = session.written.decode("utf-8", "replace")
    assert "]2;owned\x07" not in written.replace("␛]2;owned", "")
    assert not any(sign in written for sign in ("\x9b", "\x00", "\u202e", "\u200b", "\x7f", "\x0b"))


@pytest.mark.parametrize(
    "variable", fast(1, [{"NO_COLOR": "1"}, {"COLORTERM": "", "TERM": "xterm"}, {"COLORTERM": ""}])
)
def test_the_editor_is_there_with_few_colours_or_none(present: Present, talk: Path, variable: dict[str, str]) -> None:
    session = present("edit", talk, size=(80, 24), env=variable)
    session.wait_for("1/12  Alpha", "# Alpha", "F1 keys")
    session.press("x", "x# Alpha", "●")


def test_a_folder_is_no_deck_which_is_said_before_the_screen_is_taken(present: Present, talk: Path) -> None:
    talk.unlink()
    talk.mkdir()
    session = present("edit", talk)
    assert session.end() == 2
    assert session.shows("is a folder")


def test_e_in_a_talk_opens_the_editor_on_the_slide_and_comes_back(present: Present, talk: Path) -> None:
    session = present(talk, "--slide", "3", size=(100, 30))
    session.wait_until_ready()
    session.press("E", "3/12  Charlie", "F1 keys")
    session.send(f"{END} and more{SAVE}")
    session.wait_for("saved")
    session.send(QUIT)
    session.wait_for("Charlie and more")
    session.wait_without("F1 keys")
