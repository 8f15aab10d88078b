"""Ink: the look that text has at one place, and what opens and closes looks."""

from __future__ import annotations

from dataclasses import dataclass, replace

from rostra.deck.blocks import Look, Span


@dataclass(frozen=True, slots=True)
class Ink:
    """The look that text has at one place."""

    looks: frozenset[Look] = frozenset()
    link: str = ""
    color: str = ""
    background: str = ""

    def span(self, text: str) -> Span:
        """Text in this look."""
        return Span(text, self.looks, self.link, self.color, self.background)

    def with_look(self, look: Look) -> Ink:
        """The same with one look more."""
        return replace(self, looks=self.looks | {look})


PLAIN = Ink()


class InkStack:
    """Looks that were opened one within the other; :attr:`ink` is what applies now."""

    def __init__(self) -> None:
        self._opened: list[tuple[str, Ink]] = []

    @property
    def ink(self) -> Ink:
        """The look that text has now."""
        return self._opened[-1][1] if self._opened else PLAIN

    def open(self, name: str, ink: Ink) -> None:
        """Begin a look, under the name by which it is closed."""
        self._opened.append((name, ink))

    def close(self, name: str) -> None:
        """End the innermost look of this name, and what was opened within it; nothing when there is none."""
        for at in range(len(self._opened) - 1, -1, -1):
            if self._opened[at][0] == name:
                del self._opened[at:]
                return
