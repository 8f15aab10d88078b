"""Files to pixels; the only home of Pillow."""

from __future__ import annotations

import warnings
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from PIL.Image import Image

Rgb = tuple[int, int, int]
LARGEST = 20 * 1024 * 1024
"""Bytes of a file."""
MOST_PIXELS = 50_000_000
"""Of a picture: it takes 200 MB while it is read, whatever its file says."""
COLORS = 128
"""Of a picture: enough in cells, and neighbours then often have the same, which is less to write."""
FORMATS = ("PNG", "JPEG", "GIF", "WEBP", "BMP")


class PictureError(ValueError):
    """A picture that cannot be shown; the message says why."""


class Pixels(NamedTuple):
    """A picture as it is drawn, in colours of its own."""

    columns: int
    rows: int
    palette: tuple[Rgb, ...]
    data: bytes
    """The number of each pixel's colour, row by row."""

    def at(self, column: int, row: int) -> Rgb:
        """The colour of a pixel, both counted from 0."""
        return self.palette[self.data[row * self.columns + column]]


def covering(path: Path, columns: int, rows: int, ground: Rgb) -> Pixels:
    """A picture that fills so many square pixels, cut at two sides where its shape is another.

    Where it is transparent the ground is seen. Raises :class:`PictureError`.
    """
    try:
        found = path.stat()
    except OSError as error:
        raise PictureError(f"cannot be read: {error.strerror}") from error
    if found.st_size > LARGEST:
        raise PictureError(f"is larger than {LARGEST // 1024**2} MiB")
    return _covering(path, found.st_mtime_ns, columns, rows, ground)


@lru_cache(maxsize=16)
def _covering(path: Path, saved: int, columns: int, rows: int, ground: Rgb) -> Pixels:
    from PIL import Image, ImageOps

    with _opened(path) as image:
        try:
            # What is much larger than needed is not read in full.
            image.draft("RGB", (2 * columns, 2 * rows))
            turned = ImageOps.exif_transpose(image).convert("RGBA")
            fitted = ImageOps.fit(turned, (columns, rows), Image.Resampling.BOX)
        except (OSError, ValueError, SyntaxError, MemoryError) as error:
            raise PictureError(f"is broken: {error}") from error
    behind = Image.new("RGBA", fitted.size, (*ground, 255))
    flat = Image.alpha_composite(behind, fitted).convert("RGB")
    few = flat.quantize(COLORS, dither=Image.Dither.NONE)
    parts = few.getpalette() or []
    palette = tuple((parts[at], parts[at + 1], parts[at + 2]) for at in range(0, len(parts), 3))
    return Pixels(columns, rows, palette, few.tobytes())


def _opened(path: Path) -> Image:
    """A picture whose size is known and whose pixels are not read yet."""
    from PIL import Image, UnidentifiedImageError

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            image = Image.open(path, formats=FORMATS)
    except (UnidentifiedImageError, Image.DecompressionBombError, OSError, ValueError, SyntaxError) as error:
        raise PictureError("is no picture of a kind that can be shown") from error
    if image.width * image.height > MOST_PIXELS:
        image.close()
        raise PictureError(f"has more than {MOST_PIXELS // 1_000_000} million pixels")
    return image
