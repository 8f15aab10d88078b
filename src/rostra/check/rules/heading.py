"""Slides without a heading: lists of slides, the console and listeners have nothing to call them by."""

from __future__ import annotations

from collections.abc import Iterable

from rostra.check.rules.rule import Rule
from rostra.check.talk import Talk
from rostra.deck.blocks import Heading, blocks_within
from rostra.errors import Problem

SELF_EVIDENT = ("statement", "quote", "image", "blank", "code")
"""Layouts whose slides say what they are about without one."""


def find(talk: Talk, index: int) -> Iterable[Problem]:
    """The slide, where it should have a heading."""
    slide = talk.slide(index)
    if slide.layout in SELF_EVIDENT or not slide.content.blocks:
        return
    if not any(isinstance(block, Heading) for block in blocks_within(slide.content.blocks)):
        yield talk.problem(slide.place, "this slide has no heading", hint="begin it with # and what it says")


HEADING = Rule("heading", slide=find)
