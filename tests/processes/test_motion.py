"""Transitions on a real terminal: seen where it can show them, at an end with the next key, and never in the way."""

from __future__ import annotations

from pathlib import Path

import pytest
from pty_session import WHOLE_UPDATES, Present, PtySession, at, slides

MOVING = "---\ntransition: push\nstep_transition: fade\n---\n\n" + slides("Alpha", "Bravo", "Charlie")


def started(present: Present, talk: Path, *arguments: str, **how: object) -> PtySession:
    talk.write_text(MOVING, "utf-8")
    session = present(talk, *arguments, **how)
    at(session, 1, total=3)
    session.wait_until_ready()
    return session


def updates(session: PtySession, keys: str) -> int:
    """How often the screen is written to until the second slide is there and nothing more comes."""
    before = len(session.written)
    session.send(keys)
    at(session, 2, "one", total=3)
    session.pump_for(0.5)
    assert session.lines[1].strip() == "Bravo"
    return session.written[before:].count(b"\x1b[?2026h")


def test_a_slide_comes_in_over_several_pictures(present: Present, talk: Path) -> None:
    session = started(present, talk)
    session.send(WHOLE_UPDATES)
    assert updates(session, "n") > 2


def test_a_key_during_a_transition_acts_at_once(present: Present, talk: Path) -> None:
    session = started(present, talk)
    session.send(WHOLE_UPDATES)
    session.send("nnnn")
    at(session, 3, "words of charlie", total=3)
    session.press("/", "Search the slides")
    session.send("\x1b")
    session.wait_without("Search the slides")
    session.send("gn")
    at(session, 2, "one", total=3)


@pytest.mark.parametrize(
    ("arguments", "env", "answer"),
    [
        ((), {}, b""),
        (("--no-motion",), {}, WHOLE_UPDATES),
        ((), {"SSH_CONNECTION": "10.0.0.1 5 10.0.0.2 22"}, WHOLE_UPDATES),
    ],
    ids=["half pictures would be seen", "no motion", "ssh"],
)
def test_elsewhere_it_is_there_at_once(
    present: Present, talk: Path, arguments: tuple[str, ...], env: dict[str, str], answer: bytes
) -> None:
    session = started(present, talk, *arguments, env=env)
    session.send(answer)
    assert updates(session, "n") <= 1
