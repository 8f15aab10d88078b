"""The languages of listings."""

from __future__ import annotations

import re

from rostra.deck.name import Name
from rostra.language.completing.completion import Completion, Typed, matching
from rostra.language.line_signs import FENCE

BEGUN = re.compile(rf"{FENCE}(?P<word>[\w+#./-]*)\Z")
USED = re.compile(r"^[ \t>]*(?:```|~~~)[ \t]*([\w+#./-]+)", re.MULTILINE)


def languages(typed: Typed) -> list[Completion] | None:
    """The languages that a listing which begins at a place can be in; None where none begins."""
    found = BEGUN.match(typed.before)
    if found is None or typed.after.strip():
        return None
    here = [one for one in typed.document.stretches(typed.line) if one.kind == "listing" and one.fenced]
    at = next((one for one in here if one.first <= typed.line < one.end), None)
    if at is not None and at.first != typed.line:
        return None  # the end of a listing, or a line of it
    from rostra.typeset.code import languages as known

    fence, word = found["fence"], found["word"]
    names = _likely_first(typed, [Name(alias, about) for alias, about in known()])
    ending = "" if at is not None and at.closed else typed.indented(f"\n\n{fence}")
    return [
        Completion(
            one.name, one.about, one.name + ending, typed.start(word), "language",
            len(one.name) + (len(ending) - len(fence) - len(typed.indent) - 1 if ending else 0) if ending else None,
        )
        for one in matching(names, word)
    ]  # fmt: skip


def _likely_first(typed: Typed, names: list[Name]) -> list[Name]:
    """The languages, those first that the deck has listings in, and then those that are called what they are."""
    used = set(USED.findall(typed.document.text))
    return sorted(names, key=lambda one: (one.name not in used, one.name != one.about.lower()))
