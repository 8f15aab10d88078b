"""The text area in the colours of the deck's theme."""

from __future__ import annotations

from rich.style import Style
from textual.widgets.text_area import TextAreaTheme

from rostra.typeset.styles import Styles

UNDERLINED = Style(underline=True)


def area_theme(styles: Styles) -> TextAreaTheme:
    """Looks of cursor, selection and line numbers."""
    raised = _ground(styles)
    plain = not styles.color or styles.page.bgcolor is None or styles.page.bgcolor.is_default
    line = Style() if plain else Style(bgcolor=raised.bgcolor)
    return TextAreaTheme(
        name=f"rostra-{styles.theme.name}-{hash(styles.theme.overrides)}-{styles.colors}-{styles.color}",
        base_style=Style(color=styles.page.color, bgcolor=styles.page.bgcolor),
        gutter_style=_ink(styles, "muted"),
        cursor_style=Style(reverse=True),
        cursor_line_style=line,
        cursor_line_gutter_style=_ink(styles, "accent") + line + Style(bold=True),
        bracket_matching_style=UNDERLINED,
        selection_style=Style(reverse=True) if plain else _selected(styles),
    )


def _ink(styles: Styles, role: str) -> Style:
    """The looks of a role's letters, whatever they stand on."""
    style = styles.on(styles.page, role)
    return Style(color=style.color, bold=style.bold, italic=style.italic, underline=style.underline, dim=style.dim)


def _ground(styles: Styles) -> Style:
    return styles.on(styles.page, "listing")


def _selected(styles: Styles) -> Style:
    """Selected text: in the page's colours the other way round, dimmed to those of muted text."""
    return Style(color=styles.page.bgcolor, bgcolor=styles.role("muted").color or styles.page.color)


class Inks:
    """The looks of the parts of Markdown, by the names of roles."""

    def __init__(self, styles: Styles) -> None:
        self._styles = styles
        self._made: dict[str, Style] = {}

    def of(self, role: str) -> Style:
        """How text of a role is written."""
        if role not in self._made:
            self._made[role] = _ink(self._styles, role)
        return self._made[role]
