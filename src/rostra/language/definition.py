"""Where something is defined, and where it is used."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from rostra.deck.blocks import Place
from rostra.editing.slides import rename_slide
from rostra.editing.text_edit import TextEdit
from rostra.errors import UserError
from rostra.language.document import Document
from rostra.language.includes import LONGEST, include_at
from rostra.language.line_signs import QUOTED
from rostra.language.links import link_at, links_on, place_called
from rostra.reader.context import anchor
from rostra.reader.source import resolve_link

NAMED = re.compile(
    r"""<!--[ \t]*slide:[^<>]*?[{,][ \t]*name:[ \t]*(?P<quote>["']?)(?P<name>[^"',}<>]*?)(?P=quote)[ \t]*[,}]"""
)
HEADING = re.compile(rf"{QUOTED}#{{1,6}}[ \t]+(?P<text>.*?)[ \t]*#*[ \t]*\Z")


class Target(NamedTuple):
    """A place in a file, counted from 0."""

    path: Path
    line: int
    column: int


class Mention(NamedTuple):
    """Where on a line of this file a name stands, the columns counted from 0."""

    line: int
    start: int
    end: int


def definition(document: Document, line: int, column: int) -> Target | None:
    """What an include, a link or a picture leads to; None where there is nothing, or nothing in the deck's folder."""
    if not 0 <= line < len(document.lines):
        return None
    written = document.lines[line]
    if include := include_at(written, column):
        try:
            return Target(include.file(document), 0, 0)
        except ValueError:
            return None
    link = link_at(written, column)
    if link is None:
        return None
    if link.target.startswith("#"):
        place = place_called(document, link.target[1:])
        return None if place is None else _target(document, place)
    path = link.target.partition("#")[0].partition("?")[0]
    try:
        return Target(resolve_link(path, document.root, document.root), 0, 0)
    except (ValueError, OSError):
        return None


def _target(document: Document, place: Place) -> Target | None:
    path = document.path if place.file == document.name else document.deck.paths.get(place.file)
    return None if path is None else Target(path, max(0, place.line - 1), 0)


def name_at(document: Document, line: int, column: int) -> tuple[str, Mention] | None:
    """The name of a slide that stands at a place, in its directive or in a link to it, and where."""
    if not 0 <= line < len(document.lines):
        return None
    written = document.lines[line]
    for found in NAMED.finditer(written[:LONGEST]):
        if found.start("name") <= column <= found.end("name"):
            return found["name"], Mention(line, *found.span("name"))
    link = link_at(written, column)
    if link is not None and link.target.startswith("#") and link.start <= column:
        name = link.target[1:]
        names = {slide.settings.name.lower(): slide.settings.name for slide in document.deck.slides}
        if name and name.lower() in names:
            return names[name.lower()], Mention(line, link.start + 1, link.end)
    return None


def references(document: Document, line: int, column: int) -> list[Mention]:
    """Everywhere in this file that the slide or heading is linked to which a place names."""
    named = name_at(document, line, column)
    names = {named[0].lower()} if named else _heading_at(document, line)
    return [*_links_to(document, names), *(_directives_of(document, names) if named else ())]


def _heading_at(document: Document, line: int) -> set[str]:
    if not 0 <= line < len(document.lines):
        return set()
    found = HEADING.match(document.lines[line][:1000])
    return {anchor(found["text"])} if found else set()


def _links_to(document: Document, names: set[str]) -> Iterator[Mention]:
    for number, written in enumerate(document.lines):
        if "#" not in written or "]" not in written:
            continue
        for link in links_on(written):
            if link.target.startswith("#") and link.target[1:].lower() in names:
                yield Mention(number, link.start + 1, link.end)


def _directives_of(document: Document, names: set[str]) -> list[Mention]:
    return [
        Mention(number, *found.span("name"))
        for number, written in enumerate(document.lines)
        if "slide:" in written
        for found in NAMED.finditer(written[:LONGEST])
        if found["name"].lower() in names
    ]


def rename(document: Document, line: int, column: int, new_name: str) -> tuple[TextEdit, ...]:
    """Give the slide another name that a place names, here and in all links to it.

    Raises :class:`UserError` when the place names none, or when it cannot be called that.
    """
    named = name_at(document, line, column)
    if named is None:
        raise UserError("there is no slide's name here", hint="go to the name in its directive, or to a link to it")
    return rename_slide(document.text, document.path, named[0], new_name)
