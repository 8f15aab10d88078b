"""The contact sheets of the docs: all slides of a deck, small, in one picture."""

from __future__ import annotations

import importlib
import struct
import zlib
from pathlib import Path
from typing import Any

import pytest

from drawing import STYLES, deck_of

DOCS = Path(__file__).parents[1] / "docs"


@pytest.fixture
def sheets(monkeypatch: pytest.MonkeyPatch) -> Any:
    monkeypatch.syspath_prepend(DOCS)
    return importlib.import_module("contact_sheets")


def pixels(data: bytes) -> list[list[tuple[int, ...]]]:
    """The colours of a picture, row by row."""
    assert data.startswith(b"\x89PNG\r\n\x1a\n")
    chunks, at = {}, 8
    while at < len(data):
        size, kind = struct.unpack(">I4s", data[at : at + 8])
        chunks[kind] = data[at + 8 : at + 8 + size]
        assert struct.unpack(">I", data[at + 8 + size : at + 12 + size])[0] == zlib.crc32(kind + chunks[kind])
        at += 12 + size
    wide, high = struct.unpack(">II", chunks[b"IHDR"][:8])
    palette = [tuple(chunks[b"PLTE"][i : i + 3]) for i in range(0, len(chunks[b"PLTE"]), 3)]
    raw = zlib.decompress(chunks[b"IDAT"])
    assert len(raw) == high * (wide + 1)
    return [[palette[one] for one in raw[row * (wide + 1) + 1 : (row + 1) * (wide + 1)]] for row in range(high)]


def test_a_sheet_holds_all_slides_of_a_deck(sheets: Any) -> None:
    deck = deck_of("# One 日本\n\n- `a` [b](#2)\n\n---\n\n# Two\n\n```python\nx = 1\n```\n\n---\n\n> [!TIP]\n> c")
    drawn = pixels(sheets.sheet(deck, (40, 12), STYLES))
    gap, between = sheets.GAP, sheets.BETWEEN
    across = (len(drawn[0]) - gap) // (40 * sheets.WIDE + gap)
    assert across == 2
    assert len(drawn) == 2 * (12 * sheets.HIGH + gap) + gap
    slides = [[color != between for color in drawn[row]].count(True) / (40 * sheets.WIDE) for row in (0, gap, -gap - 1)]
    assert slides == [0, 2, 1]
    assert len({color for row in drawn for color in row}) > 10


def test_signs_of_pixels_are_drawn_pixel_by_pixel(sheets: Any) -> None:
    assert sheets.parts_of("▚") == ((1, 0), (1, 0), (0, 1), (0, 1))
    assert sheets.parts_of("█") == ((1, 1),) * 4
    assert sheets.parts_of(" ") == ((0, 0),) * 4
    top, *rest = sheets.parts_of("\U0001fb02")
    assert top == (1, 1)
    assert all(0 <= part < 1 for row in rest for part in row)


def test_a_picture_of_very_many_colours_keeps_the_most_common(sheets: Any) -> None:
    colors = [(number % 256, number // 256, 0) for number in range(600)]
    rows = [[0] * 600, list(range(600))]
    drawn = pixels(sheets.png(rows, colors))
    assert {*drawn[0]} == {(0, 0, 0)}
    assert len({*drawn[1]}) <= 256


def test_no_sheet_is_missing_and_all_are_small(sheets: Any) -> None:
    decks = [path.stem for path in sheets.SLIDES.glob("*.md") if path.stem != "README"]
    wanted = {f"{deck}-{c}x{r}-{look}.png" for deck in decks for c, r in sheets.SIZES for look, *_ in sheets.LOOKS}
    found = {path.name: path.stat().st_size for path in sheets.SHEETS.glob("*.png")}
    assert found.keys() == wanted
    assert sum(found.values()) < 1_500_000
