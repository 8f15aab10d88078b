"""How many colours a terminal has, and how light a colour is."""

from __future__ import annotations

import re
import sys
from collections.abc import Collection, Mapping

Rgb = tuple[int, int, int]
"""Red, green and blue, each from 0 to 255."""

TRUE_COLOR = 1 << 24
TEXTUAL_NAMES = {16: "standard", 256: "256", TRUE_COLOR: "truecolor"}
"""What Textual calls each number of colours."""
# These have true colours; the variable that tells so is lost on the way through ssh, the terminal's kind is not.
KINDS = re.compile(r"(?:xterm-)?(?:kitty|ghostty|alacritty|foot|wezterm|contour)\b|.*-direct(?:\d+)?$")
COLOR = rb"\x1b\]11;rgb:([0-9a-fA-F]{1,4})/([0-9a-fA-F]{1,4})/([0-9a-fA-F]{1,4})"
"""The pattern of the answer to the question for the background."""


def color_count(environment: Mapping[str, str]) -> int:
    """How many colours are written: 16, 256 or 16,777,216. What draws and what advises both go by this."""
    wanted = environment.get("TEXTUAL_COLOR_SYSTEM", "").lower()
    for number, name in TEXTUAL_NAMES.items():
        if wanted == name:
            return number
    term = environment.get("TERM", "").strip().lower()
    told = environment.get("COLORTERM", "").strip().lower() in ("truecolor", "24bit")
    if told or environment.get("WT_SESSION") or KINDS.match(term) or sys.platform == "win32":
        return TRUE_COLOR
    return 256 if term.endswith("-256color") else 16


def rgb_of(found: re.Match[bytes]) -> Rgb:
    """The colour of an answer, whose parts have one to four hexadecimal digits."""
    red, green, blue = (round(int(part, 16) * 255 / (16 ** len(part) - 1)) for part in found.groups()[:3])
    return red, green, blue


def linear(color: Rgb) -> tuple[float, float, float]:
    """How much light each part of a colour gives, from 0 to 1."""
    parts = [part / 255 for part in color]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return red, green, blue


def luminance(color: Rgb) -> float:
    """Relative luminance, from 0 for black to 1 for white (WCAG 2.2, "relative luminance")."""
    red, green, blue = linear(color)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: Rgb, other: Rgb) -> float:
    """Contrast of two colours, from 1 to 21 (WCAG 2.2, "contrast ratio")."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def mixed(one: Rgb, other: Rgb, share: float) -> Rgb:
    """The colour at a share of the way from one to another."""
    red, green, blue = (round(a + (b - a) * share) for a, b in zip(one, other, strict=True))
    return red, green, blue


def gradient(first: Rgb, last: Rgb, steps: int) -> tuple[Rgb, ...]:
    """So many colours from one to another."""
    return tuple(mixed(first, last, step / max(1, steps - 1)) for step in range(steps))


def hardest(papers: Collection[Rgb]) -> Rgb | None:
    """The background on which text that suits them all is hardest to read; None where some are light, others dark."""
    light = sum(map(is_light, papers))
    if 0 < light < len(papers):
        return None
    return min(papers, key=luminance) if light else max(papers, key=luminance)


def rgb(written: str) -> Rgb:
    """The colour that is written as ``#rrggbb``."""
    red, green, blue = bytes.fromhex(written[1:])
    return red, green, blue


def is_light(color: Rgb) -> bool:
    """Whether black reads better on a background than white does."""
    return contrast(color, (0, 0, 0)) > contrast(color, (255, 255, 255))
