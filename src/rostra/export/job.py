"""Job: what is to be exported, and the views of it that every format is made from."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from rostra.deck.model import Deck, Slide
from rostra.stage.magnifier import Magnifier
from rostra.typeset import Frame, Styles
from rostra.typeset.frame import Line
from rostra.typeset.frame_cache import FrameCache

USUAL_MOST = 2
"""The largest scale of most terminals that have larger text."""


@dataclass(frozen=True, slots=True)
class View:
    """A slide at one of its steps."""

    slide: Slide
    number: int
    """The slide's number in the talk, counted from 1."""
    total: int
    """How many slides the talk has."""
    frame: Frame
    step: int
    """Counted from 0."""
    only: bool
    """Whether this is the only view of its slide."""

    @property
    def is_last(self) -> bool:
        """Whether the slide is complete in this view."""
        return self.step == self.frame.steps - 1

    def lines(self) -> list[Line]:
        """Every row of the page."""
        return self.frame.lines(self.step)


@dataclass(frozen=True)
class Job:
    """What is to be exported: a talk, or some of its slides, on pages of one size."""

    deck: Deck
    size: tuple[int, int]
    """Columns and rows of the terminal that a page fills."""
    styles: Styles
    slides: tuple[int, ...]
    """The numbers of the slides, counted from 1, in the order in which they are wanted."""
    steps: bool = False
    """Whether each step is wanted, not only the complete slide."""
    notes: bool = True
    """Whether the speaker's notes are wanted, where a format has them."""
    colors: bool = True
    """Whether the colours of listings are wanted; they take longer than all the rest."""
    magnify: int = 1
    """How many times as large the terminal draws slides, whose pages are smaller by that; 0 is as large as they fit."""

    @cached_property
    def _magnifier(self) -> Magnifier:
        frames = FrameCache(self.styles)
        frames.hurried = not self.colors
        return Magnifier(frames, most=self.magnify or USUAL_MOST, wanted=lambda deck: self.magnify)

    def framed(self) -> Iterator[tuple[int, Slide, Frame]]:
        """The wanted slides, each with its number, counted from 1, and its frame."""
        for number in self.slides:
            yield number, self.deck.slides[number - 1], self._magnifier.slide(self.deck, number - 1, self.size).frame

    def steps_of(self, frame: Frame) -> range:
        """The wanted steps of a slide, counted from 0: all of them, or the last alone."""
        return range(0 if self.steps else frame.steps - 1, frame.steps)

    def views(self) -> Iterator[View]:
        """Everything that is to be seen, in order."""
        for number, slide, frame in self.framed():
            steps = self.steps_of(frame)
            for step in steps:
                yield View(slide, number, len(self.deck.slides), frame, step, len(steps) == 1)
