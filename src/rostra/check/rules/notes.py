"""Slides without notes: whoever gives the talk in another year, or for somebody who is ill, has nothing to say."""

from __future__ import annotations

from collections.abc import Iterable

from rostra.check.rules.rule import Rule
from rostra.check.talk import Talk, is_made
from rostra.errors import Problem


def find(talk: Talk, index: int) -> Iterable[Problem]:
    """The slide, where it has no notes."""
    slide = talk.slide(index)
    if slide.content.notes or slide.layout == "blank" or is_made(slide) or not slide.content.blocks:
        return
    yield talk.problem(slide.place, "this slide has no notes", hint="write ??? below it, and then what you will say")


NOTES = Rule("notes", slide=find, strict=True)
