"""What the series of a chart are drawn with: colours of the theme, and patterns where those do not tell them apart."""

from __future__ import annotations

from typing import NamedTuple

from rich.style import Style

from rostra.typeset.area import Area
from rostra.typeset.figures.source import CannotDrawError
from rostra.typeset.panel import COLORS

ORDER = (*COLORS, "orange")
PATTERNS = "█▒░▚╱·+"
MARKS = "●◆▲■○◇△"


class Ink(NamedTuple):
    """What one series is drawn with."""

    style: Style
    sign: str
    """What fills its cells: a full block, which can be drawn in eighths, or a pattern, which cannot."""
    mark: str
    """What stands for one of its values among others."""

    @property
    def is_solid(self) -> bool:
        """Whether its cells can be filled in part."""
        return self.sign == PATTERNS[0]


def inks(area: Area, count: int, what: str = "series") -> list[Ink]:
    """So many inks that can be told apart, also where there are no colours, or too few."""
    if count > len(ORDER):
        raise CannotDrawError(f"a chart has {len(ORDER)} {what} at most, and this has {count}")
    styles = [_ink(area, name) for name in ORDER[:count]]
    told_apart = len({style.color for style in styles}) == count
    return [Ink(style, PATTERNS[0 if told_apart else number], MARKS[number]) for number, style in enumerate(styles)]


def _ink(area: Area, name: str) -> Style:
    return area.base + Style(color=area.colored(name).color)
