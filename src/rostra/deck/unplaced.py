"""What decks hold, apart from where it is written: for telling whether a change to a file leaves it the same."""

from __future__ import annotations

from rostra.deck.blocks import Place
from rostra.deck.model import Deck, Slide
from rostra.errors import Problem


def unplaced(value: object) -> object:
    """Values of a deck without the places at which they stand; equal when nothing else differs."""
    match value:
        case Place():
            return None
        case Problem():
            return value.message
        case Deck():
            return [*map(unplaced, (value.meta, value.problems, value.slides))]
        case Slide():
            return [*map(unplaced, (value.settings, value.content))]
        case tuple():
            return [type(value).__name__, *map(unplaced, value)]
        case _:
            return value
