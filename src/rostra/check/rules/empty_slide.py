"""Slides with nothing to see on them."""

from __future__ import annotations

from collections.abc import Iterable

from rostra.check.rules.rule import Rule
from rostra.check.talk import Talk
from rostra.deck.blocks import Container, List, Quote, Space, blocks_within
from rostra.errors import Problem

MADE = ("blank", "agenda")
"""Layouts of slides that are meant to be empty, or are filled by the program."""


def find(talk: Talk, index: int) -> Iterable[Problem]:
    """The slide, where it shows nothing and does not say that it should."""
    slide = talk.slide(index)
    hollow = (Container, Quote, List, Space)
    if slide.layout in MADE or not all(isinstance(block, hollow) for block in blocks_within(slide.content.blocks)):
        return
    if any(one.rule == EMPTY_SLIDE.id for one in talk.deck.problems):
        return  # of an empty file there is one already
    hint = "leave it out, or say that it is meant: <!-- slide: {layout: blank} -->"
    yield talk.problem(slide.place, "there is nothing on this slide", hint=hint)


EMPTY_SLIDE = Rule("empty-slide", slide=find)
