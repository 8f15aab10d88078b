"""Rehearsals that were made, kept in the user's data folder."""

from __future__ import annotations

import json
import math
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path

from rostra.deck.model import Deck
from rostra.files import replace_file
from rostra.folders import data_folder
from rostra.rehearsal.slide_keys import label, slide_keys
from rostra.show.address import talk_name

MOST = 20
"""Runs that are kept of one talk."""
SHORTEST = 5.0
"""Seconds; a run below this was opened by mistake."""


@dataclass(frozen=True, slots=True)
class Timed:
    """A slide that a run stood on, and for how long."""

    key: str
    """What the slide is recognised by; see :func:`slide_keys`."""
    label: str
    seconds: float


@dataclass(frozen=True, slots=True)
class Run:
    """One rehearsal; slides that it did not stand on are left out."""

    when: float
    """Seconds since the epoch."""
    slides: tuple[Timed, ...]

    @property
    def seconds(self) -> float:
        """What the whole run took."""
        return sum(timed.seconds for timed in self.slides)

    def by_key(self) -> dict[str, float]:
        """The seconds of each slide."""
        return {timed.key: timed.seconds for timed in self.slides}


def keep_run(paths: Sequence[Path], deck: Deck, times: Sequence[float], when: float) -> Run | None:
    """Add a run to those of the talk that these files make, and return it; None for one too short to keep.

    Never fails: a folder that cannot be written to keeps nothing.
    """
    slides = zip(slide_keys(deck), deck.slides, times, strict=False)
    run = Run(when, tuple(Timed(key, label(slide), seconds) for key, slide, seconds in slides if seconds > 0))
    if run.seconds < SHORTEST:
        return None
    runs = [*runs_of(paths), run][-MOST:]
    with suppress(OSError):
        store = _store(paths)
        store.parent.mkdir(parents=True, exist_ok=True)
        replace_file(store, json.dumps([asdict(one) for one in runs]).encode("ascii"))
    return run


def runs_of(paths: Sequence[Path]) -> list[Run]:
    """The runs that are kept of the talk that these files make, oldest first; none when they cannot be read."""
    try:
        stored = json.loads(_store(paths).read_bytes())
    except (OSError, ValueError, RecursionError):
        return []
    read = [_read_run(one) for one in stored] if isinstance(stored, list) else []
    return [run for run in read if run is not None]


def _read_run(stored: object) -> Run | None:
    """A run as it was kept, None when that is no run."""
    match stored:
        case {"when": int() | float() as when, "slides": list() as slides}:
            timed = [_read_timed(one) for one in slides]
        case _:
            return None
    try:
        datetime.fromtimestamp(when)
    except (ValueError, OverflowError, OSError):
        return None
    return Run(float(when), tuple(one for one in timed if one is not None))


def _read_timed(stored: object) -> Timed | None:
    match stored:
        case {"key": str() as key, "label": str() as label, "seconds": int() | float() as seconds}:
            return Timed(key, label, float(seconds)) if math.isfinite(seconds) and seconds > 0 else None
        case _:
            return None


def _store(paths: Sequence[Path]) -> Path:
    """The file that keeps the runs of a talk."""
    return data_folder() / "rehearsals" / f"{talk_name(paths)}.json"
