"""The library: the decks of a folder, to pick one and present it."""

from __future__ import annotations

import threading
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from textual import events

from rostra.library import Entry, read_entry
from rostra.screens.library_page import Library, page
from rostra.screens.painted import PaintedScreen
from rostra.stage.picture import Picture
from rostra.stage.stage import Stage


class LibraryScreen(PaintedScreen):
    """Lists decks; Enter presents one, r takes it up where it stopped."""

    # A presenter remote has Page Down and Page Up only: they move by one line.
    BINDINGS = [
        ("down,j,n,space,pagedown", "move(1)", "Next"),
        ("up,k,p,pageup", "move(-1)", "Previous"),
        ("home,g", "move(-100000)", "First"),
        ("end,G", "move(100000)", "Last"),
        ("enter", "present(False)", "Present"),
        ("r", "present(True)", "Resume"),
        ("q,ctrl+c,ctrl+q", "quit", "Quit"),
        ("f5", "redraw", "Draw anew"),
    ]

    def __init__(self, stage: Stage, library: Library, present: Callable[[Path, bool], bool]) -> None:
        super().__init__(stage)
        self.library = library
        self.present = present
        self._reading = 0
        """The number of times that the decks were begun to be read."""

    def show(self) -> None:
        """Show what is known by now."""
        if self.size:
            size = self.size.width, self.size.height
            self.paint(Picture(page(self.library, self.stage.themes.styles, *size), size))

    def on_resize(self, event: events.Resize) -> None:
        """Fit the lines; the size with which all begins is that of what is there already."""
        if self.picture is None or self.picture.screen != event.size:
            self.show()

    def on_screen_resume(self) -> None:
        """Read the decks anew: a talk may have moved on."""
        self.show()
        self.read()

    # -- reading ------------------------------------------------------------------------------------------------

    def read(self) -> None:
        """Read the decks one by one away from the screen; each line fills as its deck is known."""
        self._reading += 1
        threading.Thread(target=self._read, args=[self._reading], name="library", daemon=True).start()

    def _read(self, number: int) -> None:
        for index, path in enumerate(self.library.paths):
            if number != self._reading:
                return
            entry = read_entry(path)
            with suppress(RuntimeError):  # the program may have ended meanwhile
                self.app.call_from_thread(self.found, index, entry)

    def found(self, index: int, entry: Entry) -> None:
        """Show what is known of a deck now."""
        self.library.entries[index] = entry
        if self.is_attached and self.is_current:
            self.show()

    # -- keys and mouse -----------------------------------------------------------------------------------------

    def action_move(self, by: int) -> None:
        """Choose another deck, so many on."""
        self.library.choose(self.library.chosen + by)
        self.show()

    def action_present(self, resume: bool) -> None:
        """Present the deck, or take it up where its last run stopped."""
        if not self.present(self.library.paths[self.library.chosen], resume):
            self.read()

    def on_click(self, event: events.Click) -> None:
        """Present the deck that was clicked. Only with --mouse."""
        index = self.library.deck_at(event.screen_y, *self.size)
        if index is not None:
            self.library.choose(index)
            self.action_present(False)

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """Choose the next deck."""
        self.action_move(1)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Choose the deck before."""
        self.action_move(-1)

    def action_redraw(self) -> None:
        """Draw every cell anew."""
        self.redraw()

    def action_quit(self) -> None:
        """Leave the program."""
        self.app.exit()
