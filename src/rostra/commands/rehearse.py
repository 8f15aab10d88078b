"""``rostra rehearse DECK…``: the console with a stop-watch, and what earlier rehearsals took."""

from __future__ import annotations

import sys
import time
from collections.abc import Sequence
from pathlib import Path

from rostra.arguments import Parser
from rostra.errors import UserError


def rehearse(arguments: Sequence[str]) -> int:
    """``rostra rehearse DECK…``."""
    parser = Parser(
        prog="rostra rehearse",
        description="Practise with notes, clock and a stop-watch for each slide; the times are printed and kept.",
        allow_abbrev=False,
    )
    add = parser.add_argument
    add("decks", nargs="+", metavar="DECK", type=Path, help="Markdown files, together one talk")
    add("--report", action="store_true", help="only print the times of the last rehearsals, side by side")
    add("--write-times", action="store_true", help="only put the times of the last rehearsal into the deck")
    add("--theme", default="", help="a theme's name, or the path of a .toml file")
    add("--config", type=Path, metavar="FILE", help="another configuration file")
    given = parser.parse_args(list(arguments))
    if given.report:
        return _report(given.decks)
    if given.write_times:
        return _write_times(given.decks)
    return _rehearse(given.decks, given.theme, given.config)


def _rehearse(paths: list[Path], theme: str, config: Path | None) -> int:
    from rostra.commands.terminal import ask_terminal, check_theme
    from rostra.present import Options, read_for_show
    from rostra.settings import load_settings
    from rostra.show.rehearsal import Stopwatch, keep_run

    options = Options(load_settings(config), theme, console=True, stopwatch=Stopwatch())
    assert options.stopwatch is not None
    check_theme(options)
    with ask_terminal(options) as probe:
        show = read_for_show(paths, options, resume=False)
        show.complete()
        from rostra.app import run

        options.appearance = probe.appearance()
        status = run(options, show, paths)
    if keep_run(paths, show.deck, options.stopwatch.times(len(show.deck.slides)), time.time()) is None:
        print("A rehearsal this short is not kept.")  # noqa: T201
    else:
        _report(paths)
    return status


def _report(paths: list[Path]) -> int:
    """Print the last rehearsals."""
    from rostra.reader import read_deck
    from rostra.show.rehearsal import report, runs_of

    deck, runs = read_deck(paths), runs_of(paths)
    if not runs:
        raise UserError("there are no rehearsals of this talk yet", hint="rostra rehearse DECK makes one")
    print(report(deck, runs))  # noqa: T201
    return 0


def _write_times(paths: list[Path]) -> int:
    """Put the times of the last rehearsal into the deck's directives."""
    from rostra.show.rehearsal import runs_of
    from rostra.show.write_times import write_times

    runs = runs_of(paths)
    if not runs:
        raise UserError("there are no rehearsals of this talk yet", hint="rostra rehearse DECK makes one")
    written = write_times(paths, runs[-1].by_key())
    for problem in written.left:
        print(f"left as it is: {problem}", file=sys.stderr)  # noqa: T201
    print(f"{written.changed} slides have new times.")  # noqa: T201
    return 0
