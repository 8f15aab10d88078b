"""Rehearsing: the console alone, with a stop-watch for each slide."""

from __future__ import annotations

import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from rostra.deck.model import Deck
from rostra.rehearsal.stopwatch import Stopwatch
from rostra.screens.console import ConsoleScreen
from rostra.show.commands import ToggleClock
from rostra.stage.stage import Stage


class RehearsalScreen(ConsoleScreen):
    """The speaker's page without an audience; the clock runs from the beginning."""

    def __init__(self, stage: Stage, stopwatch: Stopwatch) -> None:
        super().__init__(stage)
        self.stopwatch = stopwatch
        self._deck: Deck | None = None

    def begin(self) -> None:
        """Start the clock instead of looking for a talk."""
        self.app.show.do(ToggleClock())

    def show(self) -> None:
        """Take the time, then show where the rehearsal stands."""
        show = self.app.show
        elapsed = show.state.clock.elapsed(time.time())
        if self._deck is not None and self._deck is not show.deck:
            self.stopwatch.follow(self._deck, show.deck)
        self._deck = show.deck
        self.stopwatch.at(show.cursor.slide, elapsed)
        super().show()

    @asynccontextmanager
    async def behind_the_scenes(self) -> AsyncIterator[None]:
        """Within, the clock stands: writing is not speaking."""
        show = self.app.show
        runs = show.state.clock.paused_at is None
        if runs:
            show.do(ToggleClock())
        try:
            yield
        finally:
            if runs and show.state.clock.paused_at is not None:
                show.do(ToggleClock())

    def used(self) -> float | None:
        """Seconds used on this slide so far."""
        show = self.app.show
        return self.stopwatch.times(len(show.deck.slides))[show.cursor.slide]

    def leave(self) -> None:
        """End the rehearsal, whose times are kept; ask first when it is under way."""
        if self.app.show.state.under_way:
            self.ask_to_leave("End the rehearsal?")
        else:
            self.app.leave_talk()
