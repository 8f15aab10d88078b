"""The speaker's console: joins the running talk of the same deck, shows what comes, and drives it."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager

from textual import events

from rostra.deck.model import Deck, Slide
from rostra.deck.spot import Spot
from rostra.errors import Problem, UserError
from rostra.keys import ALL, CONSOLE
from rostra.screens.base import bindings
from rostra.screens.console_page import (
    SHARES,
    USUAL_SHARE,
    Console,
    current_view,
    last_notes_top,
    page,
    pane_size,
    spot_at,
)
from rostra.screens.console_panes import page_in
from rostra.screens.talk import TalkScreen
from rostra.show.address import socket_path, waiting_lines
from rostra.show.commands import Command, Freeze, Point
from rostra.show.link import Joiner, Message
from rostra.show.messages import command_message, read_state, state_message
from rostra.stage.picture import Picture
from rostra.stage.pointing import next_spot
from rostra.stage.stage import Stage
from rostra.typeset import Frame

ANSWERS = 1.0
"""Seconds in which a talk has done what it was asked for."""
SHORTLY = 0.02


class ConsoleScreen(TalkScreen):
    """Slide, next step, notes, clock and pace. Without a talk to join it browses, and joins as soon as there is one."""

    BINDINGS = [*bindings(CONSOLE)]
    KEYS = ALL
    PRIVATE = True

    def __init__(self, stage: Stage) -> None:
        super().__init__(stage)
        self.share = USUAL_SHARE
        self.notes_top = 0
        self.joiner: Joiner | None = None
        self.waiting: Sequence[str] = ()
        """What is said while there is no talk to join."""
        self.problems: Sequence[Problem] = ()
        """What is known of the deck's problems."""
        self._problems_of: Deck | None = None
        self._said: Message = {}
        """What the talk said last; empty when it was never joined."""
        self._said_on: Deck | None = None
        """The deck that this was last understood on."""
        self._notes_of: Slide | None = None

    def on_mount(self) -> None:
        """Look for the talk, and let the clock tick."""
        self.begin()
        self.set_interval(1.0, self.show)

    def begin(self) -> None:
        """Look for the talk; without a folder for its socket only browse."""
        self.waiting = waiting_lines(self.app.paths, self.app.options.at)
        try:
            path = socket_path(self.app.paths, self.app.options.at)
        except (OSError, UserError):  # which is said while it waits
            return
        self.joiner = Joiner(path, self.hello, self.heard, self.lost)
        self.joiner.start()

    def used(self) -> float | None:
        """Seconds used on this slide so far, where they are measured."""
        return None

    def on_unmount(self) -> None:
        """Leave the talk."""
        if self.joiner is not None:
            self.joiner.stop()

    def on_resize(self, event: events.Resize) -> None:
        """Lay the page out for another size."""
        self.stage.painter.forget()
        self.show()

    # -- the link -----------------------------------------------------------------------------------------------

    def hello(self) -> Message:
        """What to say first: a talk that died and began anew takes its state from here."""
        show = self.app.show
        return state_message(show.state, show.deck) if self._said else {}

    def heard(self, message: Message) -> None:
        """Follow the talk."""
        show = self.app.show
        state = read_state(message, show.deck)
        if state is not None:
            self._said, self._said_on = message, show.deck
            show.take(state)
            self.show()

    def lost(self) -> None:
        """Go on alone until the talk is there again."""
        self.show()

    def command(self, command: Command) -> None:
        """Let the talk do something; without a talk, do it here."""
        show = self.app.show
        sent = self.joiner is not None and self.joiner.send(command_message(command, show.deck))
        # The next row to point at depends on this one, and the key may come again before the talk has answered.
        if not sent or isinstance(command, Point):
            show.do(command)
        self.show()

    @asynccontextmanager
    async def behind_the_scenes(self) -> AsyncIterator[None]:
        """Within, the audience keeps what it sees."""
        state = self.app.show.state
        freezes = self.joiner is not None and self.joiner.joined and not state.frozen
        if freezes:
            self.command(Freeze())
            end = time.monotonic() + ANSWERS
            while not self.app.show.state.frozen and time.monotonic() < end:
                await asyncio.sleep(SHORTLY)
        try:
            yield
        finally:
            if freezes and self.app.show.state.frozen:
                self.command(Freeze())

    def _understand_anew(self) -> None:
        """Once the deck was read again, stand where the talk said, which may have read it before or after us."""
        show = self.app.show
        if show.deck is self._said_on or self.joiner is None or not self.joiner.joined:
            return
        self._said_on = show.deck
        show.take(read_state(self._said, show.deck) or show.state)

    # -- showing ------------------------------------------------------------------------------------------------

    def show(self) -> None:
        """Show where the talk stands now."""
        self._understand_anew()
        self.app.follow_theme()
        self._look_for_problems()
        if not self.size:
            return
        lines = page(self.content(), self.frames, self.size.width, self.size.height, time.time())
        self.paint(Picture(lines, self.size))

    def content(self) -> Console:
        """What the page shows."""
        show = self.app.show
        slide = show.deck.slides[show.cursor.slide]
        joined = self.joiner.joined if self.joiner else not self.waiting
        if slide is not self._notes_of:
            self._notes_of, self.notes_top = slide, 0
        return Console(
            deck=show.deck,
            state=show.state,
            joined=joined,
            waiting=() if joined else self.waiting,
            trouble=self.app.trouble,
            problems=len(self.problems),
            share=self.share,
            notes_top=self.notes_top,
            resets_clock=self.resets_clock,
            told=self.told,
            used=self.used(),
        )

    def _look_for_problems(self) -> None:
        """Count the problems of a deck once, away from the screen."""
        deck = self.app.show.deck
        if deck is not self._problems_of:
            self._problems_of, self.problems = deck, self.app.known_problems()
            self.app.find_problems(lambda problems: self._found_problems(deck, problems))

    def _found_problems(self, deck: Deck, problems: Sequence[Problem]) -> None:
        if deck is self._problems_of:
            self.problems = problems

    # -- keys and mouse -----------------------------------------------------------------------------------------

    def frame_of(self, slide: int) -> Frame:
        """The frame of a slide, in the pane of the current one."""
        console = self.content()
        columns, rows = pane_size(console, *self.size)
        return self.frames.frame(console.deck, slide, *page_in(console.state, columns, rows - 1), preview=True)

    def audience_frame(self, slide: int) -> Frame:
        """The frame of a slide on the audience's page; without an audience, on one as large as this screen."""
        show = self.app.show
        columns, rows = show.state.drawn[:2] if show.state.drawn else self.size
        return self.frames.frame(show.deck, slide, columns, rows)

    def pointed(self, by: int) -> Spot | None:
        """What lies so many rows below what is pointed at, on the slide as it is seen here."""
        view, state = current_view(self.content(), self.frames, *self.size), self.app.show.state
        if view is None:
            return None
        return next_spot(view.frame, view.step, range(len(view.frame.body)), state.pointer, by)

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Point at the row of the current slide that is below the mouse. Only with --mouse."""
        spot = spot_at(self.content(), self.frames, *self.size, event.screen_x, event.screen_y)
        if spot is not None and spot != self.app.show.state.pointer:
            self.command(Point(spot))

    def keep_typed(self, typed: str, *, resets_clock: bool = False, told: str = "") -> None:
        """Show what was typed, for as long as it counts, and what is told."""
        had = self.told, self.resets_clock
        super().keep_typed(typed, resets_clock=resets_clock, told=told)
        if had != (self.told, resets_clock):
            self.show()

    def leave(self) -> None:
        """Close the console; the talk goes on. Ask first while it is the speaker's in a talk under way."""
        if self._said and self.app.show.state.under_way:
            self.ask_to_leave("Close the console? The talk goes on.")
        else:
            self.app.leave_talk()

    def size_notes(self, by: int) -> None:
        """Give the notes more or less of the page."""
        self.share = max(0, min(len(SHARES) - 1, self.share + by))
        self.show()

    def scroll_notes(self, rows: int) -> None:
        """Scroll the notes."""
        last = last_notes_top(self.content(), self.frames, *self.size)
        self.notes_top = max(0, min(last, self.notes_top + rows))
        self.show()

    def list_slides(self) -> None:
        """List all slides by their titles."""
        from rostra.screens.contents import ContentsScreen

        show = self.app.show
        self.app.push_screen(ContentsScreen(show.deck, show.cursor.slide), self.go)
