"""Colours that a deck gives its words, on the ground on which they are drawn."""

from __future__ import annotations

from collections.abc import Iterable

from rich.style import Style

from rostra.check.rules.rule import Rule
from rostra.check.talk import Talk
from rostra.deck.blocks import Block, Heading, Paragraph, Place, Span, Spans, Table, blocks_within
from rostra.errors import Problem
from rostra.typeset.styles import contrast

ENOUGH = 4.5
"""What text needs (WCAG 2.2, success criterion 1.4.3)."""


def find(talk: Talk, index: int) -> Iterable[Problem]:
    """Each stretch of words in a colour of the deck's own, or on one, that cannot be read."""
    own = [(place, span) for place, span in _spans(talk.slide(index).content.blocks) if _is_own(span)]
    if not own:
        return
    drawn = _styles(talk, index)
    told = set()
    for place, span in own:
        least = min((found for style in drawn if (found := _contrast(style, span)) is not None), default=ENOUGH)
        look = (place, span.color, span.background)
        if least < ENOUGH and look not in told:
            told.add(look)
            message = f"these words have a contrast of {least:.1f} to what they lie on: {ENOUGH} can be read"
            hint = "take a colour of the theme, which can be read on any ground: [words]{.accent}"
            yield talk.problem(place, message, span.text.strip(), hint=hint)


def _is_own(span: Span) -> bool:
    return bool(span.text.strip()) and (span.color.startswith("#") or bool(span.background))


def _spans(blocks: Iterable[Block]) -> Iterable[tuple[Place, Span]]:
    """All text of blocks, with where it stands."""
    for block in blocks_within(blocks):
        texts: tuple[Spans, ...] = ()
        match block:
            case Heading() | Paragraph():
                texts = (block.spans,)
            case Table():
                texts = (*block.header, *(cell for row in block.rows for cell in row))
            case _:
                pass
        yield from ((block.place, span) for spans in texts for span in spans)


def _styles(talk: Talk, index: int) -> set[Style]:
    """The looks in which words of a slide are drawn, on the ground that each of them has there."""
    frame = talk.frame(index, talk.setting.page(max(talk.setting.sizes)))
    return {run.style for line in frame.lines() for run in line if run.text.strip() and not run.is_ornament}


def _contrast(style: Style, span: Span) -> float | None:
    """The contrast of a look, None for one that is not a span's."""
    if style.color is None or style.bgcolor is None:
        return None
    if span.color.startswith("#") and style.color.name.lower() != span.color:
        return None
    if span.background and style.bgcolor.name.lower() != span.background:
        return None
    return contrast(style, style)


CONTRAST = Rule("contrast", slide=find)
