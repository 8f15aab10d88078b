"""``rostra tour``: present the tour, wherever the program is installed."""

from __future__ import annotations

from collections.abc import Sequence

from rostra.commands.present import present
from rostra.errors import UserError
from rostra.library import shipped_tour


def tour(arguments: Sequence[str]) -> int:
    """``rostra tour``, with the options of a talk."""
    deck = shipped_tour()
    if deck is None:
        raise UserError("the tour is missing from this installation", hint="installing the program anew brings it back")
    return present([str(deck), *arguments])
