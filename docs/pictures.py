"""Draw the pictures of the README and the docs, from the program's own frames: ``make pictures``."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from rostra.deck.cursor import Cursor
from rostra.export.svg import svg
from rostra.reader import read_deck
from rostra.reader.deck import read_text
from rostra.reader.source import Source
from rostra.screens.console_page import Console, page
from rostra.show.clock import Clock
from rostra.show.show import State
from rostra.themes import BUILT_IN, load_theme
from rostra.typeset import Page, Styles, typeset
from rostra.typeset.frame_cache import FrameCache

HERE = Path(__file__).parent
SLIDES = HERE.parent / "slides"
COLUMNS, ROWS = 80, 24
# Name of the picture, deck, name of the slide, theme.
PICTURES = (
    ("title", "tour", "welcome", "dark"),
    ("text", "tour", "text", "dark"),
    ("code", "tour", "code", "tokyo-night"),
    ("columns", "tour", "columns", "light"),
    ("alerts", "tour", "alerts", "gruvbox"),
    ("talk", "community-ai-safety", "mlcommons", "nord"),
)


OF_THEMES = 60, 17
"""Columns and rows of the pictures of themes."""
# Name of the picture of the console, columns, rows.
CONSOLES = (("console", 80, 24), ("console-wide", 150, 40))


def draw_consoles() -> None:
    """The speaker's console, some minutes into a talk."""
    deck = read_deck([SLIDES / "community-ai-safety.md"])
    index = deck.number_of("look-inside")
    assert index is not None
    now = datetime(2026, 11, 22, 19, 24).timestamp()
    console = Console(deck, State(Cursor(index, 1), clock=Clock(now - 270)), joined=True)
    for name, columns, rows in CONSOLES:
        lines = page(console, FrameCache(Styles(load_theme("dark"))), columns, rows, now)
        (HERE / "pictures" / f"{name}.svg").write_text(svg(lines, columns), "utf-8")


def draw_themes() -> None:
    """The same slide in each theme, and the page that shows them."""
    source = (HERE / "pictures" / "themes.md").read_text("utf-8")
    for name in BUILT_IN:
        deck = read_text(Source(Path("themes.md"), source.replace("NAME", name)))
        frame = typeset(deck.slides[0], Page(*OF_THEMES, 2, 3), Styles(load_theme(name)), deck.meta)
        (HERE / "pictures" / "themes" / f"{name}.svg").write_text(svg(frame.lines(), OF_THEMES[0]), "utf-8")


def main() -> None:
    """Draw them all."""
    draw_consoles()
    draw_themes()
    for name, deck_name, slide_name, theme in PICTURES:
        deck = read_deck([SLIDES / f"{deck_name}.md"])
        index = deck.number_of(slide_name)
        assert index is not None, f"{deck_name} has no slide {slide_name}"
        slide_page = Page(COLUMNS, ROWS, index + 1, len(deck.slides))
        frame = typeset(deck.slides[index], slide_page, Styles(load_theme(theme)), deck.meta)
        (HERE / "pictures" / f"{name}.svg").write_text(svg(frame.lines(), COLUMNS), "utf-8")


if __name__ == "__main__":
    main()
