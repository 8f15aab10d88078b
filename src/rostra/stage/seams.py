"""Full blocks without seams, for a terminal whose fonts do not fill a cell with them.

They are drawn as the cell's ground, in reverse, which always reaches its edges. Half blocks and quadrants are not: the
edge that they miss changes with the font's size, and what is left over would stand as a thin line beside the letters.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from rich.style import Style

from rostra.typeset.frame import Run

BLOCK = "█"


def without_seams(runs: Iterable[Run]) -> Iterator[Run]:
    """The same runs, with the full blocks among them in reverse."""
    for run in runs:
        if BLOCK not in run.text:
            yield run
            continue
        reverse = run.style + Style(reverse=not run.style.reverse)
        for is_block, signs in groupby(run.text, BLOCK.__eq__):
            text = "".join(signs)
            yield Run(" " * len(text), reverse) if is_block else Run(text, run.style)
