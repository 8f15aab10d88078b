"""A quotation: the words large and bright below a quotation mark, who said them small."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from rostra.deck.blocks import Block, Paragraph, Quote, plain
from rostra.typeset.area import Area
from rostra.typeset.composition import below, blank_rows, headline, lines_of, split_headline
from rostra.typeset.frame import Line, Run
from rostra.typeset.lettering import LEAST, lettered
from rostra.typeset.sizes import Sizes

DASHES = ("—", "–", "--", "―")
"""What an attribution begins with."""
LARGEST = 0.62
"""The share of the room that words in large letters may take."""
MARK_HIGH = 0.45
"""The share of its letter's height that a quotation mark has."""


def quote_slide(blocks: Sequence[Block], area: Area, sizes: Sizes) -> list[Line]:
    """A headline if there is one, a mark, the words, and who said them."""
    head, rest = split_headline(blocks)
    over = headline(head, area, sizes, area.rows // 2) if head is not None else []
    said, small = _parted(rest)
    room = area.rows - len(over)
    lines = _mark(area, sizes)
    words = _words(said, area.based(area.style("quote")), int(room * LARGEST), sizes)
    by = lines_of(small, area.based(area.style("small")), sizes)
    tall = len(words) + len(by) + 2
    lines = [*(lines if tall + len(lines) <= room else []), *words, *blank_rows(1 if by else 0), *by]
    return [*over, *below(lines, room)]


def _parted(blocks: Sequence[Block]) -> tuple[list[Block], list[Block]]:
    """What is said, and who says it: a last line that begins with a dash, and what stands outside of the quotation."""
    said: list[Block] = []
    small: list[Block] = []
    for block in blocks:
        if not isinstance(block, Quote):
            (small if said else said).append(block)
            continue
        children = list(block.children)
        last = children[-1] if len(children) > 1 else None
        if isinstance(last, Paragraph) and plain(last.spans).startswith(DASHES):
            small.append(children.pop())
        said += children
    return said, small


def _words(blocks: Sequence[Block], area: Area, most: int, sizes: Sizes) -> list[Line]:
    """The words in the largest letters in which they take no more than so many rows, else as text."""
    for rows in range(sizes.headline, LEAST - 1, -2):
        large = replace(area, letters=rows).set(blocks)
        if len(large) <= most:
            return large
    return area.set(blocks)


def _mark(area: Area, sizes: Sizes) -> list[Line]:
    """A quotation mark, less the empty rows of its letter."""
    rows = min(area.rows // 3, 14)
    drawn = lettered([("“", area.style("quote_bar"))], area.width, area.pen(rows)) if rows >= LEAST else None
    if not drawn:
        return []
    high = max(2, round(rows * MARK_HIGH))
    return [[Run(run.text, run.style, says="") for run in row] for row in drawn[0][:high]] + blank_rows(1)
