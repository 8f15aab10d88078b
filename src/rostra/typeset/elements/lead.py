"""A lead: the line between a headline and what it is about."""

from __future__ import annotations

from rostra.deck.blocks import Container
from rostra.typeset.area import Area
from rostra.typeset.frame import Line


def lead(block: Container, area: Area) -> list[Line]:
    """A line that stands out from the text below it."""
    return area.based(area.style("lead")).set(block.children)
