"""What is seen while a transition is under way on the audience's screen."""

from __future__ import annotations

import os
import time
from typing import TYPE_CHECKING

from textual.timer import Timer

from rostra.deck.cursor import Cursor
from rostra.stage.motion import EVERY, Motion, Move, move_of
from rostra.stage.picture import Picture
from rostra.stage.travel import Stop, travel
from rostra.stage.view import View
from rostra.terminal.identity import is_remote
from rostra.terminal.textual_private import has_whole_updates, is_behind, is_drawn_on, write_picture

if TYPE_CHECKING:
    from rostra.screens.talk import TalkScreen

PATIENCE = 3
"""Transitions that a terminal may be too slow for before no more are tried in a talk."""


class Moving:
    """Paints the pictures of transitions where the terminal keeps up; elsewhere what is to be seen is there at once."""

    def __init__(self, screen: TalkScreen) -> None:
        self._screen = screen
        self._motion: Motion | None = None
        self._timer: Timer | None = None
        self._stood: Stop | None = None
        """What was shown last."""
        self._broken_off = 0
        """How many transitions the terminal could not keep up with."""

    @property
    def is_under_way(self) -> bool:
        """Whether a transition is seen just now."""
        return self._motion is not None

    def stand(self, view: View, picture: Picture) -> None:
        """Show where the talk stands, after a transition if it has moved and one was asked for."""
        deck, seen = self._screen.app.show.seen
        before, now = self._stood, Stop(deck, view, seen.cursor.slide)
        self._stood = now
        stood = Cursor(before.slide, before.view.step) if before and before.deck is deck else seen.cursor
        move = move_of(deck, stood, seen.cursor)
        if move is None or before is None or view.cover:
            self.show(picture)
            return
        self.move(move, picture, (now, before) if move.back else (before, now))

    def show(self, picture: Picture) -> None:
        """Show a picture at once, unless a transition leads to it anyway."""
        if self._motion is None or self._motion.after != picture:
            self.end()
            self._screen.paint(picture)

    def move(self, move: Move, picture: Picture, ends: tuple[Stop, Stop]) -> None:
        """Come to another picture by a transition, between what is seen of two slides or steps."""
        self.end()
        screen, before = self._screen, self._screen.picture
        if before is None or not self._may_move() or before[1:] != picture[1:]:
            screen.paint(picture)
            return
        screen.hold(picture)
        fills = len(picture.lines) == ends[0].view.frame.page.rows
        between = travel(*ends) if fills else None
        self._motion = Motion(move, before, picture, time.monotonic(), between)
        self._timer = screen.set_interval(EVERY, self._next)

    def end(self) -> None:
        """End the transition under way; what comes after it is to be shown."""
        self._motion = None
        if self._timer is not None:
            self._timer.stop()
            self._timer = None

    def _may_move(self) -> bool:
        app = self._screen.app
        wanted = app.options.settings.motion and not is_remote(os.environ) and self._broken_off < PATIENCE
        return wanted and is_drawn_on(self._screen) and has_whole_updates(app)

    def _next(self) -> None:
        """Paint the next picture, or the last when the terminal does not keep up."""
        screen, motion = self._screen, self._motion
        if motion is None:
            return
        is_slow = is_behind(screen.app)
        self._broken_off += is_slow
        picture = None if is_slow or not is_drawn_on(screen) else motion.picture(time.monotonic())
        if picture is None:
            self.end()
            screen.paint(motion.after)
        else:
            write_picture(screen.app, screen.stage.painter.paint(picture))
