"""``qr``: a text as a QR code, black on white whatever the theme, since cameras want it so."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from rich.style import Style

from rostra.deck.blocks import Code
from rostra.typeset.area import Area
from rostra.typeset.fewer_colors import fewer
from rostra.typeset.figures.source import CannotDrawError, source_lines
from rostra.typeset.frame import Line, Run, width
from rostra.typeset.text import aligned, wrap

QUIET = (4, 2)
"""Modules of white around a code: what the standard wants, and what cameras are content with."""
FILLED = 0.7
"""The share of the page's rows that a code may take to be larger, or to have more white around it."""
HALVES = " ▄▀█"
"""Signs by which of their two modules are dark: the lower one, the upper one, both."""
INK = Style(color="#000000", bgcolor="#ffffff")


class Size(NamedTuple):
    """How a code is drawn."""

    quiet: int
    is_large: bool
    """Whether a module takes a row of two cells; else half a cell."""

    def columns(self, modules: int) -> int:
        """The columns of a code of so many modules."""
        return (modules + 2 * self.quiet) * (2 if self.is_large else 1)

    def rows(self, modules: int) -> int:
        """Its rows."""
        wide = modules + 2 * self.quiet
        return wide if self.is_large else (wide + 1) // 2


SIZES = tuple(Size(quiet, is_large) for is_large in (True, False) for quiet in QUIET)
"""All ways to draw a code, from the largest to the smallest."""


def qr(block: Code, area: Area) -> list[Line]:
    """The code of what the listing says, which stands below it where it is one line."""
    written = [line.text.strip() for line in source_lines(block)]
    if not written:
        raise CannotDrawError("a code needs a text, such as https://example.org")
    modules = _modules("\n".join(written))
    said = wrap([(written[0], area.style("small"))], area.width, block.step) if len(written) == 1 else []
    size, said = _size(len(modules), said, area)
    lines = _drawn(modules, size, area, block.step)
    if not said:
        return lines
    wide = max(width(line) for line in (*lines, *said))
    left: Line = [Run(" " * ((wide - width(lines[0])) // 2), area.base)]
    return [*([*left, *line] for line in lines), [], *aligned(said, wide, "center", area.base)]


def _modules(text: str) -> Sequence[Sequence[int]]:
    """The modules of the smallest code that a text fits in, of which a seventh can be lost, row by row; 1 is dark."""
    import segno

    try:
        return segno.make(text, error="m", micro=False).matrix
    except segno.DataOverflowError:
        raise CannotDrawError(f"this is too long for a QR code: {len(text)} characters") from None


def _size(modules: int, said: list[Line], area: Area) -> tuple[Size, list[Line]]:
    """How large a code is drawn, and what is written below it: that is left out where there is no row for it."""
    for size in SIZES:
        most = area.rows if size is SIZES[-1] else area.rows * FILLED
        for below in (said, []) if size is SIZES[-1] else (said,):
            rows = size.rows(modules) + (len(below) + 1 if below else 0)
            if rows <= most and size.columns(modules) <= area.width:
                return size, below
    least = SIZES[-1]
    needed = f"{least.columns(modules)} columns and {least.rows(modules)} rows"
    raise CannotDrawError(f"this code needs {needed}, and there are {area.width} and {area.rows}")


def _drawn(modules: Sequence[Sequence[int]], size: Size, area: Area, step: int) -> list[Line]:
    """The rows of a code with the white around it."""
    wide = len(modules) + 2 * size.quiet
    blank = [0] * wide
    around = [blank] * size.quiet
    rows = [*around, *([*blank[: size.quiet], *row, *blank[: size.quiet]] for row in modules), *around]
    style, signs = (fewer(INK, area.styles.colors), HALVES) if area.styles.color else (area.base, HALVES)
    if not area.styles.color and area.styles.theme.appearance != "light":
        signs = HALVES[::-1]  # what is written is light there
    if size.is_large:
        return [[Run("".join(signs[dark * 3] * 2 for dark in row), style, step)] for row in rows]
    pairs = zip(rows[::2], [*rows[1::2], blank], strict=True)
    return [
        [Run("".join(signs[upper * 2 + lower] for upper, lower in zip(*pair, strict=True)), style, step)]
        for pair in pairs
    ]
