"""What presenting needs before Textual is there: options, and reading the deck."""

from __future__ import annotations

import sys
import time
import traceback
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from rostra.deck.cursor import Cursor
from rostra.deck.model import Deck
from rostra.errors import UserError
from rostra.reader import read_deck, read_opening
from rostra.settings import Settings
from rostra.show.resume import last_stop
from rostra.show.show import Show


@dataclass
class Options:
    """How the program was started."""

    settings: Settings = field(default_factory=Settings)
    theme: str = ""
    """The theme named on the command line."""
    appearance: str = ""
    """``dark`` or ``light`` when the terminal told."""
    slide: int | None = None
    """The slide to begin with, counted from 1."""
    size: tuple[int, int] | None = None
    """The largest page, in columns and rows."""
    notes_here: bool = False
    folder: str = ""
    """The folder of the library; empty when decks were named."""
    crashed: str = ""
    """The file with the report of a crash."""

    def theme_for(self, deck: Deck | None) -> str:
        """The theme to show a deck in: the command line wins, then the deck, the configuration, the terminal."""
        return self.theme or (deck.meta.theme if deck else "") or self.settings.theme or self.appearance or "dark"


def read_for_show(paths: Sequence[Path], options: Options, resume: bool) -> Show:
    """A show of a talk, at the slide that was asked for."""
    stop = last_stop(paths[0]) if resume else None
    if stop is None and options.slide is None and (opening := read_opening(paths)) is not None:
        return Show(opening, rest=lambda: read_deck(paths))
    deck = read_deck(paths)
    if stop is not None:
        return Show(deck, Cursor.on(deck, stop.slide, stop.step))
    if options.slide is not None:
        if not 1 <= options.slide <= len(deck.slides):
            raise UserError(f"there is no slide {options.slide}", hint=f"the talk has {len(deck.slides)}")
        return Show(deck, Cursor.on(deck, options.slide - 1))
    return Show(deck)


def crash_report(error: BaseException | None) -> str:
    """Write down what failed; returns the file's name."""
    from platformdirs import user_log_path

    text = "".join(traceback.format_exception(error)) if error else "unknown\n"
    file = user_log_path("rostra", appauthor=False) / time.strftime("crash-%Y%m%d-%H%M%S.txt")
    with suppress(OSError):
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(f"Python {sys.version}\n{text}", "utf-8")
    return str(file)
