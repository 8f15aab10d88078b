"""``rostra DECK…``: present; ``rostra DIR``: pick a deck and present it."""

from __future__ import annotations

import argparse
import gc
import sys
from collections.abc import Sequence
from pathlib import Path

from rostra.commands import COMMANDS
from rostra.commands.arguments import Parser, duration, size
from rostra.deck.names import SCALES
from rostra.errors import UserError


def present(arguments: Sequence[str]) -> int:
    """``rostra DECK…`` or ``rostra DIR``."""
    parser = Parser(
        prog="rostra",
        description="Present Markdown decks in the terminal. In a talk, ? shows all keys.",
        table=("other commands, each with its own --help", _commands()),
    )
    add = parser.add_argument
    add("decks", nargs="*", metavar="DECK", help="Markdown files, together one talk; or one folder, to pick from")
    add("--slide", type=int, metavar="N", help="begin with slide N")
    add("--theme", default="", help="a theme's name, or the path of a .toml file")
    add("--size", type=size, metavar="COLUMNSxROWS", help="the largest page, such as 120x36")
    add("--magnify", choices=SCALES, help="how many times as large slides are drawn, where the terminal can")
    add("--resume", action="store_true", help="begin where the last run of the deck stopped")
    add("--no-watch", action="store_true", help="do not read the deck again when it is saved")
    add("--notes-here", action="store_true", help="notes below the slide, for practising alone")
    add("--no-motion", action="store_true", help="slides and steps come at once, whatever the deck says")
    add("--mouse", action="store_true", help="clicks turn slides: left next, right previous")
    add("--follow", action="store_true", help="show what is being written in an editor: its cursor moves the slides")
    add("--console", action="store_true", help="first say how the speaker's console joins from another terminal")
    add("--at", default="", metavar="FOLDER", help="where consoles join, if they do not find the talk by themselves")
    add("--auto", type=duration, metavar="20s", help="go on by itself, a step each time")
    add("--loop", action="store_true", help="begin again after the end")
    add("--config", type=Path, metavar="FILE", help="another configuration file")
    add("--version", action="store_true", help="print the version")
    given = parser.parse_args(list(arguments))
    if given.version:
        from rostra import __version__

        print(f"rostra {__version__}")  # noqa: T201
        return 0
    return _present(given, [Path(deck) for deck in given.decks])


def _commands() -> list[tuple[str, str]]:
    return [(f"rostra {name} {command.takes}".rstrip(), command.about) for name, command in COMMANDS.items()]


def _present(given: argparse.Namespace, paths: list[Path]) -> int:
    """Find out what is to be shown, load what shows it, and run."""
    gc.disable()  # until the first slide is there: loading makes much and frees nothing
    from dataclasses import replace

    from rostra.commands.decks import check_decks
    from rostra.commands.prologue import run_in_terminal
    from rostra.options import Options
    from rostra.settings import load_settings
    from rostra.show.opening import open_show

    settings = load_settings(given.config)
    watch, motion = settings.watch and not given.no_watch, settings.motion and not given.no_motion and not given.follow
    settings = replace(settings, mouse=settings.mouse or given.mouse, watch=watch, motion=motion)
    options = Options(settings, given.theme, "practice" if given.notes_here else "audience", size=given.size)
    options.magnify = SCALES.index(given.magnify) if given.magnify else None
    options.auto, options.loop, options.at, options.follow = given.auto, given.loop, given.at, given.follow
    if given.at:
        from rostra.show.address import private_folder

        private_folder(given.at)  # a mistake in it is told before the screen is taken
    if not paths or (len(paths) == 1 and paths[0].is_dir()):
        options.folder = str(paths[0] if paths else Path.cwd())
        return run_in_terminal(options, _decks_of(paths[0] if paths else Path()), lambda: None)
    check_decks(paths)
    if given.console:
        _say_how_to_join(paths, given.at)
    resume = given.resume or settings.resume
    return run_in_terminal(options, paths, lambda: open_show(paths, slide=given.slide, resume=resume))


def _say_how_to_join(paths: list[Path], at: str) -> None:
    """Print the command for the other terminal, and wait until it has been read."""
    import shlex

    names = " ".join(shlex.quote(str(path.resolve())) for path in paths)
    where = f" --at {shlex.quote(str(Path(at).resolve()))}" if at else ""
    print(f"In another terminal:  rostra console {names}{where}")  # noqa: T201
    if sys.stdin.isatty():
        input("Enter begins the talk. ")


def _decks_of(folder: Path) -> list[Path]:
    """The decks to pick from: those of the folder, or the ones that come with the program when it has none."""
    from rostra.library import find_decks, shipped_decks

    found, shipped = find_decks(folder), shipped_decks()
    if not found and shipped is not None:
        found = find_decks(shipped)
    if not found:
        raise UserError(f"there are no decks in {folder}", hint="a deck is a Markdown file: rostra talk.md")
    return found
