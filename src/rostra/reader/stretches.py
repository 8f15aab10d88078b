"""Where listings, comments and containers stand in a piece of a deck, for those who write it."""

from __future__ import annotations

from typing import Literal, NamedTuple

from rostra.reader.dialects import NATIVE
from rostra.reader.grammar import Environment, parser, top_blocks
from rostra.reader.mistakes import MISTAKES, Mistake

Kind = Literal["listing", "comment", "container", "notes"]


class Stretch(NamedTuple):
    """Lines that belong together; a listing or container takes those of its fences in."""

    kind: Kind
    first: int
    """Counted from 0."""
    end: int
    """The line behind the last one."""
    closed: bool
    """Whether it ends where its author has said."""
    fenced: bool = True
    """False for a listing that is one because it is indented."""


def stretches(text: str) -> list[Stretch]:
    """The stretches of a piece of a deck, those within others behind them; notes go from ``???`` to the end."""
    env: Environment = {}
    found: list[Stretch] = []
    last = text.count("\n") + 1
    for tokens in top_blocks(parser(NATIVE), text, env):
        noted: list[Mistake] = env.pop(MISTAKES, [])
        left_open = {one.line for one in noted if one.breaks}
        for token in tokens:
            first, end = token.map or (0, 0)
            if token.type in ("fence", "code_block"):
                found.append(Stretch("listing", first, end, first not in left_open, token.type == "fence"))
            elif token.type == "html_block" and token.content.lstrip().startswith("<!--"):
                found.append(Stretch("comment", first, end, first not in left_open))
            elif token.type == "container_open":
                closed = bool(token.meta["closed"])
                found.append(Stretch("container", first, end + closed, closed))
            elif token.info == "rest_is_notes":
                found.append(Stretch("notes", first, last, True))
    return found
