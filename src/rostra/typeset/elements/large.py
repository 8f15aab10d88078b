"""Large text: headings and paragraphs in letters of several rows where they fit."""

from __future__ import annotations

from dataclasses import replace

from rostra.deck.blocks import Container
from rostra.typeset.area import Area
from rostra.typeset.frame import Line
from rostra.typeset.lettering import LEAST


def large(block: Container, area: Area) -> list[Line]:
    """What is inside, its headings and paragraphs large where they fit."""
    return replace(area, letters=max(LEAST, area.letters)).set(block.children)
