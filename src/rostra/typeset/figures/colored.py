"""Colours in figures: ``{.green}`` behind what has one."""

from __future__ import annotations

import re

from rich.style import Style

from rostra.themes.roles import ROLES
from rostra.typeset.area import Area

_WRITTEN = re.compile(r"\s*\{\.([\w-]+)\}$")


def color_of(written: str) -> tuple[str, str]:
    """A text less the colour behind it, and the colour's name; no name where there is none."""
    found = _WRITTEN.search(written)
    return (written[: found.start()], found[1]) if found else (written, "")


def colored(area: Area, name: str, base: Style | None = None) -> Style:
    """The look of a role, or of a colour of the theme by its name."""
    base = area.base if base is None else base
    return area.styles.on(base, name) if name in ROLES else base + area.styles.named(name, base)
