"""What a slide is recognised by in another state of its deck."""

from __future__ import annotations

import hashlib

from rostra.deck.model import Deck, Slide
from rostra.reader.comments import COMMENT


def slide_keys(deck: Deck) -> list[str]:
    """What each slide is recognised by in another state of the deck, no two alike: its name, else its text."""
    keys: dict[str, None] = {}
    for slide in deck.slides:
        first = key = slide.settings.name or digest(_text(slide))[:12]
        times = 1
        while key in keys:
            times += 1
            key = f"{first}~{times}"
        keys[key] = None
    return list(keys)


def _text(slide: Slide) -> str:
    """A slide's text without its comments, so that a directive with another time leaves it the same slide."""
    return " ".join(COMMENT.sub(" ", slide.source).split())


def digest(text: str) -> str:
    """A short name for a text: SHA-256, in hexadecimal."""
    return hashlib.sha256(text.encode("utf-8", "surrogateescape")).hexdigest()


def label(slide: Slide) -> str:
    """What to call a slide in a report, on one line."""
    return " ".join(slide.label.split())
