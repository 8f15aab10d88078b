"""Definition lists: terms, and what they mean behind an indent."""

from __future__ import annotations

from rostra.deck.blocks import Container
from rostra.typeset.area import Area
from rostra.typeset.frame import Line, Run


def definitions(block: Container, area: Area) -> list[Line]:
    """Terms and meanings; a blank row before each further term."""
    lines: list[Line] = []
    for child in block.children:
        is_term = isinstance(child, Container) and child.name == "term"
        if lines and is_term and not area.compact:
            lines.append([])
        lines += area.set([child])
    return lines


def term(block: Container, area: Area) -> list[Line]:
    """What is defined."""
    return area.based(area.style("term")).set(block.children)


def definition(block: Container, area: Area) -> list[Line]:
    """What it means."""
    if area.width < 8:
        return area.set(block.children)
    return [[Run("  ", area.base), *line] if line else line for line in area.narrower(2).set(block.children)]
