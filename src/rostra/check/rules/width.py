"""Signs that terminals draw with different widths: what stands behind them is moved, or its last cell stays."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from typing import NamedTuple

from rostra.check.rules.rule import Rule
from rostra.check.talk import Talk
from rostra.deck.blocks import Place, text_of
from rostra.errors import Problem

TONE = "\U0001f3fb-\U0001f3ff"
ALONE = "take an emoji that is one character by itself"
KINDS = {
    "joined": ("an emoji that is joined from several", ALONE),
    "flag": ("a flag", "write the name of the country"),
    "tone": ("an emoji with a skin tone", "take it without one"),
    "selected": ("a sign with a variation selector", ALONE),
    "jamo": ("Hangul in parts", "save the text in Unicode's form NFC"),
    "cluster": ("letters that are drawn into each other", "try them in the terminal of the talk"),
    "new": ("a sign that is newer than most terminals", "take one that has been there for some years"),
}
"""What terminals do not agree on, and what to do about it."""
INDIC = "\u0900-\u0dff\u1000-\u109f\u1780-\u17ff"
SIGNS = re.compile(
    rf"(?P<joined>\S[\ufe0f{TONE}]?(?:\u200d\S[\ufe0f{TONE}]?)+|\U0001f3f4[\U000e0020-\U000e007f]+)"
    r"|(?P<flag>[\U0001f1e6-\U0001f1ff]{2})"
    rf"|(?P<tone>\S[{TONE}])"
    r"|(?P<selected>\S\ufe0f\u20e3?)"
    r"|(?P<jamo>[\u1100-\u115f\ua960-\ua97c][\u1160-\u11a7\ud7b0-\ud7c6][\u11a8-\u11ff\ud7cb-\ud7fb]?)"
    rf"|(?P<cluster>[{INDIC}]+)"
    r"|(?P<new>[\u2000-\u2fff\U0001f000-\U0001faff])"
)


class Disputed(NamedTuple):
    """A sign in a line."""

    text: str
    kind: str


def find(talk: Talk, index: int) -> Iterable[Problem]:
    """Each line of what is shown that has such a sign, with the first of them."""
    shown = text_of(talk.slide(index).content.blocks)
    if shown.isascii():
        return
    left = {one.text: one for one in _disputed(shown)}
    for place, line in talk.lines_of(index) if left else ():
        here = [one for one in _disputed(line) if one.text in left]
        if here:
            yield _problem(talk, place, here[0], len(here))
        for one in here:
            left[one.text] = one._replace(kind="")
    for one in left.values():
        if one.kind:  # by a shortcode, or in a file that is included
            yield _problem(talk, talk.slide(index).place, one, 1)


def _disputed(text: str) -> list[Disputed]:
    if text.isascii():
        return []
    found = (Disputed(found[0], found.lastgroup or "") for found in SIGNS.finditer(text))
    return [one for one in found if _is_disputed(one)]


def _is_disputed(sign: Disputed) -> bool:
    match sign.kind:
        case "cluster":  # letters whose marks take a place of their own, or none, or are drawn as one with others
            return any(unicodedata.category(one) == "Mc" for one in sign.text) or _is_conjunct(sign.text)
        case "new":
            return unicodedata.category(sign.text) == "Cn"
        case _:
            return True


def _is_conjunct(text: str) -> bool:
    """Whether a letter follows a sign that joins it with the one before (a virama)."""
    return any(unicodedata.combining(one) == 9 for one in text[:-1])


def _problem(talk: Talk, place: Place, sign: Disputed, count: int) -> Problem:
    what, hint = KINDS[sign.kind]
    more = f", and {count - 1} more" if count > 1 else ""
    return talk.problem(place, f"terminals do not agree how wide this is: {what}{more}", sign.text, hint=hint)


WIDTH = Rule("width", slide=find)
