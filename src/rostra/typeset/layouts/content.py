"""The usual slide: a headline, and what there is to say below it."""

from __future__ import annotations

from collections.abc import Sequence

from rostra.deck.blocks import Block
from rostra.typeset.area import Area
from rostra.typeset.composition import beneath, blank_rows, has_middle, headline, split_headline
from rostra.typeset.frame import Line
from rostra.typeset.sizes import Sizes


def content(blocks: Sequence[Block], area: Area, sizes: Sizes) -> list[Line]:
    """A headline at the top, the rest in the room below it."""
    head, rest = split_headline(blocks)
    if (middle := has_middle(rest)) is not None:
        return _with_middle(blocks, area, sizes, middle + (head is not None))
    return beneath(head, rest, area, sizes) if rest else headline(head, area, sizes, area.rows)


def _with_middle(blocks: Sequence[Block], area: Area, sizes: Sizes, middle: int) -> list[Line]:
    """What stands before ``jump_to_middle`` at the top, the rest in the middle of the page."""
    head, rest = split_headline(blocks[:middle])
    low = area.set(blocks[middle:])
    high = area.set(rest)
    over = headline(head, area, sizes, area.rows - len(low) - len(high) - 1)
    above = [*over, *high]
    return [*above, *blank_rows(max(1, (area.rows - len(low)) // 2 - len(above))), *low]
