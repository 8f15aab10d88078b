"""The speaker's console: joins the running talk of the same deck, shows what comes, and drives it."""

from __future__ import annotations

import time

from textual import events
from textual.app import ComposeResult
from textual.timer import Timer

from rostra.deck.model import Deck, Slide
from rostra.errors import UserError
from rostra.keys import ALL, CONSOLE
from rostra.safety import safe_line
from rostra.screens.base import bindings
from rostra.screens.console_page import SHARES, USUAL_SHARE, Console, last_notes_top, line_at, page
from rostra.screens.talk import TalkScreen
from rostra.show.address import socket_path
from rostra.show.link import Joiner, Message
from rostra.show.messages import command, read_state, state_message
from rostra.typeset.frame_cache import FrameCache
from rostra.widgets.lines_view import LinesView


class ConsoleScreen(TalkScreen):
    """Slide, next step, notes, clock and pace. Without a talk to join it browses, and joins as soon as there is one."""

    BINDINGS = [*bindings(CONSOLE)]
    KEYS = ALL

    def __init__(self, frames: FrameCache) -> None:
        super().__init__(frames)
        self.view = LinesView()
        self.share = USUAL_SHARE
        self.notes_top = 0
        self.joiner: Joiner | None = None
        self.apart = ""
        """Why no talk can be joined; empty when one can."""
        self._said: Message = {}
        """What the talk said last; empty when it was never joined."""
        self._said_on: Deck | None = None
        """The deck that this was last understood on."""
        self._notes_of: Slide | None = None
        self._tick: Timer | None = None

    def compose(self) -> ComposeResult:
        """One view, all of the screen."""
        yield self.view

    def on_mount(self) -> None:
        """Look for the talk, and let the clock tick."""
        self.begin()
        self._tick = self.set_interval(1.0, self.show)

    def begin(self) -> None:
        """Look for the talk; without a folder for its socket only browse."""
        try:
            path = socket_path(self.talk.paths, self.talk.options.at)
        except (OSError, UserError) as error:
            self.apart = safe_line(str(error))
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
        self.show()

    # -- the link -----------------------------------------------------------------------------------------------

    def hello(self) -> Message:
        """What to say first: a talk that died and began anew takes its state from here."""
        return state_message(self.talk.show.state) if self._said else {}

    def heard(self, message: Message) -> None:
        """Follow the talk."""
        state = read_state(message, self.talk.show)
        if state is not None:
            self._said, self._said_on = message, self.talk.show.deck
            self.talk.show.state = state
            self.show()

    def lost(self) -> None:
        """Go on alone until the talk is there again."""
        self.show()

    def command(self, name: str, *arguments: object) -> None:
        """Let the talk do something; without a talk, do it here."""
        sent = self.joiner is not None and self.joiner.send(command(name, *arguments))
        # The next row to point at depends on this one, and the key may come again before the talk has answered.
        if not sent or name == "point":
            self.talk.show.do(name, *arguments)
        self.show()

    def _understand_anew(self) -> None:
        """Once the deck was read again, stand where the talk said, which may have read it before or after us."""
        show = self.talk.show
        if show.deck is self._said_on or self.joiner is None or not self.joiner.joined:
            return
        self._said_on = show.deck
        show.state = read_state(self._said, show) or show.state

    # -- showing ------------------------------------------------------------------------------------------------

    def show(self) -> None:
        """Show where the talk stands now."""
        self._understand_anew()
        if not self.size:
            return
        console = self._content()
        lines = page(console, self.frames, self.size.width, self.size.height, time.time())
        self.view.show_lines(lines, self.frames.styles.page)

    def _content(self) -> Console:
        show = self.talk.show
        slide = show.deck.slides[show.cursor.slide]
        if slide is not self._notes_of:
            self._notes_of, self.notes_top = slide, 0
        return Console(
            deck=show.deck,
            state=show.state,
            joined=self.joiner.joined if self.joiner else not self.apart,
            apart=self.apart,
            trouble=self.talk.trouble,
            problems=len(show.deck.problems) + len(slide.content.problems),
            share=self.share,
            notes_top=self.notes_top,
            typed=self.typed,
            used=self.used(),
        )

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Point at the line of the current slide that is below the mouse. Only with --mouse."""
        line = line_at(self._content(), self.frames, self.size.width, self.size.height, event.screen_x, event.screen_y)
        if line is not None and line != self.talk.show.state.pointer:
            self.command("point", line)

    def action_digit(self, digit: int) -> None:
        """Show the number typed so far."""
        super().action_digit(digit)
        self.show()

    def action_backspace(self) -> None:
        """Show what is left of the number."""
        super().action_backspace()
        self.show()

    def action_close(self) -> None:
        """Show that the number is forgotten."""
        super().action_close()
        self.show()

    def action_quit_talk(self) -> None:
        """Close the console; the talk goes on."""
        self.talk.leave_talk()

    def action_notes_size(self, by: int) -> None:
        """Give the notes more or less of the page."""
        self.share = max(0, min(len(SHARES) - 1, self.share + by))
        self.show()

    def action_scroll_notes(self, rows: int) -> None:
        """Scroll the notes."""
        last = last_notes_top(self._content(), self.frames, self.size.width, self.size.height)
        self.notes_top = max(0, min(last, self.notes_top + rows))
        self.show()

    def action_list_slides(self) -> None:
        """List all slides by their titles."""
        from rostra.screens.contents import ContentsScreen

        show = self.talk.show
        show.complete()
        self.app.push_screen(ContentsScreen(show.deck, show.cursor.slide), self.go)
