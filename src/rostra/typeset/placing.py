"""Lines that know which rows of which blocks they show, until the frame keeps that in a table of its own."""

from __future__ import annotations

from collections.abc import Iterable

from rostra.deck.blocks import Place
from rostra.typeset.frame import Line, Run, width
from rostra.typeset.places import Origin


def drawn_from(line: Line, origin: Origin) -> Line:
    """The line with its origin, unless a block within has given it one; a line of nothing stays as it is."""
    known = next((i for i, run in enumerate(line) if run.origin), None)
    if known is not None:
        before = line[known].origin
        if before is None or before.place.line:
            return line
        origin = before._replace(place=origin.place)
    at = known if known is not None else next((i for i, run in enumerate(line) if run.text), None)
    if at is None:
        return line
    run = line[at]
    return [*line[:at], Run(run.text, run.style, run.step, run.says, origin), *line[at + 1 :]]


def placed(lines: Iterable[Line], place: Place) -> list[Line]:
    """The lines of a block, each of which knows its place."""
    return [drawn_from(line, Origin(place)) for line in lines]


def origins(line: Line) -> list[tuple[int, int, Origin]]:
    """What a line was drawn from: for each origin its column and the step from which it shows."""
    return [(width(line[:i]), run.step, run.origin) for i, run in enumerate(line) if run.origin]


def without_origins(line: Line) -> Line:
    """The line for the frame, which keeps the origins in tables of its own."""
    return [run if run.origin is None else Run(run.text, run.style, run.step, run.says) for run in line]
