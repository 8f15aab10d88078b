"""Footnotes, below a short line at the foot of the slide that calls them."""

from __future__ import annotations

from dataclasses import replace

from rostra.deck.blocks import Container
from rostra.typeset.area import Area
from rostra.typeset.frame import Line, Run
from rostra.typeset.text import SUPERSCRIPTS


def footnotes(block: Container, area: Area) -> list[Line]:
    """All footnotes of a slide."""
    line: Line = [Run("─" * min(12, area.width), area.style("rule"), block.step)]
    return [line, *replace(area.based(area.style("small")), compact=True, align="").set(block.children)]


def footnote(block: Container, area: Area) -> list[Line]:
    """One footnote behind its number."""
    number = block.argument.translate(SUPERSCRIPTS)
    if area.width <= len(number) + 1:
        return area.set(block.children)
    drawn = area.narrower(len(number) + 1).set(block.children) or [[]]
    first: Line = [Run(f"{number} ", area.style("footnote"), block.step), *drawn[0]]
    return [first, *([Run(" " * (len(number) + 1), area.base), *line] for line in drawn[1:])]
