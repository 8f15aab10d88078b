"""Words in figures: broken into lines that are about equally long, as the names in boxes are."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from rich.cells import cell_len
from rich.style import Style

from rostra.typeset.text import wrap

_PLAIN = Style()


Word = tuple[str, int]
"""A word, or a part of one, and how many blanks stand before it in a line."""


@lru_cache(maxsize=2048)
def balanced(text: str, most: int) -> tuple[str, ...]:
    """The text in as few lines as it takes, none wider than ``most`` and none much longer than the others.

    A word that is wider than that is broken behind a hyphen; else it stays whole, and makes its line as wide.
    """
    if not text.isascii() and cell_len(text) != len(text):
        return _balanced_wide(text.split(), most)
    words = _words(text, most)
    low = max(len(word) for word, _ in words)
    high = max(most, low)
    lines = len(_broken(words, high))
    while low < high:
        middle = (low + high) // 2
        low, high = (low, middle) if len(_broken(words, middle)) <= lines else (middle + 1, high)
    return tuple(_broken(words, high))


def fitted(text: str, most: int) -> tuple[str, ...] | None:
    """The same; None where a word of it is wider than that."""
    lines = balanced(text, max(1, most))
    return lines if widest(lines) <= most else None


def wrapped(text: str, columns: int) -> tuple[str, ...]:
    """The text in lines of at most so many cells, each as long as can be."""
    return tuple("".join(run.text for run in line) for line in wrap([(text, _PLAIN)], columns))


def widest(texts: Iterable[str]) -> int:
    """The cells of the longest text."""
    return max(map(cell_len, texts), default=0)


def _words(text: str, most: int) -> list[Word]:
    words: list[Word] = []
    for word in text.split() or [""]:
        parts = re.findall(r"[^-]+-*|-+", word) if len(word) > most else [word]
        words += [(part, not number) for number, part in enumerate(parts)]
    return words


def _broken(words: Sequence[Word], columns: int) -> list[str]:
    lines = [words[0][0]]
    for word, blanks in words[1:]:
        if len(lines[-1]) + blanks + len(word) <= columns:
            lines[-1] += " " * blanks + word
        else:
            lines.append(word)
    return lines


def _balanced_wide(words: list[str], most: int) -> tuple[str, ...]:
    """The same for a text with wide characters, between which lines may end."""
    text = " ".join(words)
    longest = max((cell_len(word) for word in words if cell_len(word) == len(word)), default=2)
    most = max(most, longest, 2)
    best = wrapped(text, most)
    for columns in range(most - 1, longest - 1, -1):
        if len(narrower := wrapped(text, columns)) > len(best):
            break
        best = narrower
    return best
