"""The colours of panels and modals, taken from the slides' theme."""

from __future__ import annotations

from rich.color import Color
from textual.theme import Theme as ChromeTheme

from rostra.typeset import Styles

# What Textual leaves out of a theme in the terminal's own colours. The chosen line is underlined, so that it is seen
# without any colour too; Textual does not reverse it.
TERMINAL = {
    "ansi-background": "ansi_black",
    "ansi-foreground": "ansi_white",
    "surface": "ansi_default",
    **{f"block-cursor-{state}foreground": "ansi_bright_white" for state in ("", "blurred-")},
    **{f"block-cursor-{state}background": "ansi_blue" for state in ("", "blurred-")},
    **{f"block-cursor-{state}text-style": "bold underline" for state in ("", "blurred-")},
}


def chrome_theme(styles: Styles) -> ChromeTheme:
    """A theme for Textual's stylesheets."""
    name = f"rostra-{styles.theme.name}"
    if styles.theme.overrides:  # Textual changes nothing when a theme has the name of the last
        name += f"-{hash(styles.theme.overrides)}"
    page, listing = styles.page, styles.role("listing")
    if page.bgcolor is None or page.bgcolor.is_default or page.color is None:
        return ChromeTheme(
            name,
            ansi=True,
            primary="ansi_blue",
            warning="ansi_yellow",
            error="ansi_red",
            foreground="ansi_default",
            background="ansi_default",
            variables=TERMINAL,
        )
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
