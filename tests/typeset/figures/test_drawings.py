"""Figures as they are drawn: a title, a source, and the drawing at 72 and at 36 columns, in ``drawings/<figure>.md``.

``ROSTRA_DRAW_GOLDEN=1`` draws them anew; read the difference.
"""

from __future__ import annotations

import os
from pathlib import Path
from textwrap import dedent
from typing import NamedTuple

import pytest

from drawing import area, plain
from rostra.deck.blocks import Code
from rostra.typeset.figures import CannotDrawError, figure
from rostra.typeset.frame import width

FOLDER = Path(__file__).parent / "drawings"
WIDTHS = (72, 36)


class Drawing(NamedTuple):
    """A case of a file."""

    name: str
    title: str
    source: str
    drawn: str


def cases() -> list[Drawing]:
    found = []
    for path in sorted(FOLDER.glob("*.md")):
        parts = path.read_text(encoding="utf-8").split("\n.\n")
        found += [
            Drawing(path.stem, *(part.strip("\n") for part in parts[at : at + 3])) for at in range(0, len(parts) - 2, 3)
        ]
    return found


def drawn(one: Drawing) -> str:
    """The figure at each width, without the blanks at its left."""
    made = []
    for columns in WIDTHS:
        try:
            lines = figure(Code(one.source, one.name), area(columns, 22))
        except CannotDrawError as error:
            made.append(f"cannot be drawn: {error}")
        else:
            assert all(width(line) <= columns for line in lines)
            made.append(dedent("\n".join(plain(line) for line in lines)))
    return "\n----\n".join(made)


@pytest.mark.skipif(not os.environ.get("ROSTRA_DRAW_GOLDEN"), reason="draws the drawings anew")
def test_draw_anew() -> None:
    for path in sorted(FOLDER.glob("*.md")):
        mine = [one for one in cases() if one.name == path.stem]
        text = "".join(f"{one.title}\n.\n{one.source}\n.\n{drawn(one)}\n.\n" for one in mine)
        path.write_text(text, encoding="utf-8")


@pytest.mark.parametrize("one", cases(), ids=lambda one: f"{one.name}: {one.title}")
def test_a_figure_is_drawn_as_it_was(one: Drawing) -> None:
    assert drawn(one) == one.drawn
