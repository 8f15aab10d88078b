"""Slides that are too tall, at each size that was asked for."""

from __future__ import annotations

from collections.abc import Iterable

from rostra.check.remedies import counted, size_that_does, written
from rostra.check.rules.rule import Rule
from rostra.check.talk import Talk
from rostra.errors import Problem


def find(talk: Talk, index: int) -> Iterable[Problem]:
    """For each size at which a slide does not fit: by how much, from which step on, and which size would do."""
    slide = talk.slide(index)
    for size in talk.setting.sizes:
        frame = talk.frame(index, talk.setting.page(size))
        lacks = frame.overflow().rows
        if not lacks:
            continue
        step = next(step for step in range(frame.steps) if frame.overflow(step).rows)
        since = f" from step {step + 1} on" if step else ""
        message = f"at {written(size)} this slide is {counted(lacks, 'row')} too tall{since}: it scrolls"
        does = size_that_does(talk, index, size, lambda frame: (0, frame.overflow().rows))
        fits = f"it fits {written(does)}; else " if does else ""
        yield talk.problem(slide.place, message, hint=f"{fits}leave something out, or make two slides of it")


FIT = Rule("fit", slide=find)
