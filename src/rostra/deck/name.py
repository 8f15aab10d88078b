"""A word that means something in a deck, for the tables of all of them."""

from __future__ import annotations

from typing import NamedTuple


class Name(NamedTuple):
    """A word that means something in a deck."""

    name: str
    about: str
    """What it does, in a few words, without a full stop."""
    example: str = ""
    """How it is written."""


def words(names: tuple[Name, ...]) -> tuple[str, ...]:
    """The names alone."""
    return tuple(one.name for one in names)
