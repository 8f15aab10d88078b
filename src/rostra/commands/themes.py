"""``rostra themes [DECK]``: every theme, on a slide of one's own."""

from __future__ import annotations

import os
import sys
from argparse import ArgumentTypeError
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from rostra.commands.arguments import Parser
from rostra.errors import UserError

if TYPE_CHECKING:
    from rostra.deck.model import Deck
    from rostra.themes import Theme
    from rostra.typeset import Styles
    from rostra.typeset.frame import Line

WIDEST, ROWS = 80, 14
"""The page of a slide that is shown, in columns and rows: so small that several themes are seen at once."""


def themes(arguments: Sequence[str]) -> int:
    """``rostra themes [DECK]``."""
    parser = Parser(prog="rostra themes", description="Show every theme on a slide.")
    add = parser.add_argument
    add("deck", nargs="?", metavar="DECK", type=Path, help="a Markdown file; the tour unless given")
    add("--slide", type=_number, metavar="NUMBER", help="the slide to show; the first that is no title unless given")
    given = parser.parse_args(list(arguments))
    deck, index = _slide(given.deck, given.slide)
    if sys.stdout.isatty():
        from rostra.terminal.probe import Probe

        with Probe() as probe:
            appearance = probe.appearance()
        for text in _shown(deck, index, appearance):
            print(text)  # noqa: T201
        return 0
    for name, theme in _themes():
        print(f"{name:<18}{_about(name, theme)}".rstrip())  # noqa: T201
    return 0


def _number(text: str) -> int:
    if not text.isascii() or not text.isdigit() or not int(text):
        raise ArgumentTypeError(f"{text!r} is no number of a slide")
    return int(text)


def _slide(path: Path | None, number: int | None) -> tuple[Deck, int]:
    """The deck, and which of its slides is to be shown, counted from 0."""
    from rostra.commands.decks import check_decks
    from rostra.library import shipped_tour
    from rostra.reader import read_deck

    if path is not None:
        check_decks([path])
    deck_file = path or shipped_tour()
    if deck_file is None:
        raise UserError("the tour is missing from this installation", hint="rostra themes DECK")
    deck = read_deck([deck_file])
    total = len(deck.slides)
    if number is None:
        return deck, next((i for i, slide in enumerate(deck.slides) if not slide.is_title), 0)
    if number > total:
        raise UserError(f"there is no slide {number}", hint=f"the talk has {total}")
    return deck, number - 1


def _themes() -> Iterator[tuple[str, Theme | UserError]]:
    """Every theme by its name, or what is wrong with it."""
    from rostra.folders import theme_folders
    from rostra.themes import load_theme, theme_names

    for name in theme_names(theme_folders()):
        try:
            yield name, load_theme(name, theme_folders())
        except UserError as error:
            yield name, error


def _about(name: str, theme: Theme | UserError) -> str:
    """What a theme is like, in a few words: its own, else those for the program's."""
    from rostra.deck.names import THEMES
    from rostra.safety import safe_line

    if isinstance(theme, UserError):
        return safe_line(str(theme))
    about = theme.about or next((one.about for one in THEMES if one.name == name), "")
    kind = "" if theme.appearance == "terminal" else f"{theme.appearance}: "
    return safe_line(f"{kind}{about}")


def _shown(deck: Deck, index: int, appearance: str) -> Iterator[str]:
    """For each theme what it is like, its colours, and the slide, in the colours that this terminal has."""
    from rostra.options import Options
    from rostra.safety import safe_line
    from rostra.terminal.colors import color_count
    from rostra.themes import Look
    from rostra.typeset import Page, typeset
    from rostra.typeset.theme_choice import load_styles

    color, colors = "NO_COLOR" not in os.environ, color_count(os.environ)
    own = Options(appearance=appearance).theme_for(deck)
    page = Page(
        min(WIDEST, os.get_terminal_size(sys.stdout.fileno()).columns or WIDEST), ROWS, index + 1, len(deck.slides)
    )
    for name, theme in _themes():
        yield f"\n{safe_line(name)}  {_about(name, theme)}"
        try:
            look = own if name == own.name else Look(name)
            styles = load_styles(look, color=color, colors=colors, light=appearance == "light")
        except UserError as error:
            if not isinstance(theme, UserError):
                yield safe_line(str(error))
            continue
        frame = typeset(deck.slides[index], page, styles, deck.meta)
        for line in (_swatch(styles, page.columns), *frame.lines(frame.steps - 1)):
            yield _written(line, colors)


def _swatch(styles: Styles, columns: int) -> Line:
    """A row of the theme's colours."""
    from rostra.deck.name import words
    from rostra.deck.names import COLORS
    from rostra.typeset.frame import Run, crop, padded

    ground = styles.page
    line = [Run("    ", ground)]
    for name in words(COLORS):
        line += [Run("███", ground + styles.named(name, ground)), Run(" ", ground)]
    return padded(crop(line, 0, columns), columns, ground)


def _written(line: Line, colors: int) -> str:
    """A row with its looks; links are left out."""
    from rostra.stage.sgr import SYSTEMS

    return "".join(run.style.update_link(None).render(run.text, color_system=SYSTEMS[colors]) for run in line)
