"""Draw all slides of the decks small, a sheet for each deck, size and look: ``make pictures``."""

from __future__ import annotations

import sys
from array import array
from collections.abc import Iterator, Sequence
from pathlib import Path

from palette_png import Rgb, png
from rich.cells import split_graphemes
from rich.color import Color
from rich.style import Style

from rostra.deck.model import Deck
from rostra.export.svg import LINES
from rostra.reader import read_deck
from rostra.terminal.colors import TRUE_COLOR, mixed, rgb
from rostra.themes import load_theme
from rostra.typeset import Styles
from rostra.typeset.fewer_colors import shown
from rostra.typeset.frame import Line
from rostra.typeset.frame_cache import FrameCache
from rostra.typeset.lettering.signs import QUADRANTS, SEXTANTS

HERE = Path(__file__).parent
SLIDES, SHEETS = HERE.parent / "slides", HERE / "pictures" / "sheets"
SIZES = ((80, 24), (120, 36), (200, 60))
# Name of the look, theme, colours of the terminal.
LOOKS = (("dark", "dark", TRUE_COLOR), ("light", "light", TRUE_COLOR), ("16", "dark", 16))
WIDE, HIGH = 2, 4
"""Pixels of a cell."""
GAP = 6
"""Pixels between slides."""
BETWEEN: Rgb = (96, 96, 96)
INK, PAPER = rgb("#e8e6e1"), rgb("#14161b")
"""What a terminal draws that was told no colour."""
SHAPE = 2.0
"""Width by height of a sheet, about."""

# How much of each of a cell's rows of pixels a sign covers; letters are known by where they reach.
SMALL = (0.0, 0.45, 0.45, 0.0)
TALL = (0.35, 0.45, 0.45, 0.0)
DEEP = (0.0, 0.45, 0.45, 0.3)
LOW = (0.0, 0.0, 0.25, 0.1)
NARROW = 0.7
"""How much less of its right half a letter covers, so that letters can be told apart."""
FULL = (0.5, 0.6, 0.6, 0.3)
Cell = tuple[tuple[int, int], ...]
"""The numbers of the colours of a cell's pixels, row by row."""


def parts_of(sign: str) -> tuple[tuple[float, float], ...]:
    """How much of each pixel of a cell a sign covers."""
    if sign in QUADRANTS:
        return _pixels(QUADRANTS.index(sign), 2)
    if sign in SEXTANTS:
        return _pixels(SEXTANTS.index(sign), 3)
    if sign == "▎":
        return ((0.5, 0.0),) * HIGH
    if sign in LINES:
        ways, thick = LINES[sign][0], min(1.0, LINES[sign][1] / 3)
        across = thick if {*"lrab"} & {*ways} else 0.0
        down = thick / 2 if {*"udab"} & {*ways} else 0.0
        return tuple((max(down, across * (row == 2)), across * (row == 2)) for row in range(HIGH))
    if len(sign) > 1 or sign > "\u2e7f":
        return tuple((part, part) for part in FULL)
    tall = sign.isupper() or sign.isdigit() or sign in "bdfhklt!?()[]{}/\\|&%#$@ß"
    rows = TALL if tall else DEEP if sign in "gjpqy" else SMALL if sign.isalpha() or sign not in ".,;:_…" else LOW
    return tuple((part, part * NARROW) for part in rows)


def _pixels(number: int, rows: int) -> tuple[tuple[float, float], ...]:
    """The same for a sign of two by so many pixels, each a bit."""
    found = []
    for row in range(HIGH):
        shares = [
            max(0.0, min((row + 1) / HIGH, (own + 1) / rows) - max(row / HIGH, own / rows)) * HIGH
            for own in range(rows)
        ]
        left, right = (
            sum(share for own, share in enumerate(shares) if number >> (2 * own + side) & 1) for side in (0, 1)
        )
        found.append((min(1.0, left), min(1.0, right)))
    return tuple(found)


class Sheet:
    """Slides in pixels, beside and below each other."""

    def __init__(self) -> None:
        self.colors: dict[Rgb, int] = {BETWEEN: 0}
        """Each colour's number."""
        self._cells: dict[tuple[str, Style], Cell] = {}

    def slide(self, lines: Sequence[Line]) -> list[array[int]]:
        """The rows of pixels of a slide."""
        rows = []
        for line in lines:
            cells = [cell for run in line for cell in self._run(run.text, run.style)]
            rows += [array("H", (pixel for cell in cells for pixel in cell[row])) for row in range(HIGH)]
        return rows

    def _run(self, text: str, style: Style) -> Iterator[Cell]:
        for start, end, wide in split_graphemes(text)[0]:
            yield from [self._cell(text[start:end], style)] * wide

    def _cell(self, sign: str, style: Style) -> Cell:
        found = self._cells.get((sign, style))
        if found is None:
            ink, paper = _rgb(style.color, INK), _rgb(style.bgcolor, PAPER)
            ink, paper = (paper, ink) if style.reverse else (ink, paper)
            pixels = [[self._number(mixed(paper, ink, part)) for part in row] for row in parts_of(sign)]
            found = self._cells[sign, style] = tuple((left, right) for left, right in pixels)
        return found

    def _number(self, color: Rgb) -> int:
        return self.colors.setdefault(color, len(self.colors))


def _rgb(color: Color | None, default: Rgb) -> Rgb:
    return default if color is None or color.is_default else shown(color)


def sheet(deck: Deck, size: tuple[int, int], styles: Styles) -> bytes:
    """All slides of a deck, each as it is at its last step, as one PNG picture."""
    drawn, frames = Sheet(), FrameCache(styles)
    slides = [drawn.slide(frames.frame(deck, number, *size).lines()) for number in range(len(deck.slides))]
    wide, high = size[0] * WIDE + GAP, size[1] * HIGH + GAP
    across = max(1, min(len(slides), round((SHAPE * high * len(slides) / wide) ** 0.5)))
    between, nothing = array("H", [0] * GAP), array("H", [0] * (wide - GAP))
    rows = [array("H", [0] * (across * wide + GAP))] * GAP
    for first in range(0, len(slides), across):
        beside = slides[first : first + across]
        for row in range(size[1] * HIGH):
            line = between[:]
            for slide in beside:
                line += slide[row] + between
            rows.append(line + (nothing + between) * (across - len(beside)))
        rows += rows[:GAP]
    return png(rows, list(drawn.colors))


def main(names: Sequence[str]) -> None:
    """Draw the sheets of some decks, of all where none is named."""
    SHEETS.mkdir(parents=True, exist_ok=True)
    for path in sorted(SLIDES.glob("*.md")):
        if path.stem == "README" or (names and path.stem not in names):
            continue
        deck = read_deck([path])
        for look, theme, colors in LOOKS:
            styles = Styles(load_theme(theme), colors=colors)
            for size in SIZES:
                (SHEETS / f"{path.stem}-{size[0]}x{size[1]}-{look}.png").write_bytes(sheet(deck, size, styles))


if __name__ == "__main__":
    main(sys.argv[1:])
