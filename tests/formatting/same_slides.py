"""What a deck shows, to the cell, and what must hold of it once it was formatted."""

from __future__ import annotations

from pathlib import Path

from rich.style import Style

from rostra.deck.model import Deck
from rostra.formatting.formatted import settled
from rostra.formatting.outline import Outline
from rostra.reader.deck import read_text
from rostra.reader.source import Source
from rostra.safety import safe
from rostra.themes import load_theme
from rostra.typeset import Page, Styles, typeset

STYLES = Styles(load_theme("dark"))
Cells = list[list[tuple[str, Style]]]


def shown(deck: Deck) -> list[Cells]:
    """Every slide of a deck at every step, and its notes, in cells of 80x24 with their looks."""
    pages = []
    for number, slide in enumerate(deck.slides, 1):
        for one in (slide, slide.notes):
            frame = typeset(one, Page(80, 24, number, len(deck.slides)), STYLES, deck.meta)
            for step in range(frame.steps):
                pages.append([[(run.text, run.style) for run in line] for line in frame.lines(step)])
    return pages


def settled_text(text: str, path: Path) -> str:
    """The text formatted, of whatever deck."""
    return settled(text, Outline(Source(path, safe(text))))


def formatted_shows_the_same(text: str, path: Path) -> str:
    """Hold that formatting changes no cell, and that it has nothing to do the second time; returns what it made."""
    made = settled_text(text, path)
    assert shown(read_text(Source(path, safe(made)))) == shown(read_text(Source(path, safe(text))))
    assert settled_text(made, path) == made
    return made
