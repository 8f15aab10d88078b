"""Layouts: how the blocks of a slide are arranged on its page, one file each, and the table of their names."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from rostra.deck.blocks import Block
from rostra.typeset.area import Area
from rostra.typeset.frame import Line
from rostra.typeset.layouts.agenda import agenda
from rostra.typeset.layouts.blank import blank
from rostra.typeset.layouts.cards import cards
from rostra.typeset.layouts.code import code_slide
from rostra.typeset.layouts.columns import compare, two_columns
from rostra.typeset.layouts.content import content
from rostra.typeset.layouts.image import image_left, image_right, image_slide
from rostra.typeset.layouts.number import number
from rostra.typeset.layouts.quote import quote_slide
from rostra.typeset.layouts.section import section
from rostra.typeset.layouts.title import title_slide
from rostra.typeset.sizes import Sizes

Layout = Callable[[Sequence[Block], Area, Sizes], list[Line]]
"""Gives the rows of a slide from the top of its page; more than the page has where the slide is too tall for it."""

LAYOUTS: dict[str, Layout] = {
    "default": content,
    "title": title_slide,
    "section": section,
    "statement": title_slide,
    "quote": quote_slide,
    "number": number,
    "two-columns": two_columns,
    "compare": compare,
    "cards": cards,
    "image": image_slide,
    "image-left": image_left,
    "image-right": image_right,
    "code": code_slide,
    "agenda": agenda,
    "end": title_slide,
    "blank": blank,
}
