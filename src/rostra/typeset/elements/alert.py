"""GitHub's alerts: a coloured bar and the alert's kind above its text."""

from __future__ import annotations

from rostra.deck.blocks import Container
from rostra.typeset.area import Area
from rostra.typeset.frame import Line, Run
from rostra.typeset.text import truncated

SIGNS = {"note": "●", "tip": "✦", "important": "◆", "warning": "▲", "caution": "■"}


def alert(block: Container, area: Area) -> list[Line]:
    """An alert; a kind without a look of its own looks like a note."""
    kind = block.argument if block.argument in SIGNS else "note"
    style = area.style(kind)
    inner = area.narrower(2)
    title = truncated(f"{SIGNS[kind]} {block.argument.capitalize()}", inner.width)
    head: Line = [Run(title, area.styles.on(style, "strong") + style, block.step)]
    return area.barred([head, *inner.set(block.children)], "┃ ", style, block.step)
