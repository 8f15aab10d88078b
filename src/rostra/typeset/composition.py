"""Composition: how large things are on a page, and where they stand. The same rules for every slide of a deck.

1.  The page decides, not the slide: all headlines of a deck have one size and one place.
2.  A headline's letters take a tenth of the page's rows, at least four; two lines of them at most, else smaller ones.
3.  Running text is as the terminal has it, at most 72 columns wide; on a page of 48 rows and more it is drawn, too,
    where all of a slide's text fits.
4.  A title is as large as fits on three lines and three fifths of the page.
5.  Margins are a twentieth of the page's columns. Everything begins at one left edge, header and footer too.
6.  Room to spare goes between items and paragraphs first, up to one, two or three blank rows by the page's height,
7.  then above and below the text, two parts to three: what stands exactly in the middle seems to sink.
8.  Where there is too little room, the order is: the headline becomes smaller, then blank rows go, then the slide
    is scrolled. Text never becomes smaller than the terminal's own.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from rich.style import Style

from rostra.deck.blocks import Block, Container, Heading, List, Paragraph, Quote, Space, Spans, Table, plain, text_of
from rostra.typeset.area import Area
from rostra.typeset.blocks import aligned_together, heading, large_text
from rostra.typeset.frame import Line
from rostra.typeset.lettering import LEAST, broken, can_draw, height_of
from rostra.typeset.placing import placed
from rostra.typeset.sizes import Sizes
from rostra.typeset.text import aligned, styled, wrap

FILLED = 0.8
"""The share of the room that blank rows may bring a text to."""
ABOVE = 0.4
"""The share of the room that is left which stands above a text."""
TITLE_LINES = 3
"""Lines of a title; one more in the smallest letters, which are still larger than text."""
HEADLINE_LINES = 2
TITLE = 0.6
"""The share of the page that a title's letters may take."""
LEAD = 72
"""The most letters of a line that leads from the headline to a list, a table or a listing."""
WITH_TEXT = ("columns", "column", "center", "left", "right", "lead", "alert", "box")
"""Containers whose text may be large."""


