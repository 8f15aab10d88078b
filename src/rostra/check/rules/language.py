"""Listings in a language that nobody can colour, mostly because its name is misspelled."""

from __future__ import annotations

from collections.abc import Iterable

from rostra.check.rules.rule import Rule
from rostra.check.talk import Talk, listings
from rostra.deck.name import words
from rostra.deck.names import FIGURES
from rostra.errors import Problem
from rostra.typeset.code import is_language, language_of, nearest_language

COLORLESS = frozenset(
    "ansi ascii bob chart csv d2 dbml diagram ditaa excalidraw flow json5 jsonc latex-math log math markmap mdx "
    "mermaid nomnoml numberlines plantuml poem puml svgbob tree tsv vega vega-lite viz wavedrom".split()
)
"""What other programs draw, or show as it is: names that are right although nothing is coloured."""


def find(talk: Talk, index: int) -> Iterable[Problem]:
    """Each listing of such a language, with the one that may have been meant."""
    for block in listings(talk.slide(index)):
        language = language_of(block.language)
        if language in COLORLESS or language in words(FIGURES) or not language.isprintable() or is_language(language):
            continue
        meant = nearest_language(language)
        near = f", did you mean {meant!r}?" if meant else ""
        hint = "" if meant else "leave it out, or write text, where no colours are wanted"
        yield talk.problem(block.place, f"no language is called {language!r}{near}", block.language, hint=hint)


LANGUAGE = Rule("language", slide=find)
