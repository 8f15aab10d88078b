"""The parts of Markdown in single lines, told by patterns: what is to be seen of a deck's source at a glance."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from rostra.language.whereabouts import front_matter_end


class Part(NamedTuple):
    """Some characters of a line, and the role whose looks they have."""

    start: int
    end: int
    role: str


FENCE = re.compile(r" {0,3}(```+|~~~+)")
RULE = re.compile(r" {0,3}(?:-[ \t]*){3,}$|^ {0,3}(?:\*[ \t]*){3,}$|^ {0,3}(?:_[ \t]*){3,}$")
HEADING = re.compile(r" {0,3}(#{1,6})(?:[ \t]|$)")
CONTAINER = re.compile(r"\s*:::+")
MARKER = re.compile(r"(\s*(?:>[ \t]?)*)((?:[-*+]|\d{1,9}[.)])(?:[ \t]+\[[ xX]\])?)(?=[ \t]|$)")
QUOTE = re.compile(r"(\s*>[ \t]?)+")
NOTES = re.compile(r"\?\?\?\s*$")
KEY = re.compile(r"\s*[\w.-]+:(?=\s|$)")
INLINE = re.compile(
    r"(?P<comment><!--.*?(?:-->|$))|(?P<code>(`+)(?!`).+?(?<!`)\3(?!`))|(?P<link>!?\[[^\]\n]*\]\([^)\n]*\)|<https?://[^>\s]+>)"
    r"|(?P<strong>(?:\*\*|__)(?=\S).+?(?<=\S)(?:\*\*|__))|(?P<emphasis>(?<![\w*])\*(?=[^\s*]).+?(?<=[^\s*])\*(?![\w*])|"
    r"(?<![\w_])_(?=[^\s_]).+?(?<=[^\s_])_(?![\w_]))"
)
ROLES = {"code": "code", "link": "link_plain", "strong": "strong", "emphasis": "emphasis"}
DIRECTIVE = re.compile(r"<!--\s*([\w-]+)")
SCANNED = 400
"""Lines in which front matter ends."""


def parts_of(line: str, within: str, directives: Sequence[str]) -> Iterator[Part]:
    """The parts of a line that lies within ``fence``, ``comment``, ``front`` matter or nothing."""
    if within == "fence":
        yield Part(0, len(line), "muted" if FENCE.match(line) else "syntax_string")
    elif within == "comment":
        yield Part(0, len(line), "muted")
    elif within == "front":
        found = KEY.match(line)
        yield Part(0, len(line), "muted") if line.strip("-. ") == "" else Part(0, found.end() if found else 0, "second")
    elif RULE.match(line):
        yield Part(0, len(line), "accent")
    elif found := HEADING.match(line):
        yield Part(0, len(line), f"heading{len(found[1])}")
        yield from _inline(line, 0, directives)
    elif CONTAINER.match(line) or NOTES.match(line):
        yield Part(0, len(line), "second")
    else:
        start = 0
        if found := MARKER.match(line):
            yield Part(found.start(2), found.end(2), "bullet")
            start = found.end()
        elif found := QUOTE.match(line):
            yield Part(0, len(line), "quote")
        elif FENCE.match(line):
            yield Part(0, len(line), "muted")
            return
        yield from _inline(line, start, directives)


def _inline(line: str, start: int, directives: Sequence[str]) -> Iterator[Part]:
    for found in INLINE.finditer(line, start):
        kind = found.lastgroup or ""
        if kind == "comment":
            yield Part(found.start(), found.end(), "muted")
            named = DIRECTIVE.match(found[0])
            if named and named[1] in directives:
                yield Part(found.start() + named.start(1), found.start() + named.end(1), "second")
        elif role := ROLES.get(kind):
            yield Part(found.start(), found.end(), role)


class Surroundings:
    """What each line of a text lies in, found out from the top as far as it is asked for.

    ``lines`` may be changed by somebody else, who then says from which row on.
    """

    def __init__(self, lines: Sequence[str]) -> None:
        self._lines = lines
        self._states: list[tuple[str, str]] = []
        """For each line what it lies in, and what is open behind it: a fence's signs, a comment's, or nothing."""
        self._front = -1

    def changed(self, row: int) -> None:
        """Forget what is known of a line and of those below it."""
        del self._states[row:]
        if row <= SCANNED:
            self._states.clear()
            self._front = -1

    def of(self, row: int) -> str:
        """``fence``, ``comment``, ``front`` or nothing."""
        if self._front < 0:
            self._front = front_matter_end(self._lines[:SCANNED])
        states = self._states
        while len(states) <= row:
            at = len(states)
            opened = states[-1][1] if states else ""
            states.append(("front", "") if at < self._front else _state(self._lines[at], opened))
        return states[row][0]


def _state(line: str, opened: str) -> tuple[str, str]:
    """What a line lies in, and what is open behind it."""
    if opened == "<!--":
        return "comment", "" if "-->" in line else opened
    if opened:
        text = line.strip()
        return "fence", "" if text.startswith(opened) and not text.strip(opened[0]) else opened
    if ("```" in line or "~~~" in line) and (found := FENCE.match(line)):
        return "", found[1]
    return "", "<!--" if "<!--" in line and line.rfind("<!--") > line.rfind("-->") else ""
