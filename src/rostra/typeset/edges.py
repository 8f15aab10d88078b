"""Header and footer: what stands on every slide, and how far the talk has come."""

from __future__ import annotations

from itertools import groupby

from rich.style import Style

from rostra.deck.blocks import Spans
from rostra.deck.model import Meta
from rostra.typeset.composition import margin
from rostra.typeset.frame import Line, Page, Run, crop, inked, padded, width
from rostra.typeset.lettering.shades import graded
from rostra.typeset.styles import Styles
from rostra.typeset.text import styled

SMALLEST = (10, 8)
"""Columns and rows of the smallest page with a footer."""
PROGRESS = 16
"""Rows of the smallest page that tells how far the talk has come in a row of its own."""
MOST_DOTS = 12
"""Steps of a slide that are told by a dot each."""


def edges(
    page: Page, styles: Styles, meta: Meta, blank: Style, steps: int, progress: bool
) -> tuple[list[Line], list[Line]]:
    """The rows above and below a slide of so many steps; a small page has fewer."""
    if page.columns < SMALLEST[0] or page.rows < SMALLEST[1]:
        return [], []
    header: list[Line] = []
    if meta.header or meta.logo:
        style = styles.on(blank, "header")
        logo = [Run(meta.logo, styles.on(blank, "accent"))] if meta.logo else []
        said = _filled(meta.header or (), meta, page)
        header = [_line(said, logo, page, styles, style, blank), [_nothing(page, blank)]]
    footer: list[Line] = []
    if meta.footer is None or meta.footer:
        style = styles.on(blank, "footer")
        shows_number = any("{current_slide}" in span.text for span in meta.footer or ())
        number = "" if shows_number else f"{page.number}/{page.total}" if page.total else str(page.number)
        right = [*_dots(steps, styles, style, blank), *([Run(number, style)] if number else [])]
        footer.append(_line(_filled(meta.footer or (), meta, page), right, page, styles, style, blank))
    if progress and meta.progress != "none" and page.rows >= PROGRESS:
        footer.insert(0, _progress(page, styles, blank, dots=meta.progress == "dots"))
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
        "section": page.sections[page.section - 1] if page.section else "",
    }
    filled = []
    for span in spans:
        text = span.text
        for name, value in values.items():
            text = text.replace(f"{{{name}}}", value)
        filled.append(span._replace(text=text))
    return tuple(filled)


def _dots(steps: int, styles: Styles, style: Style, blank: Style) -> Line:
    """A dot for each step that a slide reveals; frames draw those faint that are still to come."""
    if not 1 < steps <= MOST_DOTS:
        return []
    return [*(Run("●", styles.on(blank, "accent"), step) for step in range(1, steps)), Run("  ", style)]


def _line(left: Spans, right: Line, page: Page, styles: Styles, style: Style, blank: Style) -> Line:
    """One row with text at the left and something short at the right."""
    edge = margin(page.columns)
    room = page.columns - 2 * edge - (width(right) + 2 if right else 0)
    text: Line = [Run(part, look) for part, look in styled(left, styles, style) if part]
    if width(text) > room:
        text = [*crop(text, 0, max(0, room - 1)), Run("…", style)] if room > 0 else []
    line = padded(inked([Run(" " * edge, blank), *text]), page.columns - edge - width(right), blank)
    return padded([*line, *right], page.columns, blank)


def _progress(page: Page, styles: Styles, blank: Style, *, dots: bool) -> Line:
    """How much of the talk has been shown, as a line or a dot for each slide; none of it while that is not known."""
    done_style, rest_style = styles.on(blank, "progress"), styles.on(blank, "progress_rest")
    if dots and 0 < 2 * page.total <= page.columns - 2 * margin(page.columns):
        drawn: Line = [Run(" " * margin(page.columns), blank), Run("● " * page.number, done_style)]
        return padded(inked([*drawn, Run("● " * (page.total - page.number), rest_style)]), page.columns, blank)
    done = page.columns * (page.number - 1) // (page.total - 1) if page.total > 1 else page.columns * page.total
    line = [Run("━" * done, done_style)]
    if (gradient := styles.gradient_on(blank)) is not None:
        looks = [graded(done_style, gradient, column / page.columns) for column in range(done)]
        line = [Run("━" * len([*group]), look) for look, group in groupby(looks)]
    return inked([*line, Run("─" * (page.columns - done), rest_style)])
