"""Pixels that are covered in part as colours between ink and paper: smooth edges."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from rich.color import Color
from rich.style import Style

from rostra.terminal.colors import Rgb, mixed, rgb
from rostra.typeset.fewer_colors import shown
from rostra.typeset.frame import Line, Run

Gradient = tuple[Rgb, Rgb]
"""The colours of the first and the last column."""

STEPS = 8
"""How many colours a gradient has: each costs bytes in every row, and neighbours can hardly be told apart."""
LEVELS = 6
"""How many shades there are between nothing and ink; more cannot be told apart, and cost time."""


def graded(look: Style, gradient: Gradient, share: float) -> Style:
    """A style in the colour of a gradient at a share of its way."""
    return _graded(look, gradient, min(STEPS, round(share * STEPS)))


@lru_cache(maxsize=512)
def _graded(look: Style, gradient: Gradient, step: int) -> Style:
    return look + Style(color=_between(*gradient, step / STEPS))


def _between(one: Rgb, other: Rgb, share: float) -> Color:
    return Color.from_rgb(*mixed(one, other, share))


def shaded(pixels: Sequence[Sequence[float]], looks: Sequence[Style]) -> list[Line]:
    """Two rows of pixels as one row of cells, each an upper and a lower half in colours of their own."""
    rows = []
    for above, below in zip(pixels[::2], pixels[1::2], strict=True):
        row: Line = []
        for upper, lower, look in zip(above, below, looks, strict=True):
            run = _cell(round(upper * LEVELS), round(lower * LEVELS), look)
            if row and row[-1].style is run.style and row[-1].text[-1] == run.text:
                row[-1] = Run(row[-1].text + run.text, run.style)
            else:
                row.append(run)
        rows.append(row)
    return rows


@lru_cache(maxsize=4096)
def _cell(upper: int, lower: int, look: Style) -> Run:
    """A cell of two shades."""
    if not upper and not lower:
        return Run(" ", look)
    if upper == lower == LEVELS:
        return Run("█", look)
    above, below = shade(look, upper), shade(look, lower)
    return Run("▀", look + Style(color=above, bgcolor=below))


@lru_cache(maxsize=1024)
def shade(look: Style, level: int) -> Color:
    """The colour between a style's background and its text; its name tells which, for :func:`on_ground`."""
    assert look.color is not None
    assert look.bgcolor is not None
    paper, ink = shown(look.bgcolor), shown(look.color)
    return _between(paper, ink, level / LEVELS)._replace(name=f"{level} {_hex(ink)} on {_hex(paper)}")


def on_ground(color: Color | None, paper: Color, ground: Color) -> Color | None:
    """A colour where the paper has become another ground: that one instead of the paper, and shades mixed with it."""
    if color is None or color == paper:
        return color and ground
    shade, _, mixed_with = color.name.partition(" on ")
    if not mixed_with or mixed_with != _hex(shown(paper)):
        return color
    level, _, ink = shade.partition(" ")
    return _between(shown(ground), rgb(ink), int(level) / LEVELS)


def _hex(color: Rgb) -> str:
    return f"#{bytes(color).hex()}"
