"""The speaker's page as lines of cells: what the audience sees, what comes next, notes, clock and pace."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass

from rostra.deck.cursor import Cursor
from rostra.deck.model import Deck
from rostra.show.clock import minutes
from rostra.show.pace import in_words, lag, plan
from rostra.show.show import State
from rostra.typeset import Frame
from rostra.typeset.frame import Line, Run, padded, width
from rostra.typeset.frame_cache import FrameCache
from rostra.typeset.text import truncated
from rostra.widgets.frame_view import View

WIDE = 140
"""Columns from which notes stand beside the slides instead of below them."""
SHARES = (30, 40, 50, 60, 70)
"""Parts of a hundred that the notes can take; one of them is chosen."""
USUAL_SHARE = 2


@dataclass(frozen=True, slots=True)
class Console:
    """What the speaker's page shows."""

    deck: Deck
    state: State
    joined: bool
    """Whether there is an audience view at the other end."""
    apart: str = ""
    """Why no talk can be joined; empty when one can."""
    trouble: str = ""
    problems: int = 0
    """How many problems the deck has."""
    share: int = USUAL_SHARE
    """Which of the notes' shares is chosen."""
    notes_top: int = 0
    """By how many rows the notes are scrolled."""
    typed: str = ""
    """The digits typed so far."""
    used: float | None = None
    """Seconds used on the current slide, when they are measured."""


def page(console: Console, frames: FrameCache, columns: int, rows: int, now: float) -> list[Line]:
    """Every row of the page; ``now`` is seconds since the epoch."""
    if rows < 4 or columns < 12:
        return _small(console, frames, columns, rows, now)
    bar = [_bar(console, frames, columns, now)]
    notes_columns, notes_rows = _notes_size(console, columns, rows)
    notes = _notes(console, frames, notes_columns, notes_rows)
    if columns >= WIDE:
        left = _stacked(console, frames, columns - notes_columns - 1, rows - 1)
        return bar + _beside([left, notes], frames)
    return bar + _side_by_side(console, frames, columns, rows - 1 - notes_rows) + notes


