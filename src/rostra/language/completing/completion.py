"""Completion, and the place where something is typed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

from rostra.deck.name import Name
from rostra.language.document import Document
from rostra.language.line_signs import QUOTED

Kind = Literal[
    "directive", "key", "value", "container", "layout", "theme", "color", "language", "slide", "path", "emoji", "check"
]
MOST = 300
"""Completions at one place."""
REACH = 500
"""Characters to the left that are looked at; what stands before them has nothing to do with what is typed."""
INDENT = re.compile(QUOTED)


class Completion(NamedTuple):
    """Something that can be written at a place."""

    label: str
    about: str
    """What it does, in a few words."""
    text: str
    """What takes the place of the line from ``start`` to the cursor; it may have several lines."""
    start: int
    kind: Kind
    cursor: int | None = None
    """Where in the text the cursor should stand afterwards; None for behind it."""


@dataclass(frozen=True)
class Typed:
    """A place in a deck, and what stands on its line."""

    document: Document
    line: int
    column: int
    before: str
    """The line up to the place, no more than :data:`REACH` characters of it."""
    after: str

    @classmethod
    def at(cls, document: Document, line: int, column: int) -> Typed:
        """The place; a column behind the end of the line is the end."""
        written = document.lines[line]
        column = max(0, min(column, len(written)))
        return cls(document, line, column, written[max(0, column - REACH) : column], written[column : column + REACH])

    @property
    def is_code(self) -> bool:
        """Whether it stands in a span of code."""
        ticks = re.findall(r"`+", self.before)
        open_ticks = ""
        for one in ticks:
            open_ticks = "" if open_ticks == one else open_ticks or one
        return bool(open_ticks) and not re.fullmatch(r"[ \t>]*(?:[-*+]|\d+[.)])?[ \t]*`{3,}[^`]*", self.before)

    @property
    def indent(self) -> str:
        """What further lines of the same block begin with."""
        found = INDENT.match(self.before)
        return found[0] if found and self.column <= REACH else ""

    def start(self, word: str) -> int:
        """The column at which a word begins that ends at the place."""
        return self.column - len(word)

    def indented(self, text: str) -> str:
        """A text of several lines as it continues the block that the line belongs to."""
        return text.replace("\n", f"\n{self.indent}")


def matching(names: Iterable[Name], word: str) -> list[Name]:
    """The names that a word may become: those that begin with it, then those that have a part which does."""
    word = word.lower()
    begun, others = [], []
    for one in names:
        name = one.name.lower()
        if name.startswith(word):
            begun.append(one)
        elif f"-{word}" in name or f"_{word}" in name:
            others.append(one)
    return [*begun, *others][:MOST]


def words(typed: Typed, names: Sequence[Name], word: str, kind: Kind, ending: str = "") -> list[Completion]:
    """Names as completions of a word, each with an ending behind which the cursor does not go."""
    start = typed.start(word)
    return [
        Completion(one.name, one.about, one.name + ending, start, kind, len(one.name) if ending else None)
        for one in matching(names, word)
    ]
