"""The running program: which screen, which theme, reading again, and leaving."""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from rostra.crash import crash_report
from rostra.errors import Problem
from rostra.options import Options
from rostra.screens.base import Overlay
from rostra.screens.by_role import screen_for
from rostra.screens.lending import LendingApp
from rostra.show.opening import open_show
from rostra.show.reload import Reload
from rostra.show.resume import broken_off, keep_stop
from rostra.show.show import Show
from rostra.stage.stage import Stage
from rostra.terminal.large_text import large_text
from rostra.terminal.textual_private import on_failure, watch_drawing

if TYPE_CHECKING:
    from textual.driver import Driver

PAINTED = 0.15
"""Seconds in which the first slide reaches the terminal; work in a thread would hold that up."""
TWICE = 1.5
"""Seconds within which the second Ctrl+C must come."""


class RostraApp(LendingApp, inherit_bindings=False):
    """Presents one talk, or a library of decks to pick from."""

    ENABLE_COMMAND_PALETTE = False
    # Modals stay transparent: the slide is seen behind them.
    CSS = "PaintedScreen, OverviewScreen { background: $background; color: $foreground; }"
    TITLE = "Rostra"

    def __init__(
        self,
        options: Options,
        show: Show | None = None,
        paths: Sequence[Path] = (),
        *,
        stage: Stage | None = None,
        driver: type[Driver] | None = None,
    ) -> None:
        super().__init__(options, options.theme_for(show.deck if show else None), driver, stage)
        on_failure(self, self._failed)
        watch_drawing(self, self.stage.painter.release)
        self.paths = list(paths)
        self._show = show
        self._reload: Reload | None = None
        self._interrupted = float("-inf")
        self._told_late = ""
        """What the terminal answered when it was not waited for any more."""
        if options.settings.keys:
            self.set_keymap(options.settings.keys)

    @property
    def show(self) -> Show:
        """The talk under way."""
        assert self._show is not None
        return self._show

    # -- starting and ending ------------------------------------------------------------------------------------

    def on_mount(self) -> None:
        """Show the talk or the library."""
        if self.options.edited is not None:
            from rostra.screens.editor.editor import EditorScreen

            self.push_screen(EditorScreen(self.stage, self.options.edited, self.options.edited_line))
        elif self._show is not None:
            self.open_talk()
        else:
            from rostra.screens.library import LibraryScreen
            from rostra.screens.library_page import Library

            self.push_screen(LibraryScreen(self.stage, Library(self.options.folder, self.paths), self.present))

    def present(self, path: Path, resume: bool = False, slide: int | None = None) -> bool:
        """Present a deck of the library or of the editor, at a slide counted from 1; False when it cannot be read."""
        try:
            self._show = open_show([path], slide=slide, resume=resume)
        except Exception:  # the library's line says what is wrong
            return False
        self.paths = [path]
        self.begin_theme(self.options.theme_for(self.show.deck))
        self.open_talk()
        return True

    def open_talk(self) -> None:
        """Put the talk on the screen, and keep up with its files."""
        self._reload = Reload(self.show, self.paths, self._deck_changed, self.call_from_thread)
        if self.options.settings.watch:
            self._reload.watch()
        self.push_screen(screen_for(self.options, self.stage, self.show))
        self.title_terminal(self.show.deck.title)

    def leave_talk(self) -> None:
        """Go back to the library or the editor, or end the program."""
        self.keep_stop(ended=True)
        if self._reload is not None:
            self._reload.stop()
            self._reload = None
        if self.options.folder or self.options.edited:
            self.pop_screen()
        else:
            self.exit()

    def keep_stop(self, *, ended: bool = False) -> None:
        """Remember where the talk stands, or stood when it ended."""
        show = self._show
        if show is not None and self.options.role in ("audience", "practice") and not self.options.follow:
            # A slide that was asked for is where a talk stood that failed before it could move.
            keep_stop(show.deck, show.state, ended=ended, unmoved=show.asked and bool(self.options.crashed))

    def _failed(self, error: BaseException | None) -> None:
        """Write the report of a crash; the program ends with one line that names it."""
        if not self.options.crashed:
            self.options.crashed = crash_report(error)

    def interrupt(self) -> None:
        """Leave the program at the second Ctrl+C in a row."""
        now = time.monotonic()
        if now - self._interrupted < TWICE:
            self.exit()
        self._interrupted = now

    def hear_late(self, answer: str) -> None:
        """Hear an answer that came late: slides are drawn larger from then on, if it says that they can be."""
        self._told_late += answer
        if not self.options.large_text and self.options.role == "audience":
            columns, xterm = self.size.width, os.environ.get("XTERM_VERSION", "")
            self.options.large_text = large_text(self._told_late.encode(), columns, xterm)
            if self.options.large_text:
                self.stage.enlarge(self.options.large_text)
                self.show_anew()

    # -- the deck's files ---------------------------------------------------------------------------------------

    @property
    def trouble(self) -> str:
        """Why the deck could not be read again; empty when it could."""
        return self._reload.trouble if self._reload else ""

    def shown(self) -> None:
        """The first slide is there: read the rest of a long deck, away from the screen."""
        if not self.show.asked and not self.options.follow:
            self.show.earlier = broken_off(self.paths[0])
        if self._reload is not None:
            self.set_timer(PAINTED, self._reload.complete)

    def in_order(self, action: Callable[[], None], *, waits: bool) -> None:
        """Do something now; or once the whole deck is read, if it waits for that or comes after what does."""
        assert self._reload is not None
        self._reload.in_order(action, waits=waits)

    def read_saved(self) -> None:
        """Read the deck at once if it was saved; called in a thread."""
        if self._reload is not None:
            self._reload.catch_up()

    def _deck_changed(self) -> None:
        """Show the deck as it is now; one that asks for another theme than before is shown in that."""
        if (look := self.options.theme_for(self.show.deck)) != self.own_theme:
            self.show.take(replace(self.show.state, theme=""))
            self.begin_theme(look)
        self.show_anew()
        for screen in self.screen_stack:
            if isinstance(screen, Overlay):
                screen.deck_changed(self.show.deck)

    def known_problems(self) -> Sequence[Problem]:
        """What the authors of the deck and of the themes should know, as far as it is known by now."""
        return [*self.show.deck.problems, *self.stage.themes.problems]

    def find_problems(self, found: Callable[[Sequence[Problem]], None]) -> None:
        """Look the whole deck through, away from the screen, and call with all of its problems and the themes'."""

        def look() -> None:
            deck, of_themes = self.show.deck, self.stage.themes.problems
            with suppress(Exception):  # the program may be ending
                problems = [*deck.all_problems(), *of_themes]
                self.call_from_thread(found, problems)

        self.in_order(threading.Thread(target=look, name="problems", daemon=True).start, waits=not self.show.deck.whole)
