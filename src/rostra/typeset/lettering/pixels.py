"""Letters of eight rows of pixels, each about as wide as high. Drawn after unscii-8; see ``fonts``."""

from __future__ import annotations

import unicodedata
from functools import cache
from pathlib import Path

ROWS = 8
"""Rows of a letter: seven down to the base line, one below it."""
SPACE = 3

Rows = tuple[int, ...]


@cache
def _signs() -> dict[str, str]:
    lines = Path(__file__).with_name("pixels.txt").read_text("ascii").split("\n")
    return {chr(int(code, 16)): rows for code, _, rows in (line.partition(" ") for line in lines if line)}


@cache
def pixels(char: str) -> list[list[float]] | None:
    """The pixels of a letter, 1 for ink, as narrow as it is, with a blank column at its right; None for others."""
    if char in " \xa0":
        return [[0.0] * SPACE] * ROWS
    drawn = _bits(char)
    if drawn is None:
        return None
    inked = 0
    for row in drawn:
        inked |= row
    columns = [7 - bit for bit in range(8) if inked >> bit & 1]
    wide = range(min(columns), max(columns) + 1)
    return [[*(float(row >> (7 - column) & 1) for column in wide), 0.0] for row in drawn]


def _bits(char: str) -> Rows | None:
    """The rows of a letter, a bit for each pixel; an accented one that is not drawn is its letter with the accent."""
    if char in _signs():
        return tuple(bytes.fromhex(_signs()[char]))
    base, *marks = list(unicodedata.normalize("NFD", char))
    if not marks or any(sign not in _signs() for sign in (base, *marks)):
        return None
    rows = bytes.fromhex(_signs()[base])
    for mark in marks:
        rows = bytes(one | other for one, other in zip(rows, bytes.fromhex(_signs()[mark]), strict=True))
    return tuple(rows)
