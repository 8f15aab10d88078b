"""Columns side by side; one below the other where the page is too narrow."""

from __future__ import annotations

import re

from rostra.deck.blocks import Block, Container
from rostra.typeset.area import Area
from rostra.typeset.frame import Line, Run, padded

NARROWEST = 8
"""Cells; columns narrower than this are set one below the other."""


def columns(block: Container, area: Area) -> list[Line]:
    """Columns: their shares stand in the layout's argument, or a width in percent in each column's."""
    parts = _parts(block)
    gap = 4 if area.width >= 60 else 2
    room = area.width - gap * (len(parts) - 1)
    if len(parts) < 2 or room < NARROWEST * len(parts):
        return area.set([part for part in parts if part.children])
    shares = [int(share) for share in block.argument.split() if share.isdigit()]
    widths = _widths(parts, shares, room)
    drawn = [area.within(cells).set(part.children) for part, cells in zip(parts, widths, strict=True)]
    between = Run(" " * gap, area.base)
    rows: list[Line] = []
    for row in range(max(len(lines) for lines in drawn)):
        line: Line = []
        for i, (lines, cells) in enumerate(zip(drawn, widths, strict=True)):
            if i:
                line.append(between)
            line += padded(lines[row] if row < len(lines) else [], cells, area.base)
        rows.append(line)
    return rows


def _parts(block: Container) -> list[Container]:
    """The columns; what stands outside any column is one by itself."""
    parts: list[Container] = []
    loose: list[Block] = []
    for child in block.children:
        if not isinstance(child, Container) or child.name != "column":
            loose.append(child)
            continue
        if loose:
            parts.append(_column(loose))
            loose = []
        parts.append(child)
    return [*parts, _column(loose)] if loose else parts


def _column(blocks: list[Block]) -> Container:
    return Container("column", "", tuple(blocks), blocks[0].place, blocks[0].step)


def _widths(parts: list[Container], shares: list[int], room: int) -> list[int]:
    """Cells for each column; they add up to the room."""
    if len(shares) == len(parts):
        weights = [float(share) for share in shares]
    else:
        given = [_percent(part.argument) for part in parts]
        left = max(0.0, 100.0 - sum(share for share in given if share))
        open_parts = sum(share is None for share in given)
        weights = [max(5.0, left / open_parts) if share is None else share for share in given]
    total = sum(weights)
    widths = [max(NARROWEST // 2, int(room * weight / total)) for weight in weights]
    widest = widths.index(max(widths))
    widths[widest] += room - sum(widths)
    return widths


def _percent(argument: str) -> float | None:
    found = re.match(r"(\d+(?:\.\d+)?)\s*%?", argument)
    return min(100.0, max(1.0, float(found[1]))) if found else None
