"""What a deck changes in its theme, checked one by one.

Imported only where a deck changes something.
"""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from typing import Any

from rich.errors import StyleSyntaxError
from rich.style import Style

from rostra.errors import Problem, did_you_mean
from rostra.reader.source import Source
from rostra.reader.values import color, text
from rostra.themes import PALETTE, ROLES, Overrides

KNOWN = ("name", "gradient", *PALETTE, *sorted(ROLES))


def read_overrides(values: Mapping[Any, Any], source: Source, line: int) -> tuple[Overrides, list[Problem]]:
    """Colours and roles with what they are instead, and what is wrong with others; the theme's name is left out."""
    found: list[tuple[str, str]] = []
    problems: list[Problem] = []
    for written, value in values.items():
        key = str(written)
        if key == "name":
            continue
        if key not in KNOWN:
            near = did_you_mean(key, [name for name in KNOWN if name not in values])
            message = f"theme: there is no colour or role {key[:60]!r}{near}"
            problems.append(source.problem(line, message, rule="front-matter", word=key))
            continue
        try:
            found.append(
                (key, _gradient(value) if key == "gradient" else _color(value) if key in PALETTE else _style(value))
            )
        except ValueError as error:
            problems.append(source.problem(line, f"theme: {key} {error}", rule="front-matter", word=key))
    return tuple(found), problems


def _color(value: Any) -> str:
    if value is None:
        raise ValueError("has no value: write a colour in quotes, such as '#ff8800'")
    return color(value)


def _gradient(value: Any) -> str:
    """Two colours with a blank between, or nothing for none."""
    if value is False:
        return ""
    if not isinstance(value, list) or len(value) != 2:
        raise ValueError("should be two colours, such as ['#ff8800', '#ffdd00'], or false")
    return " ".join(map(color, value))


def _style(value: Any) -> str:
    """Colours and attributes as in a theme."""
    style = text(value)
    with suppress(StyleSyntaxError):
        if not Style.parse(style).link:
            return style
    raise ValueError("should be colours and looks, such as 'bold #88c0d0 on #2e3440'")
