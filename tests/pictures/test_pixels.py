"""Files to pixels: the right part of a picture, and words for what cannot be shown."""

from __future__ import annotations

import struct
import zlib
from pathlib import Path

import pytest
from PIL import Image

from rostra.pictures import pixels
from rostra.pictures.pixels import PictureError, covering

RED, BLUE, GROUND = (255, 0, 0), (0, 0, 255), (10, 20, 30)


def png(path: Path, width: int, height: int, body: bytes) -> Path:
    """A PNG that says to have so many pixels, whatever it has."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", body) + chunk(b"IEND", b""))
    return path


def test_a_picture_fills_the_page_and_loses_two_sides(tmp_path: Path) -> None:
    image = Image.new("RGB", (300, 100), RED)
    image.paste(BLUE, (100, 0, 200, 100))
    image.save(tmp_path / "a.png")
    found = covering(tmp_path / "a.png", 20, 20, GROUND)
    assert (found.columns, found.rows) == (20, 20)
    assert {found.at(column, row) for column in range(20) for row in range(20)} == {BLUE}


def test_the_ground_is_seen_where_a_picture_is_transparent(tmp_path: Path) -> None:
    Image.new("RGBA", (8, 8), (255, 255, 255, 0)).save(tmp_path / "a.png")
    assert covering(tmp_path / "a.png", 4, 4, GROUND).at(1, 1) == GROUND


def test_a_picture_that_was_saved_is_read_again(tmp_path: Path) -> None:
    path = tmp_path / "a.png"
    for color in (RED, BLUE):
        Image.new("RGB", (4, 4), color).save(path)
        assert covering(path, 4, 4, GROUND).at(0, 0) == color


@pytest.mark.parametrize(
    ("name", "data", "says"),
    [
        ("text.png", b"# no picture\n", "is no picture"),
        ("empty.png", b"", "is no picture"),
        ("vector.svg", b"<svg xmlns='http://www.w3.org/2000/svg'/>", "is no picture"),
        ("cut.jpg", b"\xff\xd8\xff\xe0\x00\x10JFIF", "is no picture"),
    ],
)
def test_what_is_no_picture_is_told_in_words(tmp_path: Path, name: str, data: bytes, says: str) -> None:
    (tmp_path / name).write_bytes(data)
    with pytest.raises(PictureError, match=says):
        covering(tmp_path / name, 4, 4, GROUND)


def test_a_picture_that_breaks_off_is_told_of(tmp_path: Path) -> None:
    path = png(tmp_path / "a.png", 100, 100, zlib.compress(b"\0" * 50)[:-4])
    with pytest.raises(PictureError, match="is broken"):
        covering(path, 4, 4, GROUND)


def test_a_bomb_is_not_read(tmp_path: Path) -> None:
    for side in (8_000, 60_000):
        path = png(tmp_path / f"{side}.png", side, side, zlib.compress(b"\0" * 1000))
        with pytest.raises(PictureError, match=r"million pixels|no picture"):
            covering(path, 4, 4, GROUND)


def test_files_that_are_missing_or_too_large_are_told_of(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(PictureError, match="cannot be read"):
        covering(tmp_path / "none.png", 4, 4, GROUND)
    Image.new("RGB", (4, 4), RED).save(tmp_path / "a.png")
    monkeypatch.setattr(pixels, "LARGEST", 10)
    with pytest.raises(PictureError, match="is larger"):
        covering(tmp_path / "a.png", 4, 4, GROUND)
