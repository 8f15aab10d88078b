"""The word under the cursor, where it means something to the program."""

from __future__ import annotations

import re
from typing import NamedTuple

from rostra.deck.name import Name
from rostra.deck.names import ALERTS, COLORS, DIRECTIVES, ELEMENTS, FRONT_MATTER, SLIDE_SETTINGS
from rostra.language.completing.completion import Typed
from rostra.language.completing.front_matter import spot_in_front_matter
from rostra.language.completing.values import Spot, flow_spot, keys_within, values_of
from rostra.language.document import Document
from rostra.language.includes import LONGEST
from rostra.language.line_signs import ALERT, COLONS, FENCE
from rostra.language.whereabouts import front_matter_end

WORD = re.compile(r"[\w-]+")
DIRECTIVE = re.compile(r"<!--[ \t]*(?P<name>[\w-]+)[ \t]*(?::|-->)(?P<value>[^>]*)")
CONTAINER = re.compile(rf"{COLONS}(?P<rest>.*)\Z")
KIND = re.compile(rf"{ALERT}(?P<name>\w+)\]")
LANGUAGE = re.compile(rf"{FENCE}\{{?\.?(?P<name>[\w+#./-]+)")
CLASSES = re.compile(r"(?:\]|[ \t:])\{(?P<classes>[ \t]*[.#][^{}]*)\}")
EMOJI = re.compile(r"(?<![\w:]):(?P<name>[a-z0-9_+-]+):(?![\w:])")


class Word(NamedTuple):
    """A name, and the columns that it takes."""

    name: Name
    start: int
    end: int


def word_at(document: Document, line: int, column: int) -> Word | None:
    """The word at a place that means something there."""
    written = document.lines[line][:LONGEST]
    if line < front_matter_end(document.lines):
        return _in_front_matter(document, line, column) if line else None
    if (found := LANGUAGE.match(written)) and _holds(found.span("name"), column):
        return _language(document, line, found)
    if document.is_listing(line):
        return None
    for comment in DIRECTIVE.finditer(written):
        if comment.start() <= column <= comment.end():
            return _in_directive(document, line, column, comment)
    for pattern, names in ((KIND, ALERTS), (EMOJI, None)):
        for found in pattern.finditer(written):
            if found.start() <= column <= found.end():
                one = _emoji(found["name"]) if names is None else _named(names, found["name"].lower())
                return Word(one, *found.span("name")) if one else None
    return _in_container(written, column) or _class(written, column)


def _holds(span: tuple[int, int], column: int) -> bool:
    return span[0] <= column <= span[1]


def _named(names: tuple[Name, ...], word: str) -> Name | None:
    return next((one for one in names if one.name == word), None)


def _at(written: str, column: int) -> re.Match[str] | None:
    """The word that a column is in, or right behind."""
    return next((one for one in WORD.finditer(written) if _holds(one.span(), column)), None)


def _in_front_matter(document: Document, line: int, column: int) -> Word | None:
    found = _at(document.lines[line][:LONGEST], column)
    if found is None:
        return None
    spot = spot_in_front_matter(Typed.at(document, line, found.end()))
    return None if spot is None else _setting(spot, found, FRONT_MATTER, of_slide=False)


def _in_directive(document: Document, line: int, column: int, comment: re.Match[str]) -> Word | None:
    if _holds(comment.span("name"), column):
        name = _named(DIRECTIVES, comment["name"].lower().replace("-", "_"))
        return Word(name, *comment.span("name")) if name else None
    written = document.lines[line][:LONGEST]
    found = _at(written, column)
    if found is None or comment["name"].lower() != "slide" or found.start() < comment.start("value"):
        return None
    spot = flow_spot(written[comment.start("value") : found.end()])
    return None if spot is None else _setting(spot, found, SLIDE_SETTINGS, of_slide=True)


def _setting(spot: Spot, found: re.Match[str], top: tuple[Name, ...], *, of_slide: bool) -> Word | None:
    """A key, or one of its values; of another value it is told what its key does."""
    if spot.is_key:
        one = _named(keys_within(spot.keys, of_slide), found[0])
    else:
        one = _named(values_of(spot.keys, of_slide), found[0]) or (_named(top, spot.keys[0]) if spot.keys else None)
    return Word(one, *found.span()) if one else None


def _language(document: Document, line: int, found: re.Match[str]) -> Word | None:
    if not any(one.kind == "listing" and one.first == line for one in document.stretches(line)):
        return None
    from rostra.typeset.code import PLAIN, languages

    word = found["name"].lower()
    about = (
        "a listing without colours" if word in PLAIN else dict(languages()).get(word, "a language nobody can colour")
    )
    return Word(Name(found["name"], about), *found.span("name"))


def _emoji(code: str) -> Name | None:
    from rostra.reader.inline import emoji_codes

    sign = emoji_codes().get(code)
    return Name(f":{code}:", sign) if sign else None


def _in_container(written: str, column: int) -> Word | None:
    container = CONTAINER.match(written)
    found = _at(written, column)
    if container is None or found is None or found.start() < container.start("rest"):
        return None
    first = WORD.search(container["rest"])
    if first is None:
        return None
    is_first = found.start() == container.start("rest") + first.start()
    if is_first:
        one = _named(ELEMENTS, found[0].lower()) or _named(COLORS, found[0].lower())
    else:
        one = _named(ALERTS, found[0].lower()) if first[0].lower() == "alert" else None
    return Word(one, *found.span()) if one else _class(written, column)


def _class(written: str, column: int) -> Word | None:
    for braces in CLASSES.finditer(written):
        found = _at(written, column)
        if found and braces.start("classes") <= found.start() and found.end() <= braces.end("classes"):
            one = _named(COLORS, found[0].lower()) or _named(ELEMENTS, found[0].lower())
            return Word(one, *found.span()) if one else None
    return None
