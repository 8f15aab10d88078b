"""Rehearsals side by side, as a table for the terminal."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from datetime import datetime

from rostra.deck.model import Deck
from rostra.rehearsal.runs import Run
from rostra.rehearsal.slide_keys import label, slide_keys
from rostra.show.clock import minutes
from rostra.show.pace import plan

BESIDE = 4
"""Runs that a report shows."""
WIDTH = 80
COLUMN = 8
"""Cells of a column of times, the space before it included."""
NEVER = "—"


def report(deck: Deck, runs: Sequence[Run]) -> str:
    """A table for the terminal: each slide with its plan, the last runs side by side, and the last one's difference."""
    shown, planned, keys = runs[-BESIDE:], plan(deck), slide_keys(deck)
    taken = [run.by_key() for run in shown]
    rows: list[Row] = [
        (
            str(number),
            label(slide),
            (planned[number - 1] or None) if planned else None,
            [run.get(key) for run in taken],
        )
        for number, (key, slide) in enumerate(zip(keys, deck.slides, strict=True), 1)
    ]
    gone = [sum(seconds for key, seconds in run.items() if key not in keys) for run in taken]
    if any(gone):
        rows.append(("", "(slides that are gone)", None, [seconds or None for seconds in gone]))
    rows.append(("", "Total", sum(planned) if planned else None, [run.seconds for run in shown]))
    return "\n".join(_lines(rows, [datetime.fromtimestamp(run.when) for run in shown], len(str(len(keys)))))


Row = tuple[str, str, float | None, Sequence[float | None]]
"""Number, label, planned seconds, seconds of each run."""


def _lines(rows: Sequence[Row], moments: Sequence[datetime], digits: int) -> Iterator[str]:
    """The lines of a report: two of heads, then one a row."""
    compared = bool(moments) and any(planned is not None for _, _, planned, _ in rows)
    room = WIDTH - digits - 2 - COLUMN * (1 + len(moments)) - (COLUMN + 1) * compared
    heads = [
        ("plan", [f"{moment:%d %b}" for moment in moments], "last"),
        ("", [f"{moment:%H:%M}" for moment in moments], "- plan"),
    ]
    parts = [("", "", first, times, last) for first, times, last in heads[: 2 if moments else 1]]
    for number, name, planned, used in rows:
        difference = _difference(used[-1], planned) if compared else ""
        parts.append((number, name, _time(planned, ""), [_time(one, NEVER) for one in used], difference))
    for number, name, first, times, last in parts:
        columns = "".join(f"{cell:>{COLUMN}}" for cell in (first, *times))
        line = f"{number:>{digits}}  {_fitted(name, room)}{columns}"
        yield (line + (f"{last:>{COLUMN + 1}}" if compared else "")).rstrip()


def _time(seconds: float | None, none: str) -> str:
    return none if seconds is None else minutes(_whole(seconds))


def _difference(used: float | None, planned: float | None) -> str:
    """By how much a time is above the plan, as the two are shown: ``+0:12``, ``-0:05``."""
    if used is None or planned is None:
        return ""
    seconds = _whole(used) - _whole(planned)
    return f"{'-' if seconds < 0 else '+'}{minutes(abs(seconds))}"


def _whole(seconds: float) -> int:
    return math.floor(seconds + 0.5)


def _fitted(label: str, room: int) -> str:
    """A label in exactly so many cells."""
    from rich.cells import cell_len, set_cell_size

    if cell_len(label) <= room:
        return set_cell_size(label, room)
    return set_cell_size(set_cell_size(label, room - 1).rstrip() + "…", room)
