"""Tables that fit their width: cells wrap; where even that does not do, rows become lists."""

from __future__ import annotations

from rich.cells import cell_len
from rich.style import Style

from rostra.deck.blocks import Spans, Table
from rostra.typeset.area import Area
from rostra.typeset.frame import Line, Run, padded, width
from rostra.typeset.places import Origin
from rostra.typeset.placing import drawn_from
from rostra.typeset.text import aligned, styled, wrap

NARROWEST = 3
"""Cells; a column is not squeezed below this."""
WIDENED, WIDEST = 60, 100
"""Columns from which on, and to which, tables are widened; beyond that the eye loses its row."""
MOST_PADDED = 10
"""Cells by which a column is widened."""


def table(block: Table, area: Area) -> list[Line]:
    """A header over a line, and rows; there are lines between the rows when some cell takes several."""
    columns = len(block.header)
    room = area.width - 3 * (columns - 1)
    if room < NARROWEST * columns:
        return _stacked(block, area)
    widths = _widths(block, room)
    if area.width >= WIDENED:
        widths = _widened(widths, min(area.width, WIDEST) - 3 * (columns - 1))
    head = _row(block.header, widths, block, area, area.style("table_header"))
    rows = [_row(cells, widths, block, area, area.base) for cells in block.rows]
    border = area.style("border")
    rule: Line = [Run("─┼─".join("─" * cells for cells in widths), border, block.step)]
    divided = area.air > 0 or (any(len(row) > 1 for row in rows) and not area.compact)
    thin: Line = [Run("╌┼╌".join("╌" * cells for cells in widths), border, block.step)]
    has_head = any(spans for spans in block.header)
    lines = _of_row(0, [*head, rule], block) if has_head else []
    for number, row in enumerate(rows, 1):
        lines += _of_row(number, [thin, *row] if number > 1 and divided else row, block)
    return lines


def _of_row(number: int, lines: list[Line], block: Table) -> list[Line]:
    """The lines of one row of the table, the head being row 0, which know that they are."""
    return [drawn_from(line, Origin(block.place, number)) for line in lines]


def _widths(block: Table, room: int) -> list[int]:
    """The columns' widths: what they want if that fits, else shares of the room by what they want."""
    rows = (block.header, *block.rows)
    wanted, least = [], []
    for i in range(len(block.header)):
        texts = ["".join(span.text for span in row[i]) for row in rows if i < len(row)]
        lines = [line for text in texts for line in text.split("\n")]
        words = [word for line in lines for word in line.split()]
        wanted.append(max(1, *(cell_len(line) + 2 for line in lines)) - 2 if lines else 1)
        least.append(min(16, max((cell_len(word) for word in words), default=1)))
    wanted = [max(1, cells) for cells in wanted]
    if sum(wanted) <= room:
        return wanted
    least = [max(NARROWEST, cells) for cells in least]
    if sum(least) > room:
        least = [NARROWEST] * len(wanted)
    return _shared(wanted, least, room)


def _widened(widths: list[int], room: int) -> list[int]:
    """The same widths with an equal share of the room that is left for each, as far as that helps."""
    more = min(MOST_PADDED, max(0, room - sum(widths)) // len(widths))
    return [cells + more for cells in widths]


def _shared(wanted: list[int], least: list[int], room: int) -> list[int]:
    """Give each column its least, then the rest one by one to the column that is shortest of what it wants."""
    widths = [min(low, want) for low, want in zip(least, wanted, strict=True)]
    for _ in range(max(0, room - sum(widths))):
        neediest = max(range(len(widths)), key=lambda i: (wanted[i] - widths[i]) / max(1, widths[i]))
        if wanted[neediest] <= widths[neediest]:
            break
        widths[neediest] += 1
    return widths


def _row(cells: tuple[Spans, ...], widths: list[int], block: Table, area: Area, style: Style) -> list[Line]:
    """The lines of one row."""
    drawn: list[list[Line]] = []
    for i, cell_width in enumerate(widths):
        spans = cells[i] if i < len(cells) else ()
        lines = wrap(styled(spans, area.styles, style), cell_width, block.step)
        align = block.aligns[i] if i < len(block.aligns) else ""
        drawn.append(aligned(lines, cell_width, align, style))
    bar = Run(" │ ", area.style("border"), block.step)
    rows: list[Line] = []
    for row in range(max((len(lines) for lines in drawn), default=0)):
        line: Line = []
        for i, lines in enumerate(drawn):
            if i:
                line.append(bar)
            line += padded(lines[row] if row < len(lines) else [], widths[i], area.base)
        rows.append(line)
    return rows


def _stacked(block: Table, area: Area) -> list[Line]:
    """Each row as a list of header and cell, for a page too narrow for columns."""
    lines: list[Line] = []
    heads = [styled(head, area.styles, area.style("table_header")) for head in block.header]
    for number, row in enumerate(block.rows or ((),), 1):
        drawn: list[Line] = []
        if lines:
            drawn.append([Run("╌" * min(area.width, 8), area.style("border"), block.step)])
        for i, head in enumerate(heads):
            cell = styled(row[i], area.styles, area.base) if i < len(row) else []
            drawn += wrap([*head, (" ", area.base), *cell], area.width, block.step)
        lines += _of_row(number, drawn, block)
    return [line for line in lines if width(line)]
