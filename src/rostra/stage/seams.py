"""Blocks without seams, for a terminal whose font leaves a line free below each of them.

What fills the lower half of a cell is drawn as the cell's ground, in reverse, which always reaches its edges.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from rich.style import Style

from rostra.typeset.frame import Run

SWAPPED = {"█": " ", "▄": "▀", "▙": "▝", "▟": "▘"}
"""Signs by what they leave free."""
TABLE = str.maketrans(SWAPPED)


def without_seams(runs: Iterable[Run]) -> Iterator[Run]:
    """The same runs, with the blocks among them in reverse."""
    for run in runs:
        if SWAPPED.keys().isdisjoint(run.text):
            yield run
            continue
        reverse = run.style + Style(reverse=not run.style.reverse)
        for is_swapped, signs in groupby(run.text, SWAPPED.__contains__):
            text = "".join(signs)
            yield Run(text.translate(TABLE), reverse) if is_swapped else Run(text, run.style)
