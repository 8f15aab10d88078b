"""Stage: what a talk is drawn with on one terminal."""

from __future__ import annotations

from rostra.stage.magnifier import Magnifier
from rostra.stage.painter import Painter
from rostra.terminal.large_text import LARGEST, LargeText
from rostra.terminal.safe_signs import is_safe
from rostra.themes import Look
from rostra.typeset.frame_cache import FrameCache
from rostra.typeset.theme_choice import ThemeChoice


class Stage:
    """The theme in use, the frames that were set in it, how large they are drawn, and the painter of the terminal."""

    def __init__(self, themes: ThemeChoice, frames: FrameCache, magnifier: Magnifier, painter: Painter) -> None:
        self.themes = themes
        self.frames = frames
        self.magnifier = magnifier
        self.painter = painter

    def enlarge(self, large: LargeText) -> None:
        """Draw larger text as the terminal does, by what it told of itself."""
        self.painter.large = large
        self.magnifier.most, self.magnifier.draws = LARGEST[large], is_safe if large == "fragile" else None
        self.magnifier.forget()

    def begin(self, look: Look) -> None:
        """Change to the theme of a deck; one with a mistake in it changes nothing."""
        self.themes.begin(look)
        self.frames.styles = self.themes.styles

    def use(self, theme: str) -> None:
        """Change to another theme; one with a mistake in it changes nothing."""
        self.themes.use(theme)
        self.frames.styles = self.themes.styles
