"""The step at which a line of a slide shows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rostra.deck.blocks import Block, List, Place, blocks_within
from rostra.deck.model import Slide


def step_at(slide: Slide, file: str, line: int) -> int:
    """The step, counted from 0, at which a line of a file, counted from 0, shows: that of the block it belongs to."""
    begun = [(place.line, step) for place, step in _steps(slide.content.blocks) if place.file == file]
    at = max((number for number, _ in begun if number <= line + 1), default=None)
    return next((step for number, step in reversed(begun) if number == at), 0)


def _steps(blocks: Iterable[Block]) -> Iterator[tuple[Place, int]]:
    """Where each block and each item stands and when it shows, those within others behind them."""
    for block in blocks_within(blocks):
        yield block.place, block.step
        if isinstance(block, List):
            yield from ((item.place, item.step) for item in block.items)
