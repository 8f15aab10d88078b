"""Whole pages, compared with drawings in ``golden/``.

A change of how slides are set shows there as a difference to be looked at; draw them anew with
``ROSTRA_DRAW_GOLDEN=1 python -m pytest tests/typeset/test_golden.py`` and read the diff before it is committed.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from drawing import STYLES, page
from rostra.reader import read_deck
from rostra.typeset.frame_cache import FrameCache

GOLDEN = Path(__file__).with_name("golden")
DECK = read_deck([GOLDEN / "deck.md"])
BLOCKS = ("title", "list", "code", "columns", "quotes")
LAYOUTS = (
    *("section", "statement", "quote", "number", "two-columns", "compare", "cards", "image", "image-left"),
    *("image-right", "listing", "flow", "tree", "layers", "matrix", "agenda", "end", "blank"),
)
FIGURES = ("chart", "lines", "donut", "qr", "table")
NAMES = (*BLOCKS, *LAYOUTS, *FIGURES)
FRAMES = FrameCache(STYLES)


@pytest.mark.parametrize("size", [(80, 24), (120, 36), (200, 60)])
@pytest.mark.parametrize("name", NAMES)
def test_a_slide_looks_as_it_did_when_somebody_last_looked(name: str, size: tuple[int, int]) -> None:
    number = DECK.number_of(name)
    assert number is not None
    frame = FRAMES.frame(DECK, number, *size)
    drawn = "".join(f"=== step {step + 1}\n{page(frame, step)}\n" for step in range(frame.steps))
    path = GOLDEN / f"{name}-{size[0]}x{size[1]}.txt"
    if "ROSTRA_DRAW_GOLDEN" in os.environ:
        path.write_text(drawn, "utf-8")
    assert drawn == path.read_text("utf-8")


def test_the_deck_of_the_drawings_has_no_problems_and_no_other_slides() -> None:
    assert DECK.all_problems() == ()
    assert tuple(slide.settings.name for slide in DECK.slides) == NAMES
