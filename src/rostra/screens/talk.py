"""A screen on which a talk is driven: every key of a talk becomes a command, wherever the command is carried out."""

from __future__ import annotations

from abc import abstractmethod
from typing import ClassVar, cast

from textual.screen import Screen

from rostra.folders import theme_folders
from rostra.keys import DIGITS, TALK, Key
from rostra.screens.base import Host, bindings
from rostra.themes import theme_names
from rostra.typeset.frame_cache import FrameCache


class TalkScreen(Screen[None], inherit_bindings=False):
    """Turns keys into commands of the talk, and opens what helps to find one's way."""

    BINDINGS = [*bindings(TALK), *bindings(DIGITS)]
    KEYS: ClassVar[tuple[Key, ...]] = TALK
    """What help tells of."""
    AUTO_FOCUS = ""
    DEFAULT_CSS = "TalkScreen { overflow: hidden; }"

    def __init__(self, frames: FrameCache) -> None:
        super().__init__()
        self.frames = frames
        self.typed = ""
        """The digits of the number that Enter jumps to."""

    @property
    def talk(self) -> Host:
        """The program."""
        return cast("Host", self.app)

    @abstractmethod
    def command(self, name: str, *arguments: object) -> None:
        """Carry out a command of the talk, here or where the talk is."""

    @abstractmethod
    def show(self) -> None:
        """Show where the talk stands."""

    def action_command(self, name: str, *arguments: object) -> None:
        """Carry out the command of a key."""
        self.typed = ""
        self.command(name, *arguments)

    def go(self, slide: int | None) -> None:
        """Jump to a slide, counted from 0; None changes nothing."""
        if slide is not None:
            self.action_command("go", slide)

    def action_digit(self, digit: int) -> None:
        """Add a digit to the number that Enter jumps to."""
        self.typed = f"{self.typed}{digit}"[-6:]

    def action_enter(self) -> None:
        """Jump to the number that was typed, else go on."""
        if self.typed:
            self.go(max(0, int(self.typed) - 1))
        else:
            self.action_command("next_step")

    def action_backspace(self) -> None:
        """Take back a digit, else go back."""
        if self.typed:
            self.typed = self.typed[:-1]
        else:
            self.action_command("previous_step")

    def action_point(self, by: int) -> None:
        """Point at the row so many below the one that is pointed at."""
        at = self.talk.show.state.pointer
        self.action_command("point", max(0, at + by) if at is not None else 0)

    def action_redraw(self) -> None:
        """Draw every cell anew, whatever the terminal did to them."""
        self.refresh(repaint=True, layout=True)
        for child in self.children:
            child.refresh()

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

        names, current = theme_names(theme_folders()), self.talk.themes.name
        self.app.push_screen(ThemeScreen(names, current, self.talk.set_theme), lambda name: self._set_theme(name))

    def _set_theme(self, name: str | None) -> None:
        if name:
            self.talk.set_theme(name)

    def action_help(self) -> None:
        """Show all keys and the deck's problems."""
        from rostra.screens.help import HelpScreen

        talk = self.talk
        moved = talk.options.settings.keys
        self.app.push_screen(HelpScreen(self.KEYS, moved, talk.problems(), talk.trouble))

    def action_quit_talk(self) -> None:
        """Leave the talk; ask first when it is under way."""
        from rostra.screens.quit import QuitScreen

        if self.talk.show.state.under_way:
            self.app.push_screen(QuitScreen(), lambda leave: self.talk.leave_talk() if leave else None)
        else:
            self.talk.leave_talk()

    def action_interrupt(self) -> None:
        """Leave the program at the second press."""
        self.talk.interrupt()

    def action_close(self) -> None:
        """Forget a number that was typed; nothing else is open here."""
        self.typed = ""

    def action_scroll_notes(self, rows: int) -> None:
        """Scroll the notes, where there are any."""
