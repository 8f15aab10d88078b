"""Code: one listing in the middle of the room below its headline."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from rostra.deck.blocks import Align, Block, Code
from rostra.deck.name import words
from rostra.deck.names import FIGURES
from rostra.typeset.area import Area
from rostra.typeset.composition import below_headline, split_headline
from rostra.typeset.frame import Line
from rostra.typeset.sizes import Sizes
from rostra.typeset.text import block_aligned


def code_slide(blocks: Sequence[Block], area: Area, sizes: Sizes) -> list[Line]:
    """A headline, and a listing in the middle; what is said of it stands at the listing's left edge.

    Figures and drawings are in the middle of any area, so here they are already.
    """
    head, rest = split_headline(blocks)
    body = area.set(rest)
    if len(body) > area.rows - 2:
        body = replace(area, compact=True).set(rest)
    align: Align = "" if area.align or any(map(_stands_in_the_middle, rest)) else "center"
    return below_headline(head, block_aligned(body, area.width, align, area.base), area, sizes)


def _stands_in_the_middle(block: Block) -> bool:
    from rostra.typeset.code import is_drawing

    return isinstance(block, Code) and (block.language in words(FIGURES) or is_drawing(block))
