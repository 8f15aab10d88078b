"""How one picture becomes the next: one file a transition, named like it in decks.

Each has a function ``between(before, after, share)``, which gives the picture at a share of the time, from 0 to 1. All
pictures have the same size. On the way back a transition is played backwards.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from importlib import import_module

from rostra.typeset.frame import Line

Lines = Sequence[Line]
Between = Callable[[Lines, Lines, float], list[Line]]


def transition(name: str) -> Between:
    """The function of a transition; the name is one of ``deck/names.py``, and not ``none``."""
    between: Between = import_module(f"{__name__}.{name}").between
    return between
