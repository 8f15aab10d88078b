"""Draw the pictures of the README and the docs, from the program's own frames: ``make pictures``."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from rostra.deck.cursor import Cursor
from rostra.export.svg import CELL_HEIGHT, CELL_WIDTH, svg
from rostra.reader import read_deck
from rostra.reader.deck import read_text
from rostra.reader.source import Source
from rostra.screens.console_page import Console, page
from rostra.show.clock import Clock
from rostra.show.show import State
from rostra.themes import BUILT_IN, load_theme
from rostra.typeset import Page, Styles, typeset
from rostra.typeset.frame_cache import FrameCache
from rostra.typeset.slide import Manner

HERE = Path(__file__).parent
SLIDES = HERE.parent / "slides"
COLUMNS, ROWS = 80, 24
# Name of the picture, deck, name of the slide, theme.
PICTURES = (
    ("text", "tour", "text", "dark"),
    ("alerts", "tour", "alerts", "gruvbox"),
    ("colours", "tour", "colours", "light"),
    ("columns", "tour", "columns", "nord"),
)
# Name of the slide in the tour, theme.
WALL = (
    ("welcome", "tokyo-night"), ("cards", "catppuccin"), ("number", "rose-pine-dawn"),
    ("compare", "gruvbox-light"), ("quote", "phosphor"), ("agenda", "dracula"),
)  # fmt: skip
ON_WALL = 88, 28
"""Columns and rows of each slide on the wall."""
ACROSS, GAP, ROUND = 3, 20, 10
"""Slides in a row of the wall, pixels between them, and the radius of their corners."""
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


def draw_wall() -> None:
    """Slides of the tour in several themes, as one picture."""
    deck = read_deck([SLIDES / "tour.md"])
    columns, rows = ON_WALL
    wide, high = columns * CELL_WIDTH, rows * CELL_HEIGHT
    drawn = []
    for at, (name, theme) in enumerate(WALL):
        index = deck.number_of(name)
        assert index is not None, f"the tour has no slide {name}"
        frame = FrameCache(Styles(load_theme(theme)), Manner(signs="sextants")).frame(deck, index, columns, rows)
        place = f"translate({at % ACROSS * (wide + GAP):g} {at // ACROSS * (high + GAP):g})"
        drawn.append(
            f'<g transform="{place}" clip-path="url(#corners)">{svg(frame.lines(frame.steps - 1), columns)}</g>'
        )
    size = ACROSS * (wide + GAP) - GAP, -(-len(WALL) // ACROSS) * (high + GAP) - GAP
    (HERE / "pictures" / "slides.svg").write_text(
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {size[0]:g} {size[1]:g}">'
        f'<clipPath id="corners"><rect width="{wide:g}" height="{high:g}" rx="{ROUND}"/></clipPath>'
        f"{''.join(drawn)}</svg>\n",
        "utf-8",
    )


def main() -> None:
    """Draw them all."""
    draw_wall()
    draw_consoles()
    draw_themes()
    for name, deck_name, slide_name, theme in PICTURES:
        deck = read_deck([SLIDES / f"{deck_name}.md"])
        index = deck.number_of(slide_name)
        assert index is not None, f"{deck_name} has no slide {slide_name}"
        frame = FrameCache(Styles(load_theme(theme))).frame(deck, index, COLUMNS, ROWS)
        (HERE / "pictures" / f"{name}.svg").write_text(svg(frame.lines(), COLUMNS), "utf-8")


if __name__ == "__main__":
    main()
