"""Links and pictures as they are written, and where in the deck links lead."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from rostra.deck.blocks import Heading, Place, blocks_within, plain
from rostra.language.document import Document
from rostra.reader.context import anchor

LINK = re.compile(
    r"(?P<picture>!?)\[(?P<text>(?:[^\[\]]|!?\[[^\[\]]*\](?:\([^()]*\))?)*)\]\([ \t]*<?(?P<target>[^()<>\s]+)"
)
REFERENCE = re.compile(r" {0,3}\[(?P<text>[^\[\]]+)\]:[ \t]*<?(?P<target>[^<>\s]+)(?P<picture>)")
MOST = 100_000
"""Characters of a line that are looked through."""


class Link(NamedTuple):
    """A link or a picture on a line."""

    target: str
    is_picture: bool
    first: int
    """The column at which it begins."""
    start: int
    """That of its target."""
    end: int
    """The column behind the target."""

    def holds(self, column: int) -> bool:
        """Whether a column, or the place behind its last sign, is in it."""
        return self.first <= column <= self.end


def links_on(line: str) -> Iterator[Link]:
    """The links and pictures of a line, those within others behind them."""
    if "](" not in line and "]:" not in line:
        return
    line = line[:MOST]
    for found in (*LINK.finditer(line), *_inner(line), *REFERENCE.finditer(line)):
        start, end = found.span("target")
        yield Link(found["target"], bool(found["picture"]), found.start(), start, end)


def _inner(line: str) -> Iterator[re.Match[str]]:
    """The pictures that are links themselves."""
    for found in re.finditer(r"\[!\[", line):
        if inner := LINK.match(line, found.start() + 1):
            yield inner


def link_at(line: str, column: int) -> Link | None:
    """The link or picture at a column."""
    return next((one for one in reversed([*links_on(line)]) if one.holds(column)), None)


def slide_called(document: Document, name: str) -> int | None:
    """The slide, counted from 0, that a link's name leads to: a slide's name, its number, or a heading."""
    name, slides = name.lower(), document.deck.slides
    for index, slide in enumerate(slides):
        if slide.settings.name.lower() == name:
            return index
    if name in (anchors := document.anchors()):
        return anchors[name][0] - 1
    if name.isascii() and name.isdigit() and 0 < int(name[:9]) <= len(slides):
        return int(name) - 1
    return None


def place_called(document: Document, name: str) -> Place | None:
    """Where that stands."""
    index = slide_called(document, name)
    if index is None:
        return None
    slide = document.deck.slides[index]
    if slide.settings.name.lower() == name.lower():
        return slide.place
    for block in blocks_within(slide.content.blocks):
        if isinstance(block, Heading) and anchor(plain(block.spans)) == name.lower():
            return block.place
    return slide.place
