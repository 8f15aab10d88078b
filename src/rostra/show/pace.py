"""Pace: time used against time planned."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate

from rostra.deck.model import Deck
from rostra.show.clock import minutes

TOLERANCE = 5.0
"""Seconds within which a talk is on time."""


def plan(deck: Deck) -> Sequence[float] | None:
    """The planned seconds of each slide; None when the deck plans none.

    A slide's own ``time`` counts; the others share evenly what the deck's ``duration`` leaves, at least nothing.
    """
    own = [slide.settings.time for slide in deck.slides]
    total = deck.meta.duration
    open_slides = own.count(None)
    if total is None and open_slides == len(own):
        return None
    settled = sum(time for time in own if time is not None)
    share = max(0.0, (total or settled) - settled) / open_slides if open_slides else 0.0
    return [share if time is None else time for time in own]


def planned_before(deck: Deck, slide: int) -> float:
    """The seconds planned for all slides before one, counted from 0."""
    return sum((plan(deck) or [])[:slide])


def lag(deck: Deck, slide: int, elapsed: float, began: int = 0) -> float | None:
    """By how many seconds the talk is behind its plan on a slide counted from 0; ahead is negative.

    On time is any moment between the slide's planned beginning and its planned end. ``began`` is the slide at which
    the clock began: what is planned before it has not been measured, so it counts neither for the talk nor against it.
    """
    planned = plan(deck)
    if planned is None:
        return None
    elapsed += planned_before(deck, began)
    ends = list(accumulate(planned))
    end, begin = ends[slide], ends[slide] - planned[slide]
    return elapsed - end if elapsed > end else elapsed - begin if elapsed < begin else 0.0


def in_words(seconds: float | None) -> str:
    """A lag as a speaker reads it: ``1:20 behind``, ``0:40 ahead``, ``on time``; nothing when it is not known."""
    if seconds is None:
        return ""
    if abs(seconds) < TOLERANCE:
        return "on time"
    return f"{minutes(abs(seconds))} {'behind' if seconds > 0 else 'ahead'}"
