"""``rostra doctor`` in terminals that answer, that do not, and without one."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from pty_session import Present

DOCTOR = """
import sys
from rostra.commands.doctor import doctor
from rostra.terminal import questions
questions.PATIENCE = {patience}
sys.exit(doctor(sys.argv[1:]))
"""
ANSWERS = (
    b"\x1bP>|kitty(0.40.1)\x1b\\\x1b]11;rgb:ffff/ffff/ffff\x1b\\\x1b[?2026;2$y\x1b_Gi=31;OK\x1b\\\x1b[?1u"
    + b"".join(b"\x1b[5;%dR" % column for column in (2, 2, 3, 3, 3, 3, 2, 1, 3, 5))
    + b"\x1b[?62;4c"
)


def waits(patience: float = 30.0) -> dict[str, object]:
    """A doctor who waits so long for late answers."""
    return {"command": ["-c", DOCTOR.format(patience=patience)], "size": (100, 40), "answers": ""}


def test_a_terminal_that_answers_is_described_and_its_samples_are_erased(present: Present) -> None:
    session = present(**waits())
    session.wait(lambda: b"\x1b[c" in session.written, "the questions")
    session.send(ANSWERS)
    assert session.end() == 0
    assert session.termios() == session.termios_before
    assert session.shows("kitty(0.40.1)")
    assert session.shows("light, #ffffff")
    assert session.shows("in pixels: kitty's, sixel")
    page = session.written[session.written.rindex(b"\x1b[c") :].decode()
    assert not any(sample in page for sample in "漢🎉")
    assert "漢" not in session.text
    assert session.lines[0].startswith("✓ ok       Terminal")


def test_a_terminal_that_answers_in_part_is_described_in_part(present: Present) -> None:
    session = present(**{**waits(), "answers": "dark"})
    assert session.end() == 0
    assert session.termios() == session.termios_before
    assert session.shows("dark, #14161b")
    assert session.shows("the cursor's position was not told")


def test_a_terminal_that_never_answers_does_not_stop_the_doctor(present: Present) -> None:
    session = present(**waits(0.1))
    assert session.end() == 0
    assert session.termios() == session.termios_before
    assert session.shows("Answers       none")
    assert session.shows("rostra keys")


def test_json_goes_to_a_file_while_the_terminal_is_asked(present: Present, tmp_path: Path) -> None:
    code = f"sys.stdout = open({str(tmp_path / 'out.json')!r}, 'w', encoding='utf-8')"
    how = {**waits(), "command": ["-c", DOCTOR.format(patience=30.0).replace("import sys", f"import sys; {code}")]}
    session = present("--json", **how)
    session.wait(lambda: b"\x1b[c" in session.written, "the questions")
    session.send(ANSWERS)
    assert session.end() == 0
    table = json.loads((tmp_path / "out.json").read_text("utf-8"))
    assert table["asked"] is True
    assert {"name": "Keyboard", "state": "ok", "detail": "tells all keys apart", "hint": ""} in table["findings"]
    assert b"findings" not in session.written


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_a_signal_while_waiting_restores(present: Present, number: signal.Signals) -> None:
    session = present(**waits())
    session.wait(lambda: b"\x1b[c" in session.written, "the questions")
    assert session.termios() != session.termios_before
    session.kill(number)
    assert session.end() == 128 + number
    assert session.termios() == session.termios_before
    assert b"Traceback" not in session.written


def test_without_a_terminal_the_environment_alone_is_told() -> None:
    done = subprocess.run(
        [sys.executable, "-c", DOCTOR.format(patience=0)],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        start_new_session=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 1
    assert b"The terminal could not be asked: there is no terminal here." in done.stdout
    assert b"\x1b" not in done.stdout
    assert done.stderr == b""
