"""Decks under a check, and their findings as lines."""

from __future__ import annotations

from pathlib import Path

from decks import read
from rostra.check import Setting, Talk, check
from rostra.errors import Problem
from rostra.themes import Look
from rostra.typeset.theme_choice import ThemeChoice

ANY_SIZE = ((200, 200),)
"""A page on which whatever is not about size fits."""


def talk(
    folder: Path, source: str | bytes, *, sizes: tuple[tuple[int, int], ...] = ANY_SIZE, strict: bool = False
) -> Talk:
    """A deck under a check, in its own theme."""
    deck = read(folder, source)
    styles = ThemeChoice(Look(deck.meta.theme or "dark", deck.meta.theme_overrides)).styles
    return Talk(deck, styles, Setting(sizes, strict=strict))


def problems(folder: Path, source: str | bytes, *only: str, strict: bool = False) -> list[Problem]:
    """What is wrong with a deck, of some checks alone where they are named."""
    return [one for one in check(talk(folder, source, strict=strict)) if not only or one.rule in only]


def findings(folder: Path, source: str | bytes, *only: str, strict: bool = False) -> list[str]:
    """The same, each with its line, and with what is marked in it."""
    return [told(one) for one in problems(folder, source, *only, strict=strict)]


def told(problem: Problem) -> str:
    """A problem on one line: where it is, what is marked, and what is said."""
    marked = problem.source[problem.column - 1 : problem.column - 1 + problem.width] if problem.column else ""
    where = f"{problem.line}:{problem.column} '{marked}'" if problem.column else f"{problem.line}"
    return f"{where}: {problem.message}"
