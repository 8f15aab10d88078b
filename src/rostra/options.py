"""How the program was started."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal, cast

from rostra.deck.model import NO_META, Deck
from rostra.deck.names import SCALES
from rostra.settings import Settings
from rostra.themes import Look
from rostra.typeset import Manner

if TYPE_CHECKING:
    from rostra.editing.saving import EditedFile
    from rostra.rehearsal.stopwatch import Stopwatch
    from rostra.stage.stage import Stage
    from rostra.terminal.large_text import LargeText
    from rostra.typeset.lettering.signs import Signs

Role = Literal["audience", "practice", "console", "rehearsal"]
"""What this terminal is for: the audience; oneself alone, with notes below; the speaker; the speaker's stop-watch."""


@dataclass
class Options:
    """How the program was started."""

    settings: Settings = field(default_factory=Settings)
    theme: str = ""
    """The theme named on the command line."""
    role: Role = "audience"
    appearance: str = ""
    """``dark`` or ``light`` when the terminal told."""
    large_text: LargeText = ""
    """How the terminal draws larger text."""
    magnify: int | None = None
    """How many times as large slides are asked for on the command line; 0 is as large as they fit."""
    size: tuple[int, int] | None = None
    """The largest page, in columns and rows."""
    folder: str = ""
    """The folder of the library; empty when decks were named."""
    edited: EditedFile | None = None
    """What the editor is opened on, to which leaving a talk goes back; None without it."""
    edited_line: int = 0
    """The line, counted from 0, that the editor begins at."""
    at: str = ""
    """The folder in which talk and console meet; empty for the usual one."""
    stopwatch: Stopwatch | None = None
    """What measures a rehearsal."""
    auto: float | None = None
    """Seconds after which the talk goes on by itself."""
    follow: bool = False
    """Whether an editor's cursor moves the talk."""
    loop: bool = False
    """Whether it begins again after its end."""
    crashed: str = ""
    """The file with the report of a crash."""

    def page(self, screen: tuple[int, int]) -> tuple[int, int]:
        """The columns and rows of a slide where there is room for so many."""
        most = self.size or screen
        return min(screen[0], most[0]), min(screen[1], most[1])

    def stage(self, look: Look) -> Stage:
        """What the talk is drawn with on this terminal."""
        from rostra.stage.magnifier import Magnifier
        from rostra.stage.painter import Painter
        from rostra.stage.stage import Stage
        from rostra.terminal.colors import color_count
        from rostra.terminal.identity import has_seams
        from rostra.typeset.frame_cache import FrameCache
        from rostra.typeset.theme_choice import ThemeChoice

        color, light = "NO_COLOR" not in os.environ, self.appearance == "light"
        themes = ThemeChoice(look, color=color, colors=color_count(os.environ), light=light)
        frames = FrameCache(themes.styles, self.manner())
        magnifier = Magnifier(frames, wanted=self.magnify_for, page=self.page)
        stage = Stage(themes, frames, magnifier, Painter(themes.colors, has_seams=has_seams(os.environ)))
        stage.enlarge(self.large_text)
        return stage

    def manner(self) -> Manner:
        """How slides are set."""
        from rostra.terminal.identity import drawn_signs

        settings = self.settings
        signs = drawn_signs(os.environ) if settings.letters == "auto" else settings.letters
        return Manner(progress=settings.progress, max_columns=settings.max_columns, signs=cast("Signs", signs))

    def magnify_for(self, deck: Deck) -> int:
        """How many times as large a deck is drawn, 0 for as large as it fits; who wins is as with themes."""
        own = self.magnify if self.magnify is not None else deck.meta.magnify
        return own if own is not None else SCALES.index(self.settings.magnify)

    def theme_for(self, deck: Deck | None) -> Look:
        """The theme to show a deck in: the command line wins, then the deck, the configuration, the terminal.

        What the deck changes in its theme is not done to another, which was named in its place.
        """
        meta = deck.meta if deck else NO_META
        own = meta.theme or self.settings.theme or self.appearance or "dark"
        return Look(self.theme or own, meta.theme_overrides if self.theme in ("", own) else ())
