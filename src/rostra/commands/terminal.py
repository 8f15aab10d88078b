"""What the commands that fill a terminal do first."""

from __future__ import annotations

import os
import sys

from rostra.errors import UserError
from rostra.present import Options
from rostra.probe import Probe


def check_theme(options: Options) -> None:
    """Find a mistake in the theme that was asked for before the screen is taken."""
    from rostra.widgets.looks import load_styles

    for named in (options.theme, options.settings.theme):
        if named:
            load_styles(named)


def ask_terminal(options: Options) -> Probe:
    """Make sure that there is a terminal, and ask it what it looks like unless a theme was named."""
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise UserError("this is no terminal", hint="rostra dump DECK prints a deck")
    if os.environ.get("TERM") in ("dumb", "unknown"):
        raise UserError(f"a terminal of the kind {os.environ['TERM']!r} cannot show slides", hint="rostra dump DECK")
    return Probe(ask=not (options.theme or options.settings.theme))
