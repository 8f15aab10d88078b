"""Panels: blocks on a ground of their own, with soft edges of half a row above and below."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from rich.style import Style

from rostra.deck.blocks import NOWHERE, Block, Heading, Place, Spans
from rostra.themes.roles import ROLES
from rostra.typeset.area import Area, first_step
from rostra.typeset.frame import Line, Run, padded, placed, width
from rostra.typeset.lettering import LEAST, lettered
from rostra.typeset.places import NO_PART, Origin
from rostra.typeset.text import styled, wrap

COLORS = ("accent", "second", "tip", "warning", "important", "caution")
"""The roles whose colours panels beside each other take, one after the other."""
GAP = 2
"""Blank columns between panels."""
NARROW = 16
"""Columns; a narrower panel has no ground."""
EDGED = 24
"""Columns from which on panels have edges."""
NARROWEST = 24
"""Columns; narrower panels stand one below the other."""


class Card(NamedTuple):
    """What stands on one panel of several."""

    number: str
    name: Spans
    blocks: tuple[Block, ...]
    place: Place
    step: int


def on_panel(lines: Sequence[Line], ground: Style, area: Area, step: int) -> list[Line]:
    """Lines that are equally wide and on a ground, with half a row of it above and below where there is room."""
    if area.compact or area.width < EDGED or not lines:
        return list(lines)
    if ground.bgcolor is None or ground.bgcolor == area.base.bgcolor:
        return [[], *lines, []]  # as tall as in any other theme
    edge = Style(color=ground.bgcolor, bgcolor=area.base.bgcolor)
    above, below = (Run(sign * width(lines[0]), edge, step, "", Origin(NOWHERE, NO_PART)) for sign in "▄▀")
    return [[above], *lines, [below]]


def has_panels(area: Area) -> bool:
    """Whether panels have a ground in this theme that can be told from the page."""
    ground = area.style("panel").bgcolor
    return ground is not None and not ground.is_default and ground != area.base.bgcolor


def panelled(inside: Callable[[Area], list[Line]], area: Area, color: str, step: int, bar: str = "▌") -> list[Line]:
    """What is drawn in an area within a panel as wide as the area, behind a bar in a role's colour."""
    if not has_panels(area) or area.width < NARROW:
        return area.barred(inside(area.narrower(2)), f"{bar} ", _colored(area, color), step)
    inner = area.narrower(4).based(area.style("panel"))
    look = _colored(inner, color)
    rows: list[Line] = []
    for line in inside(inner) or [[]]:
        filled = padded([Run(" ", inner.base, step), *line], area.width - 1, inner.base)
        rows.append([Run(bar, look, max(step, first_step(line))), *filled])
    return on_panel(rows, inner.base, area, step)


def _colored(area: Area, color: str) -> Style:
    """The look of a role, or of a colour of the theme by its name."""
    return area.style(color) if color in ROLES else area.base + area.styles.named(color, area.base)


def side_by_side(parts: Sequence[list[Block]], area: Area, headline: int) -> list[Line]:
    """Groups of blocks on panels beside each other, the first heading of each in its colour."""
    made = []
    for part in parts:
        head = part[0] if isinstance(part[0], Heading) else None
        rest = tuple(part[1:] if head is not None else part)
        made.append(Card("", head.spans if head is not None else (), rest, part[0].place, part[0].step))
    return _grid(made, area, len(made), LEAST if headline else 1)


def grid(cards: Sequence[Card], area: Area, most: int, headline: int) -> list[Line]:
    """Cards in rows: in large letters where all of it then takes at most so many rows, else in text."""
    columns = _columns(len(cards), area)
    for letters in (LEAST, 1) if headline else (1,):
        lines = _grid(cards, area, columns, letters)
        if lines and len(lines) <= most:
            return lines
    return lines


def _columns(count: int, area: Area) -> int:
    """How many cards stand in a row: two or three, so that no row has one alone where that can be."""
    fit = max(1, (area.width + GAP) // (NARROWEST + GAP))
    best = 3 if count % 3 == 0 or count > 6 else 2
    return max(1, min(fit, count, best))


def _grid(cards: Sequence[Card], area: Area, columns: int, letters: int) -> list[Line]:
    """Cards on panels, so many in a row, all as tall as the tallest; nothing when a name does not fit."""
    if columns > 1 and (area.width - GAP * (columns - 1)) // columns < NARROWEST:
        columns = 1
    wide = (area.width - GAP * (columns - 1)) // columns
    drawn = [_inside(card, area.within(wide - 4), COLORS[i % len(COLORS)], letters) for i, card in enumerate(cards)]
    if any(one is None for one in drawn):
        return []
    known = [one or [] for one in drawn]
    tall = max(len(one) for one in known)
    lines: list[Line] = []
    for start in range(0, len(cards), columns):
        row = [_panel(known[i], cards[i], i, wide, tall, area) for i in range(start, min(start + columns, len(cards)))]
        lines += [[]] if lines and not area.compact else []
        for parts in zip(*row, strict=True):
            line: Line = []
            for part in parts:
                line += [*([Run(" " * GAP, area.base)] if line else []), *part]
            lines.append(line)
    return lines


def _panel(lines: list[Line], card: Card, index: int, wide: int, tall: int, area: Area) -> list[Line]:
    """One card: a bar in its colour, a ground, and what stands on it."""
    ground = area.style("panel")
    bar = Run("▌", area.styles.on(ground, COLORS[index % len(COLORS)]), card.step)
    filled = [*lines, *([[]] * (tall - len(lines)))]
    rows = [[bar, *padded([Run("  ", ground, card.step), *line], wide - 1, ground)] for line in filled]
    rows = [[run._replace(step=max(run.step, card.step)) for run in row] for row in rows]
    return placed(on_panel(rows, ground, area, card.step), card.place)


def _inside(card: Card, area: Area, color: str, letters: int) -> list[Line] | None:
    """What stands on a card; None when its name does not fit in letters of so many rows."""
    ground = area.based(area.style("panel"))
    style = ground.styles.on(ground.base, color) + Style(bold=True)
    named = styled(card.name, ground.styles, style)
    if card.number:
        named = [(f"{card.number}  ", style), *named]
    lines: list[Line] = []
    if letters > 1 and named:
        drawn = lettered(named, ground.width, ground.pen(letters), 1)
        if drawn is None:
            return None
        lines = drawn[0]
    elif named:
        lines = wrap(named, ground.width, card.step)
    said = ground.set(card.blocks)
    return [*lines, *([[]] if lines and said and not area.compact else []), *said]
