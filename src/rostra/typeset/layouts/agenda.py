"""The agenda: the sections of the talk, the present one marked."""

from __future__ import annotations

from collections.abc import Sequence

from rostra.deck.blocks import Block
from rostra.typeset.area import Area
from rostra.typeset.composition import below, blank_rows, headline, split_headline
from rostra.typeset.frame import Line, Run
from rostra.typeset.layouts.content import content
from rostra.typeset.lettering import LEAST, lettered
from rostra.typeset.sizes import Sizes


def agenda(blocks: Sequence[Block], area: Area, sizes: Sizes) -> list[Line]:
    """A headline, and the name of each section; those that are over are dim, the next one is marked."""
    if not area.sections:
        return content(blocks, area, sizes)
    head, rest = split_headline(blocks)
    said = area.set(rest)
    over = headline(head, area, sizes, area.rows // 2)
    room = area.rows - len(over) - (len(said) and len(said) + 1)
    drawn = (_names(area, rows) for rows in (*range(sizes.headline, LEAST - 1, -2), 1))
    body = next((lines for lines in drawn if lines and len(lines) <= room), None) or _names(area, 1)
    return [*over, *below([*body, *blank_rows(1 if said else 0), *said], area.rows - len(over))]


def _names(area: Area, rows: int) -> list[Line]:
    """The sections, one below the other, in letters of so many rows; nothing when one does not fit."""
    lines: list[Line] = []
    for number, name in enumerate(area.sections, 1):
        over, present = number < area.section, number == max(1, area.section)
        style = area.style("bright" if present else "faint" if over else "page")
        told = f"{number}  {name}"
        lines += blank_rows(1 if lines else 0)
        if rows == 1:
            lines.append([Run("▌ " if present else "  ", area.style("accent")), Run(told, style)])
            continue
        drawn = lettered([(told, style)], area.width - 3, area.pen(rows), 1)
        if not drawn:
            return []
        lines += [[Run("█ " if present else "  ", area.style("accent"), says=""), *row] for row in drawn[0]]
    return lines
