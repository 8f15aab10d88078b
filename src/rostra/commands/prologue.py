"""What the commands that fill a terminal do first and last."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from rostra.errors import UserError
from rostra.terminal.identity import between
from rostra.terminal.probe import Beforehand, Probe

if TYPE_CHECKING:
    from rostra.options import Options
    from rostra.show.show import Show
    from rostra.stage.stage import Stage

SIGNALLED = 128
"""The exit status from which on a signal ended the program: nobody left the talk in order."""
TURN = 0.001
"""Seconds after which a thread that works lets another; a key needs several turns while a long deck is read."""


def run_in_terminal(options: Options, paths: Sequence[Path], open_talk: Callable[[], Show | None]) -> int:
    """Run the program; ``open_talk`` reads the talk while the terminal answers. Returns the exit status."""
    _check_theme(options)
    with _ask_terminal(options) as probe:
        show = open_talk()
        options.appearance = probe.appearance()
        if _may_magnify(options, show):
            probe.ask_for_large_text()
        draw = _first(options, show, paths)
        options.large_text = probe.large_text()
        stage = options.stage(options.theme_for(show.deck if show else None))
        if options.role == "audience" and not options.edited and (screen := _screen_size()):
            probe.show(draw(stage, screen), stage.painter.release)
        return _run(options, show, paths, stage, probe.beforehand())


def _run(options: Options, show: Show | None, paths: Sequence[Path], stage: Stage, beforehand: Beforehand) -> int:
    """Load all that the keys need, while the first picture is looked at, and run until the program is left."""
    from rostra.app import RostraApp
    from rostra.terminal.textual_private import prepare_textual

    sys.setswitchinterval(TURN)
    driver = prepare_textual(
        beforehand, stage.painter.forget, stage.painter.release, lambda answer: app.call_later(app.hear_late, answer)
    )
    app = RostraApp(options, show, paths, stage=stage, driver=driver)
    app.run(mouse=options.settings.mouse or options.edited is not None)
    app.keep_stop(ended=not options.crashed and (app.return_code or 0) < SIGNALLED)
    if options.crashed:
        raise UserError("the program failed", hint=f"please report {options.crashed}")
    return app.return_code or 0


def _first(options: Options, show: Show | None, paths: Sequence[Path]) -> Callable[[Stage, tuple[int, int]], str]:
    """What draws the first slide, or the library, on a screen of some size; loaded while the terminal answers."""
    if show is not None:
        from rostra.stage.first import first_picture

        return partial(first_picture, show)
    from rostra.screens.library_page import Library, first_list

    return partial(first_list, Library(options.folder, paths))


def _may_magnify(options: Options, show: Show | None) -> bool:
    """Whether it matters if the terminal has larger text, and whether it can be asked."""
    if options.role != "audience" or between(os.environ) or os.environ.get("TERM") == "linux":
        return False
    return show is None or options.magnify_for(show.deck) != 1


def _screen_size() -> tuple[int, int] | None:
    """Columns and rows of the terminal; None where there is nothing to be seen."""
    try:
        columns, rows = os.get_terminal_size(sys.__stdout__.fileno() if sys.__stdout__ else 1)
    except OSError:
        return None
    return (columns, rows) if columns and rows else None


def _check_theme(options: Options) -> None:
    """Find a mistake in the theme that was asked for before the screen is taken."""
    from rostra.themes import Look
    from rostra.typeset.theme_choice import load_styles

    for named in (options.theme, options.settings.theme):
        if named:
            load_styles(Look(named))


def _ask_terminal(options: Options) -> Probe:
    """Make sure that there is a terminal, and ask it what it looks like unless a theme was named."""
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise UserError("this is no terminal", hint="rostra dump DECK prints a deck")
    if os.environ.get("TERM") in ("dumb", "unknown"):
        raise UserError(f"a terminal of the kind {os.environ['TERM']!r} cannot show slides", hint="rostra dump DECK")
    # A theme of fixed colours does not depend on the answer; a path may be of one that extends ``terminal``.
    named = options.theme or options.settings.theme
    return Probe(ask=not named or named == "terminal" or named.endswith(".toml"))
