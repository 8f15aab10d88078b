"""Classes in braces, ``{.accent}``, behind words in brackets and on containers: they name colours of the theme."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from rostra.deck.name import words
from rostra.deck.names import COLORS, ELEMENTS
from rostra.errors import did_you_mean

if TYPE_CHECKING:
    from markdown_it.rules_inline import StateInline

ATTRIBUTES = re.compile(r"\{[ \t]*[.#][^{}\n]*\}")
CLASS = re.compile(r"(?<![^\s{])\.([A-Za-z][\w-]*)")
NOTES = ("notes", "note", "speaker-notes", "speaker_notes", "speaker-note", "speaker_note")
"""Containers that are for the speaker alone."""
ALIASES = {"muted": "soft"}


def classes_in(attributes: str) -> list[str]:
    """The classes that stand in braces, in small letters."""
    return [name.lower() for name in CLASS.findall(attributes)]


def color_of(classes: Sequence[str]) -> str:
    """The colour that classes name, as a span has it; nothing when they name none."""
    known = [ALIASES.get(name, name) for name in classes]
    return next((f"@{name}" for name in known if name in words(COLORS)), "")


def nearly_a_color(name: str) -> str:
    """What to say of a class that is nearly a colour; nothing for any other, since other programs may know it."""
    near = "" if name in ALIASES or name in words(COLORS) else did_you_mean(name, words(COLORS))
    return f"no colour is called {name!r}{near}" if near else ""


def container_name(classes: Sequence[str]) -> str:
    """The container that classes mean: whatever could be notes is notes; nothing for one that only has a colour."""
    others = [name for name in classes if not color_of([name])]
    for known in (NOTES, words(ELEMENTS)):
        if found := next((name for name in others if name in known), ""):
            return found
    return others[0] if others else ""


def split_attributes(argument: str) -> tuple[str, list[str]]:
    """What stands behind a container's name without the braces at either end of it, and the classes in them."""
    for found in ATTRIBUTES.finditer(argument):
        before, after = argument[: found.start()], argument[found.end() :]
        if not before.strip() or not after.strip():
            return (before + after).strip(), classes_in(found[0])
    return argument, []


def classed_words(state: StateInline, silent: bool) -> bool:
    """``[words]{.accent}``; classes that name no colour change nothing, and what stands in brackets stays."""
    start = state.pos
    if state.src[start] != "[" or "]{" not in state.src or state.src.startswith("[^", start):
        return False
    end = state.md.helpers.parseLinkLabel(state, start)
    found = ATTRIBUTES.match(state.src, end + 1) if end >= 0 else None
    if found is None:
        return False
    if not silent:
        last, state.pos, state.posMax = state.posMax, start + 1, end
        classes = classes_in(found[0])
        state.push("span_open", "span", 1).meta = {"color": color_of(classes), "classes": classes}
        state.md.inline.tokenize(state)
        state.push("span_close", "span", -1)
        state.posMax = last
    state.pos = found.end()
    return True
