"""Files to a show: opened at the slide that was asked for, and read again when they were saved."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from rostra.deck.cursor import Cursor
from rostra.deck.model import Deck
from rostra.errors import UserError
from rostra.reader import read_deck, read_opening
from rostra.safety import safe_line
from rostra.show.clock import Clock
from rostra.show.resume import Stop, last_stop
from rostra.show.show import Earlier, Show


def open_show(paths: Sequence[Path], *, slide: int | None = None, resume: bool = False) -> Show:
    """A show of the talk that files make, at a slide counted from 1, or where its last run stopped.

    Of a long deck only the opening is read at first. Raises :class:`UserError` when a file cannot be read, or when
    there is no such slide.
    """
    now = time.time()
    show = _open(paths, slide, last_stop(paths[0]) if resume else None)
    show.read_at = now
    return show


def _open(paths: Sequence[Path], slide: int | None, stop: Stop | None) -> Show:
    if stop is None and slide is None and (opening := read_opening(paths)) is not None:
        return Show(opening, rest=lambda: read_deck(paths))
    deck = read_deck(paths)
    if stop is not None:
        return _asked(Show(deck), stop.earlier(time.time()))
    if slide is not None:
        if not 1 <= slide <= len(deck.slides):
            raise UserError(f"there is no slide {slide}", hint=f"the talk has {len(deck.slides)}")
        return _asked(Show(deck), Earlier(Cursor(slide - 1), Clock()))
    return Show(deck)


def _asked(show: Show, at: Earlier) -> Show:
    """The show where the person who started it wants it to begin, whatever a console remembers."""
    cursor = Cursor.on(show.deck, at.cursor.slide, at.cursor.step)
    show.state = replace(show.state, cursor=cursor, clock=at.clock, began=at.began)
    show.asked = True
    return show


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
    broken = next((problem for problem in deck.problems if problem.breaks), None)
    return (None, str(broken)) if broken else (deck, "")
