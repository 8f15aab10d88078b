"""The last slide fades into the page, and the next one out of it."""

from __future__ import annotations

from functools import lru_cache

from rich.color import Color, ColorType, blend_rgb
from rich.style import Style

from rostra.stage.transitions import Lines
from rostra.typeset.frame import Line

LEVELS = 8
"""How many looks there are between a style and the page."""


def between(before: Lines, after: Lines, share: float) -> list[Line]:
    """One of the two, as pale as its part of the time says."""
    picture, pale = (before, share * 2) if share < 0.5 else (after, 2 - share * 2)
    level = round(pale * LEVELS)
    if not level:
        return [*picture]
    return [
        [run._replace(style=_paled(run.style, row[0].style.bgcolor, level)) for run in row] if row else row
        for row in picture
    ]


@lru_cache(maxsize=2048)
def _paled(style: Style, page: Color | None, level: int) -> Style:
    """A style nearer to the colour of the page; only true colours can be mixed."""
    ink, paper = _mixed(style.color, page, level), _mixed(style.bgcolor, page, level)
    return style + Style(color=ink, bgcolor=paper)


def _mixed(color: Color | None, page: Color | None, level: int) -> Color | None:
    if color is None or page is None or {color.type, page.type} != {ColorType.TRUECOLOR}:
        return None
    return Color.from_triplet(blend_rgb(color.get_truecolor(), page.get_truecolor(), level / LEVELS))
