"""The audience view: the slide and nothing else. Nothing on it takes focus, ticks or pops up."""

from __future__ import annotations

import gc
import time
from functools import partial

from textual import events
from textual.timer import Timer

from rostra.deck.cursor import Cursor
from rostra.deck.model import Deck
from rostra.deck.spot import Spot
from rostra.screens.moving import Moving
from rostra.screens.talk import TalkScreen
from rostra.show.commands import Command, FirstSlide, Freeze, NextStep, Point, PreviousStep, ScrollTo
from rostra.show.consoles import Consoles
from rostra.show.show import Show
from rostra.stage.audience import follow_step, mark_of, seen_frame, view_of
from rostra.stage.motion import move_of
from rostra.stage.pointing import next_spot
from rostra.stage.scrolling import by_rows, page_down, page_up, top_of
from rostra.stage.stage import Stage
from rostra.stage.view import View
from rostra.typeset import Frame
from rostra.typeset.frame import Line

FIRST = 0.06
"""Seconds in which the first slide reaches the terminal, before anything else is worked at."""
AHEAD = 0.02
"""Seconds of quiet after which the neighbours are typeset."""
KEEP = 1.0
"""Seconds of quiet after which it is written down where the talk stands."""
WHEEL = 3
"""Rows by which the mouse's wheel scrolls a tall slide."""
COASTING = 0.4
"""Seconds in which a wheel that goes on turning changes no more than one slide."""


