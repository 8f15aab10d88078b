"""Tiles: what a thumbnail shows of a slide, its frame and the line below it."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from rich.cells import cell_len
from rich.style import Style

from rostra.deck.model import Deck
from rostra.stage.miniature import can_shrink, miniature
from rostra.typeset import Frame
from rostra.typeset.frame import Line, Run, padded
from rostra.typeset.frame_cache import FrameCache
from rostra.typeset.styles import Styles
from rostra.typeset.text import truncated

MOST = 300
"""Pictures that are kept, some 10 KB each."""
AROUND = 2
"""Rows, and columns, of a tile that are not its picture."""


@dataclass(frozen=True, slots=True)
class Shape:
    """The cells of a tile's picture."""

    columns: int
    rows: int


class Pictures:
    """Slides in a few cells each: miniatures of their pages, or their text set anew where there are too few colours.

    ``frame_of`` gives the frame of a slide, counted from 0, as the audience sees it.
    """

    def __init__(self, frames: FrameCache, frame_of: Callable[[int], Frame]) -> None:
        self._frames = frames
        self._frame_of = frame_of
        self._made: OrderedDict[int, tuple[Frame, list[Line]]] = OrderedDict()
        self._unsure: set[int] = set()
        """Those that may have changed since they were made."""
        self._of: tuple[Styles, Shape] | None = None

    @property
    def shrinks(self) -> bool:
        """Whether they are miniatures."""
        return can_shrink(self._frames.styles)

    def page_of(self, slide: int) -> tuple[int, int]:
        """Columns and rows of the page that a slide is set on."""
        page = self._frame_of(slide).page
        return page.columns, page.rows

    def doubt(self) -> None:
        """Look at each again before it is shown as it should be: the deck has changed."""
        self._unsure.update(self._made)

    def of(self, deck: Deck, slide: int, shape: Shape) -> Sequence[Line] | None:
        """What is known of a slide's picture by now; None for nothing."""
        self._fit(shape)
        if not self.shrinks:
            return self._text(deck, slide, shape)
        return self._made[slide][1] if slide in self._made else None

    def is_made(self, slide: int) -> bool:
        """Whether its picture is there and right."""
        return not self.shrinks or (slide in self._made and slide not in self._unsure)

    def make(self, slide: int, shape: Shape) -> None:
        """Make the picture of a slide."""
        self._fit(shape)
        frame, styles = self._frame_of(slide), self._frames.styles
        if slide not in self._made or self._made[slide][0] is not frame:
            self._made[slide] = frame, miniature(frame, shape.columns, shape.rows, styles.colors)
        self._unsure.discard(slide)
        self._made.move_to_end(slide)
        if len(self._made) > MOST:
            self._unsure.discard(self._made.popitem(last=False)[0])

    def _fit(self, shape: Shape) -> None:
        """Forget those that were made for another size or theme."""
        if self._of != (self._frames.styles, shape):
            self._of = self._frames.styles, shape
            self._made.clear()
            self._unsure.clear()

    def _text(self, deck: Deck, slide: int, shape: Shape) -> list[Line]:
        frame = self._frames.frame(deck, slide, shape.columns, shape.rows, preview=True)
        return [frame.line(row, more=False) for row in range(shape.rows)]


def ground(styles: Styles, shrinks: bool) -> Style:
    """What the tiles lie on: miniatures are pages, which must be told from it."""
    return styles.on(styles.page, "listing") if shrinks else styles.page


def framed(styles: Styles, picture: Line, shrinks: bool, chosen: bool) -> Line:
    """A row of a tile's picture between the sides of its frame."""
    if chosen:
        side = Run(" ", _bar(styles))
    else:
        side = Run(" ", ground(styles, shrinks)) if shrinks else Run("│", _edge(styles))
    return [side, *picture, side]


def top(styles: Styles, columns: int, shrinks: bool, chosen: bool) -> Line:
    """The row above a tile's picture."""
    over = ground(styles, shrinks)
    if chosen:
        return [Run("▄" * (columns + AROUND), styles.on(over, "progress"))]
    return [Run(" " * (columns + AROUND), over) if shrinks else Run(f"┌{'─' * columns}┐", _edge(styles))]


def foot(styles: Styles, label: str, columns: int, shrinks: bool, chosen: bool) -> Line:
    """The row below a tile's picture, which tells its number and title."""
    if chosen:
        style = _bar(styles)
        return padded([Run(truncated(f" {label}", columns + 1), style)], columns + AROUND, style)
    style, text = ground(styles, shrinks), truncated(f" {label} ", columns)
    if shrinks:
        return padded([Run(f" {text}", style)], columns + AROUND, style)
    edge, rest = _edge(styles), columns - cell_len(text)
    return [Run("└", edge), Run(text, style), Run("─" * rest + "┘", edge)]


def _bar(styles: Styles) -> Style:
    return styles.on(styles.page, "progress") + Style(reverse=True)


def _edge(styles: Styles) -> Style:
    return styles.on(styles.page, "progress_rest")
