"""Thumbnails: all slides small, side by side, made one by one as far as they are seen."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from rich.segment import Segment
from textual import events
from textual.binding import Binding
from textual.filter import LineFilter
from textual.geometry import Region, Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.timer import Timer

from rostra.deck.model import Deck
from rostra.typeset import Frame
from rostra.typeset.frame import Line, Run, padded
from rostra.typeset.frame_cache import FrameCache
from rostra.widgets.tiles import AROUND, Pictures, Shape, foot, framed, ground, top

AT_ONCE = 0.02
"""Seconds for which thumbnails are made while keys wait."""
BETWEEN = 0.005
"""Seconds in which keys are heard meanwhile."""
NARROWEST = 24
"""Columns of a thumbnail, where there are several side by side."""
GROWTH = 2.9
"""How fast thumbnails grow with the screen: three stand side by side in 80 columns, four in 120, five in 200."""


class Thumbnails(ScrollView, can_focus=True):
    """A grid of slides, one of them chosen."""

    DEFAULT_CSS = "Thumbnails { width: 1fr; height: 1fr; scrollbar-size: 0 0; }"
    BINDINGS = [
        Binding("left,h,p,pageup", "move(-1)", "Previous"),
        Binding("right,l,n,pagedown,space", "move(1)", "Next"),
        Binding("up,k", "move_row(-1)", "Row up"),
        Binding("down,j", "move_row(1)", "Row down"),
        Binding("home,g", "move(-100000)", "First"),
        Binding("end,G", "move(100000)", "Last"),
        Binding("enter", "choose", "Show"),
    ]

    @dataclass
    class Chosen(Message):
        """A slide was picked; counted from 0."""

        slide: int

    def __init__(self, deck: Deck, frames: FrameCache, frame_of: Callable[[int], Frame], current: int) -> None:
        super().__init__()
        self.deck = deck
        self.frames = frames
        self.current = current
        self._pictures = Pictures(frames, frame_of)
        self._across, self._left, self._shape = 1, 0, Shape(1, 1)
        self._next: Timer | None = None

    def show_deck(self, deck: Deck) -> None:
        """Show another state of the deck."""
        self.deck, self.current = deck, min(self.current, len(deck.slides) - 1)
        self._pictures.doubt()
        if self.size:
            self._arrange(self.size)

    def on_resize(self, event: events.Resize) -> None:
        """Find out how many thumbnails lie side by side."""
        self._arrange(event.size)

    @property
    def _step(self) -> int:
        """Rows from one thumbnail to the next below it."""
        return self._shape.rows + AROUND

    def _arrange(self, size: Size) -> None:
        count = len(self.deck.slides)
        self._across, self._shape = arranged(count, size, self._pictures.page_of(self.current))
        self._left = (size.width - self._across * (self._shape.columns + AROUND)) // 2
        self.virtual_size = Size(size.width, -(-count // self._across) * self._step)
        self._reveal()
        self._make_some()

    # -- making -------------------------------------------------------------------------------------------------

    def _unmade(self) -> list[int]:
        """Those in sight that have to be made, the nearest to the chosen one first."""
        top, across = self.scroll_offset.y, self._across
        first, last = top // self._step * across, -(-(top + self.size.height) // self._step) * across
        seen = range(first, min(last, len(self.deck.slides)))
        return sorted((one for one in seen if not self._pictures.is_made(one)), key=lambda one: abs(one - self.current))

    def _make_some(self) -> None:
        """Make as many as no key has to wait for, and the others between keys."""
        end = time.monotonic() + AT_ONCE
        self._next = None
        while (unmade := self._unmade()) and time.monotonic() < end:
            self._pictures.make(unmade[0], self._shape)
            self.refresh(self._region(unmade[0]))
        if unmade:
            self._make_soon()

    def _region(self, index: int) -> Region:
        """Where a thumbnail is on the screen."""
        row, column = divmod(index, self._across)
        columns = self._shape.columns + AROUND
        return Region(self._left + column * columns, row * self._step - self.scroll_offset.y, columns, self._step)

    def _make_soon(self) -> None:
        if self._next is None:
            self._next = self.set_timer(BETWEEN, self._make_some)

    # -- showing ------------------------------------------------------------------------------------------------

    def get_line_filters(self) -> Sequence[LineFilter]:
        """No filter of Textual's: the styles of a frame are final."""
        return ()

    def render_line(self, y: int) -> Strip:
        """Draw one row across all thumbnails that it cuts."""
        row, within = divmod(y + self.scroll_offset.y, self._step)
        blank = ground(self.frames.styles, self._pictures.shrinks)
        line: Line = [Run(" " * self._left, blank)] if self._left else []
        for index in range(row * self._across, min((row + 1) * self._across, len(self.deck.slides))):
            line += self._tile(index, within)
        return Strip([Segment(run.text, run.style) for run in padded(line, self.size.width, blank)], self.size.width)

    def _tile(self, index: int, row: int) -> Line:
        """One row of one thumbnail."""
        pictures, shape, styles, chosen = self._pictures, self._shape, self.frames.styles, index == self.current
        if row == 0:
            return top(styles, shape.columns, pictures.shrinks, chosen)
        if row > shape.rows:
            return foot(styles, self._label(index), shape.columns, pictures.shrinks, chosen)
        picture = pictures.of(self.deck, index, shape)
        if not pictures.is_made(index):
            self._make_soon()
        line = picture[row - 1] if picture else [Run(" " * shape.columns, styles.page)]
        return framed(styles, line, pictures.shrinks, chosen)

    def _label(self, index: int) -> str:
        """Its number, and its title where that cannot be read in the picture."""
        slide = self.deck.slides[index]
        legible = slide.content.title and not self._pictures.shrinks
        return str(index + 1) if legible else f"{index + 1}  {slide.label}"

    def _reveal(self) -> None:
        row = self.current // self._across
        self.scroll_to_region(Region(0, row * self._step, 1, self._step), animate=False, force=True)
        self.refresh()

    def action_move(self, by: int) -> None:
        """Choose another slide, so many on."""
        self.current = max(0, min(len(self.deck.slides) - 1, self.current + by))
        self._reveal()

    def action_move_row(self, by: int) -> None:
        """Choose the slide above or below."""
        if 0 <= self.current + by * self._across < len(self.deck.slides):
            self.action_move(by * self._across)

    def action_choose(self) -> None:
        """Show the chosen slide."""
        self.post_message(self.Chosen(self.current))

    def on_click(self, event: events.Click) -> None:
        """Show the slide that was clicked."""
        column = (event.x - self._left) // (self._shape.columns + AROUND)
        index = (event.y + self.scroll_offset.y) // self._step * self._across + column
        if 0 <= column < self._across and index < len(self.deck.slides):
            self.post_message(self.Chosen(index))


def arranged(count: int, size: Size, page: tuple[int, int]) -> tuple[int, Shape]:
    """How many of so many thumbnails stand side by side, and their shape, which is that of the page.

    They are as large as all of them fit on the screen; where they do not, as large as the screen suggests.
    """
    usual = max(1, min(round(size.width**0.5 / GROWTH), size.width // NARROWEST))
    for across in range(1, usual + 1):
        columns = max(1, size.width // across - AROUND)
        rows = max(1, round(columns * page[1] / page[0]))
        if -(-count // across) * (rows + AROUND) <= size.height:
            break
    return across, Shape(columns, max(1, min(rows, size.height - AROUND)))
