"""Stage: what a talk is drawn with on one terminal."""

from __future__ import annotations

from rostra.stage.painter import Painter
from rostra.typeset.frame_cache import FrameCache
from rostra.typeset.slide import USUAL, Manner
from rostra.typeset.theme_choice import ThemeChoice


class Stage:
    """The theme in use, the frames that were set in it, and the painter of the terminal."""

    def __init__(self, themes: ThemeChoice, manner: Manner = USUAL) -> None:
        self.themes = themes
        self.frames = FrameCache(themes.styles, manner)
        self.painter = Painter(themes.colors)

    def use(self, theme: str) -> None:
        """Change the theme; one with a mistake in it changes nothing."""
        self.themes.use(theme)
        self.frames.styles = self.themes.styles
