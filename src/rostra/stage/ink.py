"""How much of a cell a sign covers, in its upper and in its lower half."""

from __future__ import annotations

from functools import cache, lru_cache

from rich.cells import cell_len

Ink = tuple[float, float]
"""The parts of the upper and of the lower half of a cell that are covered, from 0 to 1."""

NOTHING: Ink = (0.0, 0.0)
LETTER: Ink = (0.5, 0.7)
"""More than letters cover, so that lines of text as thin as a pixel are still seen; most letters have no tops."""
SMALL: Ink = (0.1, 0.25)
CAPITAL: Ink = (0.65, 0.7)
WIDE: Ink = (0.75, 0.75)
OPAQUE = {" ": NOTHING, "\xa0": NOTHING, "▀": (1.0, 0.0), "▌": (0.5, 0.5), "▐": (0.5, 0.5), "▔": (0.25, 0.0),
          "▕": (0.125, 0.125), "░": (0.25, 0.25), "▒": (0.5, 0.5), "▓": (0.75, 0.75), "■": (0.5, 0.6),
          "●": (0.4, 0.5), "━": (0.4, 0.4), "─": (0.2, 0.2), "│": (0.2, 0.2), "┃": (0.4, 0.4)}  # fmt: skip
QUADRANTS = (0b0100, 0b1000, 0b0001, 0b1101, 0b1001, 0b0111, 0b1011, 0b0010, 0b0110, 0b1110)
"""From U+2596 on: the quarters that are covered, upper left, upper right, lower left and lower right from the right."""


@lru_cache(maxsize=2048)
def inks(text: str) -> tuple[Ink, ...]:
    """The ink of each of the cells that a text takes."""
    found: list[Ink] = []
    for sign in text:
        wide = 1 if sign < "\u0300" or "\u2500" <= sign < "\u2600" else cell_len(sign)
        found += [ink_of(sign) if wide == 1 else WIDE] * wide
    cells = cell_len(text)
    return (*found[:cells], *[NOTHING] * (cells - len(found)))


@cache
def ink_of(sign: str) -> Ink:
    """The ink of a sign that takes one cell."""
    code = ord(sign)
    if sign in OPAQUE:
        return OPAQUE[sign]
    if 0x2581 <= code <= 0x2588:  # lower eighths
        high = code - 0x2580
        return max(0, high - 4) / 4, min(4, high) / 4
    if 0x2589 <= code <= 0x258F:  # left eighths
        return ((0x2590 - code) / 8,) * 2
    if 0x2596 <= code <= 0x259F:
        quarters = QUADRANTS[code - 0x2596]
        return (quarters & 0b0011).bit_count() / 2, (quarters & 0b1100).bit_count() / 2
    if 0x1FB00 <= code <= 0x1FB3B:
        return _sextant(code - 0x1FB00)
    if 0x2500 <= code <= 0x257F:
        return 0.2, 0.2
    if sign.isalnum():
        return CAPITAL if sign.isupper() or sign.isdigit() else LETTER
    return SMALL if sign in ".,:;'`-_·•" else LETTER


def _sextant(number: int) -> Ink:
    """The ink of one of the signs of six parts, among which those that are older signs have no number."""
    parts = number + 1
    parts += (parts >= 0b010101) + (parts + (parts >= 0b010101) >= 0b101010)
    top, middle, bottom = (((parts >> at) & 0b11).bit_count() / 2 for at in (0, 2, 4))
    return (2 * top + middle) / 3, (middle + 2 * bottom) / 3
