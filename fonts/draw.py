"""Make the letters that headlines are drawn with from two open fonts: ``python fonts/draw.py ROBOTO UNSCII``.

ROBOTO is RobotoCondensed-Bold.ttf, UNSCII is unscii-8.hex; needs fonttools. The result is kept in the project, so only
who changes a font runs this.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

from fontTools.pens.basePen import BasePen  # type: ignore[import-not-found]
from fontTools.ttLib import TTFont  # type: ignore[import-not-found]

FOLDER = Path(__file__).parent.parent / "src" / "rostra" / "typeset" / "lettering"
EM = 1024
"""Units of the outlines in an em, half of the font's own."""
TOLERANCE = 2.5
"""Units by which a straight line may miss the curve that it stands for."""
# Latin, Greek and Cyrillic with their accents, punctuation, currencies, arrows and signs of mathematics.
WANTED = (
    *(range(0x21, 0x7F), range(0xA1, 0x250), range(0x370, 0x530), range(0x1E00, 0x1F00), range(0x2010, 0x2060)),
    *(range(0x20A0, 0x20D0), range(0x2116, 0x2123), range(0x2190, 0x2200), range(0x2200, 0x2300)),
)
COMBINING = range(0x300, 0x370)

Point = tuple[float, float]


class Flattened(BasePen):  # type: ignore[misc]
    """Collects the outlines of a glyph as closed lines of straight pieces."""

    def __init__(self, glyphs: object) -> None:
        super().__init__(glyphs)
        self.contours: list[list[Point]] = []

    def _moveTo(self, to: Point) -> None:  # noqa: N802
        self.contours.append([to])

    def _lineTo(self, to: Point) -> None:  # noqa: N802
        self.contours[-1].append(to)

    def _qCurveToOne(self, control: Point, to: Point) -> None:  # noqa: N802
        start = self.contours[-1][-1]
        bulge = max(abs(start[i] - 2 * control[i] + to[i]) for i in (0, 1)) / 4 * EM / 2048
        pieces = max(1, round((bulge / TOLERANCE) ** 0.5 + 0.5))
        for piece in range(1, pieces + 1):
            t = piece / pieces
            a, b, c = (1 - t) ** 2, 2 * t * (1 - t), t * t
            self.contours[-1].append(
                (a * start[0] + b * control[0] + c * to[0], a * start[1] + b * control[1] + c * to[1])
            )

    def _closePath(self) -> None:  # noqa: N802
        pass


def outlines(path: Path) -> Iterator[str]:
    """A line for each sign: its code point, how far the next one begins, its contours as steps from point to point."""
    font = TTFont(path)
    glyphs, names = font.getGlyphSet(), font.getBestCmap()
    scale = EM / font["head"].unitsPerEm
    for code in sorted(code for block in WANTED for code in block if code in names):
        pen = Flattened(glyphs)
        glyphs[names[code]].draw(pen)
        drawn = [[(round(x * scale), round(y * scale)) for x, y in contour] for contour in pen.contours]
        told = " ".join(_steps(contour) for contour in drawn if len(contour) > 2)
        if told:
            yield f"{code:04x} {round(glyphs[names[code]].width * scale)} {told}"


def _steps(points: list[tuple[int, int]]) -> str:
    x = y = 0
    parts = []
    for to_x, to_y in points:
        if (to_x, to_y) != (x, y) or not parts:
            parts.append(f"{to_x - x},{to_y - y}")
        x, y = to_x, to_y
    return ";".join(parts)


def pixels(path: Path) -> Iterator[str]:
    """A line for each sign of eight rows of eight pixels: its code point, and a byte for each row."""
    known = dict(line.strip().split(":") for line in path.read_text("ascii").splitlines())
    for block in (*WANTED, COMBINING):
        for code in block:
            drawn = known.get(f"{code:05X}", known.get(f"{code:04X}", ""))
            if len(drawn) == 16 and int(drawn, 16):
                yield f"{code:04x} {drawn.lower()}"


def main() -> None:
    """Write both files."""
    roboto, unscii = map(Path, sys.argv[1:])
    (FOLDER / "outlines.txt").write_text("\n".join(outlines(roboto)) + "\n", "ascii")
    (FOLDER / "pixels.txt").write_text("\n".join(pixels(unscii)) + "\n", "ascii")


if __name__ == "__main__":
    main()
