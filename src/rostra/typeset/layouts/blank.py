"""Nothing: an empty page, for a pause."""

from __future__ import annotations

from collections.abc import Sequence

from rostra.deck.blocks import Block
from rostra.typeset.area import Area
from rostra.typeset.frame import Line
from rostra.typeset.sizes import Sizes


def blank(blocks: Sequence[Block], area: Area, sizes: Sizes) -> list[Line]:
    """No rows at all, whatever stands on the slide."""
    return []
