"""What all slides of a deck share while they are read, and later while their text is parsed."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from rostra.deck.blocks import Block, Place
from rostra.errors import Problem
from rostra.reader.grammar import Environment
from rostra.reader.mistakes import MISTAKES, Mistake
from rostra.reader.source import Source

if TYPE_CHECKING:
    from typing import Unpack

    from markdown_it import MarkdownIt

    from rostra.reader.dialects.dialect import Dialect
    from rostra.reader.source import Details

Include = Callable[[str, Source, Sequence[Path]], Source]
"""Finds the file that an include names, in a source that the files given are including."""


class Footnote(NamedTuple):
    """A footnote as it is defined, its text not parsed yet."""

    blocks: tuple[Block, ...]
    place: Place
    notes: tuple[str, ...] = ()
    """Notes for the speaker that stand within it."""


@dataclass(eq=False, repr=False)
class DeckContext:
    """Shared by all slides of one deck."""

    dialect: Dialect
    parser: MarkdownIt
    root: Path
    """The deck's folder, outside which nothing is read."""
    env: Environment = field(default_factory=dict)
    footnotes: dict[str, Footnote] = field(default_factory=dict)
    targets: set[str] = field(default_factory=set)
    """What a link within the deck can lead to: names of slides and of headings, and slides' numbers."""
    unclosed: bool = False
    """Whether something was noted that is never closed."""
    sources: dict[str, Source] = field(default_factory=dict)
    """Every file that was read, by its name in places."""

    def mistakes(self, source: Source) -> list[Problem]:
        """What the parser noted in a source since it was asked last."""
        noted: list[Mistake] = self.env.pop(MISTAKES, [])
        self.unclosed = self.unclosed or any(one.breaks for one in noted)
        return [
            source.problem(one.line + 1, one.message, one.about, rule=one.rule, hint=one.hint, breaks=one.breaks)
            for one in noted
        ]

    def problem(self, place: Place, message: str, about: str = "", **more: Unpack[Details]) -> Problem:
        """A problem of a block; ``about`` is what is meant, as it is written there, ``word`` the word in it."""
        source = self.sources.get(place.file)
        if source is None or not place.line:
            hint, breaks = more.get("hint", ""), more.get("breaks", False)
            return Problem(place.file, place.line, message, rule=more["rule"], hint=hint, breaks=breaks)
        return source.problem(place.line, message, about, **more)


def anchor(heading: str) -> str:
    """The name by which a link reaches a heading, as code hosts make it: small letters, hyphens for blanks."""
    return re.sub(r"[^\w\- ]", "", heading.strip().lower()).replace(" ", "-")
