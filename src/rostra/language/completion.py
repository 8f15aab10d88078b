"""What can be written at a place in a deck."""

from __future__ import annotations

from collections.abc import Callable

from rostra.language.completing.alerts import alerts
from rostra.language.completing.comments import comments
from rostra.language.completing.completion import Completion, Typed
from rostra.language.completing.containers import classes, containers
from rostra.language.completing.emoji import emoji
from rostra.language.completing.front_matter import front_matter
from rostra.language.completing.languages import languages
from rostra.language.completing.links import links
from rostra.language.document import Document
from rostra.language.whereabouts import front_matter_end

__all__ = ["TRIGGERS", "Completion", "completions"]

TRIGGERS = "!:`(#{.[/ "
"""Signs behind which something can be completed, so that editors ask for it."""

CONTEXTS: tuple[Callable[[Typed], list[Completion] | None], ...] = (
    comments, containers, classes, languages, links, alerts, emoji,
)  # fmt: skip
"""Each gives what can stand at a place of its kind, None at other places."""


def completions(document: Document, line: int, column: int) -> list[Completion]:
    """What can be written at a place, what is likeliest first; nothing inside a listing.

    There are never more than a few hundred, so what is typed further is to be asked for again.
    """
    if not 0 <= line < len(document.lines):
        return []
    typed = Typed.at(document, line, column)
    if line < front_matter_end(document.lines):
        return front_matter(typed) if line else []
    if document.is_listing(line) or typed.is_code:
        return languages(typed) or []
    return next((found for context in CONTEXTS if (found := context(typed)) is not None), [])