def margin(columns: int) -> int:
    """Blank columns on either side."""
    return max(4, columns // 20) if columns >= 60 else 2 if columns >= 30 else 1 if columns >= 12 else 0


def blank_rows(count: int) -> list[Line]:
    """Rows with nothing on them."""
    return [[] for _ in range(count)]


def split_headline(blocks: Sequence[Block]) -> tuple[Heading | None, Sequence[Block]]:
    """The heading that a slide begins with, and what stands below it."""
    if blocks and isinstance(blocks[0], Heading):
        return blocks[0], blocks[1:]
    return None, blocks


def headline(block: Heading | None, area: Area, sizes: Sizes, most: int) -> list[Line]:
    """A headline with the rows above and below it, in the largest letters that leave the rest of the slide its room."""
    if block is None:
        return blank_rows(sizes.top if most > sizes.top else 0)
    style = area.style(f"heading{block.level}")
    for rows in range(sizes.headline, LEAST - 1, -2):
        lines = broken(styled(block.spans, area.styles, style), area.width, area.pen(rows))
        if lines and len(lines) <= HEADLINE_LINES and sizes.top + height_of(len(lines), area.pen(rows)) + 1 <= most:
            drawn = large_text(block.spans, style, area, rows, block.step, graded=block.level == 1)
            accents = len(drawn[0]) - rows
            letters = placed(aligned_together(drawn, area, area.align), block.place)
            return [*blank_rows(sizes.top - accents), *letters, []]
    plain_text = [*placed(heading(block, replace(area, letters=1)), block.place), []]
    return [*blank_rows(sizes.top if sizes.top + len(plain_text) <= most else 0), *plain_text][
        : max(most, len(plain_text) - 1)
    ]


def title(spans: Spans, style: Style, area: Area, sizes: Sizes, room: int, step: int = 0) -> list[Line]:
    """A text in the largest letters that fit on so many rows; nothing when none do."""
    pieces = styled(spans, area.styles, style)
    for rows in range(min(sizes.title, room), LEAST - 1, -1):
        pen = area.pen(rows)
        lines = broken(pieces, area.width, pen)
        most = room if rows == LEAST else min(room, int(area.rows * TITLE))
        if lines and len(lines) <= TITLE_LINES + (rows == LEAST) and height_of(len(lines), pen) <= most:
            drawn = large_text(spans, style, area, rows, step, TITLE_LINES + 1, graded=style == area.style("title"))
            return aligned_together(drawn, area, area.align)
    return []


def lines_of(blocks: Sequence[Block], area: Area, sizes: Sizes | None = None) -> list[Line]:
    """Blocks one below the other, headings as lines of text without a rule; large where the page has that."""
    if sizes is not None and sizes.text > 1 and _can_be_large(blocks, area, sizes.text):
        large = lines_of(blocks, replace(area, letters=sizes.text))
        if len(large) <= area.rows // 3:
            return large
    lines: list[Line] = []
    for block in blocks:
        lines += blank_rows(1 if lines and not area.compact else 0)
        if isinstance(block, Heading) and area.letters == 1:
            pieces = styled(block.spans, area.styles, area.style(f"heading{block.level}"))
            drawn = aligned(wrap(pieces, area.width, block.step), area.width, area.align, area.base)
            lines += placed(drawn, block.place)
        else:
            lines += area.set([block])
    return lines


def beneath(head: Heading | None, blocks: Sequence[Block], area: Area, sizes: Sizes) -> list[Line]:
    """A headline, and blocks in the room below it, as large and as far apart as the page allows."""
    blocks = _with_lead(blocks) if head is not None else blocks
    area, lines = _large_or_not(blocks, area, sizes)
    over = headline(head, area, sizes, area.rows - len(lines))
    room = area.rows - len(over)
    return [*over, *below(airy(blocks, lines, area, sizes, room), room)]


def _large_or_not(blocks: Sequence[Block], area: Area, sizes: Sizes) -> tuple[Area, list[Line]]:
    """The lines of blocks, in large letters where the page has those and all of them fit; and the area they are in."""
    if sizes.text > 1 and _can_be_large(blocks, area, sizes.text):
        large = replace(area, letters=sizes.text)
        lines = large.set(blocks)
        if len(lines) + sizes.headline + sizes.top <= area.rows:
            return large, lines
    return area, area.set(blocks)


def _with_lead(blocks: Sequence[Block]) -> Sequence[Block]:
    """Blocks whose first, where it is one line above something else than text, leads to what follows."""
    match blocks:
        case (Paragraph(spans) as first, second, *_) if len(plain(spans)) <= LEAD and not isinstance(second, Paragraph):
            return [Container("lead", "", (first,), first.place, first.step), *blocks[1:]]
        case _:
            return blocks


def below_headline(head: Heading | None, lines: list[Line], area: Area, sizes: Sizes) -> list[Line]:
    """A headline, and lines in the room below it."""
    over = headline(head, area, sizes, area.rows - len(lines))
    return [*over, *below(lines, area.rows - len(over))]


def _can_be_large(blocks: Sequence[Block], area: Area, letters: int) -> bool:
    return _is_text(blocks) and can_draw(text_of(tuple(blocks)), area.pen(letters))


def _is_text(blocks: Sequence[Block]) -> bool:
    """Whether there are only paragraphs, headings and lists of them, in quotations, on panels, in columns or not."""
    for block in blocks:
        match block:
            case Paragraph() | Heading() | Space():
                continue
            case List(items) if all(_is_text(item.children) for item in items):
                continue
            case Quote(children) if _is_text(children):
                continue
            case Container(name, _, children) if name in WITH_TEXT and _is_text(children):
                continue
            case _:
                return False
    return True


def airy(blocks: Sequence[Block], lines: list[Line], area: Area, sizes: Sizes, room: int) -> list[Line]:
    """The lines of blocks with more blank rows between where there is room, with none where there is too little."""
    if len(lines) > room:
        return replace(area, compact=True).set(blocks)
    gaps = len(blocks) - 1
    gaps += sum(len(block.items) - 1 for block in blocks if isinstance(block, List) and not block.tight)
    tight = sum(len(block.items) - 1 for block in blocks if isinstance(block, List) and block.tight)
    ruled = sum(len(block.rows) - 1 for block in blocks if isinstance(block, Table))
    for air in range(sizes.air, 0, -1):
        if len(lines) + (air - 1) * gaps + air * tight + ruled <= int(room * FILLED):
            spread = replace(area, air=air).set(blocks)
            return spread if len(spread) <= room else lines
    return lines


def below(lines: list[Line], room: int) -> list[Line]:
    """Lines in a room of so many rows, with two parts of what is left above them and three below."""
    return [*blank_rows(max(0, int((room - len(lines)) * ABOVE))), *lines]


def has_middle(blocks: Sequence[Block]) -> int | None:
    """Where ``jump_to_middle`` stands among blocks; None where it does not."""
    return next((i for i, one in enumerate(blocks) if isinstance(one, Container) and one.name == "middle"), None)
