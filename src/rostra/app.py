"""The running program: which screen, which theme, reading again, and leaving."""

from __future__ import annotations

import asyncio
import os
import signal
import time
from collections.abc import Sequence
from contextlib import suppress
from functools import partial
from pathlib import Path

from textual.app import App

from rostra.deck.model import Deck
from rostra.errors import UserError
from rostra.present import Options, crash_report, read_for_show
from rostra.reader import read_deck
from rostra.screens.audience import AudienceScreen
from rostra.screens.chrome import chrome_theme
from rostra.settings import theme_folders
from rostra.show.resume import keep_stop
from rostra.show.show import Show
from rostra.show.watch import Watch
from rostra.themes import load_theme, theme_names
from rostra.typeset import Styles
from rostra.widgets.frames import Frames

TWICE = 1.5
"""Seconds within which the second Ctrl+C must come."""


class RostraApp(App[None], inherit_bindings=False):
    """Presents one talk, or a library of decks to pick from."""

    ENABLE_COMMAND_PALETTE = False
    CSS = "Screen { background: $background; }"
    TITLE = "Rostra"

    def __init__(self, options: Options, show: Show | None = None, paths: Sequence[Path] = ()) -> None:
        super().__init__(ansi_color=True)
        self.options = options
        self.paths = list(paths)
        self.trouble = ""
        """Why the deck could not be read again; empty when it could."""
        self.styles_of: dict[str, Styles] = {}
        self.theme_name = options.theme_for(show.deck if show else None)
        self.frames = Frames(self.styles_named(self.theme_name), options.settings.progress)
        self._show = show
        self._watch: Watch | None = None
        self._interrupted = float("-inf")
        self._dress()
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
        loop = asyncio.get_running_loop()
        for name in ("SIGTERM", "SIGHUP"):
            with suppress(AttributeError, NotImplementedError, RuntimeError, ValueError):
                number = getattr(signal, name)
                loop.add_signal_handler(number, partial(self.exit, return_code=128 + number))
        if self._show is not None:
            self.open_talk()
        else:
            from rostra.screens.library import LibraryScreen

            self.push_screen(LibraryScreen(self.options.folder, self.paths, self.present))

    def present(self, path: Path, resume: bool) -> None:
        """Present a deck of the library."""
        try:
            self._show = read_for_show([path], self.options, resume)
        except UserError:
            return  # the library's line says why
        self.paths = [path]
        if not self.options.theme:
            self.set_theme(self.options.theme_for(self.show.deck))
        self.open_talk()

    def open_talk(self) -> None:
        """Put the audience view on the screen and begin to watch the deck's files."""
        if self.options.notes_here:
            from rostra.screens.practice import PracticeScreen as Audience
        else:
            Audience = AudienceScreen  # type: ignore[assignment,misc]  # noqa: N806
        self.push_screen(Audience(self.frames))
        self.title_terminal(self.show.deck.title)
        if not self.show.deck.whole:
            self.set_timer(0.05, self.read_rest)
        self.watch_files()

    def leave_talk(self) -> None:
        """Go back to the library, or end the program."""
        self.keep_stop()
        if self._watch is not None:
            self._watch.stop()
        if self.options.folder:
            self._show = None
            self.trouble = ""
            self.pop_screen()
        else:
            self.exit()

    def keep_stop(self) -> None:
        """Remember where the talk stands."""
        if self._show is not None:
            keep_stop(self._show.deck, self._show.cursor)

    def _fatal_error(self) -> None:
        """End with one line instead of a traceback; the report goes to a file."""
        self.keep_stop()
        self._close_messages_no_wait()
        self.options.crashed = crash_report(self._exception)

    def interrupt(self) -> bool:
        """Whether this is the second Ctrl+C in a row."""
        now = time.monotonic()
        twice, self._interrupted = now - self._interrupted < TWICE, now
        return twice

    def title_terminal(self, title: str) -> None:
        """Name the terminal's window; the title holds no control characters."""
        if self._driver is not None and not self.is_headless and os.environ.get("TERM") != "linux":
            self._driver.write(f"\x1b]2;{title[:120]}\x1b\\")

    # -- the deck's files ---------------------------------------------------------------------------------------

    def watch_files(self) -> None:
        """Read the deck again whenever it is saved."""
        if not self.options.settings.watch:
            return
        self._watch = Watch(self.show.deck.files, lambda: self.call_from_thread(self.read_again))
        self._watch.start()

    def read_rest(self) -> None:
        """Read the whole of a long deck, of which the opening is shown."""
        if self._show is not None and not self._show.deck.whole:
            self._show.complete()
            self.deck_changed(self._show.deck)

    def read_again(self) -> None:
        """Read the deck that was saved; one that cannot be read leaves the last good state and a small mark."""
        if self._show is None:
            return
        try:
            deck = read_deck(self.paths)
            empty = not any(slide.source.strip() for slide in deck.slides)
            self.trouble = "the deck is empty" if empty else _front_matter_trouble(deck)
        except UserError as error:
            self.trouble = str(error)
        except Exception as error:  # a talk never dies on stage
            self.trouble = f"the deck cannot be read ({type(error).__name__}: {error})"
        if not self.trouble:
            self._show.replace_deck(deck)
        self.deck_changed(self._show.deck)

    def deck_changed(self, deck: Deck) -> None:
        """Show the deck as it is now."""
        if self._watch is not None and not self.trouble:
            self._watch.files = deck.files
        for screen in self.screen_stack:
            if isinstance(screen, AudienceScreen):
                screen.troubled = bool(self.trouble)
                screen.show()

    # -- themes -------------------------------------------------------------------------------------------------

    def styles_named(self, name: str) -> Styles:
        """The styles of a theme, resolved once."""
        if name not in self.styles_of:
            theme = load_theme(name, theme_folders())
            self.styles_of[name] = Styles(theme, color=not self.no_color)
        return self.styles_of[name]

    def set_theme(self, name: str) -> None:
        """Change the theme; one with a mistake in it changes nothing."""
        try:
            self.frames.styles = self.styles_named(name)
        except UserError as error:
            self.trouble = str(error)
        else:
            self.theme_name = name
            self._dress()
        for screen in self.screen_stack:
            if isinstance(screen, AudienceScreen):
                screen.show()

    def next_theme(self) -> None:
        """Change to the theme after this one."""
        names = theme_names(theme_folders())
        at = names.index(self.theme_name) if self.theme_name in names else -1
        self.set_theme(names[(at + 1) % len(names)])

    def _dress(self) -> None:
        """Give panels the colours of the slides."""
        theme = chrome_theme(self.frames.styles)
        self.register_theme(theme)
        self.theme = theme.name


def _front_matter_trouble(deck: Deck) -> str:
    """What makes a saved deck not worth showing: front matter that cannot be read."""
    return next((str(problem) for problem in deck.problems if "front matter cannot be read" in problem.message), "")


def run(options: Options, show: Show | None, paths: Sequence[Path]) -> int:
    """Run the program in the terminal until it is left; returns the exit status."""
    app = RostraApp(options, show, paths)
    app.run(mouse=options.settings.mouse)
    app.keep_stop()
    if options.crashed:
        raise UserError("the program failed", hint=f"please report {options.crashed}")
    return app.return_code or 0
