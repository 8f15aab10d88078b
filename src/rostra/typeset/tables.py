"""Tables that fit their width: cells wrap; where even that does not do, rows become lists."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from rich.cells import cell_len
from rich.style import Style

from rostra.deck.blocks import Align, Spans, Table, plain
from rostra.typeset.area import Area
from rostra.typeset.decimals import decimals
from rostra.typeset.frame import Line, Run, padded, width
from rostra.typeset.panel import has_panels
from rostra.typeset.places import Origin
from rostra.typeset.placing import drawn_from
from rostra.typeset.text import aligned, styled, wrap

NARROWEST = 3
"""Cells; a column is not squeezed below this."""
WIDENED, WIDEST = 60, 100
"""Columns from which on, and to which, tables are widened; beyond that the eye loses its row."""
MOST_PADDED = 10
"""Cells by which a column is widened."""
MANY = 6
"""Rows from which on stripes lead the eye."""
SUMS = frozenset(
    ("total", "totals", "in total", "sum", "summe", "gesamt", "insgesamt", "somme", "totale", "suma", "σ", "∑")
)
"""First cells of a row of sums."""


class Column(NamedTuple):
    """How a column of a table is set."""

    width: int
    align: Align
    behind: tuple[int, ...] = ()
    """For each row, in a column of numbers, how many signs stand from its decimal point on."""

    def lines(self, lines: list[Line], row: int, blank: Style) -> list[Line]:
        """The lines of a cell, moved to their place; a number stands with its decimal point below those of others."""
        if self.behind and len(lines) == 1:
            missing = max(self.behind) - self.behind[row]
            if width(lines[0]) + missing <= self.width:
                lines = [[*lines[0], Run(" " * missing, blank)]]
        return aligned(lines, self.width, self.align, blank)


def table(block: Table, area: Area) -> list[Line]:
    """A header over a line, and rows; where some cell takes several, lines or stripes part the rows."""
    count = len(block.header)
    room = area.width - 3 * (count - 1)
    if room < NARROWEST * count:
        return _stacked(block, area)
    behind = [_numbers(block, column) for column in range(count)]
    widths = _widths(block, room, behind)
    if area.width >= WIDENED:
        widths = _widened(widths, min(area.width, WIDEST) - 3 * (count - 1))
    columns = [
        Column(cells, "right" if numbers else block.aligns[i] if i < len(block.aligns) else "", numbers)
        for i, (cells, numbers) in enumerate(zip(widths, behind, strict=True))
    ]
    heads = [column._replace(behind=()) for column in columns]
    head = _row(block.header, heads, 0, block, area, area.style("table_header"))
    is_striped = len(block.rows) >= MANY and not area.air and has_panels(area)
    rows = []
    for number, cells in enumerate(block.rows):
        ground = _striped(area) if is_striped and number % 2 == 0 else area
        base = ground.style("strong") if _is_sum(cells) else ground.base
        rows.append(_row(cells, columns, number, block, ground, base))
    border = area.style("border")
    rule: Line = [Run("─┼─".join("─" * cells for cells in widths), border, block.step)]
    divided = not is_striped and (area.air > 0 or (any(len(row) > 1 for row in rows) and not area.compact))
    thin: Line = [Run("╌┼╌".join("╌" * cells for cells in widths), border, block.step)]
    has_head = any(spans for spans in block.header)
    lines = _of_row(0, [*head, rule], block) if has_head else []
    for number, row in enumerate(rows, 1):
        lines += _of_row(number, [thin, *row] if number > 1 and divided else row, block)
    return lines


def _striped(area: Area) -> Area:
    """The area on the ground of a stripe."""
    return area.based(area.base + Style(bgcolor=area.style("panel").bgcolor))


def _numbers(block: Table, column: int) -> tuple[int, ...]:
    """For each row how many signs stand from the decimal point on, in a column of numbers; else nothing."""
    if column < len(block.aligns) and block.aligns[column]:
        return ()
    return tuple(decimals([plain(row[column]) if column < len(row) else "" for row in block.rows]) or ())


def _is_sum(cells: tuple[Spans, ...]) -> bool:
    """Whether a row says what those above it come to."""
    return bool(cells) and plain(cells[0]).strip(" :").lower() in SUMS


def _of_row(number: int, lines: list[Line], block: Table) -> list[Line]:
    """The lines of one row of the table, the head being row 0, which know that they are."""
    return [drawn_from(line, Origin(block.place, number)) for line in lines]


def _widths(block: Table, room: int, behind: Sequence[Sequence[int]]) -> list[int]:
    """The columns' widths: what they want if that fits, else shares of the room by what they want."""
    rows = (block.header, *block.rows)
    wanted, least = [], []
    for i in range(len(block.header)):
        texts = ["".join(span.text for span in row[i]) for row in rows if i < len(row)]
        lines = [line for text in texts for line in text.split("\n")]
        words = [word for line in lines for word in line.split()]
        wanted.append(max(1, *(cell_len(line) + 2 for line in lines)) - 2 if lines else 1)
        if behind[i]:
            numbers = zip((plain(row[i]) if i < len(row) else "" for row in block.rows), behind[i], strict=True)
            wanted[-1] = max(wanted[-1], max(cell_len(text) - signs for text, signs in numbers) + max(behind[i]))
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


def _row(
    cells: tuple[Spans, ...], columns: Sequence[Column], number: int, block: Table, area: Area, style: Style
) -> list[Line]:
    """The lines of one row."""
    drawn: list[list[Line]] = []
    for i, column in enumerate(columns):
        spans = cells[i] if i < len(cells) else ()
        look = style
        if style is area.base and i and spans and all("strong" in span.looks for span in spans):
            look = area.style("accent") + Style(bold=True)
            spans = tuple(span._replace(looks=span.looks - {"strong"}) for span in spans)
        lines = wrap(styled(spans, area.styles, look), column.width, block.step)
        drawn.append(column.lines(lines, number, area.base))
    bar = Run(" │ ", area.style("border"), block.step)
    rows: list[Line] = []
    for row in range(max((len(lines) for lines in drawn), default=0)):
        line: Line = []
        for i, lines in enumerate(drawn):
            if i:
                line.append(bar)
            line += padded(lines[row] if row < len(lines) else [], columns[i].width, area.base)
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
