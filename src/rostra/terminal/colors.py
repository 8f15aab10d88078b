"""How many colours the terminal promises, and whether a colour is light."""

from __future__ import annotations

import os


def few_colors() -> bool:
    """Whether the terminal promises no more than sixteen colours, which the other themes cannot do with.

    The same rule as Rich's, which decides how colours are written.
    """
    if os.environ.get("COLORTERM", "").strip().lower() in ("truecolor", "24bit"):
        return False
    return os.environ.get("TERM", "").rpartition("-")[2].lower() not in ("256color", "kitty", "direct")


def is_light(red: float, green: float, blue: float) -> bool:
    """Whether a background is light; each part is from 0 to 1."""
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue > 0.5
