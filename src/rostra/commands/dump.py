"""``rostra dump DECK…``: print what would be seen."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path

from rostra.commands.arguments import Parser, size, slides
from rostra.errors import UserError


def dump(arguments: Sequence[str]) -> int:
    """``rostra dump DECK…``."""
    parser = Parser(prog="rostra dump", description="Print what would be seen.", allow_abbrev=False)
    add = parser.add_argument
    add("decks", nargs="+", metavar="DECK", type=Path, help="Markdown files, together one talk")
    add("--size", type=size, default=(80, 24), metavar="COLUMNSxROWS", help="the page, 80x24 unless given")
    add("--format", choices=("text", "ansi", "json"), default="text", help="text unless given")
    add("--steps", action="store_true", help="each step of each slide")
    add("--slides", type=slides, metavar="2-5", help="only these slides, such as 2-5 or 1,3,7-")
    add("--no-notes", action="store_true", help="leave the notes out")
    add("--theme", default="", help="a theme's name, or the path of a .toml file")
    given = parser.parse_args(list(arguments))
    from rostra.export.dump import as_ansi, as_json, as_text
    from rostra.reader import read_deck
    from rostra.typeset.theme_choice import ThemeChoice, load_styles

    deck, color = read_deck(given.decks), "NO_COLOR" not in os.environ
    theme = given.theme or deck.meta.theme or "dark"
    styles = load_styles(theme, color=color) if given.theme else ThemeChoice(theme, color=color).styles
    total = len(deck.slides)
    wanted = [number for first, last in given.slides or [(1, total)] for number in range(first, min(last, total) + 1)]
    if not wanted:
        raise UserError("there are no such slides", hint=f"the talk has {total}")
    write = {"text": as_text, "ansi": as_ansi, "json": as_json}[given.format]
    text = write(deck, given.size, styles, wanted, given.steps, not given.no_notes)
    sys.stdout.buffer.write(text.encode("utf-8", "replace"))
    sys.stdout.flush()
    return 0
