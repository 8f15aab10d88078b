"""Values that an author writes in front matter and directives, checked one by one.

Each function takes what YAML gave and returns the value, or raises :class:`ValueError` saying what it should be.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from rostra.deck.model import Background
from rostra.deck.name import words
from rostra.deck.names import BACKGROUND, PATTERNS, SCALES, TRANSITIONS
from rostra.errors import WordError, did_you_mean, word_of
from rostra.safety import safe_line
from rostra.terminal.colors import gradient, hardest, rgb

HEX = re.compile(r"#(?:[0-9a-fA-F]{3}|[0-9a-fA-F]{6})")
DURATION = re.compile(r"(?:(\d+)\s*h)?\s*(?:(\d+(?:\.\d+)?)\s*m(?:in(?:utes?)?)?)?\s*(?:(\d+(?:\.\d+)?)\s*s(?:ec)?)?")
TRUTHS = {True: True, "yes": True, "on": True, False: False, "no": False, "off": False}
NUMBER = re.compile(r"\d+(?:\.\d+)?")
SHADES = 33
"""Colours of a gradient that are looked at."""
CLOCK = re.compile(r"(?:(\d+):)?(\d+):(\d\d)")


def text(value: Any) -> str:
    """One line of text; numbers and dates are taken as written."""
    if isinstance(value, (dict, list)) or value is None:
        raise ValueError("should be a text")
    return safe_line(str(value))


def texts(value: Any) -> tuple[str, ...]:
    """One text or a list of texts."""
    return tuple(text(one) for one in value) if isinstance(value, list) else (text(value),)


def boolean(value: Any) -> bool:
    """True or false; yes and no are as good."""
    if not isinstance(value, (bool, str)) or value not in TRUTHS:
        raise ValueError("should be true or false")
    return TRUTHS[value]


def one_of(*known: str) -> Callable[[Any], str]:
    """What takes one of a few words."""

    def choose(value: Any) -> str:
        if value not in known:
            near = did_you_mean(str(value), known)
            raise WordError(f"is {', '.join(known[:-1])} or {known[-1]}{near}", str(value))
        return str(value)

    return choose


def integer(value: Any, low: int, high: int) -> int:
    """A whole number between two bounds, both allowed."""
    if isinstance(value, bool) or not isinstance(value, int) or not low <= value <= high:
        raise ValueError(f"should be a number from {low} to {high}")
    return value


def seconds(value: Any, bare: int = 60) -> float:
    """A stretch of time in seconds: ``90s``, ``20m``, ``1h 30m``, ``1m30s`` or ``12:30``.

    A bare number is minutes, or whatever ``bare`` seconds are.
    """
    written = str(value).strip().lower()
    if NUMBER.fullmatch(written):
        hours, minutes, rest = 0.0, 0.0, float(written) * bare
    elif (found := CLOCK.fullmatch(written)) or (
        written and (found := DURATION.fullmatch(written)) and any(found.groups())
    ):
        hours, minutes, rest = (float(part or 0) for part in found.groups())
    else:
        raise ValueError("should be a time such as 20m, 90s or 1h 15m")
    if not (total := hours * 3600 + minutes * 60 + rest) or total > 86400:
        raise ValueError("should be a time between a second and a day")
    return total


def transition(value: Any) -> str:
    """The name of a transition."""
    name, known = text(value), words(TRANSITIONS)
    if name not in known:
        near = did_you_mean(name, known) or f"; known: {', '.join(known)}"
        raise WordError(f"{name!r} is not known{near}", name)
    return name


def scale(value: Any) -> int:
    """How many times as large slides are drawn; 0 is as large as they fit."""
    if text(value) not in SCALES:
        raise ValueError(f"should be {', '.join(SCALES[:-1])} or {SCALES[-1]}")
    return SCALES.index(text(value))


def color(value: Any) -> str:
    """A colour as ``#rrggbb``."""
    written = str(value).strip()
    if not HEX.fullmatch(written):
        named = NAMED.get(written.lower())
        if named is None:
            raise ValueError("should be a colour such as '#1e2030' (in quotes) or a name such as navy")
        return named
    digits = written[1:].lower()
    return "#" + ("".join(2 * digit for digit in digits) if len(digits) == 3 else digits)


def background(value: Any) -> Background:
    """A colour, two from the first row to the last, or those with a pattern; false for the theme's own."""
    if value is False:
        return Background()
    if not isinstance(value, dict):
        return Background(*_colors(value))
    if unknown := [str(key) for key in value if key not in words(BACKGROUND)]:
        near = did_you_mean(unknown[0], [name for name in words(BACKGROUND) if name not in value])
        raise WordError(f"has color, pattern and picture in its braces, no {unknown[0][:40]}{near}", unknown[0])
    colors = _colors(value["color"]) if "color" in value else ()
    pattern = _pattern(value["pattern"]) if "pattern" in value else ""
    return Background(*colors)._replace(pattern=pattern, picture=text(value["picture"]) if "picture" in value else "")


def _pattern(value: Any) -> str:
    try:
        return one_of(*words(PATTERNS))(value)
    except ValueError as error:
        raise WordError(f"pattern {error}", word_of(error)) from error


def _colors(value: Any) -> tuple[str, ...]:
    """One colour, or two with text that can be read on all that are between them."""
    if not isinstance(value, list):
        return (color(value),)
    if len(value) != 2:
        raise ValueError("should be a colour, or two such as ['#102040', '#301040']")
    first, last = map(color, value)
    if hardest(gradient(rgb(first), rgb(last), SHADES)) is None:
        raise ValueError("goes from dark to light, and no text can be read on both: take two dark colours or two light")
    return first, last


def aspect(value: Any) -> float:
    """Width by height, such as ``16:9`` or ``4/3``."""
    found = re.fullmatch(r"(\d+(?:\.\d+)?)\s*[:/x]\s*(\d+(?:\.\d+)?)", str(value).strip())
    if not found or not float(found[2]) or not 0.1 <= float(found[1]) / float(found[2]) <= 10:
        raise ValueError("should be width by height, such as '16:9'")
    return float(found[1]) / float(found[2])


# The sixteen basic colour keywords of CSS (CSS Color Module Level 4, section 6.1), and orange.
NAMED = {
    "black": "#000000",
    "silver": "#c0c0c0",
    "gray": "#808080",
    "grey": "#808080",
    "white": "#ffffff",
    "maroon": "#800000",
    "red": "#ff0000",
    "purple": "#800080",
    "fuchsia": "#ff00ff",
    "magenta": "#ff00ff",
    "green": "#008000",
    "lime": "#00ff00",
    "olive": "#808000",
    "yellow": "#ffff00",
    "orange": "#ffa500",
    "navy": "#000080",
    "blue": "#0000ff",
    "teal": "#008080",
    "aqua": "#00ffff",
    "cyan": "#00ffff",
}
