"""The audience view: the slide and nothing else. Nothing on it takes focus, ticks or pops up."""

from __future__ import annotations

import gc
import time
from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from textual import events
from textual.timer import Timer

from rostra.deck.model import Deck
from rostra.deck.spot import Spot
from rostra.screens.following import Following
from rostra.screens.moving import Moving
from rostra.screens.talk import TalkScreen
from rostra.show.commands import Command, FirstSlide, Follow, Freeze, Magnify, NextStep, Point, PreviousStep, ScrollTo
from rostra.show.consoles import Consoles
from rostra.show.show import Show
from rostra.show.state import Drawn
from rostra.stage.audience import follow_step, mark_of, seen_slide, view_of
from rostra.stage.magnifier import Scaled
from rostra.stage.picture import Picture
from rostra.stage.pointing import next_spot
from rostra.stage.scrolling import by_rows, page_down, page_up, top_of
from rostra.stage.stage import Stage
from rostra.stage.view import View
from rostra.terminal.textual_private import is_drawn_on
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
        self.following, self.moving = Following(self), Moving(self)
        self._starting = True
        self._deck: Deck | None = None
        self._quiet: Timer | None = None
        self._kept: Timer | None = None
        self._wheeled = float("-inf")

    async def on_unmount(self) -> None:
        """Leave no socket behind."""
        await self.consoles.stop()
        await self.following.stop()

    # -- showing ------------------------------------------------------------------------------------------------

    def on_resize(self, event: events.Resize) -> None:
        """Set the slide anew for another size; the size with which all begins is told twice."""
        if not self._starting:
            self.stage.painter.forget()
        self.show()

    def room(self) -> tuple[int, int]:
        """Columns and rows of the terminal that the slide has."""
        return self.size

    @property
    def chosen(self) -> int:
        """The scale that was chosen, 0 for none."""
        return self.app.show.state.magnify

    def slide(self) -> Scaled:
        """What the audience sees, when nothing lies over it."""
        return seen_slide(self.app.show, self.stage.magnifier, self.room(), self.chosen)

    def frame(self) -> Frame:
        """The frame of what the audience sees."""
        return self.slide().frame

    def frame_of(self, slide: int) -> Frame:
        """The frame of a slide, as the audience would see it."""
        return self.stage.magnifier.slide(self.app.show.deck, slide, self.room(), self.chosen).frame

    @property
    def top(self) -> int:
        """By how many rows the slide is scrolled."""
        return top_of(self.frame(), self.app.show.seen[1].scroll)

    def show(self) -> None:
        """Show where the talk stands."""
        talk = self.app
        talk.follow_theme()
        if talk.show.deck is not self._deck:
            self._deck = talk.show.deck
            self.consoles.deck_changed()
            self.following.deck_changed()
        if not self.size:
            return
        self.frames.hurried = self._starting
        if self.seen is None:
            self._follow_step()
            self.set_timer(FIRST, self._shown_first)
        slide = self.slide()
        self._tell_how_large(slide)
        self.seen = self.view_at(slide)
        self.moving.stand(self.seen, self.picture_of(self.seen) if is_drawn_on(self) else self.plain_picture())
        if not self._starting:
            self._after_quiet()

    def view_at(self, slide: Scaled) -> View:
        """What is to be seen of a slide."""
        talk = self.app
        mark = mark_of(
            talk.show, self.frames.styles, told=self.told, trouble=talk.trouble, joined=bool(self.consoles.joined)
        )
        return view_of(talk.show, slide, mark)

    def _tell_how_large(self, slide: Scaled) -> None:
        """Let the speaker know how large the audience sees the slide."""
        show, page = self.app.show, slide.frame.page
        drawn = Drawn(page.columns, page.rows, slide.scale, self.stage.magnifier.most)
        if drawn != show.state.drawn:
            show.take(replace(show.state, drawn=drawn))
            self.consoles.tell()

    def repaint(self) -> None:
        """Bring the terminal to what should be seen, unless a transition does."""
        if not self.moving.is_under_way:
            super().repaint()

    def picture_of(self, seen: View) -> Picture:
        """All of the screen."""
        return seen.picture(self.room(), self.frames.styles.page)

    def plain_picture(self) -> Picture:
        """All of the screen, in cells of the usual size."""
        return self.picture_of(self.view_at(seen_slide(self.app.show, self.stage.magnifier, self.room(), 1)))

    def plain(self) -> Sequence[Line]:
        """What is to be seen, in cells of the usual size."""
        return self.plain_picture().lines

    def _shown_first(self) -> None:
        """Once the first slide is there, make up for what was put off: colours in listings, and tidying memory."""
        self._starting = False
        gc.enable()
        gc.freeze()
        self.app.shown()
        self.show()
        self.consoles.start(self.app.paths, self.app.options.at)
        self.following.start()
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
        here, typed = show.cursor.slide, [int(self.typed) - 1] if self.typed else []
        for index in (*typed, here + 1, here - 1, here + 2):
            if 0 <= index < len(show.deck.slides):
                self.call_later(self._typeset_one, index)

    def _typeset_one(self, index: int) -> None:
        deck = self.app.show.deck
        if index < len(deck.slides) and self.size:
            self.frame_of(index)

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
        if command == Magnify(0):
            self.stage.magnifier.forget()
        show.do(self._scrolled(command) or command)
        if show.cursor != before and not show.state.frozen and not isinstance(command, Follow):
            self._follow_step(at_end=isinstance(command, PreviousStep), entered=show.cursor.slide != before.slide)
        self.show()
        self.consoles.tell()

    def _scrolled(self, command: Command) -> ScrollTo | None:
        """What a step means on a tall slide of which there is more that way; None when it is a step."""
        show = self.app.show
        if not isinstance(command, NextStep | PreviousStep) or show.state.frozen or not self.size:
            return None
        frame, step = self.frame(), show.cursor.step
        if not frame.last_top:
            return None
        top = top_of(frame, show.seen[1].scroll)
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

    def keep_typed(self, typed: str, *, resets_clock: bool = False, told: str = "") -> None:
        """Remember what was typed or is told, and show it in the corner."""
        before = self.told
        super().keep_typed(typed, resets_clock=resets_clock, told=told)
        if self.told != before and self.seen is not None:
            self.show()

    @property
    def no_editing(self) -> str:
        """Where a console is, this may be the screen that the audience sees, and the notes stand in the deck."""
        return "e: in the console" if self.consoles.joined else ""

    def close(self) -> None:
        """Forget what was typed; let go what was frozen, when no console is there to do it."""
        super().close()
        if self.app.show.state.frozen and not self.consoles.joined:
            self.ask(Freeze())

    def _go_on(self) -> None:
        """Take the step that ``--auto`` takes, unless nobody sees it; with ``--loop`` begin again at the end."""
        show = self.app.show
        if show.state.blank or show.state.frozen or self.is_edited:
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
        spot = self.seen.spot_below(event.screen_x, event.screen_y, self.room())
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
