"""Listings whose lines are too wide, at each size that was asked for."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

from rostra.check.remedies import counted, size_that_does, written
from rostra.check.rules.rule import Rule
from rostra.check.talk import Size, Talk, listings
from rostra.deck.blocks import Code, Place
from rostra.errors import Problem
from rostra.typeset import Frame
from rostra.typeset.code import is_drawing


def find(talk: Talk, index: int) -> Iterable[Problem]:
    """For each size and listing its widest line: by how much it is too wide, and which size would do."""
    for size in talk.setting.sizes:
        too_wide = talk.frame(index, talk.setting.page(size)).too_wide
        if not too_wide:
            continue
        known = {block.place: block for block in listings(talk.slide(index))}
        for place, lines in groupby(sorted(too_wide, key=lambda one: one.place), key=lambda one: one.place):
            if (block := known.get(place)) is not None:
                lacking = {one.line: one.lacks for one in lines}
                yield _problem(talk, index, size, block, lacking)


def _problem(talk: Talk, index: int, size: Size, block: Code, lacking: dict[int, int]) -> Problem:
    widest = max(lacking, key=lambda line: lacking[line])
    others = len(lacking) - 1
    more = f", and so {'is' if others == 1 else 'are'} {counted(others, 'other line')} of it" if others else ""
    then = "cut off" if is_drawing(block) else "folded"
    columns = counted(lacking[widest], "column")
    message = f"at {written(size)} this line of a listing is {columns} too wide: it is {then}{more}"
    does = size_that_does(talk, index, size, lambda frame: (_lacks(frame, block.place), 0))
    fits = f"it fits {written(does)}; else " if does else ""
    return talk.problem(talk.line_of(block, widest), message, hint=f"{fits}break the line, or leave something out")


def _lacks(frame: Frame, place: Place) -> int:
    """How many columns a listing needs more than a frame has for it."""
    return max((one.lacks for one in frame.too_wide if one.place == place), default=0)


LISTING_WIDTH = Rule("listing-width", slide=find)
