"""``rostra rehearse DECK…``: the console with a stop-watch, and what earlier rehearsals took."""

from __future__ import annotations

import sys
import time
from collections.abc import Sequence
from pathlib import Path

from rostra.commands.arguments import Parser
from rostra.errors import UserError


def rehearse(arguments: Sequence[str]) -> int:
    """``rostra rehearse DECK…``."""
    parser = Parser(
        prog="rostra rehearse",
        description="Practise with notes, clock and a stop-watch for each slide; the times are printed and kept.",
    )
    add = parser.add_argument
    add("decks", nargs="+", metavar="DECK", type=Path, help="Markdown files, together one talk")
    add("--report", action="store_true", help="only print the times of the last rehearsals, side by side")
    add("--write-times", action="store_true", help="only put the times of the last rehearsal into the deck")
    add("--theme", default="", help="a theme's name, or the path of a .toml file")
    add("--config", type=Path, metavar="FILE", help="another configuration file")
    given = parser.parse_args(list(arguments))
    from rostra.commands.decks import check_decks

    check_decks(given.decks)
    if given.report:
        return _report(given.decks)
    if given.write_times:
        return _write_times(given.decks)
    return _rehearse(given.decks, given.theme, given.config)


def _rehearse(paths: list[Path], theme: str, config: Path | None) -> int:
    from rostra.commands.prologue import run_in_terminal
    from rostra.options import Options
    from rostra.rehearsal.runs import keep_run
    from rostra.rehearsal.stopwatch import Stopwatch
    from rostra.settings import load_settings
    from rostra.show.opening import open_show

    stopwatch, show = Stopwatch(), open_show(paths)
    show.complete()
    status = run_in_terminal(
        Options(load_settings(config), theme, "rehearsal", stopwatch=stopwatch), paths, lambda: show
    )
    if keep_run(paths, show.deck, stopwatch.times(len(show.deck.slides)), time.time()) is None:
        print("A rehearsal this short is not kept.")  # noqa: T201
    else:
        _report(paths)
    return status


def _report(paths: list[Path]) -> int:
    """Print the last rehearsals."""
    from rostra.reader import read_deck
    from rostra.rehearsal.report import report
    from rostra.rehearsal.runs import runs_of

    deck, runs = read_deck(paths), runs_of(paths)
    if not runs:
        raise UserError("there are no rehearsals of this talk yet", hint="rostra rehearse DECK makes one")
    print(report(deck, runs))  # noqa: T201
    return 0


def _write_times(paths: list[Path]) -> int:
    """Put the times of the last rehearsal into the deck's directives."""
    from rostra.editing.write_times import write_times
    from rostra.rehearsal.runs import runs_of

    runs = runs_of(paths)
    if not runs:
        raise UserError("there are no rehearsals of this talk yet", hint="rostra rehearse DECK makes one")
    written = write_times(paths, runs[-1].by_key())
    for problem in written.left:
        print(f"left as it is: {problem}", file=sys.stderr)  # noqa: T201
    print(f"{written.changed} slides have new times.")  # noqa: T201
    return 0
