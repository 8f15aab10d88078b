"""A slide on its page: margins, vertical place, header and footer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from rich.cells import cell_len
from rich.style import Style

from rostra.deck.blocks import Block, Container, Heading, Span, Spans
from rostra.deck.model import NO_META, Meta, Slide
from rostra.typeset.area import Area
from rostra.typeset.blocks import flow
from rostra.typeset.frame import Frame, Line, Page, Run, crop, origins, padded, placed, width, without_origins
from rostra.typeset.places import notices_of, spots_of
from rostra.typeset.styles import Styles
from rostra.typeset.text import styled

MAX_COLUMNS = 110
"""Lines longer than this are hard to follow; a deck's ``max_columns`` changes it."""
TALLEST = 40
"""Rows; on a taller page the slide stands in the middle, as it does on a page wider than it needs."""
AIRY = 0.55
"""A slide that fills at most this share of its page has its lists set with blank rows between the items."""
CELL = 0.5
"""Width by height of a terminal cell, which ``aspect`` reckons with; most fonts come near it."""


class Manner(NamedTuple):
    """How a slide is set, besides its page and its theme."""

    progress: bool = True
    """Whether the line above the footer is drawn."""
    max_columns: int = MAX_COLUMNS
    """The widest content where the deck does not say."""
    at_top: bool = False
    """Whether text begins on the first row: for what is read, not looked at."""
    highlight: bool = True
    """Whether listings have their colours."""
    preview: bool = False
    """Whether listing lines that are too long are cropped, to keep drawings whole."""


USUAL = Manner()
NOTES = Manner(progress=False, at_top=True)


def typeset(slide: Slide, page: Page, styles: Styles, meta: Meta = NO_META, manner: Manner = USUAL) -> Frame:
    """Lay a slide out on a page of cells, once for all its steps. Needs no app and never fails."""
    content = slide.content
    blank = styles.page_on(slide.settings.background)
    header, footer = _edges(page, styles, meta, blank, manner.progress) if content.footer else ([], [])
    rows = max(0, page.rows - len(header) - len(footer))
    title = slide.is_title
    area = Area(_columns(page, meta, manner), rows, styles, blank, flow, title=title, align="center" if title else "")
    area = replace(area, highlight=manner.highlight, fold=not manner.preview)
    body = _set(content.blocks, area, title)
    body_lines, top = (body, 0) if manner.at_top else _placed(body, title, content.blocks, area)
    left = (page.columns - area.width) // 2
    drawn = [_inked([Run(" " * left, blank), *line]) for line in placed(body_lines, slide.place)]
    drawn += _blank_rows(rows - len(drawn))
    known = [origins(line) for line in drawn]
    too_wide = tuple((step, origin.lacks) for row in known for _, step, origin in row if origin.lacks)
    widest = max((width(line) for line in body), default=0) + max((lacks for _, lacks in too_wide), default=0)
    return Frame(
        page=page,
        header=tuple(header),
        body=tuple(padded(without_origins(line), page.columns, blank) for line in drawn),
        footer=tuple(footer),
        blank=blank,
        steps=content.steps,
        content_rows=len(body_lines) if len(body) > rows else len(body) + top,
        content_columns=widest + 2 * _margin(page.columns),
        shown=spots_of([[(column, origin) for column, _, origin in row] for row in known]),
        notices=notices_of(origin for row in known for _, _, origin in row),
        too_wide=too_wide,
    )


def _columns(page: Page, meta: Meta, manner: Manner) -> int:
    """How wide the content may be."""
    columns = min(page.columns - 2 * _margin(page.columns), meta.max_columns or manner.max_columns)
    if meta.aspect:
        columns = min(columns, max(10, int(page.rows * meta.aspect / CELL)))
    return max(1, columns)


def _set(blocks: Sequence[Block], area: Area, title: bool) -> list[Line]:
    """The lines of all blocks, with as many optional blank rows as fit well."""
    lines = _with_middle(blocks, area)
    if len(lines) <= area.rows * AIRY:
        airy = _with_middle(blocks, replace(area, airy=True))
        return airy if len(airy) <= area.rows - 2 else lines
    if len(lines) > area.rows:
        tighter = replace(area, compact=True)
        lines = _with_middle(blocks, tighter)
        if len(lines) > area.rows and title:
            lines = _with_middle(blocks, replace(tighter, title=False))
    return lines


