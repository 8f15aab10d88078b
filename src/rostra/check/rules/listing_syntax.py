"""Listings in Python, JSON, TOML or YAML that have a mistake in them."""

from __future__ import annotations

from collections.abc import Iterable

from rostra.check.rules.rule import Rule
from rostra.check.syntax import mistake_in
from rostra.check.talk import Talk, listings
from rostra.errors import Problem
from rostra.typeset.code import language_of


def find(talk: Talk, index: int) -> Iterable[Problem]:
    """The first mistake of each listing, on its line."""
    for block in listings(talk.slide(index)):
        if mistake := mistake_in(block.text, language_of(block.language)):
            line = min(max(0, mistake.line), block.text.count("\n"))
            yield talk.problem(talk.line_of(block, line), f"this is no {mistake.language}: {mistake.reason}")


LISTING_SYNTAX = Rule("listing-syntax", slide=find, strict=True)
