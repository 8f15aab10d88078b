"""What stands above a chart: its title, and what its inks mean."""

from __future__ import annotations

from collections.abc import Sequence

from rostra.typeset.area import Area
from rostra.typeset.figures.charts.data import Chart, Label
from rostra.typeset.figures.charts.inks import Ink
from rostra.typeset.figures.source import CannotDrawError
from rostra.typeset.frame import Line, Run, width
from rostra.typeset.text import wrap

BETWEEN = 3
"""Blanks between the names of a legend."""


def heading(chart: Chart, area: Area, inks: Sequence[Ink] = (), *, marks: bool = False) -> list[Line]:
    """The title and the legend of a chart, and a blank row below them; ``marks`` for inks that draw points."""
    lines: list[Line] = []
    if chart.title:
        lines += wrap([(chart.title, area.style("strong"))], area.width, chart.step)
    if any(series.name.text for series in chart.series):
        lines += legend([series.name for series in chart.series], inks, area, marks=marks)
    return [*lines, []] if lines else []


def legend(names: Sequence[Label], inks: Sequence[Ink], area: Area, *, marks: bool = False) -> list[Line]:
    """Names, each behind what is drawn in its ink."""
    lines: list[Line] = [[]]
    for name, ink in zip(names, inks, strict=False):
        sign = ink.mark if marks else "■" if ink.is_solid else ink.sign * 2
        entry = [Run(sign, ink.style, name.step), Run(f" {name.text}", area.base, name.step)]
        if width(entry) > area.width:
            raise CannotDrawError("a chart needs more room than there is")
        gap = BETWEEN if lines[-1] else 0
        if width(lines[-1]) + gap + width(entry) > area.width:
            lines.append([])
            gap = 0
        lines[-1] += [*([Run(" " * gap, area.base)] if gap else []), *entry]
    return lines


def room_of(area: Area) -> int:
    """The rows that a chart may take with all that belongs to it: up to two thirds of its page."""
    share = 0.45 if area.compact else 0.66
    return min(area.rows, max(6, min(int(area.rows * share), area.width // 3)))
