"""Findings on a page, or for a script."""

from __future__ import annotations

import json
import textwrap
from collections.abc import Sequence
from dataclasses import asdict

from rostra.doctor.checks import Finding

LOOKS = {
    "ok": ("✓", "+", ""),
    "no": ("•", "-", "1"),
    "unknown": ("?", "?", ""),
    "trouble": ("✗", "!", "1;37;41"),
}
"""By the word that is written: the sign, the same in ASCII, and the look. Each can be read on black and on white."""
LAST_WORD = "rostra keys shows what the buttons of a remote send."


def as_text(findings: Sequence[Finding], why_not: str, *, width: int, color: bool, encoding: str) -> str:
    """A table with a hint after what is lacking."""
    from rostra.safety import safe_line

    pad = 2 + 9 + 14
    lines = [f"The terminal could not be asked: {why_not}. The environment says:", ""] if why_not else []
    for one in findings:
        word = "trouble" if one.is_trouble else one.state
        *signs, look = LOOKS[word]
        head = f"{signs[not _can('✓•✗→', encoding)]} {word}"
        blank = " " * (11 - len(head))
        head = (f"\x1b[{look}m{head}\x1b[m" if color and look else head) + blank
        detail = textwrap.wrap(safe_line(one.detail), max(20, width - pad)) or [""]
        lines += [f"{head}{one.name:<14}{detail[0]}", *(" " * pad + more for more in detail[1:])]
        arrow = "→ " if _can("→", encoding) else "> "
        hint = textwrap.wrap(safe_line(one.hint), max(20, width - pad - 2))
        lines += [" " * pad + (arrow if not number else "  ") + more for number, more in enumerate(hint)]
    return "\n".join([*lines, "", LAST_WORD, ""])


def _can(signs: str, encoding: str) -> bool:
    try:
        signs.encode(encoding)
    except (UnicodeEncodeError, LookupError):
        return False
    return True


def as_json(findings: Sequence[Finding], why_not: str) -> str:
    """The same for a script."""
    table = {"asked": not why_not, "why_not": why_not, "findings": [asdict(one) for one in findings]}
    return json.dumps(table, indent=2) + "\n"
