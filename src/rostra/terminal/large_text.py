"""Text larger than the terminal's own: whether there is any, and how it is written.

Two ways are known. Kitty's text sizing protocol (https://sw.kovidgoyal.net/kitty/text-sizing-protocol/) draws any text
over several rows and columns. Double-height lines are as old as the VT100 (its manual, DECDHL): a line is drawn twice
as wide, its upper half on one row and its lower half on the next, each of which is sent the whole text.
"""

from __future__ import annotations

import re
from typing import Literal

LargeText = Literal["", "sized", "double", "fragile"]
"""How a terminal draws larger text: not at all, by text sizing, or by double-height lines.

Those are fragile where a sign that the font lacks ends the terminal: in xterm before its patch 380, according to whose
log fallback fonts work on such lines; tried with 379.
"""
LARGEST: dict[LargeText, int] = {"": 1, "double": 2, "fragile": 2, "sized": 3}
"""How many times as large text can be."""

NAME = b"\x1b[>0q"
"""Asks what the terminal is called (XTVERSION)."""
DOUBLE_WIDTH = b"\x1b#6\x1b[999C\x1b[6n\x1b#5"
"""Asks how far the cursor goes on a line of double width: where there are such lines, over half the columns."""
SIZED_TEXT = b"\x1b]66;w=2; \x1b\\\x1b[6n\x1b]66;s=2; \x1b\\\x1b[6n"
"""Asks how far sized text moves the cursor, by width and by scale: some terminals know widths and not scales."""
ASK = NAME + b"\x1b[2;1H" + DOUBLE_WIDTH + b"\x1b[2;1H" + SIZED_TEXT
"""Asks on the second row of a screen of one's own: an answer from the first could be a key (F3 with Shift or Ctrl)."""
ANSWER = re.compile(rb"\x1b\[2;(\d{1,5})R")
MOST = 1024
"""Characters of one text that is sized; terminals take 4096 bytes."""

MENDED = 380
"""The patch of xterm from which double-height lines may hold any sign."""
XTERM = re.compile(r"XTerm\((\d{1,4})")

UPPER, LOWER, SINGLE = "\x1b#3", "\x1b#4", "\x1b#5"
"""Make a half of a double-height line, or a usual line, of the one with the cursor."""


def large_text(heard: bytes, columns: int, xterm: str = "") -> LargeText:
    """How a terminal of so many columns draws larger text, by what it answered.

    ``xterm`` is what xterm says of itself in the variable ``XTERM_VERSION``, before it could be asked.
    """
    answers = [int(one) for one in ANSWER.findall(heard)]
    if len(answers) != 3:
        return ""
    doubled, wide, scaled = answers
    name = heard.decode("latin-1")
    return way((wide - 1, scaled - wide), doubled, columns, name if XTERM.search(name) else xterm)


def way(moved: tuple[int, int] | None, doubled: int | None, columns: int, name: str) -> LargeText:
    """How a terminal of so many columns draws larger text, by what was found out about it.

    That is by how many cells text sized by width and by scale moves the cursor, how many columns a line of double
    width has, and what the terminal is called.
    """
    if moved == (2, 2):
        return "sized"
    if doubled is None or doubled * 2 > columns + 1:
        return ""
    xterm = XTERM.search(name)
    return "fragile" if xterm and int(xterm[1]) < MENDED else "double"


def sized(text: str, scale: int, cells: int = 0) -> str:
    """A text that is drawn so many times as large; ``cells`` is its width before that, where terminals may differ."""
    width = f":w={cells}" if cells else ""
    parts = (text[at : at + MOST] for at in range(0, len(text), MOST))
    return "".join(f"\x1b]66;s={scale}{width};{part}\x1b\\" for part in parts)
