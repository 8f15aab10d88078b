"""Markdown drawn, as text."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from pathlib import Path

from decks import read
from rostra.deck.model import Deck
from rostra.stage.picture import Picture
from rostra.themes import load_theme
from rostra.typeset import Frame, Page, Styles, typeset
from rostra.typeset.area import Area
from rostra.typeset.blocks import flow
from rostra.typeset.frame import Line, Run, width

STYLES = Styles(load_theme("dark"))


def deck_of(source: str) -> Deck:
    """The deck that a text is."""
    with tempfile.TemporaryDirectory() as folder:
        return read(Path(folder), source)


def area(columns: int = 40, rows: int = 30, styles: Styles = STYLES) -> Area:
    """Room to draw in."""
    return Area(columns, rows, styles, styles.page, flow)


def lines_of(source: str, columns: int = 40, rows: int = 30) -> list[Line]:
    """The lines of the first slide's blocks, none of them too long."""
    lines = area(columns, rows).set(deck_of(source).slides[0].content.blocks)
    assert all(width(line) <= columns for line in lines)
    return lines


def plain(line: Line) -> str:
    """The cells of a line, less the blanks at its end."""
    return "".join(run.text for run in line).rstrip()


def drawn(source: str, columns: int = 40, rows: int = 30) -> str:
    """The same as text, to be compared with a drawing in a test."""
    return "\n".join(plain(line) for line in lines_of(source, columns, rows))


def frame_of(source: str, columns: int = 40, rows: int = 12, number: int = 1, styles: Styles = STYLES) -> Frame:
    """A slide on a page."""
    deck = deck_of(source)
    return typeset(deck.slides[number - 1], Page(columns, rows, number, len(deck.slides)), styles, deck.meta)


def page(frame: Frame, step: int | None = None, top: int = 0) -> str:
    """All rows that the audience sees."""
    lines = frame.lines(step, top)
    assert [width(line) for line in lines] == [frame.page.columns] * frame.page.rows
    return "\n".join(plain(line) for line in lines)


def drawing(text: str) -> str:
    """A drawing written into a test: what stands behind the bars at the left."""
    return "\n".join(line.strip()[1:].rstrip() for line in text.strip("\n").split("\n") if line.strip())


def run_with(lines: list[Line], text: str) -> Run:
    """The first run that holds a text."""
    return next(run for line in lines for run in line if text in run.text)


def picture_of(lines: Sequence[Line], scale: int = 1, screen: tuple[int, int] | None = None) -> Picture:
    """A picture that fills a terminal, which is as large as its lines unless a screen is given."""
    return Picture(lines, screen or (width(lines[0]) * scale, len(lines) * scale), scale)
