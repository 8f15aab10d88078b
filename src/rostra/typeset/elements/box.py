"""A frame around blocks, with a title if it has one."""

from __future__ import annotations

from rich.cells import cell_len
from rich.style import Style

from rostra.deck.blocks import Container
from rostra.typeset.area import Area
from rostra.typeset.frame import Line, Run, padded
from rostra.typeset.text import truncated

NARROWEST = 5
"""Cells; below this there is no room for a frame."""


def box(block: Container, area: Area) -> list[Line]:
    """What is inside in a frame; the argument is the title."""
    if area.width < NARROWEST:
        return area.set(block.children)
    inner = area.narrower(4)
    return framed(inner.set(block.children), area, block.argument, area.style("border"), block.step)


def framed(lines: list[Line], area: Area, title: str, style: Style, step: int) -> list[Line]:
    """Lines in a frame as wide as the area; on an area too narrow for a frame, the lines alone."""
    if area.width < NARROWEST:
        return lines
    inner = area.width - 4
    label = truncated(f" {title} ", inner) if title else ""
    head: Line = [
        Run("╭─", style, step),
        Run(label, area.style("table_header"), step),
        Run("─" * (area.width - 3 - cell_len(label)) + "╮", style, step),
    ]
    sides = [
        [Run("│ ", style, step), *padded(line, inner, area.base), Run(" │", style, step)] for line in lines or [[]]
    ]
    return [[run for run in head if run.text], *sides, [Run("╰" + "─" * (area.width - 2) + "╯", style, step)]]
