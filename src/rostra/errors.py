"""What can go wrong: the user's mistakes and the author's."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


class UserError(Exception):
    """A mistake of the person at the keyboard: one line, and what to do about it."""

    def __init__(self, message: str, *, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint

    def __str__(self) -> str:
        return f"{self.message} ({self.hint})" if self.hint else self.message


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """Something in a deck that its author should know; never fatal."""

    file: str
    line: int
    """1-based; 0 when the whole file is meant."""
    message: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.message}" if self.line else f"{self.file}: {self.message}"


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """Return ``, did you mean 'x'?`` for the known word nearest to this one, or nothing."""
    import difflib

    near = difflib.get_close_matches(word.lower(), list(known), n=1, cutoff=0.7)
    return f", did you mean {near[0]!r}?" if near else ""
