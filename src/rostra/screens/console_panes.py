"""The panes of the speaker's page: the current slide as far as the audience sees it, and what comes next."""

from __future__ import annotations

from collections.abc import Sequence

from rich.style import Style

from rostra.deck.model import Deck
from rostra.show.state import State
from rostra.stage.scrolling import top_of
from rostra.stage.view import View
from rostra.typeset import Frame
from rostra.typeset.frame import Line, Run, padded, width
from rostra.typeset.frame_cache import FrameCache
from rostra.typeset.text import truncated


def larger(cells: int) -> int:
    """The part of rows or columns that the current slide has beside the next one."""
    return cells * 58 // 100


def current_pane(deck: Deck, state: State, frames: FrameCache, columns: int, rows: int) -> list[Line]:
    """The current slide below its label."""
    hidden = state.blank or (state.frozen is not None and state.frozen.cursor != state.cursor)
    text = "You, unseen by the audience" if hidden else "Now"
    return _pane(deck, state, text, frames, columns, rows, strong=True)


def next_pane(deck: Deck, state: State, frames: FrameCache, columns: int, rows: int) -> list[Line]:
    """What the next step shows, below its label."""
    cursor, drawn = state.cursor, state.drawn
    following = cursor.next_step(deck)
    if following == cursor:
        blank = frames.styles.page
        nothing = [[Run(" " * columns, blank)] for _ in range(rows - 1)]
        return [label("The end", columns, frames, strong=False), *nothing][:rows]
    text = "Next step" if following.slide == cursor.slide else "Next"
    return _pane(deck, State(following, drawn=drawn), text, frames, columns, rows, strong=False)


def _pane(
    deck: Deck, state: State, text: str, frames: FrameCache, columns: int, rows: int, *, strong: bool
) -> list[Line]:
    heading = label(text, columns, frames, strong=strong)
    if rows < 2:
        return [heading][:rows]
    view = view_of(deck, state, frames, columns, rows - 1)
    return [heading, *view.picture((columns, rows - 1), frames.styles.page).lines]


def page_in(state: State, columns: int, rows: int) -> tuple[int, int]:
    """The page for a pane of so many columns and rows: the audience's where there is room for it, else all of it."""
    drawn = state.drawn
    if drawn is not None and drawn.columns <= columns and drawn.rows <= rows:
        return drawn.columns, drawn.rows
    return columns, rows


def view_of(deck: Deck, state: State, frames: FrameCache, columns: int, rows: int) -> View:
    """What is seen of the slide where the talk stands, in a pane of so many cells."""
    frame = frames.frame(deck, state.cursor.slide, *page_in(state, columns, rows), preview=True)
    return View(frame, state.cursor.step, _top(frame, state), pointer=state.pointer)


def _top(frame: Frame, state: State) -> int:
    """By how many rows it is scrolled: as the audience's is, and so that what is pointed at or came last is seen."""
    top, step = top_of(frame, state.scroll), state.cursor.step
    pointed = frame.rows_of(state.pointer) if state.pointer else range(0)
    wanted = pointed or (frame.rows_of_step(step) if step else range(0))
    if wanted and wanted.stop > top + frame.body_rows:
        top = min(wanted.start, wanted.stop - frame.body_rows)
    elif pointed and pointed.start < top:
        top = pointed.start
    return max(0, min(top, frame.last_top))


def label(text: str, columns: int, frames: FrameCache, *, strong: bool) -> Line:
    """A line with what stands below it."""
    style = frames.styles.on(frames.styles.page, "progress" if strong else "muted")
    edge = frames.styles.on(frames.styles.page, "border")
    text = truncated(f" {text} ", columns - 2) if columns > 4 else ""
    return padded([Run("──", edge), Run(text, style), Run("─" * (columns - 2 - len(text)), edge)], columns, edge)


def spaced(lines: Sequence[Line], rows: int, blank: Style) -> list[Line]:
    """Lines with one more blank row below each that is not blank, in so many rows."""
    nothing: Line = [Run(" " * width(lines[0]), blank)]
    apart = [row for line in lines for row in (line, nothing)[: 1 + any(run.text.strip() for run in line)]]
    return [*apart, *[nothing] * (rows - len(apart))]


def beside(parts: Sequence[list[Line]], frames: FrameCache) -> list[Line]:
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
