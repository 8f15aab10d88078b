"""The speaker's page as lines of cells: what the audience sees, what comes next, notes, clock and pace."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass

from rostra.deck.model import Deck
from rostra.deck.spot import Spot
from rostra.screens.console_clock import COLUMNS as CLOCK_COLUMNS
from rostra.screens.console_clock import ROWS as DIAL_ROWS
from rostra.screens.console_clock import Dial, dials_below, dials_beside, is_large
from rostra.screens.console_panes import beside, current_pane, label, larger, next_pane, spaced, view_of
from rostra.show.clock import minutes
from rostra.show.pace import in_words, lag, plan, planned_before
from rostra.show.state import State
from rostra.stage.view import View
from rostra.typeset import Frame
from rostra.typeset.frame import Line, Run, padded, width
from rostra.typeset.frame_cache import FrameCache

WIDE = 140
"""Columns from which notes stand beside the slides instead of below them."""
SMALLEST = (12, 4)
"""Columns and rows below which there is no room for panes."""
ROOMY = (40, 16)
"""Columns and rows from which there is room to say what is waited for."""
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
    waiting: Sequence[str] = ()
    """What is said while there is no talk to join."""
    trouble: str = ""
    problems: int = 0
    """How many problems the deck has."""
    share: int = USUAL_SHARE
    """Which of the notes' shares is chosen."""
    notes_top: int = 0
    """By how many rows the notes are scrolled."""
    told: str = ""
    """What is told for a moment, such as the number typed so far."""
    resets_clock: bool = False
    """Whether C was pressed once."""
    used: float | None = None
    """Seconds used on the current slide, when they are measured."""


def page(console: Console, frames: FrameCache, columns: int, rows: int, now: float) -> list[Line]:
    """Every row of the page; ``now`` is seconds since the epoch."""
    if rows < SMALLEST[1] or columns < SMALLEST[0]:
        return _small(console, frames, columns, rows, now)
    dials = _dials(console, columns, rows, now)
    bar = [_bar(console, frames, columns, now, dials), *_waiting(console, frames, columns, rows)]
    notes = _notes_and_clock(console, frames, columns, rows, dials)
    deck, state, size = console.deck, console.state, pane_size(console, columns, rows)
    now_pane = current_pane(deck, state, frames, *size)
    if columns >= WIDE:
        below = next_pane(deck, state, frames, size[0], rows - len(bar) - size[1])
        return bar + beside([now_pane + below, notes], frames)
    return bar + beside([now_pane, next_pane(deck, state, frames, columns - size[0] - 1, size[1])], frames) + notes


def _notes_and_clock(
    console: Console, frames: FrameCache, columns: int, rows: int, dials: Sequence[Dial]
) -> list[Line]:
    """The notes, and above them or beside them a large clock where there is room for that."""
    notes = _notes(console, frames, *_notes_size(console, columns, rows), (columns, rows))
    if not dials:
        return notes
    if columns >= WIDE:
        return [*dials_beside(dials, frames, _below_size(console, columns, rows)[0]), *notes]
    return beside([notes, dials_below(dials, frames, len(notes))], frames)


def _notes_size(console: Console, columns: int, rows: int) -> tuple[int, int]:
    """Columns and rows of the notes with their label."""
    all_columns, all_rows = _below_size(console, columns, rows)
    if not _fitting(console, columns, rows):
        return all_columns, all_rows
    return (all_columns, all_rows - DIAL_ROWS) if columns >= WIDE else (all_columns - CLOCK_COLUMNS - 1, all_rows)


def _fitting(console: Console, columns: int, rows: int) -> int:
    """How many large dials there is room for."""
    if not is_large(columns, rows):
        return 0
    return 2 if columns >= WIDE else _below_size(console, columns, rows)[1] // DIAL_ROWS


