"""Cursor: where a talk stands, and every way to move."""

from __future__ import annotations

from dataclasses import dataclass

from rostra.deck.model import Deck


@dataclass(frozen=True, slots=True)
class Cursor:
    """A slide and a step of it, both counted from 0. Made by :meth:`on`, it is always on the deck."""

    slide: int = 0
    step: int = 0

    @classmethod
    def on(cls, deck: Deck, slide: int, step: int = 0) -> Cursor:
        """The nearest position that the deck has."""
        slide = max(0, min(slide, len(deck.slides) - 1))
        return cls(slide, max(0, min(step, deck.slides[slide].steps - 1)))

    def next_step(self, deck: Deck) -> Cursor:
        """One step on, into the next slide after the last."""
        if self.step + 1 < deck.slides[self.slide].steps:
            return Cursor(self.slide, self.step + 1)
        return self.next_slide(deck)

    def previous_step(self, deck: Deck) -> Cursor:
        """One step back, into the slide before at its last step."""
        if self.step:
            return Cursor(self.slide, self.step - 1)
        if not self.slide:
            return self
        return Cursor.on(deck, self.slide - 1, deck.slides[self.slide - 1].steps - 1)

    def next_slide(self, deck: Deck) -> Cursor:
        """The next slide's first step; the last slide stays, with all its steps shown."""
        if self.slide + 1 < len(deck.slides):
            return Cursor(self.slide + 1)
        return self.all_steps(deck)

    def previous_slide(self, deck: Deck) -> Cursor:
        """The slide before, at its first step."""
        return Cursor.on(deck, self.slide - 1)

    def all_steps(self, deck: Deck) -> Cursor:
        """The same slide with all its steps shown."""
        return Cursor(self.slide, deck.slides[self.slide].steps - 1)

    def moved_to(self, before: Deck, after: Deck) -> Cursor:
        """The same place in a deck that was read again.

        A slide is found by its name, else by its unchanged source (the nearest when several are alike),
        else by its neighbours, else by its number.
        """
        return Cursor.on(after, self._slide_in(before, after), self.step)

    def reaches(self, before: Deck, after: Deck) -> bool:
        """Whether a deck that was read again goes as far as this place; one that was saved in part may not."""
        slide = self._slide_in(before, after)
        return slide < len(after.slides) and self.step < max(1, after.slides[slide].steps)

    def _slide_in(self, before: Deck, after: Deck) -> int:
        """The number of the same slide in a deck that was read again; it may lie behind the deck's end."""
        slide = before.slides[self.slide]
        if slide.settings.name and (named := after.number_of(slide.settings.name)) is not None:
            return named
        alike = [i for i, other in enumerate(after.slides) if other.source == slide.source]
        if alike:
            return min(alike, key=lambda i: abs(i - self.slide))
        return max(0, self.slide + _shift(before, after, self.slide))


def _shift(before: Deck, after: Deck, slide: int) -> int:
    """By how many slides the nearest unchanged neighbour of a changed slide moved."""
    kept = {other.source: i for i, other in enumerate(after.slides)}
    near = sorted(range(len(before.slides)), key=lambda i: abs(i - slide))
    return next((kept[before.slides[i].source] - i for i in near if before.slides[i].source in kept), 0)
