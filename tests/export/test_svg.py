"""SVG pictures: read as XML, cell by cell."""

from __future__ import annotations

import re
from pathlib import Path
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.style import Style

from rostra.export.svg import BLOCKS, CELL_HEIGHT, CELL_WIDTH, LINES, PAPER, PIXELS, SHADES, Patch, joined, svg
from rostra.typeset.frame import Line, Run

PLAIN = Style.parse("#eeeeee on #101010")
SOURCES = Path(__file__).parents[2] / "src" / "rostra"
Shape = tuple[str, dict[str, str], str]


def drawn(*lines: Line, columns: int = 10) -> list[Shape]:
    """The shapes of a picture in the order in which they are painted, its ground left out."""
    root = ElementTree.fromstring(svg(list(lines), columns))
    shapes = [(one.tag.rpartition("}")[2], dict(one.attrib), one.text or "") for one in root.iter()]
    assert [tag for tag, *_ in shapes[:3]] == ["svg", "rect", "g"]
    return shapes[3:]


def texts(shapes: list[Shape]) -> list[tuple[str, float, float]]:
    """Each text with its column and its width in cells."""
    return [
        (text, round(float(at["x"]) / CELL_WIDTH, 2), round(float(at["textLength"]) / CELL_WIDTH, 2))
        for tag, at, text in shapes
        if tag == "text"
    ]


def box(shape: Shape) -> tuple[float, ...]:
    """The edges of a rectangle in cells: left, top, width, height."""
    at = shape[1]
    cells = (("x", CELL_WIDTH, 0.0), ("y", CELL_HEIGHT, 0.0), ("width", CELL_WIDTH, 0.2), ("height", CELL_HEIGHT, 0.2))
    return tuple(round((float(at[name]) - more) / cell, 2) for name, cell, more in cells)


def test_a_picture_is_as_large_as_its_page() -> None:
    root = ElementTree.fromstring(svg([[Run(" " * 12, PLAIN)]] * 3, 12))
    assert root.tag == "{http://www.w3.org/2000/svg}svg"
    assert [root.attrib[name] for name in ("width", "height", "viewBox")] == ["115.2", "60", "0 0 115.2 60"]
    assert root[0].attrib["fill"] == "#101010", "the ground is the page's"


def test_text_stands_on_its_cells_in_its_colours() -> None:
    ground, text = drawn([Run("  ", PLAIN), Run("word", Style.parse("bold #ff0000 on #0000ff"))])[1:]
    assert box(ground) == (2, 0, 4, 1)
    assert ground[1]["fill"] == "#0000ff"
    assert texts([text]) == [("word", 2, 4)]
    assert (text[1]["fill"], text[1]["font-weight"]) == ("#ff0000", "bold")


def test_rows_lie_below_each_other() -> None:
    shapes = drawn(*([Run(f"row {n}", PLAIN)] for n in range(3)))
    assert [box(shape) for shape in shapes if shape[0] == "rect"] == [(0, 0, 5, 3)], "one ground for all"
    heights = [float(shape[1]["y"]) for shape in shapes if shape[0] == "text"]
    assert [high - heights[0] for high in heights] == [0, CELL_HEIGHT, 2 * CELL_HEIGHT]


@pytest.mark.parametrize(
    ("style", "ink", "paper"),
    [
        ("reverse #ff0000 on #0000ff", "#0000ff", "#ff0000"),
        ("reverse #ff0000", PAPER, "#ff0000"),
        ("#ff0000 on #0000ff", "#ff0000", "#0000ff"),
    ],
)
def test_reverse_changes_text_and_ground(style: str, ink: str, paper: str) -> None:
    ground, text = drawn([Run("mark", Style.parse(style))])
    assert (ground[1]["fill"], text[1]["fill"]) == (paper, ink)


def test_looks_are_kept() -> None:
    shapes = drawn([Run(look, Style.parse(look)) for look in ("italic", "underline", "strike", "underline strike")])
    looks = [(at.get("font-style"), at.get("text-decoration")) for _, at, _ in shapes]
    assert looks == [("italic", None), (None, "underline"), (None, "line-through"), (None, "underline line-through")]


