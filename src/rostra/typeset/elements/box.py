"""A panel or a frame around blocks, with a title if it has one."""

from __future__ import annotations

from rich.cells import cell_len
from rich.style import Style

from rostra.deck.blocks import Container
from rostra.typeset.area import Area
from rostra.typeset.frame import Line, Run, padded
from rostra.typeset.panel import has_panels, heading_of, panelled
from rostra.typeset.text import truncated

NARROWEST = 5
"""Cells; below this there is no room for a frame."""


def box(block: Container, area: Area) -> list[Line]:
    """What is inside on a panel, in a frame where the theme has no panels; the argument is the title."""
    if area.width < NARROWEST:
        return area.set(block.children)
    if not has_panels(area):
        style = area.style("border")
        style += area.styles.named(block.color[1:], area.base) if block.color else Style()
        return framed(
            area.narrower(4).set(block.children), area, block.argument, style, block.step, colored=bool(block.color)
        )

    def inside(inner: Area) -> list[Line]:
        style = inner.style("table_header")
        style += inner.styles.named(block.color[1:], inner.base) if block.color else Style()
        title = heading_of(block.argument, style, inner, block.step) if block.argument else []
        return [*title, *inner.set(block.children)]

    return panelled(inside, area, block.color[1:] or "border", block.step)


def framed(lines: list[Line], area: Area, title: str, style: Style, step: int, *, colored: bool = False) -> list[Line]:
    """Lines in a frame as wide as the area; on an area too narrow for a frame, the lines alone."""
    if area.width < NARROWEST:
        return lines
    inner = area.width - 4
    label = truncated(f" {title} ", inner) if title else ""
    head: Line = [
        Run("╭─", style, step),
        Run(label, area.style("table_header") + (Style(color=style.color) if colored else Style()), step),
        Run("─" * (area.width - 3 - cell_len(label)) + "╮", style, step),
    ]
    sides = [
        [Run("│ ", style, step), *padded(line, inner, area.base), Run(" │", style, step)] for line in lines or [[]]
    ]
    return [[run for run in head if run.text], *sides, [Run("╰" + "─" * (area.width - 2) + "╯", style, step)]]
