"""Where a slide shows what stands on a line of its source."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from rostra.deck.blocks import Block, Code, Place, Table, blocks_within
from rostra.deck.model import Deck, Slide
from rostra.deck.spot import Spot
from rostra.stage.scrolling import spots
from rostra.typeset import Frame


class LineShown(NamedTuple):
    """What is seen of a line."""

    step: int
    """The first step, counted from 0, at which it is seen."""
    rows: range
    """The rows of the frame's body that show it; none where nothing does."""


def slide_at(deck: Deck, place: Place) -> int:
    """The slide, counted from 0, that a line of a file belongs to: the last that begins there or above."""
    begun = [i for i, slide in enumerate(deck.slides) if slide.place.file == place.file]
    above = [i for i in begun if deck.slides[i].place.line <= place.line]
    return (above or begun[:1] or [0])[-1]


def line_shown(slide: Slide, frame: Frame, place: Place) -> LineShown:
    """What is seen of a line of a slide; of one that shows nothing, the nearest above."""
    known = {one.spot.place for shown in frame.shown for one in shown}
    above = [one for one in known if one.file == place.file and 0 < one.line <= place.line]
    if not above:
        return LineShown(0, range(0))
    block = max(above)
    rows = frame.rows_of(_part(slide.content.blocks, block, place.line - block.line))
    steps = [step for row in rows if (step := _step_of(frame, row, block)) is not None]
    return LineShown(min(steps, default=0), rows)


def scrolled_to(frame: Frame, rows: range, top: int) -> Spot | None:
    """Where a tall slide begins so that some rows are seen; it stays where it is when they are. None is its top."""
    is_seen = not rows or (rows[0] in frame.seen(top) and (rows[-1] in frame.seen(top) or rows[0] == top))
    wanted = top if is_seen else rows[0] - max(0, frame.body_rows - len(rows)) // 2
    wanted = max(0, min(wanted, frame.last_top))
    return next(spots(frame, range(wanted, len(frame.body))), None) if wanted else None


def _part(blocks: Iterable[Block], place: Place, below: int) -> Spot:
    """The part of a block that stands some lines below its first one."""
    match next((one for one in blocks_within(blocks) if one.place == place and isinstance(one, Code | Table)), None):
        case Code(text):
            lines = text.count("\n") + 1
            return Spot(place, max(0, min(below - 1, lines - 1)), lines)
        case Table(_, rows):
            return Spot(place, max(0, min(below - 1, len(rows))), len(rows) + 1)
        case _:
            return Spot(place)


def _step_of(frame: Frame, row: int, place: Place) -> int | None:
    """The step at which a row begins to show a block; None when it shows nothing of it."""
    shown = frame.shown[row]
    start = next((one.column for one in shown if one.spot.place == place), None)
    if start is None:
        return None
    end = min((one.column for one in shown if one.column > start), default=frame.page.columns)
    column, steps = 0, []
    for run in frame.body[row]:
        if start <= column < end and run.text.strip():
            steps.append(run.step)
        column += len(run.text)
    return min(steps, default=None)
