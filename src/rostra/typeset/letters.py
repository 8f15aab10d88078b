"""Large letters from half blocks, for titles: two pixels a cell, drawn from ``letters.txt``."""

from __future__ import annotations

import unicodedata
from functools import cache
from pathlib import Path

ACCENT, HEIGHT = 2, 12
"""Pixels: room for accents above the capitals, and the height of it all with what hangs below the base line."""
BLOCKS = {(False, False): " ", (True, False): "▀", (False, True): "▄", (True, True): "█"}
SPACE = 3
MOST_LINES = 4

Glyph = tuple[str, ...]


@cache
def _font() -> dict[str, Glyph]:
    """Each sign's pixels, row by row, ``#`` for ink; accents under ``accent`` and their code point."""
    font: dict[str, Glyph] = {" ": (" " * SPACE,) * HEIGHT}
    for line in Path(__file__).with_name("letters.txt").read_text("utf-8").splitlines():
        sign, _, drawing = line.rpartition(" ")
        if sign.startswith("//") or not sign:
            continue
        rows = drawing.replace(".", " ").split("/") if sign != "/" or drawing else []
        wide = max(len(row) for row in rows)
        if not sign.startswith("accent"):
            rows = [""] * ACCENT + rows + [""] * (HEIGHT - ACCENT - len(rows))
        font[sign] = tuple(row.ljust(wide) for row in rows)
    return font


def letters(text: str, columns: int, rows: int) -> list[list[str]] | None:
    """The lines of the text in large letters, each as rows of cells.

    None when it does not fit or has signs without a drawing.
    """
    if not text or len(text) > 120:
        return None
    words = []
    for word in text.split():
        glyphs = [_glyph(char) for char in unicodedata.normalize("NFC", word)]
        if any(glyph is None for glyph in glyphs):
            return None
        words.append(_side_by_side([glyph for glyph in glyphs if glyph is not None], 1))
    lines = _broken(words, columns)
    if lines is None or len(lines) > MOST_LINES:
        return None
    drawn = [_cells(line, last=line is lines[-1]) for line in lines]
    return drawn if sum(len(line) for line in drawn) <= rows else None


def _glyph(char: str) -> Glyph | None:
    """A sign's pixels; an accented letter is its letter with the accent drawn above."""
    font = _font()
    if char in font:
        return font[char]
    base, marks = (decomposed := unicodedata.normalize("NFD", char))[0], decomposed[1:]
    if base not in font or len(marks) != 1 or f"accent {ord(marks[0]):04x}" not in font:
        return None
    accent, letter = font[f"accent {ord(marks[0]):04x}"], font[base]
    tall = any("#" in row for row in letter[: ACCENT + 1])
    wide = max(len(accent[0]), len(letter[0]))
    rows = [row.center(wide) for row in letter]
    if base in "ij":
        rows[ACCENT] = " " * wide
        tall = False
    for at, row in enumerate(accent, ACCENT - len(accent) + (0 if tall else 1)):
        rows[at] = row.center(wide)
    return tuple(rows)


def _side_by_side(glyphs: list[Glyph], gap: int) -> Glyph:
    return tuple((" " * gap).join(glyph[row] for glyph in glyphs) for row in range(HEIGHT))


def _broken(words: list[Glyph], columns: int) -> list[Glyph] | None:
    """Words set in lines that fit; None when one word is too wide."""
    lines: list[list[Glyph]] = [[]]
    used = 0
    for word in words:
        wide = len(word[0])
        if wide > columns:
            return None
        if lines[-1] and used + SPACE + 1 + wide > columns:
            lines.append([])
            used = 0
        used += wide + (SPACE + 1 if lines[-1] else 0)
        lines[-1].append(word)
    return [_side_by_side(line, SPACE + 1) for line in lines]


def _cells(pixels: Glyph, *, last: bool) -> list[str]:
    """Two rows of pixels as one row of cells; the last line of a text has no blank row below it."""
    rows = [
        "".join(BLOCKS[above == "#", below == "#"] for above, below in zip(upper, lower, strict=True))
        for upper, lower in zip(pixels[::2], pixels[1::2], strict=True)
    ]
    if not rows[-1].strip():
        rows.pop()
    if last and not rows[-1].strip():
        rows.pop()
    return rows if rows[0].strip() else rows[1:]
