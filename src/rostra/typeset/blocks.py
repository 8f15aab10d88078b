"""The look of each kind of block."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import assert_never

from rich.style import Style

from rostra.deck.blocks import (
    Align,
    Block,
    Code,
    Container,
    Heading,
    Image,
    Item,
    List,
    Paragraph,
    Quote,
    Rule,
    Space,
    Table,
    plain,
)
from rostra.typeset.area import Area
from rostra.typeset.elements import ELEMENTS, framed
from rostra.typeset.frame import Line, Run, drawn_from, placed, width
from rostra.typeset.letters import letters
from rostra.typeset.places import Origin
from rostra.typeset.text import aligned, block_aligned, styled, wrap

BULLETS = "•◦▪‣"


def flow(blocks: Sequence[Block], area: Area) -> list[Line]:
    """Draw blocks one below the other, with blank rows between them unless the area is compact."""
    lines: list[Line] = []
    before: Block | None = None
    for block in blocks:
        drawn = _safely(block, area)
        if not drawn:
            continue
        if before is not None and not area.compact and not isinstance(before, Space) and not isinstance(block, Space):
            lines.append([])
        lines += drawn
        before = block
    return lines


def _safely(block: Block, area: Area) -> list[Line]:
    """Draw a block; one that fails becomes a box with its place, and the talk goes on."""
    try:
        return placed(draw(block, area), block.place)
    except Exception as error:  # a talk never dies on stage
        why = type(error).__name__
        where = f"{block.place.file}:{block.place.line}" if block.place.line else "this block"
        said = [(f"{where} cannot be drawn ({why})", area.style("problem"))]
        box = framed(wrap(said, area.width - 4, block.step), area, "", area.style("problem"), block.step)
        return [drawn_from(line, Origin(block.place, failure=why)) for line in box]


def draw(block: Block, area: Area) -> list[Line]:
    """Draw one block."""
    match block:
        case Heading():
            return heading(block, area)
        case Paragraph():
            return paragraph(block, area)
        case Code():
            from rostra.typeset.code import listing

            return block_aligned(listing(block, area), area.width, area.align, area.base)
        case Quote():
            return quote(block, area)
        case List():
            return block_aligned(list_(block, area), area.width, area.align, area.base)
        case Table():
            from rostra.typeset.tables import table

            return block_aligned(table(block, area), area.width, area.align, area.base)
        case Rule():
            return [[Run("─" * area.width, area.style("rule"), block.step)]]
        case Image():
            return image(block, area)
        case Space():
            return [[] for _ in range(block.rows)]
        case Container():
            return container(block, area)
        case _:
            assert_never(block)


def heading(block: Heading, area: Area) -> list[Line]:
    """Six looks, which differ without colour too; large where the slide is a title."""
    style = area.style(f"heading{block.level}")
    if (area.title and block.level == 1) or area.large:
        style = area.style("title") if area.title else style
        if lines := _large(block, style, area, area.align):
            return lines
    pieces = styled(block.spans, area.styles, style)
    prefix = "▌ " if block.level == 3 and not area.title else ""
    lines = wrap(pieces, area.width - len(prefix), block.step)
    if prefix:
        lines = area.barred(lines, prefix, style, block.step)
    if block.level <= 2 and not area.title:
        longest = max(width(line) for line in lines)
        lines.append([Run(("━" if block.level == 1 else "─") * longest, area.style("heading_rule"), block.step)])
    return aligned(lines, area.width, area.align, area.base)


def paragraph(block: Paragraph, area: Area) -> list[Line]:
    """Text, wrapped."""
    align = area.align or block.align
    if area.large and (large := _large(block, area.base, area, align)):
        return large
    lines = wrap(styled(block.spans, area.styles, area.base), area.width, block.step)
    return aligned(lines, area.width, align, area.base)


def _large(block: Heading | Paragraph, style: Style, area: Area, align: Align) -> list[Line]:
    """Text in large letters, whose first row says what they spell; nothing when it does not fit."""
    lines: list[Line] = []
    text = plain(block.spans)
    for rows in letters(text, area.width, area.rows - 4) or ():
        drawn: list[Line] = [
            [Run(row, style, block.step, "" if lines or number else text)] for number, row in enumerate(rows)
        ]
        lines += block_aligned(drawn, area.width, align, area.base)
    return lines


def quote(block: Quote, area: Area) -> list[Line]:
    """Text behind a bar."""
    inner = area.narrower(2).based(area.style("quote"))
    return area.barred(inner.set(block.children), "▎ ", area.style("quote_bar"), block.step)


def list_(block: List, area: Area) -> list[Line]:
    """Items behind their bullets or numbers; blank rows between them where the author left some."""
    lines: list[Line] = []
    last = (block.start or 0) + len(block.items) - 1
    wide = len(str(last)) + 2 if block.start is not None else 2
    for number, item in enumerate(block.items, block.start or 0):
        marker = f"{number}.".rjust(wide - 1) if block.start is not None else BULLETS[min(area.depth, 3)]
        if lines and not area.compact and (not block.tight or (area.airy and not area.depth)):
            lines.append([])
        lines += placed(_item(item, marker, wide, area), item.place)
    return lines


def _item(item: Item, marker: str, wide: int, area: Area) -> list[Line]:
    style = area.style("bullet")
    if item.checked is not None:
        marker, wide = ("☑" if item.checked else "☐"), 2
        style = area.style("task_done" if item.checked else "bullet")
    if wide >= area.width:
        wide, marker = 1 if area.width > 1 else 0, marker[-1:] if area.width > 1 else ""
    tight = all(not isinstance(child, Paragraph) or i == 0 for i, child in enumerate(item.children))
    inner = replace(area.narrower(wide), depth=area.depth + 1, compact=area.compact or tight, align="")
    drawn = inner.set(item.children) or [[]]
    hanging = [[Run(" " * wide, area.base), *line] if line else line for line in drawn[1:]]
    return [[Run(marker.ljust(wide), style, item.step), *drawn[0]], *hanging]


def image(block: Image, area: Area) -> list[Line]:
    """The alternative text in a box."""
    label = block.alt or block.path.rpartition("/")[2] or "image"
    style = area.style("image")
    lines = wrap([(f"▣ {label}", style)], max(1, min(area.width - 4, 60)), block.step)
    if block.title:
        lines += wrap([(block.title, area.style("muted"))], max(1, min(area.width - 4, 60)), block.step)
    inner = area.within(min(area.width, max(width(line) for line in lines) + 4))
    return block_aligned(framed(lines, inner, "", area.style("border"), block.step), area.width, area.align, area.base)


def container(block: Container, area: Area) -> list[Line]:
    """A named element; an unknown name draws what is inside."""
    element = ELEMENTS.get(block.name)
    return element(block, area) if element else area.set(block.children)
