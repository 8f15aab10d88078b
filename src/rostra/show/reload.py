"""Keeping a show at the state of its files: the rest of a long deck, and the deck after each save."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path

from rostra.deck.model import Deck
from rostra.show.opening import read_saved
from rostra.show.show import Show
from rostra.show.watch import Watch

Call = Callable[[Callable[[], None]], object]
"""Brings a call from another thread to that of the show, and waits for it."""


class Reload:
    """Reads a show's files again when they are saved; one that cannot be read leaves the last good state."""

    def __init__(self, show: Show, paths: Sequence[Path], changed: Callable[[], None]) -> None:
        self.show = show
        self.paths = paths
        self.trouble = ""
        """Why the deck could not be read again; empty when it could."""
        self._changed = changed
        self._watch: Watch | None = None

    def watch(self, call: Call) -> None:
        """Begin to look at the files; ``call`` brings a call from the thread that looks to that of the show."""

        def saved() -> None:
            with suppress(Exception):  # the program may be ending
                call(self.again)

        self._watch = Watch(self.show.deck.files, saved)
        self._watch.start()

    def stop(self) -> None:
        """End looking."""
        if self._watch is not None:
            self._watch.stop()

    def complete(self, call: Call) -> None:
        """Read the whole of a long deck, of which the opening is shown, in a thread of its own."""

        def read() -> None:
            with suppress(Exception):  # what is wrong with the deck is said when all of it is needed, or saved
                deck = self.show.read_whole()
                call(lambda: self._completed(deck))

        if not self.show.deck.whole:
            threading.Thread(target=read, name="read", daemon=True).start()

    def _completed(self, deck: Deck) -> None:
        if not self.show.deck.whole:
            self.show.replace_deck(deck)
        self._read()

    def again(self) -> None:
        """Read the deck that was saved."""
        deck, self.trouble = read_saved(self.paths)
        if deck is not None:
            self.show.replace_deck(deck)
        self._read()

    def _read(self) -> None:
        if self._watch is not None and not self.trouble:
            self._watch.files = self.show.deck.files
        self._changed()
