"""Layouts: how the blocks of a slide are arranged on its page, one file each, and the table of their names."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache
from importlib import import_module

from rostra.deck.blocks import Block
from rostra.typeset.area import Area
from rostra.typeset.frame import Line
from rostra.typeset.sizes import Sizes

Layout = Callable[[Sequence[Block], Area, Sizes], list[Line]]
"""Gives the rows of a slide from the top of its page; more than the page has where the slide is too tall for it."""

USUAL = ("content", "content")
# A layout is imported when the first slide has it.
LAYOUTS = {
    "default": USUAL,
    "title": ("title", "title_slide"),
    "section": ("section", "section"),
    "statement": ("title", "title_slide"),
    "quote": ("quote", "quote_slide"),
    "number": ("number", "number"),
    "two-columns": ("columns", "two_columns"),
    "compare": ("columns", "compare"),
    "cards": ("cards", "cards"),
    "image": ("image", "image_slide"),
    "image-left": ("image", "image_left"),
    "image-right": ("image", "image_right"),
    "code": ("code", "code_slide"),
    "agenda": ("agenda", "agenda"),
    "end": ("title", "title_slide"),
    "blank": ("blank", "blank"),
}
"""Each layout's file and function."""


@cache
def layout_named(name: str) -> Layout:
    """The layout of a name; the usual one for a name that is none."""
    module, function = LAYOUTS.get(name, USUAL)
    found: Layout = getattr(import_module(f"rostra.typeset.layouts.{module}"), function)
    return found
