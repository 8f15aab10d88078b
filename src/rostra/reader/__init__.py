"""Bytes to Deck; the only home of markdown-it."""

from rostra.reader.deck import read_deck, read_opening

__all__ = ["read_deck", "read_opening"]
