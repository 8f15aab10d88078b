"""Dialect: all that the decks of one program have of their own, as one value."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from rostra.deck.model import Meta
from rostra.errors import Problem
from rostra.reader.directives import Directive
from rostra.reader.source import Source

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token


class Dialect(NamedTuple):
    """All that one program's decks have of their own."""

    name: str
    recognise: Callable[[Source], bool]
    """Whether a deck is written in it. The first dialect of the table that says so is taken."""
    head: Callable[[str], tuple[str, int]]
    """The front matter's text, without what stands around it, and how many lines all of it takes; 0 for none."""
    keys: frozenset[str]
    """The keys of its front matter."""
    front_matter: Callable[[Mapping[Any, Any], Source, Mapping[str, int], MarkdownIt], tuple[Meta, list[Problem]]]
    """What its front matter says, and what is wrong: from values by key, the deck, each key's line, and the parser."""
    slide_end: re.Pattern[str]
    """How a line begins that ends a slide: no listing or comment that is never closed goes on behind it."""
    comment: Callable[[str], Directive | None]
    """What a comment says; None for an ordinary one. Raises :class:`ValueError` for one that is nearly a directive."""
    extend: Callable[[MarkdownIt], None]
    """Adds its own rules to the parser."""
    marks: Callable[[Sequence[Token]], Iterator[Token]]
    """Translates the tokens of a block into the same with marks; see :mod:`rostra.reader.marks`."""
