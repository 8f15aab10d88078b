"""All rules over a talk, what the reader noticed among what they find."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import replace

from rostra.check.rules import RULES, Rule
from rostra.check.rules.listing_width import LISTING_WIDTH
from rostra.check.talk import Talk
from rostra.errors import MEANT, Problem

WORD = re.compile(r"#?[\w.+-]+")
"""What is misspelled, or a link to a slide that is."""


def check(talk: Talk, progress: Callable[[int], None] = lambda done: None) -> list[Problem]:
    """Everything that is wrong with a talk, in the order of its files and lines.

    ``progress`` is told how many slides are done.
    """
    found = [*talk.deck.problems]
    for index in range(len(talk.deck.slides)):
        found += slide_problems(talk, index)
        progress(index + 1)
    return in_order(talk, [*found, *deck_problems(talk)])


def slide_problems(talk: Talk, index: int) -> list[Problem]:
    """What is wrong with a slide, counted from 0, whatever stands on others."""
    slide = talk.slide(index)
    found = [*slide.content.problems]
    for size in talk.setting.sizes:
        notices = talk.frame(index, talk.setting.page(size)).notices
        found += [one for one in notices if one.rule != LISTING_WIDTH.id]  # which says more of it
    for rule in rules_for(talk):
        found += _named(rule, rule.slide(talk, index))
    return list(dict.fromkeys(found))


def deck_problems(talk: Talk) -> list[Problem]:
    """What is wrong with the talk as a whole."""
    return [problem for rule in rules_for(talk) for problem in _named(rule, rule.deck(talk))]


def rules_for(talk: Talk) -> list[Rule]:
    """The rules that are to be applied to a talk."""
    return [rule for rule in RULES if rule.id not in talk.deck.meta.check and (talk.setting.strict or not rule.strict)]


def in_order(talk: Talk, problems: Iterable[Problem]) -> list[Problem]:
    """Problems, each once and in the order of the talk's files and lines, without those that the deck ignores."""
    files = {name: number for number, name in enumerate(talk.deck.file_names)}
    kept = [one for one in dict.fromkeys(problems) if one.rule not in talk.deck.meta.check]
    return sorted(kept, key=lambda one: (files.get(one.file, -1), one.line, one.column))


def _named(rule: Rule, problems: Iterable[Problem]) -> list[Problem]:
    return [replace(problem, rule=problem.rule or rule.id) for problem in problems]


# -- what has one answer ----------------------------------------------------------------------------------------


def mended(problem: Problem) -> str | None:
    """What should stand in the place of what a problem is about; None where there is more than one answer."""
    written = problem.source[problem.column - 1 : problem.column - 1 + problem.width] if problem.column else ""
    if problem.rule == "separator" and written.strip("- ") == "":
        return f"\n{written}" if written else None
    found = re.search(MEANT, problem.message)
    return found[1] if found and WORD.fullmatch(written) and _is_slip(written, found[1]) else None


def _is_slip(written: str, meant: str) -> bool:
    """Whether a word is another one with a letter wrong, rather than one of its own, as footer is beside no_footer."""
    return written[0].lower() == meant[0].lower() and abs(len(written) - len(meant)) <= 1
