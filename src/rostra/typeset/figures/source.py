"""The source of a figure: its lines, and the steps at which they show."""

from __future__ import annotations

import re
from typing import NamedTuple

from rostra.deck.blocks import PAUSE, Code

_COLOR = re.compile(r"\s*\{\.([\w-]+)\}$")


class CannotDrawError(ValueError):
    """A figure that cannot be drawn; the message says why, in words for the author."""

    def __init__(self, message: str, line: int | None = None) -> None:
        super().__init__(message)
        self.line = line
        """The line of the listing that is meant, counted from 0; None for all of it."""


class SourceLine(NamedTuple):
    """A line of a figure's source that says something."""

    text: str
    """Without blanks at its end."""
    number: int
    """In the listing, counted from 0."""
    step: int
    """The step of the slide from which it shows, counted from 0."""

    @property
    def indent(self) -> int:
        """How many blanks it begins with."""
        return len(self.text) - len(self.text.lstrip())


def source_lines(block: Code) -> list[SourceLine]:
    """The lines of a figure that are not blank; each line that is a pause begins another step."""
    found = []
    step = block.step
    for number, line in enumerate(block.text.expandtabs(4).split("\n")):
        if re.fullmatch(PAUSE, line):
            step += 1
        elif line.strip():
            found.append(SourceLine(line.rstrip(), number, step))
    return found


def color_of(written: str) -> tuple[str, str]:
    """A text less the colour behind it, as in ``yes {.green}``, and the colour's name; no name where there is none."""
    found = _COLOR.search(written)
    return (written[: found.start()], found[1]) if found else (written, "")
