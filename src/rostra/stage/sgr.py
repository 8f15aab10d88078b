"""The looks of cells as orders to the terminal (ECMA-48, "Select Graphic Rendition"), each as a change of the last."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from rich.color import Color, ColorSystem
from rich.style import Style

from rostra.terminal.colors import TRUE_COLOR
from rostra.terminal.orders import END_LINK, link_to

SYSTEMS = {16: ColorSystem.STANDARD, 256: ColorSystem.EIGHT_BIT, TRUE_COLOR: ColorSystem.TRUECOLOR}
# What turns a look on and what turns it off; some go together.
LOOKS = (
    ("bold", "1", "22"),
    ("dim", "2", "22"),
    ("italic", "3", "23"),
    ("underline", "4", "24"),
    ("underline2", "21", "24"),
    ("blink", "5", "25"),
    ("blink2", "6", "25"),
    ("reverse", "7", "27"),
    ("conceal", "8", "28"),
    ("strike", "9", "29"),
    ("frame", "51", "54"),
    ("encircle", "52", "54"),
    ("overline", "53", "55"),
)


class Look(NamedTuple):
    """What a style looks like on a terminal."""

    on: tuple[bool, ...] = (False,) * len(LOOKS)
    """Which of the looks it has."""
    ink: str = "39"
    paper: str = "49"
    link: str = ""


PLAIN = Look()
"""What the terminal draws when nothing was ordered."""


def look_of(style: Style, colors: int) -> Look:
    """The look of a style on a terminal of so many colours."""
    on = tuple(bool(getattr(style, name)) for name, _, _ in LOOKS)
    ink, paper = (_code(color, colors, ink) for color, ink in ((style.color, True), (style.bgcolor, False)))
    return Look(on, ink or PLAIN.ink, paper or PLAIN.paper, style.link or "")


def _code(color: Color | None, colors: int, ink: bool) -> str:
    if color is None or color.is_default:
        return ""
    return ";".join(color.downgrade(SYSTEMS[colors]).get_ansi_codes(foreground=ink))


@lru_cache(maxsize=4096)
def change(before: Look, after: Look) -> str:
    """The orders that make one look of another."""
    codes = _looks(before.on, after.on)
    codes += [new for old, new in ((before.ink, after.ink), (before.paper, after.paper)) if old != new]
    sgr = f"\x1b[{';'.join(codes)}m" if codes else ""
    if before.link == after.link:
        return sgr
    return sgr + (link_to(after.link) if after.link else END_LINK)


def _looks(before: tuple[bool, ...], after: tuple[bool, ...]) -> list[str]:
    looks = list(zip(LOOKS, before, after, strict=True))
    ends = dict.fromkeys(end for (_, _, end), old, new in looks if old and not new)
    # What ends with another look has to begin anew.
    return [*ends, *(code for (_, code, end), old, new in looks if new and (not old or end in ends))]
