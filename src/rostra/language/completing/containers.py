"""Containers behind colons, and classes in braces."""

from __future__ import annotations

import re

from rostra.deck.names import ALERTS, COLORS, ELEMENTS
from rostra.language.completing.completion import REACH, Completion, Typed, matching, words
from rostra.language.line_signs import COLONS, QUOTED

NAME = re.compile(rf"{QUOTED}(:{{3,}})([ \t]*)([\w-]*)\Z")
KIND = re.compile(rf"{COLONS}alert[ \t]+(\w*)\Z", re.IGNORECASE)
WHOLE = re.compile(rf"{COLONS}(.*?)[ \t]*:*[ \t]*\Z")
CLASS = re.compile(rf"(?P<line>{QUOTED}:{{3,}}[^{{}}]*)?(?:\]|(?<=[ \t:]))\{{[^{{}}]*\.(?P<word>[\w-]*)\Z")
COLUMN = "::: column\n\n:::"


def containers(typed: Typed) -> list[Completion] | None:
    """The containers that can be opened at a place; None where there are no colons."""
    if kind := KIND.match(typed.before):
        return words(typed, ALERTS, kind[1], "container")
    found = NAME.match(typed.before)
    if found is None:
        return None
    colons, blank, word = found.groups()
    lead = "" if blank else " "
    needs_end = not typed.after.strip() and not _is_closed(typed)
    made = []
    for one in matching(ELEMENTS, word):
        text = lead + _written(one.name)
        cursor = len(text)
        if needs_end:
            inside = f"\n{COLUMN}\n{COLUMN}" if one.name == "columns" else "\n"
            text = typed.indented(f"{text}{inside}\n{colons}")
            cursor = _first_blank(text) if one.name not in ("box", "alert") else cursor
        made.append(Completion(one.name, one.about, text, typed.start(word), "container", cursor))
    return made


def _written(name: str) -> str:
    """A container's name as it is written; some need a word behind it."""
    return f"{name} " if name in ("box", "alert") else name


def _first_blank(text: str) -> int:
    """The end of the first line on which there is nothing yet."""
    at = len(text.split("\n")[0]) + 1
    for line in text.split("\n")[1:]:
        if not line.strip(" \t>"):
            return at + len(line)
        at += len(line) + 1
    return len(text)


def _is_closed(typed: Typed) -> bool:
    """Whether the slide has lines of colons for all its containers, and for the one that is being opened."""
    document, depth = typed.document, 0
    listed = {
        line for one in document.stretches(typed.line) if one.kind == "listing" for line in range(one.first, one.end)
    }
    for line in document.around(typed.line):
        if line == typed.line:
            depth += 1
        elif line not in listed and (found := WHOLE.match(document.lines[line][:REACH])):
            depth = max(0, depth + (1 if found[1] else -1))
    return depth == 0


def classes(typed: Typed) -> list[Completion] | None:
    """The classes that can stand in braces; None elsewhere."""
    found = CLASS.search(typed.before)
    if found is None:
        return None
    end = "" if "}" in typed.after.split(" ")[0] else "}"
    made = words(typed, COLORS, found["word"], "color")
    if found["line"] is not None:
        made += words(typed, ELEMENTS, found["word"], "container")
    return [one._replace(text=one.text + end) for one in made]
