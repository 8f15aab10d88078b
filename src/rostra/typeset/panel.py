"""Panels: blocks on a ground of their own, with soft edges of half a row above and below."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import NamedTuple

from rich.style import Style

from rostra.deck.blocks import NOWHERE, Block, Heading, Paragraph, Place, Spans
from rostra.typeset.area import Area, first_step
from rostra.typeset.frame import Line, Run, padded, width
from rostra.typeset.lettering import LEAST, lettered
from rostra.typeset.places import NO_PART, Origin
from rostra.typeset.placing import placed
from rostra.typeset.sizes import Sizes
from rostra.typeset.text import styled, wrap

COLORS = ("accent", "second", "tip", "warning", "important", "caution")
"""The roles whose colours panels beside each other take, one after the other."""
EDGES = 2
"""Rows of a panel's edges."""
MOST_PADDED = 2
"""Blank rows above and below what stands on a card, at most."""
FILLED = 0.8
"""The share of the room that they may bring the cards to."""
GAP = 2
"""Blank columns between panels."""
NARROW = 16
"""Columns; a narrower panel has no ground."""
EDGED = 24
"""Columns from which on panels have edges."""
NARROWEST = 22
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


def heading_of(text: str, style: Style, area: Area, step: int) -> list[Line]:
    """What a panel is called, in letters as large as its text where they fit on one line."""
    drawn = lettered([(text, style)], area.width, area.pen(area.letters), 1) if area.letters > 1 else None
    if drawn is not None:
        return [[run._replace(step=step) for run in row] for row in drawn[0]] + [[]]
    return wrap([(text, style)], area.width, step)


def has_panels(area: Area) -> bool:
    """Whether panels have a ground in this theme that can be told from the page."""
    ground = area.style("panel").bgcolor
    return ground is not None and not ground.is_default and ground != area.base.bgcolor


def panelled(inside: Callable[[Area], list[Line]], area: Area, color: str, step: int, bar: str = "▌") -> list[Line]:
    """What is drawn in an area within a panel as wide as the area, behind a bar in a role's colour."""
    if not has_panels(area) or area.width < NARROW:
        return area.barred(inside(area.narrower(2)), f"{bar} ", area.colored(color), step)
    inner = area.narrower(4).based(area.style("panel"))
    look = inner.colored(color)
    rows: list[Line] = []
    for line in inside(inner) or [[]]:
        filled = padded([Run(" ", inner.base, step), *line], area.width - 1, inner.base)
        rows.append([Run(bar, look, max(step, first_step(line))), *filled])
    return on_panel(rows, inner.base, area, step)


def side_by_side(parts: Sequence[Sequence[Block]], area: Area, most: int, sizes: Sizes) -> list[Line]:
    """Groups of blocks on panels beside each other, each with its heading, or its first line in bold, as its name."""
    made = []
    for part in parts:
        name = _name(part[0])
        made.append(Card("", name, tuple(part[1:] if name else part), part[0].place, part[0].step))
    return grid(made, area, most, sizes, columns=len(made))


def _name(block: Block) -> Spans:
    """The words that name a panel; none where it does not begin with a heading, or a line that is all bold."""
    match block:
        case Heading(spans=spans):
            return spans
        case Paragraph(spans=spans) if spans and all("strong" in span.looks for span in spans):
            return tuple(span._replace(looks=span.looks - {"strong"}) for span in spans)
        case _:
            return ()


def grid(cards: Sequence[Card], area: Area, most: int, sizes: Sizes, *, columns: int = 0) -> list[Line]:
    """Cards in rows: their names, and what is said of them, as large as all of it fits on so many rows."""
    columns = columns or _columns(len(cards), area)
    if (area.width - GAP * (columns - 1)) // columns < NARROWEST:
        columns = 1
    wide = (area.width - GAP * (columns - 1)) // columns
    rows = -(-len(cards) // columns)
    looks = [(sizes.headline, sizes.text)] * (sizes.text > 1) + [(LEAST, 1)] * (sizes.headline > 0) + [(1, 1)]
    for name, text in looks:
        inner = area.within(wide - 4)
        inside = [_inside(card, inner, COLORS[i % len(COLORS)], name, text) for i, card in enumerate(cards)]
        drawn = [one for one in inside if one is not None]
        tall = max((len(one) for one in drawn), default=0)
        needed = rows * (tall + EDGES) + rows - 1
        if len(drawn) == len(cards) and (needed <= most or name == 1):
            break
    pad = max(0, min(MOST_PADDED, int(most * FILLED - needed) // (2 * rows)))
    return _in_rows([_padded(one, tall, pad) for one in drawn], cards, columns, wide, area)


def _padded(lines: list[Line], tall: int, pad: int) -> list[Line]:
    """The lines of a card, as many as the tallest has, with blank rows above and below."""
    return [*([[]] * pad), *lines, *([[]] * (tall - len(lines) + pad))]


def _columns(count: int, area: Area) -> int:
    """How many cards stand in a row: two or three, so that no row has one alone where that can be."""
    fit = max(1, (area.width + GAP) // (NARROWEST + GAP))
    best = 3 if count % 3 == 0 or count > 6 else 2
    return max(1, min(fit, count, best))


def _in_rows(drawn: list[list[Line]], cards: Sequence[Card], columns: int, wide: int, area: Area) -> list[Line]:
    """Cards on their panels, so many in a row."""
    lines: list[Line] = []
    for start in range(0, len(cards), columns):
        row = [_panel(drawn[i], cards[i], i, wide, area) for i in range(start, min(start + columns, len(cards)))]
        lines += [[]] if lines and not area.compact else []
        for parts in zip(*row, strict=True):
            line: Line = []
            for part in parts:
                line += [*([Run(" " * GAP, area.base)] if line else []), *part]
            lines.append(line)
    return lines


def _panel(lines: list[Line], card: Card, index: int, wide: int, area: Area) -> list[Line]:
    """One card: a bar in its colour, a ground, and what stands on it."""
    ground = area.style("panel")
    bar = Run("▌", area.styles.on(ground, COLORS[index % len(COLORS)]), card.step)
    rows = [[bar, *padded([Run("  ", ground, card.step), *line], wide - 1, ground)] for line in lines]
    rows = [[run._replace(step=max(run.step, card.step)) for run in row] for row in rows]
    return placed(on_panel(rows, ground, area, card.step), card.place)


def _inside(card: Card, area: Area, color: str, letters: int, text: int) -> list[Line] | None:
    """What stands on a card; None when its name does not fit in letters of so many rows."""
    ground = replace(area.based(area.style("panel")), letters=text)
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
