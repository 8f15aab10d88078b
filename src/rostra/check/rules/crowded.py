"""Slides with too much to read: while it is read, nobody listens."""

from __future__ import annotations

from collections.abc import Iterable

from rostra.check.remedies import counted
from rostra.check.rules.rule import Rule
from rostra.check.talk import Talk
from rostra.check.words import words_in
from rostra.deck.blocks import Heading, List, Paragraph, blocks_within, plain
from rostra.errors import Problem

MOST_POINTS = 6
"""Points of a list, those within points counted: the usual advice is six of six words."""
MOST_WORDS = 50
"""Which take a fifth of a minute to read, at the 240 words a minute of silent reading, and six points of six words
with a headline above them have less; listings and tables, in which one looks things up, are not counted."""


def find(talk: Talk, index: int) -> Iterable[Problem]:
    """The slide, where it has too many words; each list of it that has too many points."""
    slide = talk.slide(index)
    blocks = [*blocks_within(slide.content.blocks)]
    words = sum(words_in(plain(block.spans)) for block in blocks if isinstance(block, Heading | Paragraph))
    if words > MOST_WORDS:
        message = f"there are {words} words on this slide: {MOST_WORDS} can be taken in"
        yield talk.problem(slide.place, message, hint="say them, and leave on the slide what is to stay")
    inner = {id(one) for block in blocks if isinstance(block, List) for one in _lists_in(block)}
    for block in blocks:
        if isinstance(block, List) and id(block) not in inner:
            points = sum(len(one.items) for one in (block, *_lists_in(block)))
            if points > MOST_POINTS:
                message = f"this list has {counted(points, 'point')}: {MOST_POINTS} can be taken in"
                yield talk.problem(block.place, message, hint="make two slides of it, or leave some out")


def _lists_in(block: List) -> list[List]:
    """The lists within the points of a list."""
    children = [child for item in block.items for child in item.children]
    return [one for one in blocks_within(children) if isinstance(one, List)]


CROWDED = Rule("crowded", slide=find, strict=True)
