"""Headings that skip a level: outlines, and readers that are told of the text, count on each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from itertools import pairwise

from rostra.check.rules.rule import Rule
from rostra.check.talk import Talk
from rostra.deck.blocks import Block, Heading, blocks_within, plain
from rostra.deck.model import Slide
from rostra.errors import Problem

SET_APART = ("title", "section", "statement", "quote", "number", "end")
"""Layouts in which the level of a heading is chosen for its size."""


def within(talk: Talk, index: int) -> Iterable[Problem]:
    """Each heading that is more than one level below the one above it; what is right below that is a subtitle."""
    slide = talk.slide(index)
    if slide.layout in SET_APART:
        return
    above: Heading | None = None
    before: Block | None = None
    for block in blocks_within(slide.content.blocks):
        if isinstance(block, Heading):
            if above is not None and above is not before and block.level > above.level + 1:
                yield _problem(talk, block, above.level)
            above = block
        before = block


def between(talk: Talk) -> Iterable[Problem]:
    """Each headline that is more than one level below the last one, and below what is usual in the deck."""
    first = [found for slide in talk.deck.slides if (found := _headline(slide)) is not None]
    usual = _usual([heading.level for heading in first])
    for above, heading in pairwise(first):
        if heading.level > above.level + 1 and heading.level > usual:
            yield _problem(talk, heading, above.level)


def _usual(levels: list[int]) -> int:
    """The level that most headlines have; the lower one where two are as frequent."""
    counts = Counter(levels)
    return max(counts, key=lambda level: (counts[level], level), default=1)


def _headline(slide: Slide) -> Heading | None:
    return next((block for block in blocks_within(slide.content.blocks) if isinstance(block, Heading)), None)


def _problem(talk: Talk, heading: Heading, above: int) -> Problem:
    message = f"a heading of level {heading.level} follows one of level {above}"
    hint = f"write {'#' * (above + 1)} {plain(heading.spans)[:40]}"
    return talk.problem(heading.place, message, "#" * heading.level, hint=hint)


HEADING_LEVEL = Rule("heading-level", slide=within, deck=between)
