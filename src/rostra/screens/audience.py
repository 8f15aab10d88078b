"""The audience view: the slide and nothing else. Nothing on it takes focus, ticks or pops up."""

from __future__ import annotations

import asyncio
import gc
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from textual import events
from textual.app import ComposeResult
from textual.timer import Timer

from rostra.deck.cursor import Cursor
from rostra.deck.model import Deck
from rostra.deck.spot import Spot
from rostra.errors import UserError
from rostra.screens.talk import TalkScreen
from rostra.typeset import Frame
from rostra.typeset.frame import Line, Run
from rostra.typeset.frame_cache import FrameCache
from rostra.widgets.frame_view import FrameView, View

if TYPE_CHECKING:
    from rostra.show.link import Listener

FIRST = 0.06
"""Seconds in which the first slide reaches the terminal, before anything else is worked at."""
AHEAD = 0.02
"""Seconds of quiet after which the neighbours are typeset."""
AGAIN = 1.0
"""Seconds between two tries to listen while another process presents the same talk."""
KEEP = 1.0
"""Seconds of quiet after which it is written down where the talk stands."""


class AudienceScreen(TalkScreen):
    """Shows the talk, and carries out what keys and consoles ask of it."""

    DEFAULT_CSS = "AudienceScreen { align: center middle; }"

    def __init__(self, frames: FrameCache) -> None:
        super().__init__(frames)
        self.view = FrameView()
        self.top = 0
        self.listener: Listener | None = None
        self._starting = True
        self._listening: asyncio.Task[None] | None = None
        self._shown: tuple[int, Cursor] | None = None
        self._deck: Deck | None = None
        self._quiet: Timer | None = None
        self._kept: Timer | None = None

    def compose(self) -> ComposeResult:
        """One view, all of the screen."""
        yield self.view

    # -- showing ------------------------------------------------------------------------------------------------

    def on_resize(self, event: events.Resize) -> None:
        """Set the slide anew for another size."""
        self.show()

    def frame(self) -> Frame:
        """The frame of what the audience sees, at the current size."""
        show = self.talk.show
        return self.frames.frame(show.deck, show.state.seen.slide, *self.view_size())

    def view_size(self) -> tuple[int, int]:
        """Columns and rows of the slide."""
        most = self.talk.options.size or (self.size.width, self.size.height)
        return min(self.size.width, most[0]), min(self.size.height, most[1])

    def show(self, *, at_end: bool = False) -> None:
        """Show where the talk stands; ``at_end`` enters a tall slide at its foot."""
        show = self.talk.show
        if show.deck is not self._deck:
            self._deck = show.deck
            self.tell()
        if not self.size:
            return
        self.frames.hurried = self._starting
        frame, seen = self.frame(), show.state.seen
        before, self._shown = self._shown, (id(show.deck.slides[seen.slide]), seen)
        if before is None or before[1].slide != seen.slide:
            self.top = frame.last_top if at_end else 0
        if frame.last_top:
            self._follow_step(frame, seen.step, at_end)
        self.top = max(0, min(self.top, frame.last_top))
        if self.talk.options.size:
            size = self.size if show.state.blank else self.view_size()
            self.view.styles.width, self.view.styles.height = size
        self.view.show(View(frame, seen.step, self.top, show.state.blank, self._mark(), self._pointed(frame)))
        if before is None:
            self.set_timer(FIRST, self._shown_first)
        elif not self._starting:
            self._after_quiet()

    def _shown_first(self) -> None:
        """Once the first slide is there, make up for what was put off: colours in listings, and tidying memory."""
        self._starting = False
        gc.enable()
        gc.freeze()
        self.show()
        self.talk.shown()
        self._listening = asyncio.create_task(self._listen())
        if self.talk.options.auto:
            self.set_interval(self.talk.options.auto, self._go_on)

    def _go_on(self) -> None:
        """Take the step that ``--auto`` takes; after the last one begin again, with ``--loop``."""
        show = self.talk.show
        before = show.cursor, self.top
        self.command("next_step")
        if self.talk.options.loop and before == (show.cursor, self.top):
            self.command("first_slide")

    def _follow_step(self, frame: Frame, step: int, at_end: bool) -> None:
        """Scroll so that what the step reveals is seen; on the way back, no further than the step's foot."""
        if at_end:
            foot = 0
            while frame.hidden_below(step, foot):
                foot += max(1, frame.body_rows - 1)
            self.top = min(self.top, foot)
            return
        rows = frame.rows_of_step(step)
        if rows and step and rows.stop > self.top + frame.body_rows:
            self.top = min(rows.start, rows.stop - frame.body_rows)

    def _pointed(self, frame: Frame) -> Spot | None:
        """What is pointed at."""
        state = self.talk.show.state
        spots = frame.pointable(state.seen.step, self.top) if state.pointer is not None else []
        return spots[min(state.pointer or 0, len(spots) - 1)] if spots else None

    def _mark(self) -> Line | None:
        """What shows that the deck could not be read again: one sign."""
        if not self.talk.trouble or self.talk.show.state.blank:
            return None
        return [Run("!", self.frames.styles.on(self.frames.styles.page, "problem"))]

    def _after_quiet(self) -> None:
        """Typeset the neighbours once no key was pressed for a moment, and remember where the talk stands."""
        for timer in (self._quiet, self._kept):
            if timer is not None:
                timer.stop()
        self._quiet = self.set_timer(AHEAD, self._typeset_ahead)
        self._kept = self.set_timer(KEEP, self.talk.keep_stop)

    def _typeset_ahead(self) -> None:
        """Typeset the slides that a key may lead to, one at a time so that keys are heard in between."""
        show = self.talk.show
        for index in (show.cursor.slide + 1, show.cursor.slide - 1, show.cursor.slide + 2):
            if 0 <= index < len(show.deck.slides):
                self.call_later(self._typeset_one, index)

    def _typeset_one(self, index: int) -> None:
        deck = self.talk.show.deck
        if index < len(deck.slides) and self.size:
            self.frames.frame(deck, index, *self.view_size())

    # -- commands -----------------------------------------------------------------------------------------------

    def command(self, name: str, *arguments: object) -> None:
        """Carry out a command of the talk; a tall slide is scrolled before it is left."""
        show, at_end = self.talk.show, False
        if name in ("next_step", "previous_step") and not show.state.blank and not show.state.frozen:
            if self._scrolled(1 if name == "next_step" else -1):
                self.show()
                return
            at_end = name == "previous_step"
        if name == "point" and arguments[0] is not None:
            last = len(self.frame().pointable(show.state.seen.step, self.top)) - 1
            arguments = (max(0, min(int(str(arguments[0])), last)),)
        show.do(name, *arguments)
        self.show(at_end=at_end)
        self.tell()

    def _scrolled(self, way: int) -> bool:
        """Scroll by a page, if there is more of the slide that way."""
        frame, step = self.frame(), self.talk.show.cursor.step
        page = max(1, frame.body_rows - 1)
        if way > 0 and frame.hidden_below(step, self.top):
            self.top += page
        elif way < 0 and self.top and not step:
            self.top = max(0, self.top - page)
        else:
            return False
        return True

    # -- consoles -----------------------------------------------------------------------------------------------

    async def _listen(self) -> None:
        """Let consoles join; without a folder for the socket the talk goes on alone."""
        from rostra.show.address import socket_path
        from rostra.show.link import Listener

        with suppress(OSError, UserError):
            listener = Listener(socket_path(self.talk.paths), self.joined, self.heard)
            while not await listener.start():
                await asyncio.sleep(AGAIN)
            self.listener = listener

    async def on_unmount(self) -> None:
        """Leave no socket behind."""
        if self._listening is not None:
            self._listening.cancel()
        if self.listener is not None:
            await self.listener.stop()

    def tell(self) -> None:
        """Tell the consoles how the talk stands now."""
        if self.listener is not None and self.listener.peers:
            from rostra.show.messages import state_message

            self.listener.tell(state_message(self.talk.show.state))

    def joined(self, first: dict[str, Any]) -> dict[str, Any]:
        """Answer a console that joins; one that was in this talk before brings back where it stood."""
        from rostra.show.messages import read_state, state_message

        show = self.talk.show
        show.complete()
        state = read_state(first, show)
        if state is not None and not show.state.under_way:
            show.state = state
            self.show()
            self.tell()
        return state_message(show.state)

    def heard(self, message: dict[str, Any]) -> None:
        """Carry out what a console asks."""
        from rostra.show.messages import read_command

        if found := read_command(message):
            self.typed = ""
            self.command(found[0], *found[1])

    # -- the mouse ----------------------------------------------------------------------------------------------

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Point at the line below the mouse. Only with --mouse."""
        view = self.view.view
        spot = view.spot_at(event.screen_y - self.view.region.y) if view else None
        if view is not None and spot is not None:
            line = view.frame.pointable(view.step, view.top).index(spot)
            if line != self.talk.show.state.pointer:
                self.command("point", line)

    def on_click(self, event: events.Click) -> None:
        """Left button: next. Right button: previous. Only with --mouse."""
        if event.button == 1:
            self.action_command("next_step")
        elif event.button == 3:
            self.action_command("previous_step")
