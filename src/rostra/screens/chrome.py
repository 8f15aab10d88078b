"""The colours of panels and modals, taken from the slides' theme."""

from __future__ import annotations

from rich.color import Color
from textual.theme import Theme as ChromeTheme

from rostra.typeset import Styles

# Textual's names of the terminal's own colours.
TERMINAL = {
    "primary": "ansi_blue",
    "background": "ansi_default",
    "foreground": "ansi_default",
    "surface": "ansi_default",
}


def chrome_theme(styles: Styles) -> ChromeTheme:
    """A theme for Textual's stylesheets."""
    name = f"rostra-{styles.theme.name}"
    page, listing = styles.page, styles.role("listing")
    if page.bgcolor is None or page.bgcolor.is_default or page.color is None:
        return ChromeTheme(name, dark=True, ansi=True, warning="ansi_yellow", error="ansi_red", **TERMINAL)  # type: ignore[arg-type]
    return ChromeTheme(
        name,
        primary=_hex(styles.role("heading1").color, page.color),
        warning=_hex(styles.role("warning").color, page.color),
        error=_hex(styles.role("caution").color, page.color),
        foreground=_hex(page.color, page.color),
        background=_hex(page.bgcolor, page.bgcolor),
        surface=_hex(listing.bgcolor, page.bgcolor),
        panel=_hex(listing.bgcolor, page.bgcolor),
        dark=styles.theme.appearance == "dark",
    )


def _hex(color: Color | None, default: Color) -> str:
    return (color or default).get_truecolor().hex
