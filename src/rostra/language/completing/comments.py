"""Comments: directives with their values, and the settings of a slide."""

from __future__ import annotations

import re

from rostra.deck.kinds import VALUES
from rostra.deck.name import Name
from rostra.deck.names import DIRECTIVES
from rostra.language.completing.completion import Completion, Typed, matching, words
from rostra.language.completing.paths import paths
from rostra.language.completing.values import flow_spot, setting

NAME = re.compile(r"<!--([ \t]*)([\w-]*)\Z")
VALUE = re.compile(r"<!--[ \t]*([\w-]+):([ \t]*)(.*)\Z")
OPEN_ENDED = ("notes", "speaker_note", "include")
"""Directives whose value only their author knows."""


def comments(typed: Typed) -> list[Completion] | None:
    """What can stand in a comment that is open at a place; None outside."""
    opened = typed.before.rfind("<!--")
    if opened < 0 or "-->" in typed.before[opened:]:
        return None
    comment = typed.before[opened:]
    if found := NAME.match(comment):
        return _directives(typed, found[1], found[2])
    if not (found := VALUE.match(comment)):
        return []
    return _values(typed, found[1].lower().replace("-", "_"), found[2], found[3])


def _directives(typed: Typed, blank: str, word: str) -> list[Completion]:
    end = _end(typed)
    before = "" if blank else " "
    made = []
    for one in matching(DIRECTIVES, word):
        for text, cursor in _forms(one):
            label = text.strip().removesuffix("{}").strip()
            text, start = before + text, typed.start(word)
            at = None if cursor is None else cursor + len(before)
            made.append(Completion(label, one.about, text + end, start, "directive", at if end or at else None))
    return made


def _forms(one: Name) -> list[tuple[str, int | None]]:
    """The ways to write a directive, each with where the cursor goes if not behind it."""
    example = one.example.removeprefix("<!--").removesuffix("-->").strip()
    if one.name in OPEN_ENDED:
        return [(f"{one.name}: ", len(one.name) + 2)]
    if one.name == "slide":
        return [("slide: {}", len("slide: {"))]
    if one.name in VALUES:
        return [(f"{one.name}: {value.name}", None) for value in VALUES[one.name]]
    return [(example, None)]


def _values(typed: Typed, name: str, blank: str, value: str) -> list[Completion]:
    end = _end(typed)
    if name == "slide":
        spot = flow_spot(value)
        if spot is None or not value.lstrip().startswith("{"):
            return []
        # A word that is still to come needs what closes the braces and the comment.
        depth = value.count("{") - value.count("}")
        closing = "" if "}" in typed.after else "}" * depth + end
        return setting(typed, spot, of_slide=True, closing=closing)
    if name == "include":
        found = paths(typed, value, decks=True, in_yaml=True)
        lead = "" if blank else " "
        return [
            one._replace(text=lead + one.text + (end if not one.text.endswith("/") else ""), cursor=None)
            for one in found
        ]
    if name in VALUES and not value.count(" "):
        lead = "" if blank else " "
        found = words(typed, VALUES[name], value, "value")
        return [one._replace(text=lead + one.text + end) for one in found]
    return []


def _end(typed: Typed) -> str:
    """What closes the comment, where it is not closed on its line."""
    if "-->" in typed.after:
        return ""
    return " -->" if not typed.after.strip() or typed.after[:1].isspace() else " --> "
