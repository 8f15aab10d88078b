"""The audience view: the slide and nothing else. Nothing on it takes focus, ticks or pops up."""

from __future__ import annotations

from collections.abc import Callable
from typing import cast

from textual import events
from textual.app import ComposeResult
from textual.screen import Screen
from textual.timer import Timer

from rostra.deck.cursor import Cursor
from rostra.keys import DIGITS, TALK
from rostra.screens.base import Host, bindings
from rostra.settings import theme_folders
from rostra.themes import theme_names
from rostra.typeset import Frame
from rostra.typeset.frame import Line, Run
from rostra.widgets.frame_view import FrameView
from rostra.widgets.frames import Frames

AHEAD = 0.02
"""Seconds of quiet after which the neighbours are typeset."""
KEEP = 1.0
"""Seconds of quiet after which it is written down where the talk stands."""


class AudienceScreen(Screen[None], inherit_bindings=False):
    """Shows the talk, and turns keys into its commands."""

    BINDINGS = [*bindings(TALK), *bindings(DIGITS)]
    AUTO_FOCUS = ""
    DEFAULT_CSS = "AudienceScreen { overflow: hidden; }"

    def __init__(self, frames: Frames) -> None:
        super().__init__()
        self.frames = frames
        self.view = FrameView()
        self.top = 0
        self.typed = ""
        self.troubled = False
        """Whether the deck could not be read again; shown as one small mark."""
        self._shown: tuple[int, Cursor] | None = None
        self._quiet: Timer | None = None
        self._kept: Timer | None = None

    @property
    def talk(self) -> Host:
        """The program."""
        return cast("Host", self.app)

    def compose(self) -> ComposeResult:
        """One view, all of the screen."""
        yield self.view

    # -- showing ------------------------------------------------------------------------------------------------

    def on_resize(self, event: events.Resize) -> None:
        """Set the slide anew for another size."""
        self.show()

    def frame(self) -> Frame:
        """The frame of the current slide at the current size."""
        show = self.talk.show
        size = self.view_size()
        return self.frames.frame(show.deck, show.cursor.slide, *size)

    def view_size(self) -> tuple[int, int]:
        """Columns and rows of the slide."""
        most = self.talk.options.size or (self.size.width, self.size.height)
        return min(self.size.width, most[0]), min(self.size.height, most[1])

    def show(self, *, at_end: bool = False) -> None:
        """Show where the talk stands; ``at_end`` enters a tall slide at its foot."""
        if not self.size:
            return
        show, frame = self.talk.show, self.frame()
        before, self._shown = self._shown, (id(show.deck.slides[show.cursor.slide]), show.cursor)
        if before is None or before[1].slide != show.cursor.slide:
            self.top = 0
        if frame.last_top:
            self._follow_step(frame, show.cursor.step, at_end)
        self.top = max(0, min(self.top, frame.last_top))
        self.view.show(frame, show.cursor.step, self.top, show.state.blank, self._mark())
        self._after_quiet()

    def _follow_step(self, frame: Frame, step: int, at_end: bool) -> None:
        """Scroll so that what the step reveals is seen."""
        if at_end:
            while frame.hidden_below(step, self.top):
                self.top += max(1, frame.body_rows - 1)
            return
        rows = frame.rows_of_step(step)
        if rows and step and rows.stop > self.top + frame.body_rows:
            self.top = min(rows.start, rows.stop - frame.body_rows)

    def _mark(self) -> Line | None:
        if not self.troubled or self.talk.show.state.blank:
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

    # -- moving -------------------------------------------------------------------------------------------------

    def _do(self, command: Callable[[], None], *, at_end: bool = False) -> None:
        self.typed = ""
        command()
        self.show(at_end=at_end)

    def action_next_step(self) -> None:
        """Show the rest of a tall slide, then the next step."""
        show, frame = self.talk.show, self.frame()
        if not show.state.blank and frame.hidden_below(show.cursor.step, self.top):
            self.typed = ""
            self.top += max(1, frame.body_rows - 1)
            self.show()
        else:
            self._do(show.next_step)

    def action_previous_step(self) -> None:
        """Scroll a tall slide back to its top, then the step before."""
        show, frame = self.talk.show, self.frame()
        if self.top and not show.cursor.step and not show.state.blank:
            self.top = max(0, self.top - max(1, frame.body_rows - 1))
            self._do(lambda: None)
        else:
            self._do(show.previous_step, at_end=True)

    def action_next_slide(self) -> None:
        """Leave the slide, whatever steps are left."""
        self._do(self.talk.show.next_slide)

    def action_previous_slide(self) -> None:
        """Go to the slide before."""
        self._do(self.talk.show.previous_slide)

    def action_first_slide(self) -> None:
        """Go to the first slide."""
        self._do(lambda: self.talk.show.go(0))

    def action_last_slide(self) -> None:
        """Go to the last slide."""
        self.talk.show.complete()
        self._do(lambda: self.talk.show.go(len(self.talk.show.deck.slides) - 1))

    def action_go_back(self) -> None:
        """Return to where the last jump began."""
        self._do(self.talk.show.go_back)

    def action_reveal_all(self) -> None:
        """Show all steps of the slide."""
        self._do(self.talk.show.reveal_all)

    def go(self, slide: int | None) -> None:
        """Jump to a slide, counted from 0; None changes nothing."""
        if slide is not None:
            self._do(lambda: self.talk.show.go(slide))

    def action_digit(self, digit: int) -> None:
        """Add a digit to the number that Enter jumps to."""
        self.typed = f"{self.typed}{digit}"[-6:]

    def action_enter(self) -> None:
        """Jump to the number that was typed, else go on."""
        if self.typed:
            self.go(int(self.typed) - 1)
        else:
            self.action_next_step()

    def action_backspace(self) -> None:
        """Take back a digit, else go back."""
        if self.typed:
            self.typed = self.typed[:-1]
        else:
            self.action_previous_step()

    def on_click(self, event: events.Click) -> None:
        """Left button: next. Right button: previous. Only with --mouse."""
        if event.button == 1:
            self.action_next_step()
        elif event.button == 3:
            self.action_previous_step()

    # -- the rest -----------------------------------------------------------------------------------------------

    def action_blank(self, color: str) -> None:
        """Make the screen black or white, or show the slide again."""
        self._do(lambda: self.talk.show.blank("white" if color == "white" else "black"))

    def action_redraw(self) -> None:
        """Draw every cell anew, whatever the terminal did to them."""
        self.refresh(repaint=True, layout=True)
        self.view.refresh()

    def action_search(self) -> None:
        """Search the slides."""
        from rostra.screens.search import SearchScreen

        self.talk.show.complete()
        self.app.push_screen(SearchScreen(self.talk.show.deck), self.go)

    def action_overview(self) -> None:
        """Show all slides as thumbnails."""
        from rostra.screens.overview import OverviewScreen

        self.talk.show.complete()
        show = self.talk.show
        self.app.push_screen(OverviewScreen(show.deck, self.frames, show.cursor.slide), self.go)

    def action_next_theme(self) -> None:
        """Change to the next theme."""
        self.talk.next_theme()

    def action_choose_theme(self) -> None:
        """Choose a theme from the list of all."""
        from rostra.screens.choose_theme import ThemeScreen

        names, current = theme_names(theme_folders()), self.talk.theme_name
        self.app.push_screen(ThemeScreen(names, current, self.talk.set_theme), lambda name: self._set_theme(name))

    def _set_theme(self, name: str | None) -> None:
        if name:
            self.talk.set_theme(name)

    def action_help(self) -> None:
        """Show all keys and the deck's problems."""
        from rostra.screens.help import HelpScreen

        talk = self.talk
        moved = talk.options.settings.keys
        self.app.push_screen(HelpScreen(moved, talk.show.deck.all_problems(), talk.trouble))

    def action_quit_talk(self) -> None:
        """Leave the talk; ask first when it is under way."""
        from rostra.screens.quit import QuitScreen

        if self.talk.show.state.under_way:
            self.app.push_screen(QuitScreen(), lambda leave: self.talk.leave_talk() if leave else None)
        else:
            self.talk.leave_talk()

    def action_interrupt(self) -> None:
        """Leave at the second press."""
        if self.talk.interrupt():
            self.talk.leave_talk()

    def action_close(self) -> None:
        """Forget a number that was typed; nothing else is open here."""
        self.typed = ""

    def action_scroll_notes(self, rows: int) -> None:
        """Nothing: there are no notes on this screen."""
