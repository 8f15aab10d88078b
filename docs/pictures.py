"""Draw the pictures of the README and the docs, from the program's own frames: ``make pictures``."""

from __future__ import annotations

from pathlib import Path

from rostra.export.svg import svg
from rostra.reader import read_deck
from rostra.themes import load_theme
from rostra.typeset import Page, Styles, typeset

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


def main() -> None:
    """Draw them all."""
    for name, deck_name, slide_name, theme in PICTURES:
        deck = read_deck([SLIDES / f"{deck_name}.md"])
        index = deck.number_of(slide_name)
        assert index is not None, f"{deck_name} has no slide {slide_name}"
        page = Page(COLUMNS, ROWS, index + 1, len(deck.slides))
        frame = typeset(deck.slides[index], page, Styles(load_theme(theme)), deck.meta)
        (HERE / "pictures" / f"{name}.svg").write_text(svg(frame.lines(), COLUMNS), "utf-8")


if __name__ == "__main__":
    main()
