"""Backgrounds of more than one colour: gradients from row to row, and patterns where nothing stands.

A slide is typeset on the colour of its background on which text is hardest to read; then each row gets its own.
Imported only where a slide has such a background.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from rich.cells import cell_len
from rich.color import Color
from rich.style import Style

from rostra.deck.model import Background
from rostra.terminal.colors import TRUE_COLOR, contrast, gradient, hardest, mixed, rgb
from rostra.typeset.fewer_colors import shown
from rostra.typeset.frame import Line, Run, crop
from rostra.typeset.lettering.shades import on_ground
from rostra.typeset.styles import Styles

PATTERNS: dict[str, Callable[[int, int], str]] = {
    "dots": lambda row, column: "·" if row % 2 == 0 and column % 4 == row % 4 else " ",
    "grid": lambda row, column: " ─│┼"[(row % 4 == 1) + 2 * (column % 8 == 3)],
    "lines": lambda row, column: "─" if row % 3 == 1 else " ",
    "diagonal": lambda row, column: "╱" if (row + column) % 6 == 0 else " ",
}
"""The sign of each pattern in a row and a column of the page."""
FAINTEST = 1.6
"""The most contrast that a pattern has with its ground: text is not disturbed by it."""
AROUND = 2
"""Columns on either side of a row's text that have no pattern, nor have the rows above and below."""
LEVELS = 16
"""How finely a pattern's colour is moved towards its ground."""


@dataclass(frozen=True, slots=True)
class Backdrop:
    """What lies behind the rows of a page."""

    blank: Style
    """The look of a cell with nothing on it as the slide was typeset."""
    grounds: tuple[Style, ...]
    """The same on each row of the page."""
    pattern: str
    inks: tuple[Style, ...]
    """The look of the pattern on each row; none without a pattern."""

    def behind(self, line: Line, row: int, near: Sequence[Line]) -> Line:
        """A row of the page with its ground behind it; ``near`` are the rows around and itself, with all that shows."""
        ground = self.grounds[row]
        if ground != self.blank:
            line = [Run(text, moved(style, self.blank, ground), step, says) for text, style, step, says, _ in line]
        if not self.pattern:
            return line
        columns = sum(cell_len(run.text) for run in line)
        extents = [extent for one in near if (extent := self._extent(one))] or [(columns, columns)]
        first, last = min(start for start, _ in extents), max(end for _, end in extents)
        if first < columns:
            first, last = max(0, first - AROUND), min(columns, last + AROUND)
        middle = line if (first, last) == (0, columns) else crop(line, first, last)
        signs, ink = _signs(self.pattern, row, columns), self.inks[row]
        before, after = (Run(part, ink, says=" " * len(part)) for part in (signs[:first], signs[last:]))
        return [*([before] if before.text else []), *middle, *([after] if after.text else [])]

    def _extent(self, line: Line) -> tuple[int, int] | None:
        """The first column of a row on which something stands, and the one behind the last; None for a blank row."""
        at, inked = 0, []
        for text, style, _, says, _ in line:
            end = at + cell_len(text)
            if says is not None or style.reverse or style.bgcolor != self.blank.bgcolor:
                inked += [at, end]
            elif text and not text.isspace():
                inked += [at + len(text) - len(text.lstrip()), end - len(text) + len(text.rstrip())]
            at = end
        return (inked[0], inked[-1]) if inked else None


def backdrop_of(background: Background, columns: int, rows: int, styles: Styles) -> Backdrop | None:
    """What lies behind a page of so many cells; None where that is one colour, its first or the theme's."""
    if not styles.color or styles.colors < TRUE_COLOR:
        return None
    if background.picture:
        from rostra.typeset.photographs import photograph

        found = photograph(Path(background.picture), columns, rows, styles.page_on(background.color), styles)
        if found is not None or not (background.last or background.pattern):
            return found
    if background.last:
        papers = gradient(rgb(background.color), rgb(background.last), rows)
        worst = hardest(papers)
        blank = styles.page_on(Color.from_rgb(*(worst or papers[0])).name)
        papers = papers if worst else papers[:1] * rows
        grounds = tuple(blank + Style(bgcolor=Color.from_rgb(*paper)) for paper in papers)
    else:
        blank = styles.page_on(background.color)
        grounds = (blank,) * rows
    if blank.bgcolor is None or blank.bgcolor.is_default:
        return None
    inks = tuple(_ink(ground, styles.on(blank, "faint")) for ground in grounds) if background.pattern else ()
    return Backdrop(blank, grounds, background.pattern, inks)


@lru_cache(maxsize=256)
def _ink(ground: Style, faint: Style) -> Style:
    """The look of a pattern: faint, and fainter where that would still be seen too well."""
    assert ground.bgcolor is not None
    paper, ink = shown(ground.bgcolor), shown(faint.color or Color.default())
    shades = (mixed(paper, ink, level / LEVELS) for level in range(LEVELS, 0, -1))
    return ground + Style(
        color=Color.from_rgb(*next((one for one in shades if contrast(one, paper) <= FAINTEST), paper))
    )


@lru_cache(maxsize=4096)
def moved(style: Style, blank: Style, ground: Style) -> Style:
    """A style of a slide as it is on the ground of its row, or its cell."""
    assert blank.bgcolor is not None
    assert ground.bgcolor is not None
    ink, paper = (on_ground(color, blank.bgcolor, ground.bgcolor) for color in (style.color, style.bgcolor))
    return style if (ink, paper) == (style.color, style.bgcolor) else style + Style(color=ink, bgcolor=paper)


@lru_cache(maxsize=256)
def _signs(pattern: str, row: int, columns: int) -> str:
    """A row of a pattern."""
    sign = PATTERNS[pattern]
    return "".join(sign(row, column) for column in range(columns))
