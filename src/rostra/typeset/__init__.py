"""Deck to Frame; knows Rich's value types, never Textual."""

from rostra.typeset.frame import Frame, Page
from rostra.typeset.slide import typeset
from rostra.typeset.styles import Styles

__all__ = ["Frame", "Page", "Styles", "typeset"]
