"""Whether a slide is as it is meant: read anew, typeset on the pages of usual terminals, and not too full."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property
from pathlib import Path

from rostra.deck.blocks import Block, List, blocks_within, text_of, without_code
from rostra.deck.model import Slide
from rostra.outline.document import Document
from rostra.outline.shortening import size
from rostra.reader.deck import read_text
from rostra.reader.source import Source
from rostra.themes import Look
from rostra.typeset import Page, Styles, typeset
from rostra.typeset.slide import Manner
from rostra.typeset.theme_choice import load_styles

SIZES = ((80, 24), (120, 36))
WORDS, POINTS = 40, 6
"""The most that a slide of words has, its headline included."""
SLIDES = 99
"""How many slides the talk may have, for the width of their numbers in the footer."""
HURRIED = Manner(highlight=False)


class Room:
    """Tries slides before they are written."""

    def __init__(self, path: Path, document: Document) -> None:
        self.path = path
        self.document = document

    def read(self, slide: str, *, listing: bool = False) -> Slide | None:
        """The slide that some Markdown is, None when it is none, more than one, too full, or has a problem.

        ``listing`` lets lines of listings be wider than the page.
        """
        known = self._known if "[" in slide else ""
        deck = read_text(Source(self.path, f"\n{slide}\n\n---\n\n{known or '# The end'}\n"))
        if len(deck.slides) != 2:
            return None
        found = deck.slides[0]
        last = slide.count("\n") + 2
        if found.content.problems or any(problem.line <= last for problem in deck.problems):
            return None
        return found if self._is_fit(found, listing) else None

    def keeps(self, notes: str) -> bool:
        """Whether some Markdown can be notes, all of it and nothing but notes."""
        deck = read_text(Source(self.path, f"# A\n\n???\n\n{notes}\n\n---\n\n# B\n\n???\n\nC\n"))
        return len(deck.slides) == 2 and not deck.problems and deck.slides[0].content.notes.strip() == notes.strip()

    @cached_property
    def _known(self) -> str:
        """A slide with all that a link can lead to."""
        headings = [f"# {section.heading}" for section in self.document.sections if section.heading]
        return "\n\n".join([*headings, *self.document.definitions])

    @cached_property
    def _styles(self) -> Styles:
        return load_styles(Look("dark"), color=False)

    def _is_fit(self, slide: Slide, listing: bool) -> bool:
        blocks = slide.content.blocks
        if size(text_of(without_code(blocks))) > WORDS or _points(blocks) > POINTS:
            return False
        for columns, rows in SIZES:
            over = typeset(slide, Page(columns, rows, 1, SLIDES), self._styles, manner=HURRIED).overflow()
            if over.rows or (over.columns and not listing):
                return False
        return True


def _points(blocks: Iterable[Block]) -> int:
    """How many items the lists among blocks have, at any depth."""
    return sum(len(block.items) for block in blocks_within(blocks) if isinstance(block, List))
