"""A document outlined as a deck: headings become slides, paragraphs notes, and lists stay."""

from rostra.outline.deck import Outline, outline

__all__ = ["Outline", "outline"]
