"""The theme of a deck that cannot be used here."""

from __future__ import annotations

from collections.abc import Iterable

from rostra.check.rules.rule import Rule
from rostra.check.talk import Talk
from rostra.errors import Problem


def find(talk: Talk) -> Iterable[Problem]:
    """What is wrong with it; that there is none of its name the reader has said."""
    place, written = talk.key("theme")
    for why in talk.of_theme:
        if not why.startswith("there is no theme"):
            yield talk.problem(place, why, written)


THEME = Rule("theme", deck=find)
