"""A section: where a part of the talk begins."""

from __future__ import annotations

from collections.abc import Sequence

from rostra.deck.blocks import Block
from rostra.typeset.area import Area
from rostra.typeset.frame import Line, Run
from rostra.typeset.layouts.title import featured
from rostra.typeset.sizes import Sizes

BAR = 8
"""Columns of the bar above a section's name."""


def section(blocks: Sequence[Block], area: Area, sizes: Sizes) -> list[Line]:
    """The name of what begins, large, at the left edge below a bar."""
    lines = featured(blocks, area, sizes)
    top = next((row for row, line in enumerate(lines) if line), 0)
    if top >= 2:
        lines[top - 2] = [Run("━" * min(BAR, area.width), area.style("accent"))]
    return lines
