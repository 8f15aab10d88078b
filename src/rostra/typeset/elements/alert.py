"""Alerts: a bar in the colour of the alert's kind, and its title above its text, on a panel."""

from __future__ import annotations

from rostra.deck.blocks import Container
from rostra.typeset.area import Area
from rostra.typeset.frame import Line, Run
from rostra.typeset.panel import heading_of, panelled
from rostra.typeset.text import truncated

SIGNS = {"note": "●", "tip": "✦", "important": "◆", "warning": "▲", "caution": "■"}


def alert(block: Container, area: Area) -> list[Line]:
    """An alert; a kind without a look of its own looks like a note. A title may stand behind its kind."""
    kind, _, title = block.argument.partition(" ")
    look = kind if kind in SIGNS else "note"

    def inside(inner: Area) -> list[Line]:
        style = inner.style(look)
        name, bold = title or kind.capitalize(), inner.styles.on(style, "strong") + style
        if inner.letters > 1:
            return [*heading_of(name, bold, inner, block.step), *inner.set(block.children)]
        return [[Run(truncated(f"{SIGNS[look]} {name}", inner.width), bold, block.step)], *inner.set(block.children)]

    return panelled(inside, area, look, block.step, bar="┃")
