"""Pictures that are there and cannot be shown."""

from __future__ import annotations

import io
import struct
from pathlib import Path

import pytest
from checked import findings

from rostra.check.picture_files import MOST_BYTES, is_picture, pixels, wrong_with


def png(width: int, height: int) -> bytes:
    return b"\x89PNG\r\n\x1a\n" + struct.pack(">I4sII", 13, b"IHDR", width, height) + b"\x08\x06\0\0\0"


def jpeg(width: int, height: int, before: int = 0) -> bytes:
    segment = b"\xff\xe1" + struct.pack(">H", before + 2) + b"x" * before
    return b"\xff\xd8" + segment * 2 + b"\xff\xc2" + struct.pack(">HBHH", 17, 8, height, width) + b"\x03"


def gif(width: int, height: int) -> bytes:
    return b"GIF89a" + struct.pack("<HH", width, height) + b"\0\0\0"


def webp(kind: bytes, width: int, height: int) -> bytes:
    rest = {
        b"VP8 ": b"\0\0\0\x9d\x01\x2a" + struct.pack("<HH", width, height),
        b"VP8L": b"\x2f" + struct.pack("<I", (width - 1) | (height - 1) << 14),
        b"VP8X": b"\0\0\0\0" + (width - 1).to_bytes(3, "little") + (height - 1).to_bytes(3, "little"),
    }[kind]
    return b"RIFF" + struct.pack("<I", 4 + 8 + len(rest)) + b"WEBP" + kind + struct.pack("<I", len(rest)) + rest


KINDS = [
    png(640, 480),
    jpeg(640, 480),
    jpeg(640, 480, 60_000),
    gif(640, 480),
    webp(b"VP8 ", 640, 480),
    webp(b"VP8L", 640, 480),
    webp(b"VP8X", 640, 480),
]


@pytest.mark.parametrize("data", KINDS, ids=lambda data: repr(data[:16]))
def test_a_picture_is_known_by_its_first_bytes_and_so_is_its_size(tmp_path: Path, data: bytes) -> None:
    assert is_picture(data)
    assert pixels(data[:4096], io.BytesIO(data)) == (640, 480)
    (tmp_path / "a").write_bytes(data)
    assert wrong_with(tmp_path / "a") == ""


@pytest.mark.parametrize("data", KINDS, ids=lambda data: repr(data[:16]))
@pytest.mark.parametrize("length", [1, 3, 9, 13, 20, 27])
def test_a_picture_that_was_cut_off_stops_nothing(data: bytes, length: int) -> None:
    is_picture(data[:length])
    assert len(pixels(data[:length], io.BytesIO(data[:length]))) == 2


@pytest.mark.parametrize(
    "data",
    [
        b'<svg xmlns="http://www.w3.org/2000/svg"/>',
        b'\xef\xbb\xbf<?xml version="1.0"?>\n<!-- made -->\n<svg/>',
        b"BM\0\0",
        b"II*\0",
        b"\0\0\0\x1cftypavif",
        b"P6\n1 1\n255\n",
    ],
)
def test_other_kinds_are_pictures_as_well(data: bytes) -> None:
    assert is_picture(data)


@pytest.mark.parametrize(
    ("data", "wrong"),
    [
        (b"", "is empty"),
        (b"<!DOCTYPE html><html>", "is no picture: it begins like none"),
        (b"%PDF-1.7", "is no picture: it begins like none"),
        (b"version https://git-lfs.github.com/spec/v1\n", "is only a pointer of Git LFS: git lfs pull fetches it"),
        (png(10_000, 10_000), "is too large: 10000 by 10000 pixels, and 50 millions are the most"),
        (jpeg(60_000, 60_000, 100), "is too large: 60000 by 60000 pixels, and 50 millions are the most"),
    ],
)
def test_what_cannot_be_shown_is_told_of_with_the_line_of_the_picture(tmp_path: Path, data: bytes, wrong: str) -> None:
    (tmp_path / "a b.png").write_bytes(data)
    source = "# A\n\ntext\n\n::: columns\n::: column\n![x](<a b.png>)\n:::\n:::\n"
    assert findings(tmp_path, source, "picture") == [f"7:7 'a b.png': picture: a b.png {wrong}"]


def test_a_file_of_many_bytes_is_told_of(tmp_path: Path) -> None:
    with (tmp_path / "a.png").open("wb") as file:
        file.write(png(10, 10))
        file.truncate(MOST_BYTES + 1024 * 1024)
    assert findings(tmp_path, "# A\n\n![x](a.png)\n", "picture") == [
        "3:6 'a.png': picture: a.png is too large: 21 MB, and 20 are the most"
    ]


def test_one_that_may_not_be_read_is_told_of(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    (tmp_path / "a.png").write_bytes(png(1, 1))
    monkeypatch.setattr(Path, "open", refuse)
    assert wrong_with(tmp_path / "a.png") == "cannot be read: Permission denied"


def test_one_that_is_not_there_is_told_of_once(tmp_path: Path) -> None:
    assert len(findings(tmp_path, "# A\n\n![x](a.png)\n", "picture")) == 1
    assert findings(tmp_path, "# A\n\n![x](data:image/png;base64,AAAA)\n", "picture") == []
