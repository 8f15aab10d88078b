"""Keeping a show at the state of its files: the rest of a long deck, and the deck after each save.

Files are read in threads; only the finished deck is brought to the thread of the show: keys are heard meanwhile.
"""

from __future__ import annotations

import gc
import threading
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from rostra.deck.model import Deck
from rostra.safety import safe_line
from rostra.show.opening import read_saved
from rostra.show.show import Show
from rostra.show.watch import Watch

Call = Callable[[Callable[[], None]], object]
"""Brings a call from another thread to that of the show, and waits for it."""


class Reload:
    """Reads a show's files again when they are saved; one that cannot be read leaves the last good state."""

    def __init__(self, show: Show, paths: Sequence[Path], changed: Callable[[], None], call: Call) -> None:
        self.show = show
        self.paths = paths
        self.trouble = ""
        """Why the deck could not be read again; empty when it could."""
        self._changed = changed
        self._call = call
        self._watch: Watch | None = None
        self._reading: threading.Thread | None = None
        self._waiting: list[Callable[[], None]] = []

    def watch(self) -> None:
        """Begin to look at the files."""
        self._watch = Watch(self.show.deck.files, self._saved, self.show.read_at)
        self._watch.start()

    def stop(self) -> None:
        """End looking, and forget what waits."""
        self._waiting.clear()
        if self._watch is not None:
            self._watch.stop()

    # -- the rest of a long deck --------------------------------------------------------------------------------

    def in_order(self, action: Callable[[], None], *, waits: bool) -> None:
        """Do something now; or once the whole deck is read, if it waits for that or comes after what does."""
        if waits or self._waiting:
            self._waiting.append(action)
            self.complete()
        else:
            action()

    def complete(self) -> None:
        """Read the whole of a long deck, of which the opening is shown, in a thread of its own."""
        if not self.show.deck.whole and self._reading is None:
            self._reading = threading.Thread(target=self._read_rest, name="read", daemon=True)
            self._reading.start()

    def _read_rest(self) -> None:
        gc.disable()  # looking through all that is read, again and again, holds up the keys, 140 ms each time
        try:
            deck, trouble = self.show.read_whole(), ""
        except Exception as error:  # the opening is all that there is, until the next save
            deck, trouble = replace(self.show.deck, whole=True), safe_line(str(error))
        finally:
            gc.freeze()
            gc.enable()
        self._bring(lambda: self._completed(deck, trouble))

    def _completed(self, deck: Deck, trouble: str) -> None:
        if not self.show.deck.whole:
            self.trouble = trouble
            self._swap(deck)

    # -- saves --------------------------------------------------------------------------------------------------

    def catch_up(self) -> None:
        """Read what was saved by now, when whoever saved it has ended; called in any thread but that of the show."""
        if self._watch is None or self._watch.look_once():
            self._saved()

    def _saved(self) -> None:
        """Read the deck that was saved; called from a thread that looks at the files."""
        deck, trouble = read_saved(self.paths)
        self._bring(lambda: self._read(deck, trouble))

    def _read(self, deck: Deck | None, trouble: str) -> None:
        self.trouble = trouble
        if deck is not None:
            self._swap(deck)
        else:
            self._changed()

    def _swap(self, deck: Deck) -> None:
        """Show another state of the deck, then do what waited for all of it."""
        self.show.replace_deck(deck)
        if self._watch is not None:
            self._watch.files = deck.files
        self._changed()
        waiting, self._waiting = self._waiting, []
        for action in waiting:
            action()

    def _bring(self, call: Callable[[], None]) -> None:
        with suppress(Exception):  # the program may be ending
            self._call(call)
