"""A slide as an SVG picture: text on a grid, box and block characters drawn as shapes."""

from __future__ import annotations

import re
from html import escape

from rich.cells import split_graphemes
from rich.color import Color
from rich.style import Style

from rostra.export.job import View
from rostra.typeset.frame import Line
from rostra.typeset.lettering.signs import QUADRANTS, SEXTANTS

CELL_WIDTH, CELL_HEIGHT = 9.6, 20.0
"""Pixels; a monospaced font of 16 pixels is 9.6 wide."""
INK, PAPER = "#e8e6e1", "#14161b"
FONT = "'DejaVu Sans Mono', 'Cascadia Mono', Menlo, Consolas, monospace"
# Rectangles by their left, top, right and bottom edge in eighths of a cell.
BLOCKS = {
    "█": (0, 0, 8, 8),
    "▀": (0, 0, 8, 4),
    "▄": (0, 4, 8, 8),
    "▌": (0, 0, 4, 8),
    "▎": (0, 0, 2, 8),
    "▐": (4, 0, 8, 8),
}
# Signs of several pixels by their numbers, each pixel a bit, from left to right and then down; and rows of pixels.
PIXELS = {
    **{sign: (number, 3) for number, sign in enumerate(SEXTANTS) if sign not in BLOCKS and sign != " "},
    **{sign: (number, 2) for number, sign in enumerate(QUADRANTS) if sign not in BLOCKS and sign != " "},
}
# Lines by where they go from the middle of a cell: left, up, right, down, or to the corners below and above; and how
# thick they are.
LINES = {
    "─": ("lr", 1.2), "━": ("lr", 3.0), "│": ("ud", 1.2), "┃": ("ud", 3.0), "╌": ("lr", 1.0),
    "┌": ("rd", 1.2), "┐": ("ld", 1.2), "└": ("ur", 1.2), "┘": ("lu", 1.2), "╭": ("rd", 1.2),
    "╮": ("ld", 1.2), "╰": ("ur", 1.2), "╯": ("lu", 1.2), "├": ("udr", 1.2), "┤": ("udl", 1.2),
    "┬": ("lrd", 1.2), "┴": ("lru", 1.2), "┼": ("lrud", 1.2), "═": ("lr", 2.0), "║": ("ud", 2.0),
    "╱": ("ba", 1.2),
}  # fmt: skip

NO_XML = re.compile("[\ufffe\uffff]")
"""What text may hold and XML may not; control characters were taken out when the deck was read."""


def picture(view: View) -> str:
    """A slide at one of its steps as one SVG document."""
    return svg(view.lines(), view.frame.page.columns)


def svg(lines: list[Line], columns: int) -> str:
    """Lines of a frame as one SVG document."""
    wide, high = columns * CELL_WIDTH, len(lines) * CELL_HEIGHT
    shapes = [shape for y, line in enumerate(lines) for shape in _line(line, y * CELL_HEIGHT)]
    paper = next((_colors(run.style)[1] for line in lines for run in line), "") or PAPER
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {wide:g} {high:g}" width="{wide:g}" height="{high:g}">'
        f'<rect width="100%" height="100%" fill="{paper}"/>'
        f'<g font-family="{escape(FONT)}" font-size="16" xml:space="preserve" shape-rendering="crispEdges">'
        f"{''.join(shapes)}</g></svg>\n"
    )


def _line(line: Line, y: float) -> list[str]:
    shapes = []
    x = 0.0
    for run in line:
        ink, paper = _colors(run.style)
        spans, cells = split_graphemes(run.text)
        if paper:
            shapes.append(_rect(x, y, cells * CELL_WIDTH, CELL_HEIGHT, paper))
        text, start, at = "", x, x
        for first, last, size in [*spans, (0, 0, 0)]:
            sign = run.text[first:last]
            drawn = _shape(sign, at, y, ink)
            if text and (drawn or not sign or size == 2):
                shapes.append(_text(text, start, y, at - start, ink, run.style))
                text = ""
            if drawn:
                shapes.append(drawn)
            elif sign:
                start = start if text else at
                text += sign
            at += size * CELL_WIDTH
            if size == 2 and text:
                shapes.append(_text(text, start, y, at - start, ink, run.style))
                text = ""
        x += cells * CELL_WIDTH
    return shapes


def _shape(sign: str, x: float, y: float, ink: str) -> str:
    """A box or block character as a shape, nothing for another sign."""
    if sign in BLOCKS:
        left, top, right, bottom = BLOCKS[sign]
        wide, high = (right - left) * CELL_WIDTH / 8, (bottom - top) * CELL_HEIGHT / 8
        return _rect(x + left * CELL_WIDTH / 8, y + top * CELL_HEIGHT / 8, wide, high, ink)
    if sign in PIXELS:
        return _pixels(*PIXELS[sign], x, y, ink)
    if sign not in LINES:
        return ""
    ways, thick = LINES[sign]
    middle_x, middle_y = x + CELL_WIDTH / 2, y + CELL_HEIGHT / 2
    ends = {"l": f"H{x:g}", "r": f"H{x + CELL_WIDTH:g}", "u": f"V{y:g}", "d": f"V{y + CELL_HEIGHT:g}"}
    ends |= {"b": f"L{x:g} {y + CELL_HEIGHT:g}", "a": f"L{x + CELL_WIDTH:g} {y:g}"}
    path = "".join(f"M{middle_x:g} {middle_y:g}{ends[way]}" for way in ways)
    return f'<path d="{path}" stroke="{ink}" stroke-width="{thick}" stroke-linecap="square"/>'


def _pixels(number: int, rows: int, x: float, y: float, ink: str) -> str:
    """The pixels of a sign, each a rectangle."""
    wide, high = CELL_WIDTH / 2, CELL_HEIGHT / rows
    inked = [bit for bit in range(2 * rows) if number >> bit & 1]
    return "".join(_rect(x + bit % 2 * wide, y + bit // 2 * high, wide, high, ink) for bit in inked)


def _rect(x: float, y: float, wide: float, high: float, color: str) -> str:
    # A hair wider than the cell, so that neighbours leave no seam.
    return f'<rect x="{x:.2f}" y="{y:.2f}" width="{wide + 0.2:.2f}" height="{high + 0.2:.2f}" fill="{color}"/>'


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
