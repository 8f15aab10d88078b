"""Decks from texts and bytes, and all text that they hold."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import fields, is_dataclass
from pathlib import Path

from rostra.deck.blocks import Span
from rostra.deck.model import Deck
from rostra.reader import read_deck


def read(folder: Path, source: str | bytes, name: str = "deck.md", **others: str) -> Deck:
    """The deck that a file holds; other files lie beside it, two underscores standing for a folder."""
    for other, text in others.items():
        path = folder / f"{other.replace('__', '/')}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    deck = folder / name
    deck.write_bytes(source.encode("utf-8", "surrogatepass") if isinstance(source, str) else source)
    return read_deck([deck])


def messages(deck: Deck) -> list[str]:
    """The problems, each with its file's name and its line."""
    return [f"{Path(p.file).name}:{p.line}: {p.message}" for p in deck.all_problems()]


def strings(value: object) -> Iterator[str]:
    """Every string in a value, at any depth."""
    if isinstance(value, str):
        yield value
    elif is_dataclass(value):
        for one in fields(value):
            yield from strings(getattr(value, one.name))
    elif isinstance(value, Iterable):
        for part in value:
            yield from strings(part)


def all_strings(deck: Deck) -> list[str]:
    """All text of a deck that can reach a terminal."""
    slides = [(s.content, s.place, s.settings, s.source, s.label) for s in deck.slides]
    return [*strings(deck.meta), *strings(slides), *strings(deck.all_problems()), deck.title]


def spans_in(value: object) -> Iterator[Span]:
    """Every span in a value, at any depth."""
    if isinstance(value, Span):
        yield value
    elif is_dataclass(value):
        for one in fields(value):
            yield from spans_in(getattr(value, one.name))
    elif isinstance(value, (tuple, list)):
        for part in value:
            yield from spans_in(part)