def _notes_size(console: Console, columns: int, rows: int) -> tuple[int, int]:
    """Columns and rows of the notes with their label."""
    share = SHARES[console.share]
    return (columns * share // 100, rows - 1) if columns >= WIDE else (columns, max(2, (rows - 1) * share // 100))


def last_notes_top(console: Console, frames: FrameCache, columns: int, rows: int) -> int:
    """How far the notes can be scrolled, in rows."""
    notes_columns, notes_rows = _notes_size(console, columns, rows)
    return notes_frame(console, frames, notes_columns, notes_rows - 1).last_top


def notes_frame(console: Console, frames: FrameCache, columns: int, rows: int) -> Frame:
    """The current slide's notes, typeset."""
    slide = console.deck.slides[console.state.cursor.slide]
    return frames.notes(slide, columns, rows)


def line_at(console: Console, frames: FrameCache, columns: int, rows: int, x: int, y: int) -> int | None:
    """Which line of the current slide lies at a cell of the page, counted from 0 as the pointer is; None for none."""
    notes_columns, notes_rows = _notes_size(console, columns, rows)
    wide = columns >= WIDE
    pane_columns = columns - notes_columns - 1 if wide else _larger(columns)
    pane_rows = _larger(rows - 1) if wide else rows - 1 - notes_rows
    row = y - 2  # below the bar and the pane's label
    if rows < 4 or x >= pane_columns or not 0 <= row < pane_rows - 1:
        return None
    cursor = console.state.cursor
    frame, top = _scrolled(console.deck, cursor, frames, pane_columns, pane_rows - 1)
    spot = View(frame, cursor.step, top).spot_at(row)
    return frame.pointable(cursor.step, top).index(spot) if spot else None


def _larger(cells: int) -> int:
    """The part of rows or columns that the current slide has beside the next one."""
    return cells * 58 // 100


# -- the bar ------------------------------------------------------------------------------------------------------


def _bar(console: Console, frames: FrameCache, columns: int, now: float) -> Line:
    """One row: clock, what is left, pace, where the talk stands, what the audience sees."""
    styles = frames.styles
    ground = styles.on(styles.page, "listing")
    elapsed = console.state.clock.elapsed(now)
    behind = lag(console.deck, console.state.cursor.slide, elapsed) if console.state.clock.started else None
    pace = "warning" if behind and behind > 0 else "tip"
    parts = [
        *[(tag, "caution") for tag in _tags(console)],
        (_clock(console, elapsed), "strong"),
        (_left(console, elapsed), "listing"),
        (_slide_time(console), "note"),
        (in_words(behind), pace),
        (_position(console), "strong"),
        (time.strftime("%H:%M", time.localtime(now)), "listing"),
        (f"{console.problems} problems (?)" if console.problems else "", "warning"),
        (f"go to {console.typed}" if console.typed else "", "note"),
        (console.apart, "caution"),
    ]
    line: Line = [Run(" ", ground)]
    for text, role in parts:
        if text and width(line) + len(text) + 2 <= columns:
            line += [Run(text, styles.on(ground, role)), Run("  ", ground)]
    return padded(line, columns, ground)


def _tags(console: Console) -> list[str]:
    """What is not as it usually is."""
    state = console.state
    tags = ["NO AUDIENCE"] * (not console.joined) + [state.blank.upper()] * bool(state.blank)
    tags += ["FROZEN"] * (state.frozen is not None) + ["NOT READ"] * bool(console.trouble)
    return tags


def _clock(console: Console, elapsed: float) -> str:
    clock = console.state.clock
    if clock.started is None:
        return "0:00 (starts with the first step)"
    return minutes(elapsed) + (" paused" if clock.paused_at is not None else "")


def _left(console: Console, elapsed: float) -> str:
    planned = console.deck.seconds
    if planned is None:
        return ""
    return f"{minutes(planned - elapsed)} left" if elapsed <= planned else f"{minutes(elapsed - planned)} over"


def _slide_time(console: Console) -> str:
    """The time used on the slide and the time planned for it, in a rehearsal."""
    if console.used is None:
        return ""
    planned = plan(console.deck)
    of = f" of {minutes(planned[console.state.cursor.slide])}" if planned else ""
    return f"slide {minutes(console.used)}{of}"


def _position(console: Console) -> str:
    cursor, deck = console.state.cursor, console.deck
    steps = deck.slides[cursor.slide].steps
    total = len(deck.slides) if deck.whole else "…"
    return f"{cursor.slide + 1}/{total}" + (f" step {cursor.step + 1}/{steps}" if steps > 1 else "")


# -- slides -------------------------------------------------------------------------------------------------------


def _side_by_side(console: Console, frames: FrameCache, columns: int, rows: int) -> list[Line]:
    """The current slide and the next, the current one larger."""
    current = _larger(columns)
    left = _current(console, frames, current, rows)
    right = _next(console, frames, columns - current - 1, rows)
    return _beside([left, right], frames)


def _stacked(console: Console, frames: FrameCache, columns: int, rows: int) -> list[Line]:
    """The current slide above the next."""
    upper = _larger(rows)
    return _current(console, frames, columns, upper) + _next(console, frames, columns, rows - upper)


def _current(console: Console, frames: FrameCache, columns: int, rows: int) -> list[Line]:
    cursor = console.state.cursor
    hidden = console.state.blank or (console.state.frozen and console.state.frozen != cursor)
    label = "You, unseen by the audience" if hidden else "Now"
    return _pane(console.deck, cursor, label, frames, columns, rows, strong=True)


def _next(console: Console, frames: FrameCache, columns: int, rows: int) -> list[Line]:
    deck, cursor = console.deck, console.state.cursor
    following = cursor.next_step(deck)
    if following == cursor:
        blank = frames.styles.page
        return [
            _label("The end", columns, frames, strong=False),
            *([Run(" " * columns, blank)] for _ in range(rows - 1)),
        ]
    label = "Next step" if following.slide == cursor.slide else "Next"
    return _pane(deck, following, label, frames, columns, rows, strong=False)


def _pane(
    deck: Deck, cursor: Cursor, label: str, frames: FrameCache, columns: int, rows: int, *, strong: bool
) -> list[Line]:
    """A slide below its label, scrolled so that what its step reveals is seen."""
    if rows < 2:
        return [_label(label, columns, frames, strong=strong)][:rows]
    frame, top = _scrolled(deck, cursor, frames, columns, rows - 1)
    return [_label(label, columns, frames, strong=strong), *frame.lines(cursor.step, top)]


def _scrolled(deck: Deck, cursor: Cursor, frames: FrameCache, columns: int, rows: int) -> tuple[Frame, int]:
    """A slide's preview, and by how many rows it is scrolled so that its step is seen."""
    frame = frames.frame(deck, cursor.slide, columns, rows, preview=True)
    shown = frame.rows_of_step(cursor.step)
    return frame, max(0, min(frame.last_top, shown.stop - frame.body_rows)) if cursor.step and shown else 0


def _label(text: str, columns: int, frames: FrameCache, *, strong: bool) -> Line:
    style = frames.styles.on(frames.styles.page, "progress" if strong else "muted")
    edge = frames.styles.on(frames.styles.page, "border")
    label = truncated(f" {text} ", columns - 2) if columns > 4 else ""
    return padded([Run("──", edge), Run(label, style), Run("─" * (columns - 2 - len(label)), edge)], columns, edge)


def _beside(parts: Sequence[list[Line]], frames: FrameCache) -> list[Line]:
    """Blocks of lines side by side, a line between them."""
    edge = Run("│", frames.styles.on(frames.styles.page, "border"))
    rows: list[Line] = []
    for lines in zip(*parts, strict=True):
        row: Line = []
        for number, line in enumerate(lines):
            row += [edge] if number else []
            row += line
        rows.append(row)
    return rows


# -- notes --------------------------------------------------------------------------------------------------------


def _notes(console: Console, frames: FrameCache, columns: int, rows: int) -> list[Line]:
    """The notes below their label, those of the current step marked, and in view, when the notes have pauses."""
    frame = notes_frame(console, frames, columns, rows - 1)
    marked = frame.rows_of_step(min(console.state.cursor.step, frame.steps - 1)) if frame.steps > 1 else range(0)
    below = marked.stop > frame.body_rows and not console.notes_top
    top = max(0, min(marked.start if below else console.notes_top, frame.last_top))
    lines = frame.lines(None, top)
    if marked:
        bar = Run("▌", frames.styles.on(frames.styles.page, "progress"))
        lines = [
            _marked(line, bar) if row + top in marked and row < frame.body_rows else line
            for row, line in enumerate(lines)
        ]
    empty = not console.deck.slides[console.state.cursor.slide].content.notes
    return [_label("No notes" if empty else "Notes", columns, frames, strong=False), *lines]


def _marked(line: Line, bar: Run) -> Line:
    """The line with a bar in its first cell, which the margin leaves blank."""
    first, *rest = line
    return [bar, Run(first.text[1:], first.style, first.step), *rest] if first.text.startswith(" ") else line


def _small(console: Console, frames: FrameCache, columns: int, rows: int, now: float) -> list[Line]:
    """What fits a page with no room for panes: the bar, and notes."""
    lines = [_bar(console, frames, columns, now)][:rows]
    if rows > 1:
        lines += notes_frame(console, frames, columns, rows - 1).lines(None, 0)
    return lines
