"""Miniatures: a whole page in a few cells, two pixels in each, every pixel the mean colour of what it stands for."""

from __future__ import annotations

from functools import lru_cache
from itertools import groupby
from typing import NamedTuple

from rich.color import Color
from rich.style import Style

from rostra.stage.ink import inks
from rostra.terminal.colors import TRUE_COLOR, Rgb
from rostra.typeset import Frame
from rostra.typeset.fewer_colors import fewer, shown
from rostra.typeset.frame import Line, Run
from rostra.typeset.styles import Styles

FEWEST = 256
"""Colours that a terminal must have, so that mixed ones can be told from each other."""
BOLDER = 1.3
"""How much more ink letters have that are bold."""
FINE, COARSE = 4, 16
"""Mixed colours are rounded to multiples of this: with true colours, and with fewer. What is alike is made once."""

Shares = tuple[tuple[tuple[int, float], ...], ...]


class _Row(NamedTuple):
    """What the pixels of one line of cells have of red, green and blue, one after the other."""

    upper: list[float]
    lower: list[float]


def can_shrink(styles: Styles) -> bool:
    """Whether miniatures can be drawn: there are colours to mix, and it is known what the page's look like."""
    paper, ink = styles.page.bgcolor, styles.page.color
    known = paper is not None and ink is not None and not paper.is_default and not ink.is_default
    return styles.color and styles.colors >= FEWEST and known


def miniature(frame: Frame, columns: int, rows: int, colors: int) -> list[Line]:
    """A frame with all its steps in so many cells, for a terminal with so many colours."""
    page, wide, high = frame.page, max(1, columns), 2 * max(1, rows)
    across, down = _shares(page.columns, wide), _shares(2 * page.rows, high)
    pixels = [[0.0] * (3 * wide) for _ in range(high)]
    plain: dict[Rgb, Color] = {}
    drawn: dict[tuple[Run, ...], _Row] = {}
    for number in range(page.rows):
        line = tuple(frame.line(number, more=False))
        if line not in drawn:
            drawn[line] = _row(line, frame.blank, across, wide, plain)
        for half, colours in enumerate(drawn[line]):
            for at, share in down[2 * number + half]:
                pixels[at] = [sum_ + share * colour for sum_, colour in zip(pixels[at], colours, strict=True)]
    area = (page.columns / wide) * (2 * page.rows / high)
    found = [_colors(row, area, plain, colors) for row in pixels]
    return [_cells(upper, lower) for upper, lower in zip(found[::2], found[1::2], strict=True)]


@lru_cache(maxsize=64)
def _shares(cells: int, pixels: int) -> Shares:
    """For each of so many cells in a row the pixels that it lies in, and the part of the cell that does."""
    found = []
    for cell in range(cells):
        start, end = cell * pixels / cells, (cell + 1) * pixels / cells
        parts = []
        for pixel in range(int(start), min(pixels, int(end) + 1)):
            part = (min(end, pixel + 1) - max(start, pixel)) * cells / pixels
            if part > 1e-9:
                parts.append((pixel, part))
        found.append(tuple(parts))
    return tuple(found)


def _row(line: tuple[Run, ...], blank: Style, across: Shares, wide: int, plain: dict[Rgb, Color]) -> _Row:
    """One line of cells, shrunk sideways."""
    row = _Row([0.0] * (3 * wide), [0.0] * (3 * wide))
    column = 0
    for run in line:
        covered = inks(run.text)
        shares = across[column : column + len(covered)]
        column += len(covered)
        if not shares:
            break
        ink, paper = _ink_and_paper(run.style, blank, plain)
        more = BOLDER if run.style.bold else 1.0
        area, upper, lower = [0.0] * wide, [0.0] * wide, [0.0] * wide
        for parts, (high, low) in zip(shares, covered, strict=False):
            for pixel, share in parts:
                area[pixel] += share
                upper[pixel] += share * min(1.0, high * more)
                lower[pixel] += share * min(1.0, low * more)
        for pixel in range(shares[0][0][0], shares[-1][-1][0] + 1):
            _add(row.upper, 3 * pixel, upper[pixel], area[pixel], ink, paper)
            _add(row.lower, 3 * pixel, lower[pixel], area[pixel], ink, paper)
    return row


def _add(sums: list[float], at: int, inked: float, area: float, ink: Rgb, paper: Rgb) -> None:
    """Add cells to a pixel, of which so much is covered."""
    bare = area - inked
    sums[at] += inked * ink[0] + bare * paper[0]
    sums[at + 1] += inked * ink[1] + bare * paper[1]
    sums[at + 2] += inked * ink[2] + bare * paper[2]


def _ink_and_paper(style: Style, blank: Style, plain: dict[Rgb, Color]) -> tuple[Rgb, Rgb]:
    """The colours of a run; those that are not mixed are kept as they are."""
    ink, paper = style.color or blank.color, style.bgcolor or blank.bgcolor
    ink, paper = (paper, ink) if style.reverse else (ink, paper)
    found = []
    for color in (ink, paper):
        rgb = shown(color) if color is not None and not color.is_default else (128, 128, 128)
        if color is not None:
            plain[rgb] = color
        found.append(rgb)
    return found[0], found[1]


def _colors(sums: list[float], area: float, plain: dict[Rgb, Color], colors: int) -> list[Color]:
    """The colours of a row of pixels, each of which stands for so many cells."""
    found = []
    for at in range(0, len(sums), 3):
        rgb = round(sums[at] / area), round(sums[at + 1] / area), round(sums[at + 2] / area)
        found.append(plain.get(rgb) or _mixed(rgb, colors))
    return found


def _mixed(rgb: Rgb, colors: int) -> Color:
    """A colour that the terminal has, for one that was mixed."""
    step = FINE if colors >= TRUE_COLOR else COARSE
    red, green, blue = (min(255, (part + step // 2) // step * step) for part in rgb)
    return _nearest(red, green, blue, colors)


@lru_cache(maxsize=4096)
def _nearest(red: int, green: int, blue: int, colors: int) -> Color:
    color = fewer(Style(color=Color.from_rgb(red, green, blue)), colors).color
    assert color is not None
    return color


def _cells(upper: list[Color], lower: list[Color]) -> Line:
    """Two rows of pixels as a row of cells, as few runs as that goes."""
    line: Line = []
    for pair, same in groupby(zip(upper, lower, strict=True)):
        line.append(Run(("▀" if pair[0] != pair[1] else " ") * len([*same]), _style(*pair)))
    return line


@lru_cache(maxsize=4096)
def _style(upper: Color, lower: Color) -> Style:
    return Style(color=upper, bgcolor=lower)
