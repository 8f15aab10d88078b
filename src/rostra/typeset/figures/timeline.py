"""``timeline``: when what happened, on a line from left to right, or downwards where that is too narrow."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from rich.cells import cell_len

from rostra.deck.blocks import Code
from rostra.typeset.area import Area
from rostra.typeset.figures.canvas import Canvas
from rostra.typeset.figures.source import CannotDrawError, SourceLine, source_lines
from rostra.typeset.figures.words import widest, wrapped
from rostra.typeset.frame import Line

EVENT = re.compile(r"\s*(?P<when>[^:]+?)\s*:\s+(?P<what>\S.*)")
NARROWEST = 14
"""Columns of an event beside others; a narrower one stands below them."""
MOST = 26
"""Columns of an event, at most."""
ROWS = 5
"""Lines of an event's text beside others, at most."""


class Event(NamedTuple):
    """A time, and what it brought."""

    when: str
    what: str
    step: int


def timeline(block: Code, area: Area) -> list[Line]:
    """Each line a time, a colon and what happened."""
    events = [_event(line) for line in source_lines(block)]
    if not events:
        raise CannotDrawError("a timeline needs lines such as 2019: it begins")
    columns = min(MOST, (area.width + 2) // len(events))
    if columns >= NARROWEST and widest(one.when for one in events) < columns:
        said = [wrapped(one.what, columns - 3) for one in events]
        if max(map(len, said)) <= ROWS:
            return _level(events, said, columns, area)
    return _upright(events, area)


def _event(line: SourceLine) -> Event:
    found = EVENT.fullmatch(line.text)
    if found is None:
        raise CannotDrawError("an event is a time, a colon, a blank and what happened: 2019: it begins", line.number)
    return Event(found["when"], found["what"], line.step)


def _level(events: Sequence[Event], said: Sequence[Sequence[str]], columns: int, area: Area) -> list[Line]:
    """Events beside each other, below a line with a mark for each."""
    line, mark, when = area.style("border"), area.style("accent"), area.style("strong")
    canvas = Canvas(min(area.width, columns * len(events)), max(map(len, said)) + 4, area.base)
    for number, (event, texts) in enumerate(zip(events, said, strict=True)):
        left = number * columns
        canvas.write(0, left, event.when, when, event.step)
        canvas.write(1, left, "━" * columns, line, event.step)
        canvas.write(1, left, "●", mark, event.step)
        for row, text in enumerate(texts):
            canvas.write(3 + row, left, text, area.base, event.step)
    return canvas.lines()


def _upright(events: Sequence[Event], area: Area) -> list[Line]:
    """Events below each other, each at a mark on a line."""
    line, mark, when = area.style("border"), area.style("accent"), area.style("strong")
    times = widest(one.when for one in events)
    room = area.width - times - 5
    if room < NARROWEST:
        raise CannotDrawError("a timeline needs more room than there is")
    said = [wrapped(one.what, room) for one in events]
    canvas = Canvas(area.width, sum(len(one) + 1 for one in said), area.base)
    row = 0
    for event, texts in zip(events, said, strict=True):
        canvas.write(row, times - cell_len(event.when), event.when, when, event.step)
        for at in range(len(texts) + (event is not events[-1])):
            canvas.write(row + at, times + 2, "┃" if at else "●", line if at else mark, event.step)
        for at, text in enumerate(texts):
            canvas.write(row + at, times + 5, text, area.base, event.step)
        row += len(texts) + 1
    return canvas.lines()
