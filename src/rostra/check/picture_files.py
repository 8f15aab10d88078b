"""What the first bytes of a picture file tell: whether it is one, and how large."""

from __future__ import annotations

import struct
from pathlib import Path
from typing import BinaryIO

MOST_BYTES = 20 * 1024 * 1024
MOST_PIXELS = 50_000_000
"""More than the sensor of nearly any camera has, and 25 times what a projector shows."""
HEAD = 4096
LFS = b"version https://git-lfs"
SIGNS = (
    b"\x89PNG\r\n\x1a\n",
    b"\xff\xd8\xff",
    b"GIF87a",
    b"GIF89a",
    b"BM",
    b"II*\0",
    b"MM\0*",
    b"\0\0\1\0",
    b"qoif",
    b"\xff\x0a",
)
"""How PNG, JPEG, GIF, BMP, TIFF, ICO, QOI and JPEG XL begin."""


def wrong_with(path: Path) -> str:
    """What is wrong with a picture file, in words that follow its name; nothing where it can be shown."""
    try:
        size = path.stat().st_size
        with path.open("rb") as file:
            head = file.read(HEAD)
            width, height = pixels(head, file)
    except OSError as error:
        return f"cannot be read: {error.strerror}"
    if not head:
        return "is empty"
    if head.startswith(LFS):
        return "is only a pointer of Git LFS: git lfs pull fetches it"
    if not is_picture(head):
        return "is no picture: it begins like none"
    if size > MOST_BYTES:
        return f"is too large: {size / 1024**2:.0f} MB, and {MOST_BYTES // 1024**2} are the most"
    if width * height > MOST_PIXELS:
        return f"is too large: {width} by {height} pixels, and {MOST_PIXELS // 1_000_000} millions are the most"
    return ""


def is_picture(head: bytes) -> bool:
    """Whether a file begins like a picture of a kind that is in use."""
    if head.startswith(SIGNS) or (head[:4] == b"RIFF" and head[8:12] == b"WEBP"):
        return True
    if head[4:8] == b"ftyp" or head[4:8] == b"JXL ":  # AVIF, HEIC
        return True
    if head[:1] == b"P" and head[1:2] in b"1234567" and head[2:3].isspace():
        return True
    text = head.lstrip(b"\xef\xbb\xbf \t\r\n")
    return text[:1] == b"<" and b"<svg" in text


def pixels(head: bytes, file: BinaryIO) -> tuple[int, int]:
    """The width and the height of a picture as its beginning tells; zeros where that is not known."""
    try:
        if head.startswith(b"\x89PNG"):
            width, height = struct.unpack(">II", head[16:24])
        elif head.startswith(b"GIF8"):
            width, height = struct.unpack("<HH", head[6:10])
        elif head.startswith(b"\xff\xd8"):
            width, height = _jpeg(file)
        elif head[8:12] == b"WEBP":
            width, height = _webp(head)
        else:
            return 0, 0
    except struct.error:
        return 0, 0
    return width, height


def _jpeg(file: BinaryIO) -> tuple[int, int]:
    """What the frame header says, which stands behind segments of any length (ITU T.81, B.2.2)."""
    file.seek(2)
    for _ in range(1000):
        sign, kind, length = struct.unpack(">BBH", file.read(4))
        if sign != 0xFF:
            return 0, 0
        if 0xC0 <= kind <= 0xCF and kind not in (0xC4, 0xC8, 0xCC):
            _, height, width = struct.unpack(">BHH", file.read(5))
            return width, height
        file.seek(max(0, length - 2), 1)
    return 0, 0


def _webp(head: bytes) -> tuple[int, int]:
    """What the first chunk says: lossy, lossless or extended (RFC 9649)."""
    kind = head[12:16]
    if kind == b"VP8 ":
        width, height = struct.unpack("<HH", head[26:30])
        return width & 0x3FFF, height & 0x3FFF
    if kind == b"VP8L":
        (bits,) = struct.unpack("<I", head[21:25])
        return (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
    if kind == b"VP8X" and len(head) >= 30:
        return int.from_bytes(head[24:27], "little") + 1, int.from_bytes(head[27:30], "little") + 1
    return 0, 0
