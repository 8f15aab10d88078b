"""Rule: one thing to look for."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import NamedTuple

from rostra.check.talk import Talk
from rostra.errors import Problem


def _nothing(*_: object) -> Iterable[Problem]:
    return ()


class Rule(NamedTuple):
    """Something that would go wrong, and how it is found. What it is called is said in :mod:`rostra.deck.names`."""

    id: str
    slide: Callable[[Talk, int], Iterable[Problem]] = _nothing
    """What is wrong with a slide, counted from 0, whatever stands on others."""
    deck: Callable[[Talk], Iterable[Problem]] = _nothing
    """What is wrong with the talk as a whole; asked after each change, so it is to be quick."""
    strict: bool = False
    """Whether it is a matter of taste, to be looked for only when that is asked for."""
