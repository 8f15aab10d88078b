"""Code: one listing in the middle of the room below its headline."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from rostra.deck.blocks import Block
from rostra.typeset.area import Area
from rostra.typeset.composition import below_headline, split_headline
from rostra.typeset.frame import Line
from rostra.typeset.sizes import Sizes
from rostra.typeset.text import block_aligned


def code_slide(blocks: Sequence[Block], area: Area, sizes: Sizes) -> list[Line]:
    """A headline, and a listing in the middle; what is said of it stands at the listing's left edge."""
    head, rest = split_headline(blocks)
    body = area.set(rest)
    if len(body) > area.rows - 2:
        body = replace(area, compact=True).set(rest)
    return below_headline(head, block_aligned(body, area.width, "" if area.align else "center", area.base), area, sizes)
