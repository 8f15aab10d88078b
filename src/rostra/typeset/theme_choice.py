"""The theme of the talk: one at a time, each resolved once."""

from __future__ import annotations

from rich.color import Color, ColorParseError

from rostra.errors import Problem, UserError
from rostra.folders import theme_folders
from rostra.terminal.colors import TRUE_COLOR
from rostra.themes import ROLES, Look, load_theme, theme_names
from rostra.typeset.styles import Styles

FALLBACK = "dark"


def load_styles(look: Look, *, color: bool = True, colors: int = TRUE_COLOR, light: bool = False) -> Styles:
    """The styles of a theme; raises :class:`UserError` for a theme that is not there or has a mistake in any role."""
    name = look.name
    styles = Styles(load_theme(name, theme_folders(), light=light, overrides=look.overrides), color, colors)
    try:
        for written in (*styles.theme.palette.values(), *(styles.theme.gradient or ())):
            Color.parse(written)
        for role in ROLES:
            styles.role(role)
    except ColorParseError as error:
        raise UserError(f"theme {name}: {error}", hint="write colours such as '#88c0d0'") from error
    except KeyError as error:
        raise UserError(f"theme {name}: there is no role {error.args[0]!r}", hint="@ stands before a role") from error
    except RecursionError:
        raise UserError(f"theme {name}: roles refer to each other in a circle") from None
    return styles


class ThemeChoice:
    """Themes by name. One with a mistake in it is a problem of its author, and changes nothing."""

    def __init__(self, look: Look, *, color: bool = True, colors: int = TRUE_COLOR, light: bool = False) -> None:
        self.color = color
        self.colors = colors
        """How many the terminal has."""
        self.light = light
        """Whether the terminal's own background is."""
        self.problems: list[Problem] = []
        self._known: dict[Look, Styles] = {}
        self.name = look.name
        self._own = look
        if not self.begin(look):
            self.use(FALLBACK)

    @property
    def styles(self) -> Styles:
        """The styles of the theme in use."""
        return self._known[self._look(self.name)]

    def begin(self, look: Look) -> bool:
        """Change to the theme of a deck, which has what the deck changes in it for as long as the deck is shown."""
        before, self._own = self._own, look
        if self.use(look.name):
            return True
        if self._look(self.name) not in self._known:
            self._own = before
        return False

    def use(self, name: str) -> bool:
        """Change to a theme; False when it cannot be used."""
        look = self._look(name)
        try:
            if look not in self._known:
                self._known[look] = load_styles(look, color=self.color, colors=self.colors, light=self.light)
        except UserError as error:
            self.problems = [*(p for p in self.problems if p.file != name), Problem(name, 0, str(error), rule="theme")]
            return False
        self.name = name
        return True

    def use_next(self) -> None:
        """Change to the next theme that can be used."""
        names = theme_names(theme_folders())
        at = names.index(self.name) if self.name in names else -1
        any(self.use(names[(at + further) % len(names)]) for further in range(1, len(names) + 1))

    def _look(self, name: str) -> Look:
        """A theme with what the deck changes in it, if it is the deck's own."""
        return self._own if name == self._own.name else Look(name)
