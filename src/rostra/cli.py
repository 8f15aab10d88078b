"""Arguments to one action; what the action needs is imported only when it runs."""

from __future__ import annotations

import argparse
import gc
import os
import re
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from rostra.errors import UserError, did_you_mean

if TYPE_CHECKING:
    from rostra.present import Options
    from rostra.probe import Probe
    from rostra.settings import Settings

SIZE = re.compile(r"(\d{1,4})[xX](\d{1,4})")


class Parser(argparse.ArgumentParser):
    """Complains in one line, with a hint."""

    def error(self, message: str) -> NoReturn:
        """Raise what is wrong as any other mistake of the user."""
        known = [name for action in self._actions for name in action.option_strings]
        unknown = re.search(r"unrecognized arguments: (--[\w-]+)", message)
        hint = did_you_mean(unknown[1], known).removeprefix(", ") if unknown else ""
        raise UserError(message, hint=hint or f"{self.prog} --help tells more")


def main(argv: Sequence[str] | None = None) -> int:
    """Run the program; returns its exit status: 0, or 2 for a mistake of the user."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    try:
        if arguments[:1] == ["dump"]:
            return dump(arguments[1:])
        if arguments[:1] == ["config"]:
            return config(arguments[1:])
        if arguments[:1] == ["console"]:
            return console(arguments[1:])
        if arguments[:1] == ["keys"]:
            from rostra.key_test import keys

            return keys(arguments[1:])
        if arguments[:1] == ["doctor"]:
            from rostra.doctor import doctor

            return doctor(arguments[1:])
        return present(arguments)
    except UserError as error:
        print(f"rostra: {_safe(str(error))}", file=sys.stderr)  # noqa: T201
        return 2
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        # The reader of our output has gone; nothing more is to be written, at exit neither.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except Exception as error:
        from rostra.present import crash_report

        print(f"rostra: the program failed (please report {crash_report(error)})", file=sys.stderr)  # noqa: T201
        return 2


def _safe(text: str) -> str:
    from rostra.reader.source import safe_line

    return safe_line(text)


# -- present ------------------------------------------------------------------------------------------------------


def present(arguments: Sequence[str]) -> int:
    """``rostra DECK…`` or ``rostra DIR``."""
    parser = Parser(
        prog="rostra",
        description="Present Markdown decks in the terminal.",
        epilog="rostra dump DECK prints a deck, rostra config the configuration; each has its own --help. "
        "In a talk, ? shows all keys.",
        allow_abbrev=False,
    )
    add = parser.add_argument
    add("decks", nargs="*", metavar="DECK", help="Markdown files, together one talk; or one folder, to pick from")
    add("--slide", type=int, metavar="N", help="begin with slide N")
    add("--theme", default="", help="a theme's name, or the path of a .toml file")
    add("--size", type=_size, metavar="COLUMNSxROWS", help="the largest page, such as 120x36")
    add("--resume", action="store_true", help="begin where the last run of the deck stopped")
    add("--no-watch", action="store_true", help="do not read the deck again when it is saved")
    add("--notes-here", action="store_true", help="notes below the slide, for practising alone")
    add("--mouse", action="store_true", help="clicks turn slides: left next, right previous")
    add("--console", action="store_true", help="first say how the speaker's console joins from another terminal")
    add("--auto", type=_time, metavar="20s", help="go on by itself, a step each time")
    add("--loop", action="store_true", help="begin again after the end")
    add("--config", type=Path, metavar="FILE", help="another configuration file")
    add("--version", action="store_true", help="print the version")
    given = parser.parse_args(list(arguments))
    if given.version:
        from rostra import __version__

        print(f"rostra {__version__}")  # noqa: T201
        return 0
    return _present(given, [Path(deck) for deck in given.decks])


def _present(given: argparse.Namespace, paths: list[Path]) -> int:
    """Find out what is to be shown, load what shows it, and run."""
    from dataclasses import replace

    from rostra.present import Options, read_for_show
    from rostra.settings import load_settings

    gc.disable()  # until the first slide is there: loading makes much and frees nothing
    settings = load_settings(given.config)
    settings = replace(settings, mouse=settings.mouse or given.mouse, watch=settings.watch and not given.no_watch)
    options = Options(settings, given.theme, slide=given.slide, size=given.size, notes_here=given.notes_here)
    options.auto, options.loop = given.auto, given.loop
    _check_theme(options)
    if given.console:
        _say_how_to_join(paths)
    show = None
    # The question goes out before the deck is read, and is answered meanwhile.
    with _terminal(options) as probe:
        if not paths or (len(paths) == 1 and paths[0].is_dir()):
            paths, options.folder = _library(paths)
        else:
            show = read_for_show(paths, options, given.resume or settings.resume)
        from rostra.app import run

        options.appearance = probe.appearance()
        return run(options, show, paths)


def _say_how_to_join(paths: list[Path]) -> None:
    """Print the command for the other terminal, and wait until it has been read."""
    import shlex

    names = " ".join(shlex.quote(str(path.resolve())) for path in paths)
    print(f"In another terminal:  rostra console {names}")  # noqa: T201
    if sys.stdin.isatty():
        input("Enter begins the talk. ")


def _check_theme(options: Options) -> None:
    from rostra.widgets.looks import load_styles

    for named in (options.theme, options.settings.theme):
        if named:
            load_styles(named)


def _library(paths: list[Path]) -> tuple[list[Path], str]:
    """The decks to pick from, and the folder that they are in."""
    from rostra.show.library import find_decks, shipped_decks

    folder = paths[0] if paths else Path()
    found = find_decks(folder)
    if not found and not paths and (shipped := shipped_decks()) is not None:
        found, folder = find_decks(shipped), shipped
    if not found:
        raise UserError(f"there are no decks in {folder}", hint="a deck is a Markdown file: rostra talk.md")
    return found, str(folder if paths or folder != Path() else Path.cwd())


def _terminal(options: Options) -> Probe:
    """Make sure that there is a terminal, and ask it what it looks like unless a theme was named."""
    from rostra.probe import Probe

    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise UserError("this is no terminal", hint="rostra dump DECK prints a deck")
    if os.environ.get("TERM") in ("dumb", "unknown"):
        raise UserError(f"a terminal of the kind {os.environ['TERM']!r} cannot show slides", hint="rostra dump DECK")
    return Probe(ask=not (options.theme or options.settings.theme))


# -- console ------------------------------------------------------------------------------------------------------


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
    add("--config", type=Path, metavar="FILE", help="another configuration file")
    given = parser.parse_args(list(arguments))
    from rostra.present import Options, read_for_show
    from rostra.settings import load_settings

    options = Options(load_settings(given.config), given.theme, console=True)
    _check_theme(options)
    with _terminal(options) as probe:
        show = read_for_show(given.decks, options, resume=False)
        show.complete()
        from rostra.app import run

        options.appearance = probe.appearance()
        return run(options, show, given.decks)


# -- dump ---------------------------------------------------------------------------------------------------------


def dump(arguments: Sequence[str]) -> int:
    """``rostra dump DECK…``."""
    parser = Parser(prog="rostra dump", description="Print what would be seen.", allow_abbrev=False)
    add = parser.add_argument
    add("decks", nargs="+", metavar="DECK", type=Path, help="Markdown files, together one talk")
    add("--size", type=_size, default=(80, 24), metavar="COLUMNSxROWS", help="the page, 80x24 unless given")
    add("--format", choices=("text", "ansi", "json"), default="text", help="text unless given")
    add("--steps", action="store_true", help="each step of each slide")
    add("--slides", type=_slides, metavar="2-5", help="only these slides, such as 2-5 or 1,3,7-")
    add("--no-notes", action="store_true", help="leave the notes out")
    add("--theme", default="", help="a theme's name, or the path of a .toml file")
    given = parser.parse_args(list(arguments))
    from rostra.export.dump import as_ansi, as_json, as_text
    from rostra.reader import read_deck
    from rostra.widgets.looks import Looks, load_styles

    deck, color = read_deck(given.decks), "NO_COLOR" not in os.environ
    theme = given.theme or deck.meta.theme or "dark"
    styles = load_styles(theme, color=color) if given.theme else Looks(theme, color=color).styles
    total = len(deck.slides)
    wanted = [number for first, last in given.slides or [(1, total)] for number in range(first, min(last, total) + 1)]
    if not wanted:
        raise UserError("there are no such slides", hint=f"the talk has {total}")
    write = {"text": as_text, "ansi": as_ansi, "json": as_json}[given.format]
    text = write(deck, given.size, styles, wanted, given.steps, not given.no_notes)
    sys.stdout.buffer.write(text.encode("utf-8", "replace"))
    sys.stdout.flush()
    return 0


# -- config -------------------------------------------------------------------------------------------------------


def config(arguments: Sequence[str]) -> int:
    """``rostra config``."""
    parser = Parser(prog="rostra config", description="Show the configuration in force.", allow_abbrev=False)
    parser.add_argument("--example", action="store_true", help="print a commented configuration file")
    parser.add_argument("--config", type=Path, metavar="FILE", help="another configuration file")
    given = parser.parse_args(list(arguments))
    from rostra.settings import config_file, example, load_settings

    if given.example:
        print(example(), end="")  # noqa: T201
        return 0
    settings, path = load_settings(given.config), config_file(given.config)[0]
    print(f"# {path}" + ("" if path.is_file() else " (there is none: these are the defaults)"))  # noqa: T201
    print(_in_force(settings), end="")  # noqa: T201
    return 0


def _in_force(settings: Settings) -> str:
    import json
    from dataclasses import fields

    lines = [
        f"{one.name} = {json.dumps(getattr(settings, one.name))}" for one in fields(settings) if one.name != "keys"
    ]
    lines += ["[keys]", *(f"{name} = {json.dumps(keys)}" for name, keys in settings.keys.items())] * bool(settings.keys)
    return "\n".join(lines) + "\n"


# -- kinds of argument --------------------------------------------------------------------------------------------


def _size(text: str) -> tuple[int, int]:
    found = SIZE.fullmatch(text)
    if not found or not int(found[1]) or not int(found[2]):
        raise argparse.ArgumentTypeError(f"{text!r} is no size; write columns and rows, such as 120x36")
    return int(found[1]), int(found[2])


def _time(text: str) -> float:
    from rostra.reader.values import seconds

    try:
        return seconds(float(text) if text.replace(".", "", 1).isdigit() else text, bare=1)
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"{text!r} {error}") from error


def _slides(text: str) -> list[tuple[int, int]]:
    """Ranges of slide numbers, both ends counted; an open end is the last slide."""
    ranges = []
    for part in text.split(","):
        found = re.fullmatch(r"\s*(\d{1,6})(?:\s*(-)\s*(\d{1,6})?)?\s*", part)
        if not found or not int(found[1]):
            raise argparse.ArgumentTypeError(f"{text!r} are no slides; write 2-5 or 1,3,7-")
        first = int(found[1])
        ranges.append((first, int(found[3] or 999_999) if found[2] else first))
    return ranges
