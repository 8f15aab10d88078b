"""What can go wrong: the user's mistakes and the author's."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace


class UserError(Exception):
    """A mistake of the person at the keyboard: one line, and what to do about it."""

    def __init__(self, message: str, *, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint

    def __str__(self) -> str:
        return f"{self.message} ({self.hint})" if self.hint else self.message


class WordError(ValueError):
    """A value in a deck that cannot be taken, because of one word in it."""

    def __init__(self, message: str, word: str = "") -> None:
        super().__init__(message)
        self.word = word
        """As it is written; empty where no single word is to blame."""


def word_of(error: ValueError) -> str:
    """The word that is to blame for an error, nothing where there is none."""
    return error.word if isinstance(error, WordError) else ""


@dataclass(frozen=True, slots=True)
class Problem:
    """Something in a deck that its author should know; never fatal."""

    file: str
    line: int
    """1-based; 0 when the whole file is meant."""
    message: str
    column: int = 0
    """1-based, in characters; 0 when the whole line is meant."""
    width: int = 1
    """How many characters are meant, from the column on."""
    source: str = ""
    """The line as it is written; empty when there is none to show."""
    rule: str = ""
    """The id of the check that it belongs to; a deck can switch that off."""
    hint: str = ""
    """What to do about it, where the message leaves that open."""
    breaks: bool = False
    """Whether what follows cannot be told from what was meant, as behind a listing that is never closed.

    A deck that was saved like this while it is shown leaves its last good state on the screen.
    """

    def __str__(self) -> str:
        where = [self.file, *(str(number) for number in (self.line, self.column) if number)]
        return f"{':'.join(where)}: {self.message}"

    def moved(self, file: str, lines: int) -> Problem:
        """The problem when a file has some lines more above it."""
        return replace(self, line=self.line + lines) if lines and self.line and self.file == file else self

    def excerpt(self) -> str:
        """The problem, and below it the line that it is about with a mark under what is meant."""
        if not self.source.strip():
            return str(self)
        from rich.cells import cell_len

        number = f"{self.line:>5} | "
        line = self.source.expandtabs(4)
        if not self.column:
            return f"{self}\n{number}{line}"
        before = self.source[: self.column - 1].expandtabs(4)
        meant = self.source[self.column - 1 : self.column - 1 + self.width]
        mark = " " * cell_len(before) + "^" * max(1, cell_len(meant))
        return f"{self}\n{number}{line}\n{' ' * 5} | {mark}"


MEANT = r", did you mean '(.+)'\?"
"""What :func:`did_you_mean` has added to a message."""


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """Return ``, did you mean 'x'?`` for the known word nearest to this one, or nothing."""
    import difflib

    near = difflib.get_close_matches(word.lower(), list(known), n=1, cutoff=0.7)
    return f", did you mean {near[0]!r}?" if near else ""
