"""Text whose spans are not known yet: a slide's blocks hold it until the slide is first needed."""

from __future__ import annotations

from rostra.deck.blocks import Span, Spans


class Unparsed(Span):
    """Text as it is written, in the place of its spans. Only the reader makes it, and none leaves the reader."""

    __slots__ = ()
    is_html = False
    """Whether it is HTML; else it is Markdown."""


class UnparsedHtml(Unparsed):
    """The same of HTML."""

    __slots__ = ()
    is_html = True


def unparsed(spans: Spans) -> Unparsed | None:
    """What is to be parsed, None for spans that are known."""
    return spans[0] if spans and isinstance(spans[0], Unparsed) else None
