"""A talk that shows what is being written in an editor (``--follow``)."""

from __future__ import annotations

import time
from functools import partial
from typing import TYPE_CHECKING

from rostra.deck.blocks import Place
from rostra.show.commands import Follow
from rostra.stage.line_shown import line_shown, scrolled_to, slide_at

if TYPE_CHECKING:
    from rostra.screens.audience import AudienceScreen
    from rostra.show.editors import Editors

SAVED = 2.0
"""Seconds within which a deck is read again that was saved: where it was written at is looked for in it once more."""


class Following:
    """Listens for editors, when the program was started to, and moves the talk to the line that is written at."""

    def __init__(self, screen: AudienceScreen) -> None:
        self._screen = screen
        self._editors: Editors | None = None
        self._last: tuple[Place, float] | None = None
        """Where an editor was last, and when it said so."""

    def start(self) -> None:
        """Begin to listen, if that was asked for."""
        app = self._screen.app
        if app.options.follow:
            from rostra.show.editors import Editors

            app.show.follows = True
            self._editors = Editors(lambda: app.show.deck, self.at)
            self._editors.start(app.options.at)

    async def stop(self) -> None:
        """Leave no socket behind."""
        if self._editors is not None:
            await self._editors.stop()

    def at(self, place: Place) -> None:
        """Show what stands on a line of the deck, once all of it has been read."""
        self._last = place, time.monotonic()
        app = self._screen.app
        app.in_order(partial(self._show, place), waits=not app.show.deck.whole)

    def deck_changed(self) -> None:
        """Find the line in a deck that was read again: whoever saves it tells where they are before it is read."""
        if self._last is not None and time.monotonic() - self._last[1] < SAVED:
            self._screen.call_later(self._show, self._last[0])

    def _show(self, place: Place) -> None:
        screen, show = self._screen, self._screen.app.show
        if place.file not in show.deck.file_names or not screen.size:
            return
        index = slide_at(show.deck, place)
        frame = screen.frame_of(index)
        shown = line_shown(show.deck.slides[index], frame, place)
        top = screen.top if index == show.cursor.slide and not show.state.frozen else 0
        asked = Follow(index, shown.step, scrolled_to(frame, shown.rows, top) if frame.last_top else None)
        if asked != Follow(show.cursor.slide, show.cursor.step, show.state.scroll):
            screen.command(asked)
