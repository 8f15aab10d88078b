"""What presenting needs before Textual is there: options, and reading the deck."""

from __future__ import annotations

import os
import sys
import time
import traceback
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from rostra.deck.cursor import Cursor
from rostra.deck.model import Deck
from rostra.errors import UserError
from rostra.reader import read_deck, read_opening
from rostra.reader.source import safe_line
from rostra.settings import Settings
from rostra.show.resume import last_stop
from rostra.show.show import Show
from rostra.typeset import Manner

if TYPE_CHECKING:
    from rostra.show.rehearsal import Stopwatch


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
    console: bool = False
    """Whether this is the speaker's console of a talk that is shown elsewhere."""
    folder: str = ""
    """The folder of the library; empty when decks were named."""
    stopwatch: Stopwatch | None = None
    """What measures a rehearsal."""
    auto: float | None = None
    """Seconds after which the talk goes on by itself."""
    loop: bool = False
    """Whether it begins again after its end."""
    crashed: str = ""
    """The file with the report of a crash."""

    def manner(self) -> Manner:
        """How slides are set."""
        return Manner(progress=self.settings.progress, max_columns=self.settings.max_columns)

    def theme_for(self, deck: Deck | None) -> str:
        """The theme to show a deck in: the command line wins, then the deck, the configuration, the terminal."""
        own = deck.meta.theme if deck else ""
        fitting = "terminal" if few_colors() else self.appearance or "dark"
        return self.theme or own or self.settings.theme or fitting


def few_colors() -> bool:
    """Whether the terminal promises no more than sixteen colours, which the other themes cannot do with.

    The same rule as Rich's, which decides how colours are written.
    """
    if os.environ.get("COLORTERM", "").strip().lower() in ("truecolor", "24bit"):
        return False
    return os.environ.get("TERM", "").rpartition("-")[2].lower() not in ("256color", "kitty", "direct")


def read_for_show(paths: Sequence[Path], options: Options, resume: bool) -> Show:
    """A show of a talk, at the slide that was asked for."""
    stop = last_stop(paths[0]) if resume else None
    if stop is None and options.slide is None and (opening := read_opening(paths)) is not None:
        return Show(opening, rest=lambda: read_deck(paths))
    deck = read_deck(paths)
    if stop is not None:
        show = Show(deck, Cursor.on(deck, stop.slide, stop.step))
        show.state = replace(show.state, clock=stop.clock(time.time()))
        return show
    if options.slide is not None:
        if not 1 <= options.slide <= len(deck.slides):
            raise UserError(f"there is no slide {options.slide}", hint=f"the talk has {len(deck.slides)}")
        return Show(deck, Cursor.on(deck, options.slide - 1))
    return Show(deck)


def read_saved(paths: Sequence[Path]) -> tuple[Deck | None, str]:
    """A talk that was saved while it is shown, or None and why its last good state stays."""
    try:
        deck = read_deck(paths)
    except UserError as error:
        return None, safe_line(str(error))
    except Exception as error:  # a talk never dies on stage
        return None, safe_line(f"the deck cannot be read ({type(error).__name__}: {error})")
    if not any(slide.source.strip() for slide in deck.slides):
        return None, "the deck is empty"
    broken = next((str(problem) for problem in deck.problems if "front matter cannot be read" in problem.message), "")
    return (None, broken) if broken else (deck, "")


def crash_report(error: BaseException | None) -> str:
    """Write down what failed; returns the file's name."""
    from platformdirs import user_log_path

    cause = getattr(error, "error", error)  # Textual wraps what failed in a worker
    text = "".join(traceback.format_exception(cause)) if cause else "unknown\n"
    file = user_log_path("rostra", appauthor=False) / time.strftime("crash-%Y%m%d-%H%M%S.txt")
    with suppress(OSError):
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(f"Python {sys.version}\n{text}", "utf-8")
    return str(file)
