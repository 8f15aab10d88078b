"""What a rehearsal took: measured slide by slide, kept in the user's data folder, reported beside the plan."""

from __future__ import annotations

import hashlib
import json
import math
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path

from rostra.deck.model import Deck, Slide
from rostra.reader.comments import html_parts
from rostra.reader.grammar import parse_blocks
from rostra.show.clock import minutes
from rostra.show.edits import replace_file
from rostra.show.pace import plan

MOST = 20
"""Runs that are kept of one talk."""
SHORTEST = 5.0
"""Seconds; a run below this was opened by mistake."""
BESIDE = 4
"""Runs that a report shows."""
WIDTH = 80
COLUMN = 8
"""Cells of a column of times, the space before it included."""
NEVER = "—"


class Stopwatch:
    """Sums the seconds used on each slide of a talk under way, wherever it jumps."""

    def __init__(self) -> None:
        self._used: dict[int, float] = {}
        self._slide: int | None = None
        self._elapsed = 0.0

    def at(self, slide_index: int, elapsed: float) -> None:
        """Take note that the talk is on a slide, counted from 0, when its clock reads so many seconds.

        A clock that reads less than before was set to nought meanwhile; what was measured stays.
        """
        since = elapsed - self._elapsed if elapsed >= self._elapsed else elapsed
        if self._slide is not None and since > 0:
            self._used[self._slide] = self._used.get(self._slide, 0.0) + since
        self._slide, self._elapsed = slide_index, elapsed

    def follow(self, before: Deck, after: Deck) -> None:
        """Go on in a deck that was read again: what was measured stays with the slides that it has still."""
        places = {key: index for index, key in enumerate(slide_keys(after))}
        moved = {index: places[key] for index, key in enumerate(slide_keys(before)) if key in places}
        self._used = {moved[index]: used for index, used in self._used.items() if index in moved}
        self._slide = None if self._slide is None else moved.get(self._slide)

    def times(self, count: int) -> list[float]:
        """The seconds used on each of so many slides."""
        return [self._used.get(index, 0.0) for index in range(count)]


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


def slide_keys(deck: Deck) -> list[str]:
    """What each slide is recognised by in another state of the deck, no two alike: its name, else its text."""
    keys: dict[str, None] = {}
    for slide in deck.slides:
        first = key = slide.settings.name or _digest(_text(slide))[:12]
        times = 1
        while key in keys:
            times += 1
            key = f"{first}~{times}"
        keys[key] = None
    return list(keys)


def _text(slide: Slide) -> str:
    """A slide's text without its comments, so that a directive with another time leaves it the same slide."""
    lines: list[str] = slide.source.split("\n")
    for token in parse_blocks(slide.source, {}):
        if token.type == "html_block" and not token.level and token.map:
            first, last = token.map
            kept = [part for is_comment, part in html_parts(token.content) if not is_comment]
            lines[first:last] = [" ".join(kept), *[""] * (last - first - 1)]
    return " ".join(" ".join(lines).split())


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogateescape")).hexdigest()


# -- keeping ----------------------------------------------------------------------------------------------------


def keep_run(paths: Sequence[Path], deck: Deck, times: Sequence[float], when: float) -> Run | None:
    """Add a run to those of the talk that these files make, and return it; None for one too short to keep.

    Never fails: a folder that cannot be written to keeps nothing.
    """
    slides = zip(slide_keys(deck), deck.slides, times, strict=False)
    run = Run(when, tuple(Timed(key, _label(slide), seconds) for key, slide, seconds in slides if seconds > 0))
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
    """The file that keeps the runs of a talk; the same files in the same order give the same."""
    from platformdirs import user_data_path

    name = _digest("\0".join(str(path.resolve()) for path in paths))[:24]
    return user_data_path("rostra", appauthor=False) / "rehearsals" / f"{name}.json"


# -- reporting --------------------------------------------------------------------------------------------------


def report(deck: Deck, runs: Sequence[Run]) -> str:
    """A table for the terminal: each slide with its plan, the last runs side by side, and the last one's difference."""
    shown, planned, keys = runs[-BESIDE:], plan(deck), slide_keys(deck)
    taken = [run.by_key() for run in shown]
    rows: list[Row] = [
        (
            str(number),
            _label(slide),
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
    for number, label, planned, used in rows:
        difference = _difference(used[-1], planned) if compared else ""
        parts.append((number, label, _time(planned, ""), [_time(one, NEVER) for one in used], difference))
    for number, label, first, times, last in parts:
        columns = "".join(f"{cell:>{COLUMN}}" for cell in (first, *times))
        line = f"{number:>{digits}}  {_fitted(label, room)}{columns}"
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


def _label(slide: Slide) -> str:
    return " ".join(slide.label.split())


def _fitted(label: str, room: int) -> str:
    """A label in exactly so many cells."""
    from rich.cells import cell_len, set_cell_size

    if cell_len(label) <= room:
        return set_cell_size(label, room)
    return set_cell_size(set_cell_size(label, room - 1).rstrip() + "…", room)