class AudienceScreen(TalkScreen):
    """Shows the talk, and carries out what keys and consoles ask of it."""

    def __init__(self, stage: Stage, show: Show) -> None:
        super().__init__(stage)
        self.seen: View | None = None
        """What is seen now."""
        self.consoles = Consoles(show, asked=self.ask, changed=self.show)
        self.moving = Moving(self)
        self._stood: tuple[Deck, Cursor] | None = None
        """The deck that was shown last, and where the talk stood in it."""
        self._starting = True
        self._deck: Deck | None = None
        self._quiet: Timer | None = None
        self._kept: Timer | None = None
        self._wheeled = float("-inf")

    async def on_unmount(self) -> None:
        """Leave no socket behind."""
        await self.consoles.stop()

    # -- showing ------------------------------------------------------------------------------------------------

    def on_resize(self, event: events.Resize) -> None:
        """Set the slide anew for another size; the size with which all begins is told twice."""
        if not self._starting:
            self.stage.painter.forget()
        self.show()

    def frame(self) -> Frame:
        """The frame of what the audience sees, at the current size."""
        return seen_frame(self.app.show, self.frames, *self.view_size())

    @property
    def top(self) -> int:
        """By how many rows the slide is scrolled."""
        return top_of(self.frame(), self.app.show.seen[1].scroll)

    def view_size(self) -> tuple[int, int]:
        """Columns and rows of the slide."""
        return self.app.options.page(self.size)

    def show(self) -> None:
        """Show where the talk stands."""
        talk = self.app
        talk.follow_theme()
        if talk.show.deck is not self._deck:
            self._deck = talk.show.deck
            self.consoles.deck_changed()
        if not self.size:
            return
        self.frames.hurried = self._starting
        if self.seen is None:
            self._follow_step()
            self.set_timer(FIRST, self._shown_first)
        elif not self._starting:
            self._after_quiet()
        mark = mark_of(
            talk.show, self.frames.styles, typed=self.typed, trouble=talk.trouble, joined=bool(self.consoles.joined)
        )
        self.seen = view_of(talk.show, self.frame(), mark)
        self.stand(self.lines(self.seen))

    def stand(self, lines: list[Line]) -> None:
        """Show where the talk stands, after a transition if it has moved and one was asked for."""
        deck, seen = self.app.show.seen
        before, self._stood = self._stood, (deck, seen.cursor)
        move = move_of(deck, before[1], seen.cursor) if before and before[0] is deck else None
        if move is None or self.app.show.state.blank:
            self.moving.show(lines)
        else:
            self.moving.move(move, lines)

    def repaint(self) -> None:
        """Bring the terminal to what should be seen, unless a transition does."""
        if not self.moving.is_under_way:
            super().repaint()

    def lines(self, seen: View) -> list[Line]:
        """Every row of the screen."""
        return seen.on(*self.size, self.frames.styles.page)

    def _shown_first(self) -> None:
        """Once the first slide is there, make up for what was put off: colours in listings, and tidying memory."""
        self._starting = False
        gc.enable()
        gc.freeze()
        self.app.shown()
        self.show()
        self.consoles.start(self.app.paths, self.app.options.at)
        if self.app.options.auto:
            self.set_interval(self.app.options.auto, self._go_on)

    def _after_quiet(self) -> None:
        """Typeset the neighbours once no key was pressed for a moment, and remember where the talk stands."""
        for timer in (self._quiet, self._kept):
            if timer is not None:
                timer.stop()
        self._quiet = self.set_timer(AHEAD, self._typeset_ahead)
        self._kept = self.set_timer(KEEP, self.app.keep_stop)

    def _typeset_ahead(self) -> None:
        """Typeset the slides that a key may lead to, one at a time so that keys are heard in between."""
        if self.moving.is_under_way:
            self._after_quiet()
            return
        show = self.app.show
        for index in (show.cursor.slide + 1, show.cursor.slide - 1, show.cursor.slide + 2):
            if 0 <= index < len(show.deck.slides):
                self.call_later(self._typeset_one, index)

    def _typeset_one(self, index: int) -> None:
        deck = self.app.show.deck
        if index < len(deck.slides) and self.size:
            self.frames.frame(deck, index, *self.view_size())

    # -- commands -----------------------------------------------------------------------------------------------

    def command(self, command: Command) -> None:
        """Carry out a command of the talk, after those that wait for the whole of a long deck."""
        self.app.in_order(partial(self._carry_out, command), waits=self.app.show.needs_whole(command))

    def _carry_out(self, command: Command) -> None:
        """Carry out a command; a tall slide is scrolled before it is left."""
        show = self.app.show
        if isinstance(command, Freeze) and not show.state.frozen and not self.consoles.joined:
            self.show()
            return  # the talk would seem to hang
        before = show.cursor
        show.do(self._scrolled(command) or command)
        if show.cursor != before and not show.state.frozen:
            self._follow_step(at_end=isinstance(command, PreviousStep), entered=show.cursor.slide != before.slide)
        self.show()
        self.consoles.tell()

    def _scrolled(self, command: Command) -> ScrollTo | None:
        """What a step means on a tall slide of which there is more that way; None when it is a step."""
        if self.app.show.state.frozen or not self.size:
            return None
        frame, step, top = self.frame(), self.app.show.cursor.step, self.top
        match command:
            case NextStep() if spot := page_down(frame, step, top):
                return ScrollTo(spot)
            case PreviousStep() if top and not step:
                return ScrollTo(page_up(frame, top))
            case _:
                return None

    def _follow_step(self, *, at_end: bool = False, entered: bool = False) -> None:
        """Scroll a tall slide so that what its step reveals is seen; one that is entered at its end begins there."""
        if self.size:
            follow_step(self.app.show, self.frame(), at_end=at_end, entered=entered)

    def pointed(self, by: int) -> Spot | None:
        """What lies so many rows below what is pointed at, among what is seen."""
        frame, show = self.frame(), self.app.show
        return next_spot(frame, show.seen[1].cursor.step, frame.seen(self.top), show.state.pointer, by)

    def keep_typed(self, typed: str, *, resets_clock: bool = False) -> None:
        """Remember what was typed, and show it in the corner."""
        before = self.typed
        super().keep_typed(typed, resets_clock=resets_clock)
        if self.typed != before and self.seen is not None:
            self.show()

    def close(self) -> None:
        """Forget what was typed; let go what was frozen, when no console is there to do it."""
        super().close()
        if self.app.show.state.frozen and not self.consoles.joined:
            self.ask(Freeze())

    def _go_on(self) -> None:
        """Take the step that ``--auto`` takes, unless blank or frozen; with ``--loop`` begin again at the end."""
        show = self.app.show
        if show.state.blank or show.state.frozen:
            return
        before = show.state
        self.ask(NextStep())
        if self.app.options.loop and show.deck.whole and before == show.state:
            self.ask(FirstSlide())

    # -- the mouse, only with --mouse ---------------------------------------------------------------------------

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Point at the line below the mouse."""
        if self.seen is None:
            return
        left, above = self.seen.margins(*self.size)
        spot = self.seen.spot_at(event.screen_y - above, event.screen_x - left)
        if spot is not None and spot != self.app.show.state.pointer:
            self.command(Point(spot))

    def on_click(self, event: events.Click) -> None:
        """Left button: next. Right button: previous."""
        if event.button in (1, 3):
            self.ask(NextStep() if event.button == 1 else PreviousStep())

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """Scroll a tall slide on, else go on."""
        self._wheel(event, 1)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Scroll a tall slide back, else go back."""
        self._wheel(event, -1)

    def _wheel(self, event: events.MouseEvent, way: int) -> None:
        event.stop()
        show, now = self.app.show, time.monotonic()
        is_coasting = now - self._wheeled < COASTING
        self._wheeled = now
        top = self.top
        spot = None if show.state.frozen else by_rows(self.frame(), show.cursor.step, top, WHEEL * way)
        if spot is not None or (way < 0 and 0 < top <= WHEEL):
            self.command(ScrollTo(spot))
        elif not is_coasting:
            self.ask(NextStep() if way > 0 else PreviousStep())
