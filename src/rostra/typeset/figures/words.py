"""Words in figures: broken into lines that are about equally long, as the names in boxes are."""

from __future__ import annotations

from functools import lru_cache

from rich.cells import cell_len
from rich.style import Style

from rostra.typeset.frame import text_of
from rostra.typeset.text import wrap

_PLAIN = Style()


@lru_cache(maxsize=2048)
def balanced(text: str, most: int) -> tuple[str, ...]:
    """The text in as few lines as it takes, none wider than ``most`` and none much longer than the others.

    A word that is wider than that stays whole, and makes its line as wide.
    """
    words = text.split()
    if not words:
        return ("",)
    if not text.isascii() and cell_len(text) != len(text):
        return _balanced_wide(words, most)
    cells = [len(word) for word in words]
    low, high = max(cells), max(most, *cells)
    lines = len(_broken(words, high))
    while low < high:
        middle = (low + high) // 2
        low, high = (low, middle) if len(_broken(words, middle)) <= lines else (middle + 1, high)
    return tuple(_broken(words, high))


def fitted(text: str, most: int) -> tuple[str, ...] | None:
    """The text in lines none of which is wider than that; None where a word of it is."""
    words = text.split() or [""]
    if not text.isascii() and cell_len(text) != len(text):
        words = [word for word in words if cell_len(word) == len(word)] or [""]
        return _wrapped(text, most) if most >= max(2, max(map(len, words))) else None
    return tuple(_broken(words, most)) if most >= max(map(len, words)) else None


def widest(lines: tuple[str, ...]) -> int:
    """The cells of the longest line."""
    return max(map(cell_len, lines), default=0)


def _broken(words: list[str], columns: int) -> list[str]:
    lines = [words[0]]
    for word in words[1:]:
        if len(lines[-1]) + 1 + len(word) <= columns:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines


def _balanced_wide(words: list[str], most: int) -> tuple[str, ...]:
    """The same for a text with wide characters, between which lines may end."""
    text = " ".join(words)
    longest = max((cell_len(word) for word in words if cell_len(word) == len(word)), default=2)
    most = max(most, longest, 2)
    best = _wrapped(text, most)
    for columns in range(most - 1, longest - 1, -1):
        if len(narrower := _wrapped(text, columns)) > len(best):
            break
        best = narrower
    return best


def _wrapped(text: str, columns: int) -> tuple[str, ...]:
    return tuple(text_of([line]) for line in wrap([(text, _PLAIN)], max(2, columns)))
