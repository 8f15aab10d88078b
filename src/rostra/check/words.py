"""Words counted, as they are read and as they are spoken."""

from __future__ import annotations

import re
from functools import lru_cache

A_MINUTE = 150
"""Words that are spoken in a minute: the usual speed of English, between 130 of those who take their time and 170."""
WORD = re.compile(r"[^\W_]+(?:['’.,:/@-][^\W_]+)*")
UNSPACED = re.compile("[\u2e80-\u2fff\u3040-\u9fff\uf900-\ufaff]")
"""Signs of languages that do not part their words; two of them stand for a word."""
UNSPOKEN = re.compile(
    r"<!--.*?(?:-->|\Z)|```.*?(?:```|\Z)|~~~.*?(?:~~~|\Z)|\]\([^()\n]*\)|<[^<>\n]+>|https?://\S+", re.DOTALL
)
"""What stands in notes and is not said: comments, listings, addresses."""


def words_in(text: str) -> int:
    """How many words a text has."""
    found = UNSPACED.findall(text)
    return len(WORD.findall(UNSPACED.sub(" ", text) if found else text)) + (len(found) + 1) // 2


@lru_cache(maxsize=4096)  # an editor asks for the notes of all slides after each key
def seconds_to_say(notes: str) -> float:
    """How long it takes to say notes, which are Markdown."""
    return words_in(UNSPOKEN.sub(" ", notes)) * 60 / A_MINUTE
