"""The command: ask, examine, print."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

from rostra.commands.arguments import Parser
from rostra.doctor import page
from rostra.doctor.checks import Patient, examine, locale
from rostra.terminal import identity, questions
from rostra.terminal.ask import NoTerminalError, raw, terminal


def doctor(arguments: Sequence[str]) -> int:
    """``rostra doctor``; the exit status is 1 when there was no terminal to ask."""
    parser = Parser(
        prog="rostra doctor",
        description="Say what this terminal can do, and what to do about what it lacks.",
        allow_abbrev=False,
    )
    parser.add_argument("--json", action="store_true", help="print it for a script")
    given = parser.parse_args(list(arguments))
    patient, why_not = _see()
    findings = examine(patient)
    if given.json:
        text = page.as_json(findings, why_not)
    else:
        color = sys.stdout.isatty() and "NO_COLOR" not in os.environ and os.environ.get("TERM") not in _MUTE
        width = min(patient.size[0] if patient.size and sys.stdout.isatty() else 80, 100)
        encoding = sys.stdout.encoding if locale(patient).state == "ok" else "ascii"
        text = page.as_text(findings, why_not, width=width, color=color, encoding=encoding)
    sys.stdout.buffer.write(text.encode(sys.stdout.encoding or "ascii", "replace"))
    sys.stdout.flush()
    return 1 if why_not else 0


_MUTE = ("dumb", "unknown")
"""Kinds of terminal that would show a question as text."""


def _see() -> tuple[Patient, str]:
    """All that is to be known, and why the terminal could not be asked when it could not."""
    try:
        if os.environ.get("TERM") in _MUTE:
            raise NoTerminalError(f"its kind is {os.environ['TERM']!r}")
        with terminal() as file:
            size = os.get_terminal_size(file)
            with raw(file):
                answers = questions.ask_all(file, identity.between(os.environ))
    except NoTerminalError as error:
        return Patient(questions.Answers(), os.environ, asked=False), str(error)
    # A terminal over a serial line has no size.
    return Patient(answers, os.environ, (size.columns, size.lines) if size.columns and size.lines else None), ""
