"""A picture: all of the page below the headline, or one half of it beside the text."""

from __future__ import annotations

from collections.abc import Sequence

from rostra.deck.blocks import Block, Container, Image
from rostra.typeset.area import Area
from rostra.typeset.composition import below_headline, beneath, split_headline
from rostra.typeset.frame import Line
from rostra.typeset.layouts.content import content
from rostra.typeset.sizes import Sizes
from rostra.typeset.text import block_aligned


def image_slide(blocks: Sequence[Block], area: Area, sizes: Sizes) -> list[Line]:
    """The picture in the middle of the page."""
    head, rest = split_headline(blocks)
    body = block_aligned(area.set(rest), area.width, "center", area.base)
    return below_headline(head, body, area, sizes)


def image_left(blocks: Sequence[Block], area: Area, sizes: Sizes) -> list[Line]:
    """The picture at the left, the text beside it."""
    return _beside(blocks, area, sizes, left=True)


def image_right(blocks: Sequence[Block], area: Area, sizes: Sizes) -> list[Line]:
    """The picture at the right, the text beside it."""
    return _beside(blocks, area, sizes, left=False)


def _beside(blocks: Sequence[Block], area: Area, sizes: Sizes, *, left: bool) -> list[Line]:
    head, rest = split_headline(blocks)
    picture = next((block for block in rest if isinstance(block, Image)), None)
    others = tuple(block for block in rest if block is not picture)
    if picture is None or not others:
        return content(blocks, area, sizes)
    halves = [(picture,), others] if left else [others, (picture,)]
    columns = tuple(Container("column", "", half, half[0].place, half[0].step) for half in halves)
    return beneath(head, [Container("columns", "", columns, picture.place)], area, sizes)
