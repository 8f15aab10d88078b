"""What would go wrong on stage, found without a screen."""

from rostra.check.check import check, deck_problems, mended, slide_problems
from rostra.check.talk import Setting, Talk

__all__ = ["Setting", "Talk", "check", "deck_problems", "mended", "slide_problems"]
