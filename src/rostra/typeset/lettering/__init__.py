"""Letters that take several rows of cells each, at any height, for headlines, titles and figures."""

from rostra.typeset.lettering.glyphs import LEAST, Pen
from rostra.typeset.lettering.lines import broken, can_draw, height_of, lettered
from rostra.typeset.lettering.signs import Signs

__all__ = ["LEAST", "Pen", "Signs", "broken", "can_draw", "height_of", "lettered"]
