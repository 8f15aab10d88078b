"""A number: one figure as large as the page allows, and what it means."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from rostra.deck.blocks import Block, Heading, Paragraph
from rostra.typeset.area import Area
from rostra.typeset.composition import below, blank_rows, lines_of, title
from rostra.typeset.frame import Line
from rostra.typeset.layouts.title import title_slide
from rostra.typeset.placing import placed
from rostra.typeset.sizes import Sizes

SHARE = 0.55
"""The share of the page that a figure may take."""


def number(blocks: Sequence[Block], area: Area, sizes: Sizes) -> list[Line]:
    """The first line as a figure, the next one in large letters where they fit, the rest small."""
    if not blocks or not isinstance(blocks[0], Heading | Paragraph):
        return title_slide(blocks, area, sizes)
    centred = replace(area, align=area.align or "center")
    figure, rest = blocks[0], blocks[1:]
    means = _means(rest, centred, sizes)
    room = min(int(area.rows * SHARE), area.rows - len(means) - 2)
    huge = title(figure.spans, area.style("title"), centred, sizes._replace(title=room), room, figure.step)
    if not huge:
        return title_slide(blocks, area, sizes)
    return below([*placed(huge, figure.place), *blank_rows(1 + len(huge) // 8), *means], area.rows)


def _means(blocks: Sequence[Block], area: Area, sizes: Sizes) -> list[Line]:
    """What the figure means: its first line larger than the rest."""
    if not blocks:
        return []
    first, rest = blocks[0], blocks[1:]
    lines: list[Line] = []
    if isinstance(first, Heading | Paragraph) and area.rows >= 20:
        larger = sizes._replace(title=sizes.headline)
        lines = placed(title(first.spans, area.style("bright"), area, larger, 10, first.step), first.place)
    lines = lines or lines_of([first], area)
    small = lines_of(rest, area.based(area.style("small")))
    return [*lines, *blank_rows(1 if small else 0), *small]
