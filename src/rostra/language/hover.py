"""What a place in a deck means, in Markdown: a name and what it does, or the slide as it will look."""

from __future__ import annotations

from typing import NamedTuple

from rostra.deck.name import Name
from rostra.language.document import Document
from rostra.language.includes import include_at, told
from rostra.language.links import link_at, slide_called
from rostra.language.preview import preview
from rostra.language.words import word_at
from rostra.reader.quoting import listing_of
from rostra.show.clock import minutes

SIZE = (60, 18)
"""The columns and rows of the page that a slide is shown on."""


class Hover(NamedTuple):
    """What is said of a stretch of a line."""

    text: str
    """Markdown."""
    start: int
    end: int


def hover(document: Document, line: int, column: int, size: tuple[int, int] = SIZE) -> Hover | None:
    """What a place means; None where there is nothing to say."""
    if not 0 <= line < len(document.lines) or column < 0:
        return None
    written = document.lines[line]
    if include := include_at(written, column):
        return Hover(f"**{include.path}**: {told(document, include)}", include.start, include.end)
    if word := word_at(document, line, column):
        return Hover(explained(word.name), word.start, word.end)
    link = link_at(written, column)
    if link and link.target.startswith("#") and (led := slide_called(document, link.target[1:])) is not None:
        return Hover(slide(document, led, size), link.first, link.end)
    at = document.slide_at(line)
    return None if at is None else Hover(slide(document, at, size, document.step_at(line)), 0, len(written))


def explained(name: Name) -> str:
    """A name with what it does and how it is written."""
    example = f"\n\n{listing_of(name.example, 'markdown')}" if name.example else ""
    return f"**{name.name}**: {name.about}{example}"


def slide(document: Document, index: int, size: tuple[int, int], step: int | None = None) -> str:
    """A slide, counted from 0, as it looks, below a line that says what there is to know of it."""
    one = document.deck.slides[index]
    facts = [f"**{index + 1}/{len(document.deck.slides)}**", one.label.replace("*", "\\*").replace("`", "\\`")]
    if one.steps > 1:
        facts.append(f"{one.steps} steps" if step is None else f"step {step + 1} of {one.steps}")
    if one.settings.time is not None:
        facts.append(f"{minutes(one.settings.time)} planned")
    if notes := len(one.content.notes.split()):
        facts.append(f"{notes} {'word' if notes == 1 else 'words'} in the notes")
    return f"{' · '.join(facts)}\n\n{listing_of(preview(document, index, *size, step))}"
