"""The style that text has at one place in a line, and what opens and closes styles."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from rostra.deck.blocks import Look, Span, Spans


class InlineStyle(NamedTuple):
    """The look that text has at one place."""

    looks: frozenset[Look] = frozenset()
    link: str = ""
    color: str = ""
    background: str = ""

    def span(self, text: str) -> Span:
        """Text in this look."""
        return Span(text, self.looks, self.link, self.color, self.background)

    def with_look(self, look: Look) -> InlineStyle:
        """The same with one look more."""
        return self._replace(looks=self.looks | {look})


PLAIN = InlineStyle()


class StyleStack:
    """Looks that were opened one within the other; :attr:`style` is what applies now."""

    def __init__(self) -> None:
        self._opened: list[tuple[str, InlineStyle]] = []

    @property
    def style(self) -> InlineStyle:
        """The look that text has now."""
        return self._opened[-1][1] if self._opened else PLAIN

    def open(self, name: str, style: InlineStyle) -> None:
        """Begin a look, under the name by which it is closed."""
        self._opened.append((name, style))

    def close(self, name: str) -> None:
        """End the innermost look of this name, and what was opened within it; nothing when there is none."""
        for at in range(len(self._opened) - 1, -1, -1):
            if self._opened[at][0] == name:
                del self._opened[at:]
                return


def merged(spans: Sequence[Span]) -> Spans:
    """Neighbours of one look as one span; nothing empty, and a line end within a text as a blank."""
    joined: list[Span] = []
    for span in spans:
        if not span.text:
            continue
        if span.text != "\n" and "\n" in span.text:
            span = span._replace(text=span.text.replace("\n", " "))
        last = joined[-1] if joined else None
        if last and "\n" not in (last.text, span.text) and _look(last) == _look(span):
            joined[-1] = span._replace(text=last.text + span.text)
        else:
            joined.append(span)
    return tuple(joined)


def _look(span: Span) -> tuple[object, ...]:
    return span.looks, span.link, span.color, span.background
