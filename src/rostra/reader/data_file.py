"""The file beside the deck from which a chart has its numbers."""

from __future__ import annotations

import re
from pathlib import Path

from rostra.deck.blocks import DATA, Code
from rostra.errors import Problem, UserError
from rostra.reader.context import DeckContext
from rostra.reader.source import read_source, resolve_inside

LARGEST = 1024 * 1024
"""Bytes; no chart has that many values."""


def with_data(block: Code, context: DeckContext) -> tuple[Code, list[Problem]]:
    """A chart with what stands in the file that it names; without, and with a problem, where that cannot be read."""
    found = next(filter(None, map(re.compile(DATA).fullmatch, block.text.split("\n"))), None)
    if found is None:
        return block, []
    try:
        path = resolve_inside(found["name"], Path(block.place.file).parent, context.root)
        if path.stat().st_size > LARGEST:
            raise ValueError(f"{found['name']} is larger than {LARGEST // 1024**2} MiB")
        return block._replace(data=read_source(path).text), []
    except (ValueError, UserError, OSError) as error:
        message = str(error.strerror or error) if isinstance(error, OSError) else str(error)
        return block, [context.problem(block.place, f"data: {message}", found["name"], rule="include")]
