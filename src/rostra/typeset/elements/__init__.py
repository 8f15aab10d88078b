"""Named containers, one file each, and the table of their names."""

from __future__ import annotations

from collections.abc import Callable

from rostra.deck.blocks import Container
from rostra.typeset.area import Area
from rostra.typeset.elements.alert import alert
from rostra.typeset.elements.alignment import center, left, right
from rostra.typeset.elements.box import box, framed
from rostra.typeset.elements.columns import columns
from rostra.typeset.elements.definitions import definition, definitions, term
from rostra.typeset.elements.footnotes import footnote, footnotes
from rostra.typeset.elements.large import large
from rostra.typeset.elements.lead import lead
from rostra.typeset.frame import Line

ELEMENTS: dict[str, Callable[[Container, Area], list[Line]]] = {
    "alert": alert,
    "box": box,
    "center": center,
    "columns": columns,
    "definition": definition,
    "definitions": definitions,
    "footnote": footnote,
    "footnotes": footnotes,
    "large": large,
    "lead": lead,
    "left": left,
    "right": right,
    "term": term,
}

__all__ = ["ELEMENTS", "framed"]
