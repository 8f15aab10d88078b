"""What the rules for blocks note of a source that its author should know."""

from __future__ import annotations

from typing import NamedTuple

MISTAKES = "mistakes"
"""Where each :class:`Mistake` is kept in the environment of a parse, until somebody takes them."""
NEVER_CLOSED = "this comment is never closed by -->"


class Mistake(NamedTuple):
    """Something in the source that its author should know."""

    line: int
    """Counted from 0."""
    message: str
    about: str
    """What it is about, as it is written there."""
    breaks: bool
    """Whether what follows cannot be told from what was meant."""
    hint: str = ""
    """What to do about it."""

    @property
    def rule(self) -> str:
        """The id of the check that it belongs to."""
        return "unclosed" if self.breaks else "separator"


def ended_at(line: int, closing: str) -> str:
    """What to do about something that is never closed, and was ended above a line, counted from 0."""
    return f"it is taken to end above line {line + 1}: write {closing} where it should end"
