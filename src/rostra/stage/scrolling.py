"""Where a slide that is taller than its page is scrolled to, as a spot that pages of every size can find."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rostra.deck.spot import Spot
from rostra.typeset import Frame
from rostra.typeset.frame import text_of


def top_of(frame: Frame, scroll: Spot | None) -> int:
    """By how many rows a frame is scrolled so that it begins at a spot, or at what stands before it in the source."""
    if scroll is None or not frame.last_top:
        return 0
    if rows := frame.rows_of(scroll):
        return min(rows.start, frame.last_top)
    # The block was changed, or is not on this page: what stands before it in the same file is nearest.
    place = scroll.place
    before = [row for row, other in enumerate(frame.places) if other and other.file == place.file and other < place]
    return min(before[-1], frame.last_top) if before else 0


def page_down(frame: Frame, step: int, top: int) -> Spot | None:
    """Where the next page of a slide begins; None when all that shows at the step has been seen."""
    if not frame.hidden_below(step, top):
        return None
    wanted = top + max(1, frame.body_rows - 1)
    rows = [*range(wanted, len(frame.body)), *range(wanted - 1, top, -1)]
    return next((spot for spot in spots(frame, rows) if top_of(frame, spot) > top), None)


def page_up(frame: Frame, top: int) -> Spot | None:
    """Where the page before begins; None at the slide's top, which needs no spot."""
    wanted = top - max(1, frame.body_rows - 1)
    if wanted <= 0:
        return None
    return next((spot for spot in spots(frame, range(wanted, -1, -1)) if top_of(frame, spot) < top), None)


def by_rows(frame: Frame, step: int, top: int, rows: int) -> Spot | None:
    """Where a slide begins that is scrolled on by some rows, or back by them when there are fewer than none."""
    if rows > 0:
        way = range(top + rows, len(frame.body)) if frame.hidden_below(step, top) else range(0)
        return next((spot for spot in spots(frame, way) if top_of(frame, spot) > top), None)
    return next((spot for spot in spots(frame, range(top + rows, -1, -1)) if top_of(frame, spot) < top), None)


def followed(frame: Frame, step: int, top: int, *, at_end: bool) -> Spot | None:
    """Where a slide begins once a step was taken, so that what it reveals is seen.

    On the way back (``at_end``) it begins no further down than the foot of the step. None is the slide's top.
    """
    if at_end:
        foot = 0
        while frame.hidden_below(step, foot):
            foot += max(1, frame.body_rows - 1)
        wanted = min(top, foot)
    else:
        rows = frame.rows_of_step(step)
        is_below = bool(rows and step) and rows.stop > top + frame.body_rows
        wanted = min(rows.start, rows.stop - frame.body_rows) if is_below else top
    wanted = max(0, min(wanted, frame.last_top))
    return next(spots(frame, range(wanted, len(frame.body))), None) if wanted else None


def word_at(frame: Frame, word: str) -> tuple[int, Spot | None]:
    """The step, counted from 0, at which a casefolded word first shows, and where the slide begins that shows it.

    None is the slide's top; a word that stands on no row, as one in a picture does, is taken to be at the first step.
    """
    for step in range(frame.steps):
        rows = [row for row, line in enumerate(frame.all_lines(step)) if word in text_of([line]).casefold()]
        if rows:
            is_below = rows[0] not in frame.seen()
            return step, next(spots(frame, range(rows[0], -1, -1)), None) if is_below else None
    return 0, None


def spots(frame: Frame, rows: Iterable[int]) -> Iterator[Spot]:
    """The spots of rows of a frame's body; blank ones have none."""
    return (spot for row in rows if (spot := frame.spot_at(row)) is not None)
