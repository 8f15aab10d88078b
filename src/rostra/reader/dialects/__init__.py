"""Dialects: the conventions of the programs that decks are written for, one file each, and their table."""

from __future__ import annotations

from rostra.reader.dialects.dialect import Dialect
from rostra.reader.dialects.native import NATIVE
from rostra.reader.source import Source

DIALECTS = (NATIVE,)
"""The first that recognises a deck is taken; the native format is last and takes everything."""


def dialect_of(source: Source) -> Dialect:
    """The dialect that a deck is written in."""
    return next(dialect for dialect in DIALECTS if dialect.recognise(source))


__all__ = ["DIALECTS", "NATIVE", "Dialect", "dialect_of"]
