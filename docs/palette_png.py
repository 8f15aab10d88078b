"""A PNG writer for pictures of few colours, from the standard library alone (ISO/IEC 15948, colour type 3)."""

from __future__ import annotations

import struct
import zlib
from collections import Counter
from collections.abc import Sequence

Rgb = tuple[int, int, int]
MOST = 256
"""Colours of one picture."""
SIGNATURE = b"\x89PNG\r\n\x1a\n"


def png(rows: Sequence[Sequence[int]], colors: Sequence[Rgb]) -> bytes:
    """A picture of rows of one length, each pixel the number of a colour; rare colours beyond 256 become others."""
    table, palette = _palette(rows, colors)
    lines = b"".join(b"\0" + bytes(map(table.__getitem__, row)) for row in rows)
    header = struct.pack(">IIBBBBB", len(rows[0]), len(rows), 8, 3, 0, 0, 0)
    parts = (
        (b"IHDR", header),
        (b"PLTE", b"".join(map(bytes, palette))),
        (b"IDAT", zlib.compress(lines, 9)),
        (b"IEND", b""),
    )
    return SIGNATURE + b"".join(_chunk(kind, data) for kind, data in parts)


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def _palette(rows: Sequence[Sequence[int]], colors: Sequence[Rgb]) -> tuple[list[int], list[Rgb]]:
    """For each colour its place in the palette, and that: the most common colours."""
    counts: Counter[int] = Counter()
    for row in rows:
        counts.update(row)
    kept = [number for number, _ in counts.most_common(MOST)]
    places = {number: place for place, number in enumerate(kept)}
    palette = [colors[number] for number in kept]
    return [places[one] if one in places else _nearest(color, palette) for one, color in enumerate(colors)], palette


def _nearest(color: Rgb, palette: Sequence[Rgb]) -> int:
    red, green, blue = color
    return min(
        range(len(palette)),
        key=lambda place: (
            (palette[place][0] - red) ** 2 + (palette[place][1] - green) ** 2 + (palette[place][2] - blue) ** 2
        ),
    )
