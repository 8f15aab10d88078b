"""A title, or a statement: all in the middle of the page, the first line as large as fits."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from rostra.deck.blocks import Block, Heading, Paragraph
from rostra.typeset.area import Area
from rostra.typeset.composition import below, blank_rows, lines_of, title
from rostra.typeset.frame import Line
from rostra.typeset.placing import placed
from rostra.typeset.sizes import Sizes
from rostra.typeset.text import aligned, styled, wrap


def title_slide(blocks: Sequence[Block], area: Area, sizes: Sizes) -> list[Line]:
    """The first heading in the largest letters that fit, the rest below it, all in the middle."""
    return featured(blocks, replace(area, align=area.align or "center"), sizes)


def featured(blocks: Sequence[Block], area: Area, sizes: Sizes) -> list[Line]:
    """The first heading, else the first paragraph, in the largest letters that fit; the rest below it."""
    lines_of_text = [block for block in blocks if isinstance(block, Heading | Paragraph)]
    if not lines_of_text:
        return below(area.set(blocks), area.rows)
    first = next((block for block in lines_of_text if isinstance(block, Heading)), lines_of_text[0])
    at = blocks.index(first)
    style = area.style("title" if isinstance(first, Heading) else "bright")
    before, rest = area.set(blocks[:at]), lines_of(blocks[at + 1 :], area, sizes)
    room = area.rows - len(before) - len(rest) - (1 if rest else 0)
    large = title(first.spans, style, area, sizes, room, first.step)
    gap = min(1 + area.rows // 20, 1 + room - len(large)) if large else 1
    if not large:
        pieces = styled(first.spans, area.styles, style)
        large = aligned(wrap(pieces, area.width, first.step), area.width, area.align, area.base)
    lines = [*before, *placed(large, first.place), *blank_rows(gap if rest else 0), *rest]
    return below(lines, area.rows)
