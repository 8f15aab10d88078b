"""Planned times: that they add up to the duration, and leave time to say the notes."""

from __future__ import annotations

import re
from collections.abc import Iterable

from rostra.check.rules.rule import Rule
from rostra.check.talk import Talk, is_made
from rostra.check.words import A_MINUTE, seconds_to_say
from rostra.deck.model import Deck
from rostra.errors import Problem

OFF = 0.1
"""The share of the duration by which the sum of the times may differ from it."""
TOO_LONG = 0.2
"""The share of a time by which its notes may take longer: people hurry when they must."""
LEAST = 5
"""Seconds that nobody plans with."""
WRITTEN = re.compile(r"(?<![\w-])time[\"']?\s*:\s*[\"']?([^\s,}\"']+)")


def find(talk: Talk, index: int) -> Iterable[Problem]:
    """The time of a slide whose notes take longer."""
    slide = talk.slide(index)
    planned, needed = slide.settings.time, seconds_to_say(slide.content.notes)
    if planned is None or needed <= planned * (1 + TOO_LONG) + LEAST:
        return
    message = f"its notes take {_clock(needed)} to say, at {A_MINUTE} words a minute, and its time is {_clock(planned)}"
    where = [(place, found[1]) for place, line in talk.lines_of(index) if (found := WRITTEN.search(line))]
    place, written = where[-1] if where else (slide.place, "")
    yield talk.problem(place, message, written, hint="give it more time, or say less")


def find_in_deck(talk: Talk) -> Iterable[Problem]:
    """The duration of a talk whose slides, or notes, take another time."""
    planned = talk.deck.meta.duration
    if planned is None:
        return
    total, is_whole = _times(talk.deck)
    if total:
        if total > planned * (1 + OFF) or (is_whole and total < planned * (1 - OFF)):
            message = f"the times of the slides add up to {_clock(total)}, and the duration is {_clock(planned)}"
            yield _of_duration(talk, message, "give some slides another time, or the talk another duration")
        return
    needed = sum(seconds_to_say(slide.content.notes) for slide in talk.deck.slides)
    if needed > planned * (1 + TOO_LONG):
        message = (
            f"the notes take {_clock(needed)} to say, at {A_MINUTE} words a minute: the duration is {_clock(planned)}"
        )
        yield _of_duration(talk, message, "say less, or give the talk more time")


def _times(deck: Deck) -> tuple[float, bool]:
    """The sum of the slides' times, and whether all slides have one."""
    times = [slide.settings.time for slide in deck.slides if not is_made(slide)]
    known = [time for time in times if time is not None]
    return sum(known), len(known) == len(times)


def _of_duration(talk: Talk, message: str, hint: str) -> Problem:
    """A problem of the line of the front matter that has the duration."""
    place, written = talk.key("duration")
    return talk.problem(place, message, written, hint=hint)


def _clock(seconds: float) -> str:
    """A stretch of time as ``1:30``, in minutes and seconds."""
    return f"{round(seconds) // 60}:{round(seconds) % 60:02}"


TIME = Rule("time", slide=find, deck=find_in_deck)
