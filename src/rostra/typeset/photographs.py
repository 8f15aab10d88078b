"""Pictures behind a slide: dim enough for text, in two pixels a cell where nothing stands.

Imported only where a slide has such a background.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from rich.cells import cell_len
from rich.color import Color
from rich.style import Style

from rostra.pictures.pixels import PictureError, Pixels, covering
from rostra.terminal.colors import Rgb, is_light, luminance, mixed
from rostra.typeset.backgrounds import Backdrop, moved
from rostra.typeset.fewer_colors import shown
from rostra.typeset.frame import Line, Run
from rostra.typeset.styles import Styles

SEEN = 0.45
"""The share of a picture's colour that is left of it; the rest is the page's."""
DARKEST, LIGHTEST = 0.06, 0.55
"""The luminance that a picture has at most behind light text, and at least behind dark text.

White on the one and black on the other have a contrast above 9, which leaves room for text that is not quite either.
"""
STEPS = 48
"""How finely a colour is moved until text can be read on it."""


@dataclass(frozen=True, slots=True)
class Photograph(Backdrop):
    """A picture behind the rows of a page."""

    pixels: Pixels
    """One a column, two a row of the page."""

    def behind(self, line: Line, row: int, near: Sequence[Line]) -> Line:
        """A row of the page with the picture behind it."""
        drawn: Line = []
        column = 0
        for run in line:
            cells = cell_len(run.text)
            if run.style.bgcolor != self.blank.bgcolor or run.style.reverse:
                drawn.append(run)
            elif run.text.isspace() and run.says is None:
                drawn += self._blank(run, row, column)
            else:
                drawn += self._text(run, row, column)
            column += cells
        return drawn

    def _blank(self, run: Run, row: int, column: int) -> Line:
        """Cells with nothing on them: two pixels each."""
        looks = [self._look(column + at, row) for at in range(len(run.text))]
        return [Run("▀" * count, look, run.step, says=" " * count) for look, count in _runs(looks)]

    def _text(self, run: Run, row: int, column: int) -> Line:
        """Signs, each on the mean colour of its cell."""
        pieces: list[tuple[str, Color]] = []
        for sign in run.text:
            ground = self._mean(column, row)
            if pieces and (pieces[-1][1] == ground or not cell_len(sign)):
                pieces[-1] = (pieces[-1][0] + sign, pieces[-1][1])
            else:
                pieces.append((sign, ground))
            column += cell_len(sign)
        drawn = []
        for number, (text, ground) in enumerate(pieces):
            says = run.says if not number or run.says is None else ""
            drawn.append(Run(text, moved(run.style, self.blank, Style(bgcolor=ground)), run.step, says))
        return drawn

    def _look(self, column: int, row: int) -> Style:
        column = min(column, self.pixels.columns - 1)
        return _two(self.pixels.at(column, 2 * row), self.pixels.at(column, 2 * row + 1))

    def _mean(self, column: int, row: int) -> Color:
        column = min(column, self.pixels.columns - 1)
        upper, lower = self.pixels.at(column, 2 * row), self.pixels.at(column, 2 * row + 1)
        return _color(mixed(upper, lower, 0.5))


def _runs(looks: Sequence[Style]) -> list[tuple[Style, int]]:
    counted: list[tuple[Style, int]] = []
    for look in looks:
        if counted and counted[-1][0] is look:
            counted[-1] = (look, counted[-1][1] + 1)
        else:
            counted.append((look, 1))
    return counted


@lru_cache(maxsize=8192)
def _two(upper: Rgb, lower: Rgb) -> Style:
    return Style(color=_color(upper), bgcolor=_color(lower))


@lru_cache(maxsize=4096)
def _color(pixel: Rgb) -> Color:
    return Color.from_rgb(*pixel)


def photograph(path: Path, columns: int, rows: int, page: Style, styles: Styles) -> Photograph | None:
    """A picture behind a page of so many cells; None where it cannot be shown."""
    if page.bgcolor is None or page.bgcolor.is_default:
        return None
    ground = shown(page.bgcolor)
    try:
        found = covering(path, columns, 2 * rows, ground)
    except PictureError:
        return None
    light = is_light(ground)
    palette = tuple(_dim(color, ground, light) for color in found.palette)
    hardest = (min if light else max)(palette, key=luminance)
    blank = styles.page_on(_color(hardest).name)
    return Photograph(blank, (blank,) * rows, "", (), found._replace(palette=palette))


def _dim(pixel: Rgb, ground: Rgb, light: bool) -> Rgb:
    """A pixel as it may stand behind text: nearer to the page, and no lighter, or darker, than text allows."""
    dim = mixed(ground, pixel, SEEN)
    end = (255, 255, 255) if light else (0, 0, 0)
    shades = (mixed(dim, end, step / STEPS) for step in range(STEPS))
    return next((one for one in shades if _may_stand(luminance(one), light)), end)


def _may_stand(luminance: float, light: bool) -> bool:
    return luminance >= LIGHTEST if light else luminance <= DARKEST
