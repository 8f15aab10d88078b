"""Figures: listings in languages of our own, drawn instead of shown; one file each, imported when it is used."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from rostra.deck.name import words
from rostra.deck.names import FIGURES
from rostra.typeset.figures.source import CannotDrawError
from rostra.typeset.text import block_aligned

if TYPE_CHECKING:
    from rostra.deck.blocks import Code
    from rostra.typeset.area import Area
    from rostra.typeset.frame import Line

NAMES = frozenset(words(FIGURES))
"""The languages of listings that are drawn; each is a module with a function of its name."""


def figure(block: Code, area: Area) -> list[Line]:
    """A listing in one of these languages, drawn in the middle of the area.

    Raises :class:`CannotDrawError` for one that cannot be, at this width or at all.
    """
    drawn: list[Line] = getattr(import_module(f"{__name__}.{block.language}"), block.language)(block, area)
    return block_aligned(drawn, area.width, area.align or "center", area.base)


__all__ = ["NAMES", "CannotDrawError", "figure"]
