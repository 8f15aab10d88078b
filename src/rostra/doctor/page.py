"""Findings on a page, or for a script."""

from __future__ import annotations

import json
import textwrap
from collections.abc import Sequence
from dataclasses import asdict

from rostra.doctor.checks import Finding

SIGNS = {"ok": ("✓", "+", "32"), "no": ("✗", "-", "31"), "unknown": ("?", "?", "33")}
"""By state: the sign, the same in ASCII, and the colour."""
LAST_WORD = "rostra keys shows what the buttons of a remote send."


def as_text(findings: Sequence[Finding], why_not: str, *, width: int, color: bool, encoding: str) -> str:
    """A table with a hint after what is lacking."""
    from rostra.safety import safe_line

    pad = 2 + 9 + 14
    lines = [f"The terminal could not be asked: {why_not}. The environment says:", ""] if why_not else []
    for one in findings:
        sign = SIGNS[one.state][not _can("✓✗→", encoding)]
        head = f"{sign} {one.state:<9}"
        head = f"\x1b[{SIGNS[one.state][2]}m{head}\x1b[m" if color else head
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
