"""A text in large letters: lines that fit and are about equally long, each as rows of cells."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from itertools import groupby, islice
from typing import NamedTuple

from rich.style import Style

from rostra.typeset.frame import Line, Run
from rostra.typeset.lettering.glyphs import Pen, advance, glyph
from rostra.typeset.lettering.shades import Gradient, graded, shaded
from rostra.typeset.lettering.signs import cells

MOST_LETTERS = 400
"""Longer texts are none for large letters."""

Pieces = Iterable[tuple[str, Style]]


class Word(NamedTuple):
    """Letters that stay together."""

    letters: tuple[tuple[str, Style], ...]
    wide: int
    """Pixels."""


def can_draw(text: str, pen: Pen) -> bool:
    """Whether every sign of a text has a drawing."""
    return pen.signs != "none" and all(
        char == "\n" or advance(char, pen) is not None for char in unicodedata.normalize("NFC", text)
    )


def height_of(lines: int, pen: Pen) -> int:
    """The rows that so many lines of text take."""
    return lines * pen.height + max(0, lines - 1) * pen.gap


def broken(pieces: Pieces, columns: int, pen: Pen) -> list[list[Word]] | None:
    """The words of a text in as few lines as fit, about equally long; None where one is too wide, or not drawn."""
    paragraphs = _words(pieces, pen) if pen.signs != "none" else None
    if not paragraphs:
        return None
    lines: list[list[Word]] = []
    for words in paragraphs:
        counts = _balanced([word.wide for word in words], columns * pen.cell[0], _wide(" ", pen))
        if counts is None:
            return None
        rest = iter(words)
        lines += [list(islice(rest, count)) for count in counts]
    return lines


def lettered(
    pieces: Pieces, columns: int, pen: Pen, most_lines: int = 4, gradient: Gradient | None = None
) -> list[list[Line]] | None:
    """The lines of a text in large letters, each as rows of cells; None where they do not fit or are not drawn.

    A gradient goes from the first column to the last one of the longest line. Each line but the first begins with the
    rows of the gap; so does the first when an accent reaches into it. One row of each says what the line spells.
    """
    lines = broken(pieces, columns, pen)
    if lines is None or len(lines) > most_lines:
        return None
    wide = max(sum(word.wide for word in line) + _wide(" ", pen) * (len(line) - 1) for line in lines) // pen.cell[0]
    drawn = [_drawn(line, pen, gradient, wide) for line in lines]
    while len(drawn[0]) > pen.height and not any(run.text.strip() for run in drawn[0][0]):
        drawn[0].pop(0)
    return drawn


def _words(pieces: Pieces, pen: Pen) -> list[list[Word]] | None:
    """The words of each line that the author ended; None when there are too many, or a sign has no drawing."""
    signs = [(char, style) for text, style in pieces for char in unicodedata.normalize("NFC", text)]
    if len(signs) > MOST_LETTERS:
        return None
    paragraphs: list[list[Word]] = [[]]
    for is_word, group in groupby(signs, key=lambda sign: sign[0] not in " \t\n"):
        letters = tuple(group)
        if not is_word:
            paragraphs += [[] for char, _ in letters if char == "\n"]
            continue
        widths = [advance(char, pen) for char, _ in letters]
        if None in widths:
            return None
        paragraphs[-1].append(Word(letters, sum(filter(None, widths))))
    return [words for words in paragraphs if words]


def _wide(char: str, pen: Pen) -> int:
    return advance(char, pen) or 0


def _balanced(widths: Sequence[int], room: int, space: int) -> list[int] | None:
    """How many words stand on each of as few lines as there can be, about equally long; None where one is too wide."""
    least, most = max(widths), room
    if least > room:
        return None
    best = _filled(widths, room, space)
    while least < most:  # the narrowest room that needs no line more
        middle = (least + most) // 2
        tried = _filled(widths, middle, space)
        if len(tried) > len(best):
            least = middle + 1
        else:
            most, best = middle, tried
    return best


def _filled(widths: Sequence[int], room: int, space: int) -> list[int]:
    """How many words stand on each line when each takes as many as it can."""
    counts, used = [0], 0
    for wide in widths:
        if counts[-1] and used + space + wide > room:
            counts.append(0)
            used = 0
        used += wide + (space if counts[-1] else 0)
        counts[-1] += 1
    return counts


def _drawn(words: Sequence[Word], pen: Pen, gradient: Gradient | None, wide: int) -> list[Line]:
    """A line as rows of cells, those of the gap above it among them."""
    letters: list[tuple[str, Style]] = []
    for word in words:
        letters += [(" ", word.letters[0][1])] * bool(letters)
        letters += word.letters
    known = [glyph(char, pen) for char, _ in letters]
    pixels = [[value for one in known for value in one[row]] for row in range(len(known[0]))]
    styles = [style for one, (_, style) in zip(known, letters, strict=True) for _ in one[0]]
    looks = styles[:: pen.cell[0]]
    if gradient is not None:
        looks = [graded(look, gradient, column / max(1, wide)) for column, look in enumerate(looks)]
    rows = shaded(pixels, looks) if pen.is_smooth else [_runs(row, looks) for row in cells(pixels, pen.drawn_with)]
    said = [[Run(run.text, run.style, says="") for run in row] for row in rows]
    text = "".join(char for char, _ in letters)
    said[pen.gap][:1] = [Run(run.text, run.style, says=text) for run in said[pen.gap][:1]]
    return said


def _runs(row: str, looks: Sequence[Style]) -> Line:
    """A row of cells with the style of each, as few runs."""
    return [
        Run("".join(sign for sign, _ in group), look)
        for look, group in groupby(zip(row, looks, strict=True), key=lambda cell: cell[1])
    ]
