"""What the help says, laid out in columns and pages that fit a screen."""

from __future__ import annotations

import textwrap
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from typing import TypeVar

from rich.cells import cell_len, chop_cells
from textual.content import Content

from rostra.errors import Problem
from rostra.keys import DIGITS, Key, shown

Lines = list[Content]
Item = TypeVar("Item")
MOST_PROBLEMS = 100
NARROWEST = 48
"""Columns that a column of keys needs, where there are several."""
WIDEST = 88
"""Columns of the only one."""
GAP = 4
"""Columns between two."""


@dataclass(frozen=True)
class Pages:
    """The help on a screen of one size."""

    width: int
    """Columns of the widest line."""
    pages: tuple[Lines, ...]
    problems_from: int | None = None
    """The page, counted from 0, on which the deck's problems begin; None when there are none."""


def help_pages(
    keys: Sequence[Key], moved: Mapping[str, str], problems: Sequence[Problem], room: tuple[int, int]
) -> Pages:
    """Lay the help out in so many columns and rows: in the fewest columns that make one page, else in all that fit."""
    columns, rows = max(1, room[0]), max(1, room[1])
    width, pages = _pages_of_keys(lambda width: list(_groups(keys, moved, width)), columns, rows)
    if not problems:
        return Pages(width, tuple(pages))
    width = max(width, min(columns, WIDEST))
    told = _told(problems, width)
    above = [Content("")] if pages[-1] else []
    if len(pages[-1]) + len(above) + len(told) <= rows:
        pages[-1] += [*above, *told]
        return Pages(width, tuple(pages), len(pages) - 1)
    return Pages(width, (*pages, *_parts(told, rows)), len(pages))


def _pages_of_keys(groups: Callable[[int], list[Lines]], columns: int, rows: int) -> tuple[int, list[Lines]]:
    """The width that the groups of keys take, and their pages."""
    for count in range(1, max(1, (columns + GAP) // (NARROWEST + GAP)) + 1):
        width = min(WIDEST, (columns - GAP * (count - 1)) // count)
        made = groups(width)
        stacks = _stacked(made, rows)
        if len(stacks) <= count:
            break
    if len(stacks) <= count:  # as low as whole groups allow, so that the columns are about as long as each other
        heights = range(min(rows, max(map(len, made), default=rows)), rows)
        stacks = next((low for height in heights if len(low := _stacked(made, height)) <= count), stacks)
    stacks = stacks or [[]]
    count = min(count, len(stacks))
    pages = [_side_by_side(part, width) for part in _parts(stacks, count)]
    return width * count + GAP * (count - 1), pages


def _stacked(groups: Sequence[Lines], rows: int) -> list[Lines]:
    """The groups one below the other in as few stacks of so many rows as that goes; each goes where there is room."""
    stacks: list[Lines] = []
    for group in groups:
        fitting = next((stack for stack in stacks if len(stack) + 1 + len(group) <= rows), None)
        if fitting is not None:
            fitting += [Content(""), *group]
        else:
            stacks += _parts(group, rows)
    return stacks


def _parts(items: Sequence[Item], most: int) -> list[list[Item]]:
    """The items in lists of so many, the last one shorter."""
    return [list(items[at : at + most]) for at in range(0, len(items), most)]


def _side_by_side(stacks: Sequence[Lines], width: int) -> Lines:
    """Stacks of lines as the columns of one page."""
    return [
        Content.assemble(*(_filled(line, width + GAP) for line in row[:-1]), row[-1])
        for row in zip_longest(*stacks, fillvalue=Content(""))
    ]


def _filled(line: Content, width: int) -> Content:
    return Content.assemble(line, " " * max(0, width - cell_len(line.plain)))


# -- what it says -------------------------------------------------------------------------------------------------


def _groups(keys: Sequence[Key], moved: Mapping[str, str], width: int) -> Iterator[Lines]:
    """The lines of each group of keys."""
    for group in dict.fromkeys(key.group for key in keys):
        rows = [(shown(moved.get(key.id, key.keys)), key.about) for key in keys if key.group == group]
        if group == "Moving":
            rows.append(("0…9", DIGITS[0].about))
        yield [Content.styled(group, "bold $primary"), *_rows(rows, width)]


def _rows(rows: Sequence[tuple[str, str]], width: int) -> Iterator[Content]:
    """Keys and what they do, the second below each other."""
    rows = [(" ".join(keys.split()), about) for keys, about in rows]
    most = max(12, width // 2)
    indent = max((len(keys) for keys, _ in rows if len(keys) <= most), default=0) + 4
    for keys, about in rows:
        told = wrapped(about, width - indent)
        if len(keys) > most:
            yield from (Content(f"  {line}") for line in wrapped(keys, width - 2))
            keys = ""
        first = Content.assemble("  ", (f"{keys:<{indent - 2}}", "bold"), told[0])
        yield from (first, *(Content(" " * indent + line) for line in told[1:]))


def _told(problems: Sequence[Problem], width: int) -> Lines:
    """The problems below a heading, each with the line that it is about where that is known."""
    lines = [Content.styled(f"Problems of the deck ({len(problems)})", "bold $warning")]
    for problem in problems[:MOST_PROBLEMS]:
        lines += [Content(f"  {line}") for line in wrapped(str(problem), width - 2)]
        excerpt = problem.excerpt().split("\n")[1:]
        if excerpt and all(cell_len(line) <= width - 2 for line in excerpt):
            styles = ("dim", "$warning")
            lines += [Content.styled(f"  {line}", style) for line, style in zip(excerpt, styles, strict=False)]
    if len(problems) > MOST_PROBLEMS:
        lines.append(Content(f"  … and {len(problems) - MOST_PROBLEMS} more"))
    return lines


def wrapped(text: str, width: int) -> list[str]:
    """The text in lines of so many cells, at least one line."""
    width = max(8, width)
    lines = textwrap.wrap(text, width) or [""]
    return [part for line in lines for part in (chop_cells(line, width) if cell_len(line) > width else [line])]
