"""Text whose spans are not known yet: a slide's blocks hold it until the slide is first needed."""

from __future__ import annotations

from dataclasses import dataclass

from rostra.deck.blocks import Span


@dataclass(frozen=True, slots=True)
class Unparsed(Span):
    """Markdown as it is written, in the place of its spans. Only the reader makes it, and none leaves the reader."""

    html: bool = False
    """Whether it is HTML instead."""
