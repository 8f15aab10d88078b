"""Cards: the items of a list, each on a panel of its own."""

from __future__ import annotations

from collections.abc import Sequence

from rostra.deck.blocks import Block, Item, List, Paragraph, Span, Spans
from rostra.typeset.area import Area
from rostra.typeset.composition import below_headline, blank_rows, split_headline
from rostra.typeset.frame import Line
from rostra.typeset.layouts.content import content
from rostra.typeset.panel import Card, grid
from rostra.typeset.sizes import Sizes

MOST = 6
"""The most points that a theme makes cards of."""
PARTED = " \t—–-:·"
"""What may part a card's name from what is said of it."""


def has_points(blocks: Sequence[Block]) -> bool:
    """Whether there is nothing but a headline and a list of two to six items that begin in bold."""
    head, rest = split_headline(blocks)
    if head is None or len(rest) != 1 or not isinstance(rest[0], List) or not 2 <= len(rest[0].items) <= MOST:
        return False
    first = [item.children[0] if item.children else None for item in rest[0].items]
    return all(isinstance(one, Paragraph) and one.spans and "strong" in one.spans[0].looks for one in first)


def cards(blocks: Sequence[Block], area: Area, sizes: Sizes) -> list[Line]:
    """A headline, and a card for each item of the first list; what else there is stands below them."""
    head, rest = split_headline(blocks)
    listed = next((block for block in rest if isinstance(block, List)), None)
    if listed is None:
        return content(blocks, area, sizes)
    at = rest.index(listed)
    before, after = area.set(rest[:at]), area.set(rest[at + 1 :])
    made = [
        _card(item, number, listed.start is not None) for number, item in enumerate(listed.items, listed.start or 1)
    ]
    room = area.rows - (len(before) and len(before) + 1) - (len(after) and len(after) + 1)
    least = 2 + (sizes.headline and sizes.top + sizes.headline - 1)
    body = grid(made, area, room - least, sizes)
    lines = [*before, *blank_rows(1 if before else 0), *body, *blank_rows(1 if after else 0), *after]
    if len(lines) > area.rows - 2:
        return content(blocks, area, sizes)
    return below_headline(head, lines, area, sizes)


def _card(item: Item, number: int, numbered: bool) -> Card:
    """An item as a card: what it begins with in bold is its name."""
    first, *others = item.children or (Paragraph(()),)
    name: Spans = ()
    rest: tuple[Block, ...] = item.children
    if isinstance(first, Paragraph):
        strong = next((i for i, span in enumerate(first.spans) if "strong" not in span.looks), len(first.spans))
        name = first.spans[:strong]
        told = _without_dash(first.spans[strong:])
        rest = (*((first._replace(spans=told),) if told else ()), *others)
    plain_name = tuple(
        Span(span.text, span.looks - {"strong"}, span.link, span.color, span.background) for span in name
    )
    return Card(str(number) if numbered else "", plain_name, rest, item.place, item.step)


def _without_dash(spans: Spans) -> Spans:
    if not spans:
        return ()
    first = spans[0]._replace(text=spans[0].text.lstrip(PARTED))
    return (first, *spans[1:]) if first.text else _without_dash(spans[1:])
