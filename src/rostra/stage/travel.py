"""Lines of a listing that is on two slides in a row travel from where they stand on the one to where on the other."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import NamedTuple

from rostra.deck.blocks import Code
from rostra.deck.model import Deck
from rostra.stage.transitions import Between, Lines
from rostra.stage.view import View
from rostra.typeset.frame import Line, crop, text_of, width

GONE, THERE = 0.3, 0.7
"""Shares of the time until which lines that leave are seen, and from which those that come are."""


class Stop(NamedTuple):
    """What is seen of a slide of a deck, as one end of a way."""

    deck: Deck
    view: View
    slide: int
    """Counted from 0."""


def travel(first: Stop, second: Stop) -> Between | None:
    """The transition between two slides of the same title with listings that share lines; None for any others.

    Both fill their screens.
    """
    slides = [stop.deck.slides[stop.slide].content for stop in (first, second)]
    if first.slide == second.slide or not slides[0].title or slides[0].title != slides[1].title:
        return None
    before, after = _listing(first), _listing(second)
    if not (ways := _ways(before, after)):
        return None
    left, came = before.keys() - ways.keys(), after.keys() - {*ways.values()}
    return partial(_between, ways, left & after.keys(), came, tuple(after))


def _listing(stop: Stop) -> dict[int, str]:
    """The rows of a page that show a line of a listing and nothing else, each with its text."""
    deck, view, slide = stop
    frame, lines = view.frame, view.lines()
    places = {block.place for block in deck.slides[slide].content.blocks if isinstance(block, Code)}
    rows = [row for row in frame.seen(view.top) if row < len(frame.shown) and len(frame.shown[row]) == 1]
    on_page = {row: row - view.top + len(frame.header) for row in rows if frame.shown[row][0].spot.place in places}
    return {row: text_of([lines[row]]).strip() for row in on_page.values()}


def _ways(before: Mapping[int, str], after: Mapping[int, str]) -> dict[int, int]:
    """From which row to which each line goes that is in both, in the order of both."""
    from difflib import SequenceMatcher

    rows = list(before), list(after)
    same = SequenceMatcher(None, list(before.values()), list(after.values()), autojunk=False).get_matching_blocks()
    pairs = [(rows[0][one + at], rows[1][other + at]) for one, other, size in same for at in range(size)]
    return {one: other for one, other in pairs if after[other]}


def _between(
    ways: Mapping[int, int], left: set[int], came: set[int], rows: Sequence[int], before: Lines, after: Lines,
    share: float,
) -> list[Line]:  # fmt: skip
    """The slide that comes, with the lines of its listing on their way."""
    eased = share * share * (3 - 2 * share)
    lines = [*after]
    for row in rows:
        if row in left and share < GONE:
            lines[row] = before[row]
        elif row not in came or share < THERE:
            lines[row] = _ground(after[row])
    for start, end in ways.items():
        shift = round((_indent(before[start]) - _indent(after[end])) * (1 - eased))
        lines[round(start + (end - start) * eased)] = _shifted(after[end], shift)
    return lines


def _indent(line: Line) -> int:
    """The column of the first word."""
    text = "".join(" " * len(run.text) if run.is_ornament else run.text for run in line)
    return len(text) - len(text.lstrip())


def _shifted(line: Line, columns: int) -> Line:
    """A line whose words stand some columns further to the right, or to the left when there are fewer than none."""
    ground, wide = _ground(line), width(line)
    first, last = _indent(line), wide - _indent([run._replace(text=run.text[::-1]) for run in reversed(line)])
    start = max(0, min(first + columns, wide - (last - first)))
    return [*crop(ground, 0, start), *crop(line, first, last), *crop(ground, start + last - first, wide)]


def _ground(line: Line) -> Line:
    """What lies under the words of a line."""
    return [run if run.is_ornament else run._replace(text=" " * width([run])) for run in line]
