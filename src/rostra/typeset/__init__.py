"""Deck to Frame; knows Rich's value types, never Textual."""

from rostra.typeset.frame import Frame, Page
from rostra.typeset.slide import NOTES, USUAL, Manner, typeset
from rostra.typeset.styles import Styles

__all__ = ["NOTES", "USUAL", "Frame", "Manner", "Page", "Styles", "typeset"]
