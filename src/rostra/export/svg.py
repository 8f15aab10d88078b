"""A slide as an SVG picture: text on a grid, box and block characters drawn as shapes."""

from __future__ import annotations

import re
from collections.abc import Iterable
from html import escape
from typing import NamedTuple

from rich.cells import split_graphemes
from rich.color import Color
from rich.style import Style

from rostra.export.job import View
from rostra.typeset.frame import Line
from rostra.typeset.lettering.signs import QUADRANTS, SEXTANTS

CELL_WIDTH, CELL_HEIGHT = 9.6, 20.0
"""Pixels; a monospaced font of 16 pixels is 9.6 wide."""
INK, PAPER = "#e8e6e1", "#14161b"
HAIR = 0.2
FONT = "'DejaVu Sans Mono', 'Cascadia Mono', Menlo, Consolas, monospace"
# Rectangles by their left, top, right and bottom edge in eighths of a cell.
BLOCKS = {
    "█": (0, 0, 8, 8),
    "▀": (0, 0, 8, 4),
    "▐": (4, 0, 8, 8),
    "▔": (0, 0, 8, 1),
    "▕": (7, 0, 8, 8),
    **{sign: (0, 8 - eighths, 8, 8) for eighths, sign in enumerate("▁▂▃▄▅▆▇", 1)},
    **{sign: (0, 0, eighths, 8) for eighths, sign in enumerate("▏▎▍▌▋▊▉", 1)},
}
# Signs of several pixels by their numbers, each pixel a bit, from left to right and then down; and rows of pixels.
PIXELS = {
    **{sign: (number, 3) for number, sign in enumerate(SEXTANTS) if sign not in BLOCKS and sign != " "},
    **{sign: (number, 2) for number, sign in enumerate(QUADRANTS) if sign not in BLOCKS and sign != " "},
}
# Shades by which parts of a cell have the ink, of four by four.
SHADES = {
    "░": tuple((row, column) for row in range(0, 4, 2) for column in range(row // 2 % 2, 4, 2)),
    "▒": tuple((row, column) for row in range(4) for column in range(row % 2, 4, 2)),
    "▓": tuple((row, column) for row in range(4) for column in range(4) if row % 2 or column % 2 != row // 2 % 2),
}
# Lines by where they go from the middle of a cell: left, up, right, down, or to a corner
# (b before it and below, a behind and above, e before and above, f behind and below); and how thick they are.
LINES = {
    "─": ("lr", 1.2), "━": ("lr", 3.0), "│": ("ud", 1.2), "┃": ("ud", 3.0), "╌": ("lr", 1.0),
    "┌": ("rd", 1.2), "┐": ("ld", 1.2), "└": ("ur", 1.2), "┘": ("lu", 1.2), "╭": ("rd", 1.2),
    "╮": ("ld", 1.2), "╰": ("ur", 1.2), "╯": ("lu", 1.2), "├": ("udr", 1.2), "┤": ("udl", 1.2),
    "┬": ("lrd", 1.2), "┴": ("lru", 1.2), "┼": ("lrud", 1.2), "═": ("lr", 2.0), "║": ("ud", 2.0),
    "╱": ("ba", 1.2), "╲": ("ef", 1.2), "╳": ("abef", 1.2), "┏": ("rd", 3.0), "┓": ("ld", 3.0),
    "┗": ("ur", 3.0), "┛": ("lu", 3.0), "┣": ("udr", 3.0), "┫": ("udl", 3.0), "┳": ("lrd", 3.0),
    "┻": ("lru", 3.0), "╋": ("lrud", 3.0), "┄": ("lr", 1.0), "┆": ("ud", 1.0), "╎": ("ud", 1.0),
}  # fmt: skip

NO_XML = re.compile("[\ufffe\uffff]")
"""What text may hold and XML may not; control characters were taken out when the deck was read."""


def picture(view: View) -> str:
    """A slide at one of its steps as one SVG document."""
    return svg(view.lines(), view.frame.page.columns)


class Patch(NamedTuple):
    """A rectangle of one colour, by its edges: columns in eighths of a cell, rows in parts of which a cell has 24."""

    left: int
    top: int
    right: int
    bottom: int
    color: str


def svg(lines: list[Line], columns: int) -> str:
    """Lines of a frame as one SVG document."""
    wide, high = columns * CELL_WIDTH, len(lines) * CELL_HEIGHT
    drawing = _Drawing()
    for row, line in enumerate(lines):
        drawing.add(line, row)
    paper = next((_colors(run.style)[1] for line in lines for run in line), "") or PAPER
    patches = [*joined(drawing.grounds), *joined(drawing.inks)]
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {wide:g} {high:g}" width="{wide:g}" height="{high:g}">'
        f'<rect width="100%" height="100%" fill="{paper}"/>'
        f'<g font-family="{escape(FONT)}" font-size="16" xml:space="preserve" shape-rendering="crispEdges">'
        f"{''.join(map(_rect, patches))}{''.join(drawing.shapes)}</g></svg>\n"
    )


class _Drawing:
    """What is painted, one after the other: grounds, blocks and pixels, then lines and text."""

    def __init__(self) -> None:
        self.grounds: list[Patch] = []
        self.inks: list[Patch] = []
        self.shapes: list[str] = []

    def add(self, line: Line, row: int) -> None:
        """Draw a line of a frame on a row."""
        column = 0
        for run in line:
            ink, paper = _colors(run.style)
            spans, cells = split_graphemes(run.text)
            if paper and cells:
                self.grounds.append(_patch(column, row, (0, 0, cells * 8, 24), paper))
            text, start, at = "", column, column
            for first, last, size in [*spans, (0, 0, 0)]:
                sign = run.text[first:last]
                drawn = self._draw(sign, at, row, ink)
                if text and (drawn or not sign or size == 2):
                    self._write(text, start, row, at, ink, run.style)
                    text = ""
                if sign and not drawn:
                    start = start if text else at
                    text += sign
                at += size
                if size == 2 and text:
                    self._write(text, start, row, at, ink, run.style)
                    text = ""
            column += cells

    def _draw(self, sign: str, column: int, row: int, ink: str) -> bool:
        """Draw a box or block character; whether it is one."""
        if sign in BLOCKS:
            left, top, right, bottom = BLOCKS[sign]
            self.inks.append(_patch(column, row, (left, top * 3, right, bottom * 3), ink))
        elif sign in PIXELS:
            self.inks += _pixels(*PIXELS[sign], column, row, ink)
        elif sign in SHADES:
            places = [(2 * at, 6 * down, 2 * at + 2, 6 * down + 6) for down, at in SHADES[sign]]
            self.inks += [_patch(column, row, edges, ink) for edges in places]
        elif sign in LINES:
            self.shapes.append(_strokes(sign, column * CELL_WIDTH, row * CELL_HEIGHT, ink))
        else:
            return False
        return True

    def _write(self, text: str, column: int, row: int, end: int, ink: str, style: Style) -> None:
        x, y = column * CELL_WIDTH, row * CELL_HEIGHT
        self.shapes.append(_text(text, x, y, (end - column) * CELL_WIDTH, ink, style))


def joined(patches: Iterable[Patch]) -> list[Patch]:
    """The same area in fewer patches: those beside each other are one, then those below each other."""
    beside: list[Patch] = []
    for one in sorted(patches, key=lambda one: (one.top, one.bottom, one.left)):
        last = beside[-1] if beside else None
        if last is not None and last == one._replace(left=last.left, right=one.left):
            beside[-1] = last._replace(right=one.right)
        else:
            beside.append(one)
    made: dict[tuple[int, int, int, str], Patch] = {}
    for one in beside:
        above = made.pop((one.left, one.right, one.top, one.color), one)
        made[one.left, one.right, one.bottom, one.color] = one._replace(top=above.top)
    return [*made.values()]


def _patch(column: int, row: int, edges: tuple[int, int, int, int], color: str) -> Patch:
    """A patch by its edges, as they lie from the left upper corner of a cell."""
    left, top, right, bottom = edges
    return Patch(column * 8 + left, row * 24 + top, column * 8 + right, row * 24 + bottom, color)


def _pixels(number: int, rows: int, column: int, row: int, ink: str) -> list[Patch]:
    """The pixels of a sign, each a patch."""
    high = 24 // rows
    inked = [(bit % 2 * 4, bit // 2 * high) for bit in range(2 * rows) if number >> bit & 1]
    return [_patch(column, row, (left, top, left + 4, top + high), ink) for left, top in inked]


def _strokes(sign: str, x: float, y: float, ink: str) -> str:
    """A sign that is drawn with lines from the middle of its cell."""
    ways, thick = LINES[sign]
    middle_x, middle_y = x + CELL_WIDTH / 2, y + CELL_HEIGHT / 2
    ends = {"l": f"H{x:g}", "r": f"H{x + CELL_WIDTH:g}", "u": f"V{y:g}", "d": f"V{y + CELL_HEIGHT:g}"}
    right, below = x + CELL_WIDTH, y + CELL_HEIGHT
    ends |= {"b": f"L{x:g} {below:g}", "a": f"L{right:g} {y:g}", "e": f"L{x:g} {y:g}", "f": f"L{right:g} {below:g}"}
    path = "".join(f"M{middle_x:g} {middle_y:g}{ends[way]}" for way in ways)
    return f'<path d="{path}" stroke="{ink}" stroke-width="{thick}" stroke-linecap="square"/>'


def _rect(patch: Patch) -> str:
    x, y = patch.left * CELL_WIDTH / 8, patch.top * CELL_HEIGHT / 24
    # A hair wider than its cells, so that neighbours leave no seam.
    wide, high = patch.right * CELL_WIDTH / 8 - x + HAIR, patch.bottom * CELL_HEIGHT / 24 - y + HAIR
    return f'<rect x="{x:.6g}" y="{y:.6g}" width="{wide:.6g}" height="{high:.6g}" fill="{patch.color}"/>'


def _text(text: str, x: float, y: float, wide: float, ink: str, style: Style) -> str:
    if not text.strip():
        return ""
    looks = ' font-weight="bold"' * bool(style.bold) + ' font-style="italic"' * bool(style.italic)
    lines = "underline" * bool(style.underline) + " line-through" * bool(style.strike)
    looks += f' text-decoration="{lines.strip()}"' if lines else ""
    said = escape(NO_XML.sub("\ufffd", text))
    return f'<text x="{x:.2f}" y="{y + 15:.2f}" textLength="{wide:.2f}" fill="{ink}"{looks}>{said}</text>'


def _colors(style: Style) -> tuple[str, str]:
    ink, paper = _hex(style.color, INK), _hex(style.bgcolor, "")
    return (paper or PAPER, ink) if style.reverse else (ink, paper)


def _hex(color: Color | None, default: str) -> str:
    return default if color is None or color.is_default else color.get_truecolor().hex
