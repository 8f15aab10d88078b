"""A slide on its page: margins, vertical place, header and footer."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, NamedTuple

from rich.style import Style

from rostra.deck.model import NO_META, Background, Meta, Slide, unwrapped
from rostra.typeset.area import Area
from rostra.typeset.blocks import flow
from rostra.typeset.composition import blank_rows, margin
from rostra.typeset.edges import edges
from rostra.typeset.frame import Frame, Line, Page, Run, TooWide, inked, padded, width
from rostra.typeset.layouts import layout_named
from rostra.typeset.lettering import Signs
from rostra.typeset.places import notices_of, spots_of
from rostra.typeset.placing import origins, placed, without_origins
from rostra.typeset.sizes import sizes_for
from rostra.typeset.styles import Styles

if TYPE_CHECKING:
    from rostra.typeset.backgrounds import Backdrop

CELL = 0.5
"""Width by height of a terminal cell, which ``aspect`` reckons with; most fonts come near it."""


class Manner(NamedTuple):
    """How a slide is set, besides its page and its theme."""

    progress: bool = True
    """Whether the line above the footer is drawn."""
    max_columns: int = 0
    """The widest content where the deck does not say; 0 is as wide as the page."""
    at_top: bool = False
    """Whether text begins on the first row: for what is read, not looked at."""
    highlight: bool = True
    """Whether listings have their colours."""
    signs: Signs = "quadrants"
    """What the terminal draws large letters with."""
    preview: bool = False
    """Whether listing lines that are too long are cropped, to keep drawings whole."""


USUAL = Manner()
NOTES = Manner(progress=False, at_top=True)


def typeset(slide: Slide, page: Page, styles: Styles, meta: Meta = NO_META, manner: Manner = USUAL) -> Frame:
    """Lay a slide out on a page of cells, once for all its steps. Needs no app and never fails."""
    content = slide.content
    background = slide.settings.background or meta.background
    backdrop = _backdrop(background, page, styles)
    blank = backdrop.blank if backdrop else styles.page_on(background.color if background else "")
    has_edges = content.footer and slide.layout != "blank"
    header, footer = edges(page, styles, meta, blank, content.steps, manner.progress) if has_edges else ([], [])
    rows = max(0, page.rows - len(header) - len(footer))
    area = Area(
        _columns(page, meta, manner), rows, styles, blank, flow,
        highlight=manner.highlight, fold=not manner.preview, signs=manner.signs,
        sections=page.sections, section=page.section,
    )  # fmt: skip
    lines = area.set(content.blocks) if manner.at_top else _laid_out(slide, page, area)
    left = (page.columns - area.width) // 2
    drawn = [inked([Run(" " * left, blank), *line]) for line in placed(lines, slide.place)]
    drawn += blank_rows(rows - len(drawn))
    known = [origins(line) for line in drawn]
    lacking = ((step, origin) for row in known for _, step, origin in row if origin.lacks)
    too_wide = tuple(dict.fromkeys(TooWide(step, one.lacks, one.place, one.part) for step, one in lacking))
    widest = max((width(line) for line in lines), default=0) + max((one.lacks for one in too_wide), default=0)
    return Frame(
        page=page,
        header=tuple(header),
        body=tuple(padded(without_origins(line), page.columns, blank) for line in drawn),
        footer=tuple(footer),
        blank=blank,
        steps=content.steps,
        content_rows=len(lines),
        content_columns=widest + 2 * margin(page.columns),
        shown=spots_of([[(column, origin) for column, _, origin in row] for row in known]),
        notices=notices_of(origin for row in known for _, _, origin in row),
        coming=Style(color=styles.on(blank, "faint").color) if meta.coming == "faint" else None,
        later=styles.on(blank, "progress_rest") if content.steps > 1 else None,
        too_wide=too_wide,
        backdrop=backdrop,
    )


def _backdrop(background: Background | None, page: Page, styles: Styles) -> Backdrop | None:
    """What lies behind the rows of a page where that is more than one colour."""
    if background is None or not (background.last or background.pattern or background.picture):
        return None
    from rostra.typeset.backgrounds import backdrop_of

    return backdrop_of(background, page.columns, page.rows, styles)


def _laid_out(slide: Slide, page: Page, area: Area) -> list[Line]:
    """The rows of a slide in its layout, from the top of the page to the last that is not blank."""
    name, blocks = _layout(slide, area.styles.theme.layouts), slide.content.blocks
    lines = layout_named(name)(
        blocks if name == "default" else unwrapped(blocks), area, sizes_for(page.columns, page.rows)
    )
    while lines and not any(run.text for run in lines[-1]):
        lines.pop()
    return lines


def _layout(slide: Slide, chosen: Mapping[str, str]) -> str:
    """The layout of a slide: its own, else what the theme has chosen for its kind, else what its content asks for."""
    name = slide.layout
    if slide.settings.layout or not chosen:
        return name
    if name == "default" and "points" in chosen:
        from rostra.typeset.layouts.cards import has_points

        return chosen["points"] if has_points(slide.content.blocks) else name
    return chosen.get(name, name)


def _columns(page: Page, meta: Meta, manner: Manner) -> int:
    """How wide the content may be."""
    columns = page.columns - 2 * margin(page.columns)
    if most := meta.max_columns or manner.max_columns:
        columns = min(columns, most)
    if meta.aspect:
        columns = min(columns, max(10, int(page.rows * meta.aspect / CELL)))
    return max(1, columns)
