"""Slides that are too tall, and listings that are too wide, at each size that was asked for."""

from __future__ import annotations

from collections.abc import Iterable

from rostra.check.rules.rule import Rule
from rostra.check.talk import Size, Talk
from rostra.errors import Problem

MOST_TRIES = 6
"""How often a larger page is tried: what it needs changes with its rows, since headlines grow with them."""


def find(talk: Talk, index: int) -> Iterable[Problem]:
    """For each size at which a slide does not fit: by how much, from which step on, and which size would do."""
    slide = talk.slide(index)
    for size in talk.setting.sizes:
        page = talk.setting.page(size)
        frame = talk.frame(index, page)
        lacks = frame.overflow().rows
        if not lacks:
            continue
        step = next(step for step in range(frame.steps) if frame.overflow(step).rows)
        since = f" from step {step + 1} on" if step else ""
        rows = "1 row" if lacks == 1 else f"{lacks} rows"
        message = f"at {_written(size)} this slide is {rows} too tall{since}: it scrolls"
        yield talk.problem(slide.place, message, hint=_remedy(talk, index, size))


def _remedy(talk: Talk, index: int, size: Size) -> str:
    """What to do about it: the size that would do, where a terminal may have that many rows."""
    columns, rows = size
    for _ in range(MOST_TRIES):
        lacks = talk.frame(index, talk.setting.page((columns, rows))).overflow().rows
        if not lacks:
            return f"it fits {_written((columns, rows))}; else leave something out, or make two slides of it"
        rows += lacks * talk.setting.magnify
    return "leave something out, or make two slides of it"


def _written(size: Size) -> str:
    return f"{size[0]}x{size[1]}"


FIT = Rule("fit", slide=find)
