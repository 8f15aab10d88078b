"""Two columns below a headline, plain or facing each other on panels."""

from __future__ import annotations

from collections.abc import Sequence

from rostra.deck.blocks import Block, Container, Heading
from rostra.typeset.area import Area
from rostra.typeset.composition import below_headline, beneath, blank_rows, split_headline
from rostra.typeset.frame import Line
from rostra.typeset.panel import side_by_side
from rostra.typeset.sizes import Sizes


def two_columns(blocks: Sequence[Block], area: Area, sizes: Sizes) -> list[Line]:
    """What stands below the headline in two columns."""
    head, rest = split_headline(blocks)
    parts = parted(rest)
    if len(parts) < 2:
        return beneath(head, rest, area, sizes)
    columns = tuple(Container("column", "", tuple(part), part[0].place, part[0].step) for part in parts)
    return beneath(head, [Container("columns", "", columns, rest[0].place)], area, sizes)


def compare(blocks: Sequence[Block], area: Area, sizes: Sizes) -> list[Line]:
    """Two sides on panels, each in a colour of its own; what stands beside the columns that are named, below them."""
    head, rest = split_headline(blocks)
    named = next((block for block in rest if isinstance(block, Container) and block.name == "columns"), None)
    parts = parted([named] if named is not None else rest)
    if len(parts) < 2:
        return two_columns(blocks, area, sizes)
    others = area.set([block for block in rest if block is not named]) if named is not None else []
    room = area.rows - sizes.top - sizes.headline - 1 - (len(others) and len(others) + 1)
    body = side_by_side(parts, area, room, sizes)
    return below_headline(head, [*body, *blank_rows(1 if others else 0), *others], area, sizes)


def parted(blocks: Sequence[Block]) -> list[Sequence[Block]]:
    """The columns that blocks name, else a part for each heading, else two parts with as many blocks."""
    if len(blocks) == 1 and isinstance(blocks[0], Container) and blocks[0].name == "columns":
        return [one.children for one in blocks[0].children if isinstance(one, Container) and one.children]
    starts = [i for i, block in enumerate(blocks) if isinstance(block, Heading)]
    if len(starts) > 1:
        starts[0] = 0
    else:
        starts = [0, (len(blocks) + 1) // 2] if len(blocks) > 1 else [0]
    return [blocks[a:b] for a, b in zip(starts, [*starts[1:], len(blocks)], strict=True)]
