"""Where the last run of each deck stopped, kept in the user's state folder."""

from __future__ import annotations

import json
import os
import time
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path

from rostra.deck.model import Deck
from rostra.show.show import State

MOST = 200
"""Decks that are remembered; the ones not opened for the longest time are forgotten."""


@dataclass(frozen=True, slots=True)
class Stop:
    """Where a run stopped."""

    slide: int
    """Counted from 0."""
    step: int
    total: int
    when: float = 0.0
    """Seconds since the epoch."""
    elapsed: float = 0.0
    """Seconds of talk until then, pauses left out."""


def _store() -> Path:
    from platformdirs import user_state_path

    return user_state_path("rostra", appauthor=False) / "stops.json"


def _key(deck: Path) -> str:
    return str(deck.resolve())


def _load() -> dict[str, dict[str, float]]:
    try:
        stored = json.loads(_store().read_text("utf-8"))
    except (OSError, ValueError, RecursionError):
        return {}
    return stored if isinstance(stored, dict) else {}


def last_stop(deck: Path) -> Stop | None:
    """Where the last run of a deck stopped, None when it never ran or ran to its end."""
    try:
        stop = Stop(**_load()[_key(deck)])  # type: ignore[arg-type]
        return Stop(int(stop.slide), int(stop.step), int(stop.total), float(stop.when), float(stop.elapsed))
    except (KeyError, TypeError, ValueError, OverflowError):
        return None


def keep_stop(deck: Deck, state: State) -> None:
    """Remember where a run stands; a talk at its first or last slide is forgotten. Never fails."""
    if not deck.files or not deck.whole:
        return
    stops, cursor, now = _load(), state.cursor, time.time()
    stops.pop(_key(deck.files[0]), None)
    if 0 < cursor.slide < len(deck.slides) - 1:
        stop = Stop(cursor.slide, cursor.step, len(deck.slides), now, state.clock.elapsed(now))
        stops[_key(deck.files[0])] = asdict(stop)
    while len(stops) > MOST:
        stops.pop(next(iter(stops)))
    with suppress(OSError):
        _write(json.dumps(stops))


def _write(text: str) -> None:
    """Replace the store in one step, so that a crash leaves the old one."""
    import tempfile

    store = _store()
    store.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=store.parent, prefix=".stops")
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write(text)
        Path(name).replace(store)
    except OSError:
        Path(name).unlink(missing_ok=True)
        raise
