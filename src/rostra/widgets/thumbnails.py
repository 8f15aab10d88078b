"""Thumbnails: all slides small, side by side, drawn line by line as far as they are seen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.binding import Binding
from textual.filter import LineFilter
from textual.geometry import Region, Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from rostra.deck.model import Deck
from rostra.typeset.frame import Line, Run, padded
from rostra.typeset.frame_cache import FrameCache
from rostra.typeset.text import truncated

WANTED = 38
"""Columns of a thumbnail, about."""
GAP = 2


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

    def __init__(self, deck: Deck, frames: FrameCache, current: int) -> None:
        super().__init__()
        self.deck = deck
        self.frames = frames
        self.current = current
        self._across, self._wide, self._high = 1, WANTED, 10

    def show_deck(self, deck: Deck) -> None:
        """Show another state of the deck."""
        self.deck, self.current = deck, min(self.current, len(deck.slides) - 1)
        if self.size:
            self._arrange(self.size)

    def on_resize(self, event: events.Resize) -> None:
        """Find out how many thumbnails lie side by side."""
        self._arrange(event.size)

    def _arrange(self, size: Size) -> None:
        width = size.width
        self._across = max(1, min(len(self.deck.slides), (width + GAP) // (WANTED + GAP)))
        self._wide = max(1, (width - GAP * (self._across + 1)) // self._across)
        down = max(1, round(size.height / (self._wide * 9 // 32 + 2)))
        self._high = max(3, size.height // down - 2)
        rows = -(-len(self.deck.slides) // self._across)
        self.virtual_size = Size(width, rows * (self._high + 2))
        self._reveal()

    def get_line_filters(self) -> Sequence[LineFilter]:
        """No filter of Textual's: the styles of a frame are final."""
        return ()

    def render_line(self, y: int) -> Strip:
        """Draw one row across all thumbnails that it cuts."""
        row, within = divmod(y + self.scroll_offset.y, self._high + 2)
        page = self.frames.styles.page
        line: Line = [Run(" " * GAP, page)]
        for column in range(self._across):
            index = row * self._across + column
            if index < len(self.deck.slides):
                line += [*self._thumbnail(index, within), Run(" " * GAP, page)]
        return Strip([Segment(run.text, run.style) for run in padded(line, self.size.width, page)], self.size.width)

    def _thumbnail(self, index: int, row: int) -> Line:
        """One row of one thumbnail: its label, the slide, a blank row."""
        styles = self.frames.styles
        if row == self._high + 1:
            return [Run(" " * self._wide, styles.page)]
        chosen = index == self.current
        if row == 0:
            style = styles.on(styles.page, "progress" if chosen else "muted") + Style(reverse=chosen)
            label = f" {index + 1}  {self.deck.slides[index].label} "
            return padded([Run(truncated(label, self._wide), style)], self._wide, style)
        frame = self.frames.frame(self.deck, index, self._wide - 2, self._high, preview=True)
        edge = styles.on(styles.page, "progress" if chosen else "progress_rest")
        return [Run("▌" if chosen else "│", edge), *frame.line(row - 1, more=False), Run("▐" if chosen else "│", edge)]

    def _reveal(self) -> None:
        row = self.current // self._across
        self.scroll_to_region(Region(0, row * (self._high + 2), 1, self._high + 2), animate=False, force=True)
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
        index = (event.y + self.scroll_offset.y) // (self._high + 2) * self._across + event.x // (self._wide + GAP)
        if index < len(self.deck.slides):
            self.post_message(self.Chosen(index))