def test_wide_characters_take_two_cells_and_what_follows_stands_behind_them() -> None:
    assert texts(drawn([Run("a宽b", PLAIN)])) == [("a", 0, 1), ("宽", 1, 2), ("b", 3, 1)]
    assert texts(drawn([Run("宽", PLAIN), Run("👩\u200d👩\u200d👧x", PLAIN)])) == [
        ("宽", 0, 2),
        ("👩\u200d👩\u200d👧", 2, 2),
        ("x", 4, 1),
    ]
    assert texts(drawn([Run("e\u0301x", PLAIN)])) == [("e\u0301x", 0, 2)]


def test_markup_in_text_is_text() -> None:
    said = "<b>&amp; \"'</b>]]>"
    assert texts(drawn([Run(said, PLAIN)], columns=20)) == [(said, 0, len(said))]


def test_what_xml_may_not_hold_is_replaced() -> None:
    assert [text for text, *_ in texts(drawn([Run("a\uffffb\ufffec", PLAIN)]))] == ["a\ufffdb\ufffdc"]


@pytest.mark.parametrize(
    ("sign", "edges"),
    [
        ("█", (1, 0, 1, 1)),
        ("▀", (1, 0, 1, 0.5)),
        ("▄", (1, 0.5, 1, 0.5)),
        ("▌", (1, 0, 0.5, 1)),
        ("▐", (1.5, 0, 0.5, 1)),
        ("▎", (1, 0, 0.25, 1)),
    ],
)
def test_blocks_are_rectangles_of_the_texts_colour(sign: str, edges: tuple[float, ...]) -> None:
    _, block, before, after = drawn([Run(f"a{sign}b", PLAIN)])
    assert box(block) == edges
    assert block[1]["fill"] == "#eeeeee"
    assert texts([before, after]) == [("a", 0, 1), ("b", 2, 1)]


def test_blocks_of_one_colour_beside_and_below_each_other_are_one_rectangle() -> None:
    red = Style.parse("#ff0000")
    shapes = drawn([Run("▄▄█", red)], [Run("██", red), Run("█", PLAIN)], [Run("██", red)])
    assert [box(shape) for shape in shapes if shape[1]["fill"] == "#ff0000"] == [(2, 0, 1, 1), (0, 0.5, 2, 2.5)]


@given(st.lists(st.lists(st.sampled_from(["", "red", "green"]), max_size=8), max_size=6))
def test_joined_patches_fill_the_same_area_once(rows: list[list[str]]) -> None:
    area = {(x, y): color for y, row in enumerate(rows) for x, color in enumerate(row) if color}
    filled = [
        ((x, y), patch.color)
        for patch in joined(Patch(x, y, x + 1, y + 1, color) for (x, y), color in area.items())
        for x in range(patch.left, patch.right)
        for y in range(patch.top, patch.bottom)
    ]
    assert sorted(filled) == sorted(area.items())


@pytest.mark.parametrize(
    ("sign", "path"),
    [
        ("─", "M4.8 10H0M4.8 10H9.6"),
        ("│", "M4.8 10V0M4.8 10V20"),
        ("┌", "M4.8 10H9.6M4.8 10V20"),
        ("┘", "M4.8 10H0M4.8 10V0"),
        ("┼", "M4.8 10H0M4.8 10H9.6M4.8 10V0M4.8 10V20"),
    ],
)
def test_lines_go_from_the_middle_of_the_cell_to_its_edges(sign: str, path: str) -> None:
    _, (tag, at, _) = drawn([Run(sign, PLAIN)])
    assert (tag, at["d"], at["stroke"]) == ("path", path, "#eeeeee")


def test_heavy_lines_are_thicker_than_light_ones() -> None:
    (_, light, _), (_, heavy, _) = drawn([Run("─━", PLAIN)])[1:]
    assert float(heavy["stroke-width"]) > float(light["stroke-width"])


def test_every_box_and_block_sign_that_slides_are_made_of_is_drawn() -> None:
    used = {
        sign
        for folder in ("typeset", "screens", "widgets")
        for file in (SOURCES / folder).rglob("*.py")
        for sign in re.findall("[\u2500-\u259f]", file.read_text("utf-8"))
    }
    assert "█" in used
    assert used <= BLOCKS.keys() | LINES.keys() | PIXELS.keys() | SHADES.keys()


def test_blanks_are_no_text() -> None:
    assert texts(drawn([Run("   ", PLAIN), Run("\xa0", PLAIN)])) == []
