"""``rostra console DECK…``: the speaker's console."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from rostra.arguments import Parser


def console(arguments: Sequence[str]) -> int:
    """``rostra console DECK…``."""
    parser = Parser(
        prog="rostra console",
        description="The speaker's console: joins the talk of the same deck, before or after it begins.",
        allow_abbrev=False,
    )
    add = parser.add_argument
    add("decks", nargs="+", metavar="DECK", type=Path, help="the same files, in the same order, as the talk's")
    add("--theme", default="", help="a theme's name, or the path of a .toml file")
    add("--mouse", action="store_true", help="the line of the slide below the mouse is pointed at")
    add("--config", type=Path, metavar="FILE", help="another configuration file")
    given = parser.parse_args(list(arguments))
    from rostra.commands.terminal import ask_terminal, check_theme
    from rostra.present import Options, read_for_show
    from rostra.settings import load_settings

    settings = load_settings(given.config)
    settings = replace(settings, mouse=settings.mouse or given.mouse)
    options = Options(settings, given.theme, console=True)
    check_theme(options)
    with ask_terminal(options) as probe:
        show = read_for_show(given.decks, options, resume=False)
        show.complete()
        from rostra.app import run

        options.appearance = probe.appearance()
        return run(options, show, given.decks)