def _with_middle(blocks: Sequence[Block], area: Area) -> list[Line]:
    """The lines of all blocks, those after ``jump_to_middle`` in the middle of the page."""
    middle = next((i for i, b in enumerate(blocks) if isinstance(b, Container) and b.name == "middle"), None)
    if middle is None:
        return area.set(blocks)
    above, below = area.set(blocks[:middle]), area.set(blocks[middle:])
    least = 0 if area.compact or not above else 1
    gap = max(least, (area.rows - len(below)) // 2 - len(above))
    return [*above, *_blank_rows(gap), *below]


def _blank_rows(count: int) -> list[Line]:
    return [[] for _ in range(count)]


def _placed(lines: list[Line], title: bool, blocks: Sequence[Block], area: Area) -> tuple[list[Line], int]:
    """The lines on the page, and how many blank rows were put in.

    Titles stand in the middle. Elsewhere the headline keeps its place from slide to slide, and what follows it
    moves down by a quarter of the room that is left.
    """
    room = area.rows - len(lines)
    if title or room < 2 or not blocks or len(lines) >= TALLEST:
        top = max(0, room // 2) if title else 0
        return [*_blank_rows(top), *lines], top
    if any(isinstance(block, Container) and block.name == "middle" for block in blocks):
        return [[], *lines], 1
    above = 1 + max(0, area.rows - TALLEST) // 2
    room = min(area.rows, TALLEST) - len(lines)
    down = max(0, min((room - 1) // 4, min(area.rows, TALLEST) // 6))
    head = len(area.set(blocks[:1])) if isinstance(blocks[0], Heading) else 0
    return [*_blank_rows(above), *lines[:head], *_blank_rows(down), *lines[head:]], above + down


def _margin(columns: int) -> int:
    """Blank columns on either side."""
    return 4 if columns >= 60 else 2 if columns >= 30 else 1 if columns >= 12 else 0


# -- header and footer --------------------------------------------------------------------------------------------


def _edges(page: Page, styles: Styles, meta: Meta, blank: Style, progress: bool) -> tuple[list[Line], list[Line]]:
    """The rows above and below the slide; a small page has fewer."""
    if page.rows < 8 or page.columns < 10:
        return [], []
    header: list[Line] = []
    if head := _filled(meta.header or (), meta, page):
        header = [_edge_line(head, "", page, styles, styles.on(blank, "header"), blank), [_nothing(page, blank)]]
    number = f"{page.number}/{page.total}" if page.total else str(page.number)
    foot = _filled(meta.footer or (), meta, page)
    shows_number = any("{current_slide}" in span.text for span in meta.footer or ())
    footer: list[Line] = []
    if meta.footer is None or meta.footer:
        number = "" if shows_number else number
        footer.append(_edge_line(foot, number, page, styles, styles.on(blank, "footer"), blank))
    if progress and page.rows >= 16:
        footer.insert(0, _progress(page, styles, blank))
    return header, footer


def _nothing(page: Page, blank: Style) -> Run:
    return Run(" " * page.columns, blank)


def _filled(spans: Spans, meta: Meta, page: Page) -> Spans:
    """A header or footer with its placeholders filled in."""
    values = {
        "current_slide": str(page.number),
        "total_slides": str(page.total or "…"),
        "title": meta.title,
        "subtitle": meta.subtitle,
        "sub_title": meta.subtitle,
        "author": meta.author,
        "date": meta.date,
        "event": meta.event,
        "location": meta.location,
    }
    filled = []
    for span in spans:
        text = span.text
        for name, value in values.items():
            text = text.replace(f"{{{name}}}", value)
        filled.append(Span(text, span.looks, span.link, span.color, span.background))
    return tuple(filled)


def _edge_line(left: Spans, right: str, page: Page, styles: Styles, style: Style, blank: Style) -> Line:
    """One row with text at the left and a number at the right."""
    margin = _margin(page.columns)
    room = page.columns - 2 * margin - (cell_len(right) + 2 if right else 0)
    text: Line = [Run(part, look) for part, look in styled(left, styles, style) if part]
    if width(text) > room:
        text = [*crop(text, 0, max(0, room - 1)), Run("…", style)] if room > 0 else []
    line = padded(_inked([Run(" " * margin, blank), *text]), page.columns - margin - cell_len(right), blank)
    return padded([*line, Run(right, style)] if right else line, page.columns, blank)


def _progress(page: Page, styles: Styles, blank: Style) -> Line:
    """A line as long as the part of the talk that has been shown; none of it while the total is not known."""
    done = page.columns * (page.number - 1) // (page.total - 1) if page.total > 1 else page.columns * page.total
    line = [
        Run("━" * done, styles.on(blank, "progress")),
        Run("─" * (page.columns - done), styles.on(blank, "progress_rest")),
    ]
    return _inked(line)


def _inked(line: Line) -> Line:
    """The line without runs of no cells, which cost time wherever lines are painted or compared."""
    return [run for run in line if run.text]
