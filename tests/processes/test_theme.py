"""The theme follows the terminal, and a late answer is no key."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from pty_session import ATTRIBUTES, Present, at, background

from params import fast

DARK, LIGHT = {"14161b"}, {"faf8f3"}


@pytest.mark.parametrize(("answers", "colors"), [("dark", DARK), ("light", LIGHT), ("", DARK)])
def test_the_theme_follows_the_terminal(present: Present, talk: Path, answers: str, colors: set[str]) -> None:
    session = present(talk, answers=answers)
    at(session, 1)
    session.wait(lambda: session.colors() == colors, f"the colours {colors}")


def test_without_an_answer_the_environment_tells(present: Present, talk: Path) -> None:
    session = present(talk, answers="", env={"COLORFGBG": "0;15"})
    at(session, 1)
    session.wait(lambda: session.colors() == LIGHT, "light")


def test_a_named_theme_wins_and_nothing_is_asked(present: Present, talk: Path) -> None:
    session = present(talk, "--theme", "dark", answers="light")
    at(session, 1)
    assert session.colors() == DARK
    assert b"\x1b]11" not in session.written


def test_the_deck_names_its_theme(present: Present, talk: Path) -> None:
    talk.write_text(f"---\ntheme: light\n---\n{talk.read_text('utf-8')}", "utf-8")
    session = present(talk, answers="dark")
    at(session, 1)
    assert session.colors() == LIGHT


def test_a_deck_that_names_no_real_theme_is_shown_all_the_same(present: Present, talk: Path) -> None:
    talk.write_text(f"---\ntheme: lihgt\n---\n{talk.read_text('utf-8')}", "utf-8")
    session = present(talk)
    session.wait_for("words of alpha", "!")
    session.press("?", "Moving")
    session.press("\x1b[F", "did you", "lihgt")
    session.send("\x1b")
    session.wait_without("Help")
    session.send("n")
    at(session, 2)


def test_no_color_is_honoured(present: Present, talk: Path) -> None:
    session = present(talk, env={"NO_COLOR": "1"})
    at(session, 1)
    session.press("T", "gruvbox")
    assert any(session.screen.buffer[row][52].underscore for row in range(10)), "the chosen line is not marked"
    session.send("\x1b")
    session.wait_without("gruvbox")
    assert not re.search(rb"\x1b\[[\d;]*[34]8;", session.written)


def test_the_terminals_own_colours_can_be_the_theme(present: Present, talk: Path) -> None:
    session = present(talk, "--theme", "terminal")
    at(session, 1)
    session.press("T", "gruvbox")
    session.send("\x1b")
    session.wait_without("gruvbox")
    session.press("?", "Moving")
    session.send("\x1b")
    session.wait_without("Moving")
    assert b"8;2;" not in session.written


@pytest.mark.parametrize(
    ("term", "written", "never"),
    fast(
        2,
        [("xterm-256color", b"8;5;", b"8;2;"), ("xterm", b"\x1b[1;96m", b"8;"), ("xterm-direct", b"8;2;", b"8;5;")],
    ),
)
def test_no_more_colours_are_written_than_the_terminal_has(
    present: Present, talk: Path, term: str, written: bytes, never: bytes
) -> None:
    session = present(talk, "--theme", "nord", env={"TERM": term, "COLORTERM": ""})
    at(session, 1)
    session.press("T", "gruvbox")
    session.send("\x1b")
    session.wait_without("gruvbox")
    assert written in session.written
    assert not re.search(rb"[34]" + never, session.written)


def test_the_terminals_colours_suit_its_background(present: Present, talk: Path) -> None:
    session = present(talk, "--theme", "terminal", answers="light")
    at(session, 1)
    session.wait(lambda: session.screen.buffer[1][3].fg != "default" or b"\x1b[34" in session.written, "blue")


@pytest.mark.parametrize("seconds", fast(1, [0.0, 0.5, 2.0]))
def test_a_late_answer_is_no_key(present: Present, talk: Path, seconds: float) -> None:
    session = present(talk, "--slide", "4", answers="")
    at(session, 4)
    before = session.text
    answer = background("light") + ATTRIBUTES
    session.pump_for(seconds)
    for part in ([answer], [answer[:3], answer[3:]], [answer[:14], answer[14:]], [answer[:25], answer[25:]]):
        for piece in part:
            session.send(piece)
            session.pump_for(0.05)
    session.send(background("dark").replace(b"\x1b\\", b"\x07"))
    session.pump_for(0.3)
    assert session.text == before
    assert session.colors() == DARK
    session.send("\x1b[6~")
    at(session, 5)


def test_an_answer_that_comes_while_the_program_starts_is_no_key(present: Present, talk: Path) -> None:
    session = present(talk, "--slide", "4", answers="")
    session.wait(lambda: b"\x1b[c" in session.written, "the question")
    session.wait(lambda: b"\x1b[?1049h" in session.written, "the alternate screen")
    session.send(background("light") + ATTRIBUTES)
    at(session, 4)
    session.pump_for(0.3)
    at(session, 4, "Delta")
    assert session.colors() == DARK
    assert b"rgb:" not in session.written, "the terminal showed its own answer"
