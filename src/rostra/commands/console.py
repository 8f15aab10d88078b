"""``rostra console DECK…``: the speaker's console."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from rostra.commands.arguments import Parser

if TYPE_CHECKING:
    from rostra.show.show import Show


def console(arguments: Sequence[str]) -> int:
    """``rostra console DECK…``."""
    parser = Parser(
        prog="rostra console",
        description="The speaker's console: joins the talk of the same deck, before or after it begins.",
    )
    add = parser.add_argument
    add("decks", nargs="+", metavar="DECK", type=Path, help="the same files, in the same order, as the talk's")
    add("--theme", default="", help="a theme's name, or the path of a .toml file")
    add("--mouse", action="store_true", help="the line of the slide below the mouse is pointed at")
    add("--at", default="", metavar="FOLDER", help="where to look for the talk: the folder that it was given")
    add("--config", type=Path, metavar="FILE", help="another configuration file")
    given = parser.parse_args(list(arguments))
    from rostra.commands.decks import check_decks
    from rostra.commands.prologue import run_in_terminal
    from rostra.options import Options
    from rostra.settings import load_settings
    from rostra.show.address import private_folder
    from rostra.show.opening import open_show

    check_decks(given.decks)
    settings = load_settings(given.config)
    if given.at:
        private_folder(given.at)  # a mistake in it is told before the screen is taken
    settings = replace(settings, mouse=settings.mouse or given.mouse)

    def open_whole() -> Show:
        show = open_show(given.decks)
        show.complete()
        return show

    return run_in_terminal(Options(settings, given.theme, "console", at=given.at), given.decks, open_whole)
