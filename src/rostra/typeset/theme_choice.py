"""The theme of the talk: one at a time, each resolved once."""

from __future__ import annotations

from rostra.errors import Problem, UserError
from rostra.folders import theme_folders
from rostra.terminal.colors import TRUE_COLOR
from rostra.themes import ROLES, load_theme, theme_names
from rostra.typeset.styles import Styles

FALLBACK = "dark"


def load_styles(name: str, *, color: bool = True, colors: int = TRUE_COLOR, light: bool = False) -> Styles:
    """The styles of a theme; raises :class:`UserError` for a theme that is not there or has a mistake in any role."""
    styles = Styles(load_theme(name, theme_folders(), light=light), color, colors)
    try:
        for role in ROLES:
            styles.role(role)
    except KeyError as error:
        raise UserError(f"theme {name}: there is no role {error.args[0]!r}", hint="@ stands before a role") from error
    except RecursionError:
        raise UserError(f"theme {name}: roles refer to each other in a circle") from None
    return styles


class ThemeChoice:
    """Themes by name. One with a mistake in it is a problem of its author, and changes nothing."""

    def __init__(self, name: str, *, color: bool = True, colors: int = TRUE_COLOR, light: bool = False) -> None:
        self.color = color
        self.colors = colors
        """How many the terminal has."""
        self.light = light
        """Whether the terminal's own background is."""
        self.problems: list[Problem] = []
        self._known: dict[str, Styles] = {}
        self.name = name
        if not self.use(name):
            self.use(FALLBACK)

    @property
    def styles(self) -> Styles:
        """The styles of the theme in use."""
        return self._known[self.name]

    def use(self, name: str) -> bool:
        """Change to a theme; False when it cannot be used."""
        try:
            if name not in self._known:
                self._known[name] = load_styles(name, color=self.color, colors=self.colors, light=self.light)
        except UserError as error:
            self.problems = [*(p for p in self.problems if p.file != name), Problem(name, 0, str(error))]
            return False
        self.name = name
        return True

    def use_next(self) -> None:
        """Change to the next theme that can be used."""
        names = theme_names(theme_folders())
        at = names.index(self.name) if self.name in names else -1
        any(self.use(names[(at + further) % len(names)]) for further in range(1, len(names) + 1))
