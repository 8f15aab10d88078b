"""Where the last run of each deck stopped, kept in the user's state folder."""

from __future__ import annotations

import json
import time
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path

from rostra.deck.cursor import Cursor
from rostra.deck.model import Deck
from rostra.files import replace_file
from rostra.folders import state_folder
from rostra.show.clock import Clock
from rostra.show.show import Earlier
from rostra.show.state import State

CRASHED_WITHIN = 3600.0
"""Seconds after which a talk that broke off is not taken to be going on."""
OFFERED = 86400.0
"""Seconds within which a talk that broke off is offered to be taken up."""
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
    running_since: float = 0.0
    """When the clock began, pauses left out, while it ran; 0 when the run was ended or the clock stood."""
    began: int = 0
    """The slide, counted from 0, at which the clock began."""
    ended: bool = True
    """Whether the run was left in order; one that broke off was not."""

    def clock(self, now: float) -> Clock:
        """The clock to go on with: after a crash it has run on, after a run that was ended it stood still."""
        if self.running_since and 0 <= now - self.when < CRASHED_WITHIN:
            return Clock(self.running_since)
        return Clock(now - self.elapsed) if self.elapsed else Clock()

    def earlier(self, now: float) -> Earlier:
        """What can be taken up at a moment, in seconds since the epoch."""
        return Earlier(Cursor(self.slide, self.step), self.clock(now), self.began)


def _store() -> Path:
    return state_folder() / "stops.json"


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
        times = float(stop.when), float(stop.elapsed), float(stop.running_since)
        return Stop(int(stop.slide), int(stop.step), int(stop.total), *times, int(stop.began), bool(stop.ended))
    except (KeyError, TypeError, ValueError, OverflowError):
        return None


def broken_off(deck: Path) -> Earlier | None:
    """Where a run of the deck broke off within the last day; None when the last one was left in order."""
    stop, now = last_stop(deck), time.time()
    return stop.earlier(now) if stop and not stop.ended and 0 <= now - stop.when < OFFERED else None


def keep_stop(deck: Deck, state: State, *, ended: bool = True, unmoved: bool = False) -> None:
    """Remember where a run stands or ended; a talk at its first or last slide is forgotten. Never fails.

    A talk that has not moved yet leaves what is remembered of the run before it, unless ``unmoved`` says otherwise.
    """
    if not deck.files or not deck.whole or not (state.under_way or unmoved):
        return
    stops, cursor, now = _load(), state.cursor, time.time()
    stops.pop(_key(deck.files[0]), None)
    if 0 < cursor.slide < len(deck.slides) - 1:
        elapsed, clock = state.clock.elapsed(now), state.clock
        runs = not ended and clock.started is not None and clock.paused_at is None
        since = now - elapsed if runs else 0.0
        stop = Stop(cursor.slide, cursor.step, len(deck.slides), now, elapsed, since, state.began, ended)
        stops[_key(deck.files[0])] = asdict(stop)
    while len(stops) > MOST:
        stops.pop(next(iter(stops)))
    with suppress(OSError):
        store = _store()
        store.parent.mkdir(parents=True, exist_ok=True)
        replace_file(store, json.dumps(stops).encode("ascii"))
