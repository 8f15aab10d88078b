"""What ``dump`` and ``export`` share: their options, and the job that they give."""

from __future__ import annotations

import os
from argparse import Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from rostra.commands.arguments import Parser, size, slides
from rostra.deck.names import SCALES
from rostra.errors import UserError

if TYPE_CHECKING:
    from rostra.export.job import Job


def add_options(parser: Parser) -> None:
    """Add what says which slides are wanted and how."""
    add = parser.add_argument
    add("decks", nargs="+", metavar="DECK", type=Path, help="Markdown files, together one talk")
    add("--size", type=size, default=(80, 24), metavar="COLUMNSxROWS", help="the page, 80x24 unless given")
    add("--magnify", choices=SCALES, default="1", help="the page of a terminal that draws so many times as large")
    add("--slides", type=slides, metavar="2-5", help="only these slides, such as 2-5 or 1,3,7-")
    add("--steps", action="store_true", help="each step of each slide")
    add("--no-notes", action="store_true", help="leave the notes out")
    add("--theme", default="", help="a theme's name, or the path of a .toml file")


def job_of(given: Namespace, format_name: str) -> Job:
    """Read the talk; raises :class:`UserError` when there is none of the slides."""
    from rostra.commands.decks import check_decks
    from rostra.export import FORMATS
    from rostra.export.job import Job
    from rostra.options import Options
    from rostra.reader import read_deck
    from rostra.typeset.theme_choice import ThemeChoice, load_styles

    check_decks(given.decks)
    deck = read_deck(given.decks)
    # NO_COLOR speaks of terminals: a picture is not meant.
    color = "NO_COLOR" not in os.environ or format_name != "ansi"
    look = Options(theme=given.theme).theme_for(deck)
    styles = load_styles(look, color=color) if given.theme else ThemeChoice(look, color=color).styles
    total = len(deck.slides)
    ranges = given.slides or [(1, total)]
    wanted = tuple(number for first, last in ranges for number in range(first, min(last, total) + 1))
    if not wanted:
        raise UserError("there are no such slides", hint=f"the talk has {total}")
    colors = FORMATS[format_name].colors
    return Job(
        deck,
        given.size,
        styles,
        wanted,
        steps=given.steps,
        notes=not given.no_notes,
        colors=colors,
        magnify=SCALES.index(given.magnify),
    )
