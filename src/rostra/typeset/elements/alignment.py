"""Text to the left, the middle or the right."""

from __future__ import annotations

from dataclasses import replace

from rostra.deck.blocks import Align, Container
from rostra.typeset.area import Area
from rostra.typeset.frame import Line


def _at(align: Align, block: Container, area: Area) -> list[Line]:
    return replace(area, align=align).set(block.children)


def left(block: Container, area: Area) -> list[Line]:
    """What is inside, to the left."""
    return _at("left", block, area)


def center(block: Container, area: Area) -> list[Line]:
    """What is inside, in the middle."""
    return _at("center", block, area)


def right(block: Container, area: Area) -> list[Line]:
    """What is inside, to the right."""
    return _at("right", block, area)
