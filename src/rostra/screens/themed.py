"""The looks of the running program: one theme at a time, for slides and for panels."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from rostra.options import Options
from rostra.screens.chrome import chrome_theme
from rostra.screens.host import Host
from rostra.screens.talk import TalkScreen
from rostra.stage.stage import Stage
from rostra.themes import Look

if TYPE_CHECKING:
    from textual.driver import Driver


class ThemedApp(Host, inherit_bindings=False):
    """Shows everything in one theme: the deck's, until another is chosen for the talk."""

    def __init__(self, options: Options, look: Look, driver: type[Driver] | None, stage: Stage | None) -> None:
        # Without colours all is in the terminal's own; else each theme says whether it is.
        super().__init__(driver, ansi_color=True if "NO_COLOR" in os.environ else None)
        self.options = options
        self.stage = stage or options.stage(look)
        self.own_theme = look
        """The theme of the deck, or what takes its place."""
        self._followed = ""
        """The theme that was chosen for the talk, as far as it was followed."""
        self._dress()

    def preview_theme(self, name: str) -> None:
        """Show a theme on this screen, for as long as the talk's own is not changed."""
        self._use(name)

    def follow_theme(self) -> None:
        """Show the theme that was chosen for the talk, on whichever side."""
        if (chosen := self.show.state.theme) != self._followed:
            self._followed = chosen
            self._use(chosen or self.own_theme.name)

    def begin_theme(self, look: Look) -> None:
        """Show the theme of a talk that is opened, or of a deck that names another than before."""
        self.own_theme, self._followed = look, ""
        self.stage.begin(look)
        self._dress()

    def _use(self, name: str) -> None:
        """Change to another theme; one with a mistake in it changes nothing."""
        self.stage.use(name)
        self._dress()

    def _dress(self) -> None:
        """Give slides and panels the theme's colours."""
        theme = chrome_theme(self.stage.themes.styles)
        self.register_theme(theme)
        self.theme = theme.name
        self.show_anew()

    def show_anew(self) -> None:
        """Let every screen of the talk show where it stands."""
        for screen in self.screen_stack:
            if isinstance(screen, TalkScreen):
                screen.show()
