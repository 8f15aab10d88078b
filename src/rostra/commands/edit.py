"""``rostra edit DECK``: write a deck, with the slide as it will be beside it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from rostra.commands.arguments import Parser


def edit(arguments: Sequence[str]) -> int:
    """``rostra edit DECK``."""
    parser = Parser(
        prog="rostra edit",
        description="Write a deck, with the slide under the cursor beside it. F1 shows all keys, Ctrl+Q leaves.",
    )
    add = parser.add_argument
    add("deck", metavar="DECK", type=Path, help="a Markdown file; one that is not there is made by the first save")
    add("--line", type=int, default=1, metavar="N", help="begin at line N")
    add("--theme", default="", help="a theme's name, or the path of a .toml file; the deck's own unless given")
    add("--config", type=Path, metavar="FILE", help="another configuration file")
    given = parser.parse_args(list(arguments))
    from rostra.commands.decks import check_decks
    from rostra.commands.prologue import run_in_terminal
    from rostra.editing.saving import EditedFile
    from rostra.options import Options
    from rostra.settings import load_settings

    if given.deck.exists() or given.deck.is_symlink():
        check_decks([given.deck])
    options = Options(load_settings(given.config), given.theme)
    options.edited, options.edited_line = EditedFile(given.deck), max(0, given.line - 1)
    return run_in_terminal(options, [given.deck], lambda: None)