def _below_size(console: Console, columns: int, rows: int) -> tuple[int, int]:
    """Columns and rows that the slides leave, to notes and to a large clock."""
    share, left = SHARES[console.share], rows - _head_rows(console, columns, rows)
    return (columns * share // 100, left) if columns >= WIDE else (columns, max(2, left * share // 100))


def _head_rows(console: Console, columns: int, rows: int) -> int:
    """How many rows the bar takes, with what is said below it while there is no talk."""
    return 1 + len(_waiting_texts(console, columns, rows))


def _waiting_texts(console: Console, columns: int, rows: int) -> list[str]:
    """What is said while there is no talk, in rows of the page: paths are told in full; nothing on a small page."""
    if rows < ROOMY[1] or columns < ROOMY[0]:
        return []
    width = columns - 2
    return [line[at : at + width] for line in console.waiting for at in range(0, len(line), width)][: rows // 3]


def _waiting(console: Console, frames: FrameCache, columns: int, rows: int) -> list[Line]:
    ground = frames.styles.on(frames.styles.page, "muted")
    return [padded([Run(f" {text}", ground)], columns, ground) for text in _waiting_texts(console, columns, rows)]


def last_notes_top(console: Console, frames: FrameCache, columns: int, rows: int) -> int:
    """How far the notes can be scrolled, in rows."""
    notes_columns, notes_rows = _notes_size(console, columns, rows)
    return notes_frame(console, frames, notes_columns, notes_rows - 1).last_top


def notes_frame(console: Console, frames: FrameCache, columns: int, rows: int) -> Frame:
    """The current slide's notes, typeset."""
    slide = console.deck.slides[console.state.cursor.slide]
    return frames.notes(slide, columns, rows)


def pane_size(console: Console, columns: int, rows: int) -> tuple[int, int]:
    """Columns and rows of the current slide with its label."""
    notes_columns, notes_rows = _notes_size(console, columns, rows)
    left = rows - _head_rows(console, columns, rows)
    if columns >= WIDE:
        return columns - notes_columns - 1, larger(left)
    return larger(columns), left - notes_rows


def current_view(console: Console, frames: FrameCache, columns: int, rows: int) -> View | None:
    """What is seen of the current slide; None on a page with no room for it."""
    pane_columns, pane_rows = pane_size(console, columns, rows)
    if rows < SMALLEST[1] or columns < SMALLEST[0] or pane_rows < 2:
        return None
    return view_of(console.deck, console.state, frames, pane_columns, pane_rows - 1)


def spot_at(console: Console, frames: FrameCache, columns: int, rows: int, x: int, y: int) -> Spot | None:
    """What of the current slide lies at a cell of the page; None for nothing."""
    view = current_view(console, frames, columns, rows)
    pane_columns, pane_rows = pane_size(console, columns, rows)
    row = y - _head_rows(console, columns, rows) - 1  # below the pane's label
    if view is None or x >= pane_columns or not 0 <= row < pane_rows - 1:
        return None
    return view.spot_below(x, row, (pane_columns, pane_rows - 1))


# -- the bar ------------------------------------------------------------------------------------------------------


def _bar(console: Console, frames: FrameCache, columns: int, now: float, large: Sequence[Dial] = ()) -> Line:
    """One row: clock and what is left unless they are large, pace, where the talk stands, what the audience sees."""
    styles = frames.styles
    ground = styles.on(styles.page, "listing")
    elapsed = console.state.clock.elapsed(now)
    state = console.state
    behind = lag(console.deck, state.cursor.slide, elapsed, state.began) if state.clock.started is not None else None
    told = console.told[: columns * 2 // 3]
    pace = "warning" if behind and behind > 0 else "tip"
    parts = [
        *[(tag, "caution") for tag in _tags(console)],
        (_clock(console, elapsed) if not large else "", "strong"),
        (_problems(console.problems), "warning"),
        (" ".join(_left(console, elapsed) or ()) if len(large) < 2 else "", "listing"),
        (_slide_time(console), "note"),
        (in_words(behind), pace),
        (_position(console), "strong"),
        (time.strftime("%H:%M", time.localtime(now)), "listing"),
        (told, "note"),
        ("C again: clock to 0:00" if console.resets_clock else "", "note"),
    ]
    line: Line = [Run(" ", ground)]
    for text, role in parts:
        kept = len(told) + 2 if told and text != told else 0  # what answers a key is seen, whatever has no room then
        if text and width(line) + len(text) + 2 + kept <= columns:
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
        return "0:00 (starts with the first step, or c)"
    return minutes(elapsed) + (" paused" if clock.paused_at is not None else "")


def _left(console: Console, elapsed: float) -> tuple[str, str] | None:
    """The time that is left, or by how much it is over, and which of both it is; None when none is planned."""
    planned = console.deck.seconds
    if planned is None:
        return None
    left = planned - planned_before(console.deck, console.state.began) - elapsed
    return (minutes(left), "left") if left >= 0 else (minutes(-left), "over")


def _dials(console: Console, columns: int, rows: int, now: float) -> list[Dial]:
    """What a large clock tells: how long the talk has been under way, and what is left where that is planned."""
    clock, elapsed = console.state.clock, console.state.clock.elapsed(now)
    about = "elapsed" + (", paused" if clock.paused_at is not None else "")
    if clock.started is None:
        about += ", starts with a step"
    dials = [Dial(minutes(elapsed), about, "heading1")]
    if left := _left(console, elapsed):
        dials.append(Dial(*left, "warning" if left[1] == "over" else "strong"))
    return dials[: _fitting(console, columns, rows)]


def _problems(count: int) -> str:
    return f"{count} problem{'' if count == 1 else 's'} (?)" if count else ""


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
    step = f" step {cursor.step + 1}/{steps}" if steps > 1 else ""
    drawn = console.state.drawn
    return f"{cursor.slide + 1}/{total}{step}" + (f" {drawn.scale}x" if drawn and drawn.scale > 1 else "")


# -- notes --------------------------------------------------------------------------------------------------------


def _notes(console: Console, frames: FrameCache, columns: int, rows: int, page: tuple[int, int]) -> list[Line]:
    """The notes below their label, those of the current step marked, and in view, when the notes have pauses.

    On a large page short notes are set with room between their lines.
    """
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
    if is_large(*page) and 0 < frame.content_rows * 2 <= frame.room:
        lines = spaced(lines[: frame.content_rows], frame.room, frame.blank)
    empty = not console.deck.slides[console.state.cursor.slide].content.notes
    return [label("No notes" if empty else "Notes", columns, frames, strong=False), *lines]


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
