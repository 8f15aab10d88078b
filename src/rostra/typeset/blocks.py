"""The look of each kind of block."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import zip_longest
from typing import assert_never

from rich.style import Style

from rostra.deck.blocks import (
    NOWHERE,
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
    Spans,
    Table,
)
from rostra.deck.name import words
from rostra.deck.names import FIGURES as FIGURE_NAMES
from rostra.typeset.area import Area
from rostra.typeset.elements import ELEMENTS, framed
from rostra.typeset.frame import Line, Run, width
from rostra.typeset.lettering import lettered
from rostra.typeset.places import Origin
from rostra.typeset.placing import drawn_from, placed
from rostra.typeset.text import aligned, block_aligned, styled, wrap

FIGURES = frozenset(words(FIGURE_NAMES))
BULLETS = "●○■□"
LARGE_MARKS = {"●": "•", "○": "•", "■": "•", "✔": "[x]", "□": "[ ]"}
"""Bullets and boxes by what large letters have for them."""
MEASURE = 72
"""Columns; longer lines of running text are hard to follow from one to the next (Bringhurst: 45 to 75 letters)."""


def flow(blocks: Sequence[Block], area: Area) -> list[Line]:
    """Draw blocks one below the other, with blank rows between them unless the area is compact."""
    lines: list[Line] = []
    before: Block | None = None
    for block in blocks:
        drawn = _safely(block, area)
        if not drawn:
            continue
        if before is not None and not area.compact and not isinstance(before, Space) and not isinstance(block, Space):
            lines += [[] for _ in range(max(1, area.air))]
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
            return code(block, area)
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


def code(block: Code, area: Area) -> list[Line]:
    """A figure, where the listing is the source of one that can be drawn; else the listing."""
    from rostra.typeset.code import listing

    if block.language not in FIGURES:
        return block_aligned(listing(block, area), area.width, area.align, area.base)
    from rostra.typeset.figures import CannotDrawError, figure

    try:
        return figure(block, area)
    except CannotDrawError as error:
        failed = Origin(block.place, failure=str(error), line=0 if error.line is None else error.line + 1)
        shown = listing(block, area)
        return [[run._replace(origin=failed) if run.origin else run for run in line] for line in shown[:1]] + shown[1:]


def heading(block: Heading, area: Area) -> list[Line]:
    """Six looks, which differ without colour too; large where text is."""
    style = area.style(f"heading{block.level}")
    if area.letters > 1 and (large := large_text(block.spans, style, area, area.letters, block.step)):
        return aligned_together(large, area, area.align)
    pieces = styled(block.spans, area.styles, style)
    prefix = "▌ " if block.level == 3 else ""
    lines = wrap(pieces, area.width - len(prefix), block.step)
    if prefix:
        lines = area.barred(lines, prefix, style, block.step)
    if block.level <= 2:
        longest = max(width(line) for line in lines)
        lines.append([Run(("━" if block.level == 1 else "─") * longest, area.style("heading_rule"), block.step)])
    return aligned(lines, area.width, area.align, area.base)


def paragraph(block: Paragraph, area: Area) -> list[Line]:
    """Text, wrapped."""
    align = area.align or block.align
    if area.letters > 1 and (large := large_text(block.spans, area.base, area, area.letters, block.step, most=8)):
        return aligned_together(large, area, align)
    lines = wrap(styled(block.spans, area.styles, area.base), min(area.width, MEASURE), block.step)
    return aligned(lines, area.width, align, area.base)


def large_text(
    spans: Spans, style: Style, area: Area, rows: int, step: int, most: int = 3, *, graded: bool = False
) -> list[list[Line]]:
    """Text in letters of so many rows, line by line; nothing when it takes more lines, or has unknown signs."""
    gradient = area.styles.gradient_on(area.base) if graded else None
    drawn = lettered(styled(spans, area.styles, style), area.width, area.pen(rows), most, gradient) or []
    return [
        [drawn_from([run._replace(step=step) for run in row], Origin(NOWHERE, part)) for row in line]
        for part, line in enumerate(drawn)
    ]


def aligned_together(large: Sequence[list[Line]], area: Area, align: Align) -> list[Line]:
    """Lines of large letters one below the other, each moved as a whole."""
    return [row for line in large for row in block_aligned(line, area.width, align, area.base)]


def quote(block: Quote, area: Area) -> list[Line]:
    """Text behind a bar."""
    inner = area.narrower(2).based(area.style("quote"))
    return area.barred(inner.set(block.children), "▎ ", area.style("quote_bar"), block.step)


def list_(block: List, area: Area) -> list[Line]:
    """Items behind their bullets or numbers; blank rows between them where the author left some, or there is room."""
    lines: list[Line] = []
    last = (block.start or 0) + len(block.items) - 1
    wide = len(str(last)) + 2 if block.start is not None else 2
    inner = replace(area, air=0) if area.depth else area
    between = 0 if inner.compact else max(inner.air, 0 if block.tight and area.letters == 1 else 1)
    for number, item in enumerate(block.items, block.start or 0):
        marker = f"{number}." if block.start is not None else BULLETS[min(area.depth, 3)]
        if lines:
            lines += [[] for _ in range(between)]
        lines += placed(_item(item, marker, wide, inner), item.place)
    return lines


def _item(item: Item, marker: str, wide: int, area: Area) -> list[Line]:
    style = area.style("bullet")
    if item.checked is not None:
        marker, wide = ("✔" if item.checked else "□"), 2
        style = area.style("task_done" if item.checked else "bullet")
    first = _marker(marker, wide, style, item.step, area)
    wide = width(first[0])
    if wide >= area.width:
        wide = 1 if area.width > 1 else 0
        first = [[Run(marker[-1:] * wide, style, item.step)]]
    tight = all(not isinstance(child, Paragraph) or i == 0 for i, child in enumerate(item.children))
    inner = replace(area.narrower(wide), depth=area.depth + 1, compact=area.compact or tight, air=0, align="")
    drawn = inner.set(item.children) or [[]]
    rest: Line = [Run(" " * wide, area.base)]
    marked = [[*before, *line] for before, line in zip_longest(first[: len(drawn)], drawn, fillvalue=rest)]
    return [line if width(line) > wide or i < len(first) else [] for i, line in enumerate(marked)]


def _marker(marker: str, wide: int, style: Style, step: int, area: Area) -> list[Line]:
    """A bullet or number with what parts it from its item, as large as the text."""
    sign = LARGE_MARKS.get(marker, marker)
    large = lettered([(f"{sign}\xa0", style)], area.width, area.pen(area.letters)) if area.letters > 1 else None
    if large is None:
        return [[Run(marker.rjust(wide - 1).ljust(wide), style, step)]]
    return [[run._replace(step=step, says=run.says and f"{marker} ") for run in row] for row in large[0]]


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
