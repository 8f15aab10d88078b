"""How many times as large the slides of a talk are drawn."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from rostra.deck.model import Deck
from rostra.typeset import Frame
from rostra.typeset.frame_cache import FrameCache

AUTO = 0
"""The scale that is chosen by what fits."""
SAMPLE = 12
"""Slides at a deck's beginning that are tried, titles aside: more would keep the first of them waiting."""
MOST_MISSED = 1 / 3
"""The share of them that need not fit. Slides with more on them are then the exception that they look like."""
LEAST = (40, 12)
"""Columns and rows of the smallest page on which slides are tried."""

Size = tuple[int, int]


class Scaled(NamedTuple):
    """A slide, and how large it is drawn."""

    frame: Frame
    scale: int = 1


class Magnifier:
    """Chooses one scale for a deck, and a smaller one only for a slide that does not fit.

    ``wanted`` tells what was asked for: a scale, which is then kept to, or :data:`AUTO`. ``page`` gives the largest
    page within so many cells.
    """

    def __init__(
        self,
        frames: FrameCache,
        *,
        most: int = 1,
        wanted: Callable[[Deck], int] = lambda deck: AUTO,
        page: Callable[[Size], Size] = lambda room: room,
    ) -> None:
        self.frames = frames
        self.most = most
        """The largest scale that the terminal has."""
        self._wanted = wanted
        self._page = page
        self.draws: Callable[[str], bool] | None = None
        """Tells whether the terminal can draw a text larger; slides with others are not. None where it draws all."""
        self._found: dict[tuple[tuple[Path, ...], Size], int] = {}
        """By a deck's files and the screen: the scale stays when the deck is read on or saved."""

    def forget(self) -> None:
        """Look anew at what fits."""
        self._found.clear()

    def slide(self, deck: Deck, index: int, screen: Size, chosen: int = AUTO) -> Scaled:
        """A slide, counted from 0, as it is drawn on a screen of so many columns and rows."""
        asked = min(chosen or self._wanted(deck), self.most)
        for scale in range(asked or self._usual(deck, screen), 1, -1):
            found = self._at(deck, index, screen, scale)
            if self._can_draw(found.frame) and (asked or self._fits(deck, index, screen, found.frame)):
                return found
        return self._at(deck, index, screen, 1)

    def _at(self, deck: Deck, index: int, screen: Size, scale: int) -> Scaled:
        return Scaled(self.frames.frame(deck, index, *self._page(_room(screen, scale))), scale)

    def _usual(self, deck: Deck, screen: Size) -> int:
        """The largest scale at which nearly all of the deck fits."""
        key = deck.files, screen
        if key not in self._found:
            scale = 1
            while scale < self.most and self._suits(deck, screen, scale + 1):
                scale += 1
            self._found[key] = scale
        return self._found[key]

    def _suits(self, deck: Deck, screen: Size, scale: int) -> bool:
        """Whether enough slides fit at a scale."""
        room = _room(screen, scale)
        if room[0] < LEAST[0] or room[1] < LEAST[1]:
            return False
        tried = [index for index, slide in enumerate(deck.slides[:SAMPLE]) if not slide.is_title]
        missed = 0
        for index in tried:
            frame = self._at(deck, index, screen, scale).frame
            missed += any(frame.overflow()) or not self._can_draw(frame)
            if missed > len(tried) * MOST_MISSED:
                return False
        return True

    def _fits(self, deck: Deck, index: int, screen: Size, frame: Frame) -> bool:
        """Whether a frame has all of a slide; a title drawn with blocks is larger than one in larger letters."""
        if any(frame.overflow()):
            return False
        is_title = deck.slides[index].is_title
        return not is_title or _has_drawn(frame) or not _has_drawn(self._at(deck, index, screen, 1).frame)

    def _can_draw(self, frame: Frame) -> bool:
        draws = self.draws
        if draws is None:
            return True
        lines = (*frame.header, *frame.body, *frame.footer)
        return all(draws(run.text) for line in lines for run in line)


def _room(screen: Size, scale: int) -> Size:
    return screen[0] // scale, screen[1] // scale


def _has_drawn(frame: Frame) -> bool:
    """Whether it has letters that are drawn with several cells each."""
    return any(run.says for line in frame.body for run in line)
