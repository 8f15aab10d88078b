"""QR codes."""

from __future__ import annotations

import pytest
import segno

from drawing import STYLES, area, deck_of, frame_of, plain
from rostra.deck.blocks import Code
from rostra.themes import load_theme
from rostra.typeset import Styles
from rostra.typeset.figures.qr import qr
from rostra.typeset.figures.source import CannotDrawError
from rostra.typeset.frame import Line, width

ADDRESS = "https://example.org"
DARK = {" ": "", "▄": "l", "▀": "u", "█": "ul"}
ONE_ROW_EACH = (120, 60)


def lines_of(text: str, columns: int = 70, rows: int = 30, styles: Styles = STYLES) -> list[Line]:
    (block,) = deck_of(f"```qr\n{text}\n```").slides[0].content.blocks
    assert isinstance(block, Code)
    return qr(block, area(columns, rows, styles))


def modules_of(lines: list[Line]) -> list[list[int]]:
    """The modules that lines of half blocks draw, less the white around them."""
    rows = [[run for run in line if run.style.bgcolor and run.style.bgcolor.name == "#ffffff"] for line in lines]
    texts = ["".join(run.text for run in row) for row in rows if row]
    halves = [[int(half in DARK[sign]) for sign in text] for text in texts for half in "ul"]
    return _trimmed(halves)


def _trimmed(rows: list[list[int]]) -> list[list[int]]:
    inked = [number for number, row in enumerate(rows) if any(row)]
    rows = rows[inked[0] : inked[-1] + 1]
    columns = [at for at in range(len(rows[0])) if any(row[at] for row in rows)]
    return [row[columns[0] : columns[-1] + 1] for row in rows]


@pytest.mark.parametrize("text", [ADDRESS, "Grüße, 漢字", "WIFI:S:Stage;T:WPA;P:word;;", "one\ntwo"])
def test_the_modules_are_those_of_the_text(text: str) -> None:
    wanted = segno.make(text, error="m", micro=False)
    assert modules_of(lines_of(text)) == [list(row) for row in wanted.matrix]


def test_there_is_white_around_a_code_two_modules_at_least() -> None:
    for rows, quiet in ((30, 4), (15, 2)):
        lines = lines_of("one\ntwo", 70, rows)
        texts = ["".join(run.text for run in line) for line in lines]
        assert {len(text) for text in texts} == {21 + 2 * quiet}
        assert all(text.startswith(" " * quiet) and text.endswith(" " * quiet) for text in texts)
        assert not any(text.strip() for text in texts[: quiet // 2])
        assert texts[quiet // 2].strip()


@pytest.mark.parametrize("theme", ["dark", "light", "phosphor", "terminal"])
@pytest.mark.parametrize("colors", [16, 256, 1 << 24])
def test_it_is_black_on_white_whatever_the_theme(theme: str, colors: int) -> None:
    lines = lines_of(ADDRESS, styles=Styles(load_theme(theme), colors=colors))
    style = next(run.style for run in lines[3] if "█" in run.text)
    assert style.color is not None
    assert style.bgcolor is not None
    assert sum(style.color.get_truecolor()) < 30
    assert sum(style.bgcolor.get_truecolor()) > 3 * 225


def test_without_colours_it_is_lighter_than_what_is_around() -> None:
    white, ink = (lines_of(ADDRESS, styles=Styles(load_theme(theme), color=False)) for theme in ("dark", "light"))
    assert set(plain(white[0]).strip()) == {"█"}
    assert plain(ink[0]).strip() == ""


def test_the_text_stands_below_where_it_is_one_line_and_there_is_a_row_for_it() -> None:
    assert plain(lines_of(ADDRESS)[-1]).strip() == ADDRESS
    assert not any("one" in plain(line) for line in lines_of("one\ntwo"))
    assert len(lines_of(ADDRESS, 70, 15)) == 15
    assert not any("example" in plain(line) for line in lines_of(ADDRESS, 70, 15))


def test_modules_are_whole_cells_where_the_page_is_large() -> None:
    lines = lines_of(ADDRESS, *ONE_ROW_EACH)
    text = "".join("".join(run.text for run in line) for line in lines[:30])
    assert "▀" not in text
    assert "▄" not in text
    assert max(map(width, lines)) == 2 * (25 + 8)


def test_a_code_that_does_not_fit_says_what_it_needs() -> None:
    frame = frame_of(f"```qr\n{ADDRESS}\n```", 40, 12)
    assert ADDRESS in frame.text()
    assert [one.message for one in frame.notices] == [
        "this cannot be drawn: this code needs 29 columns and 15 rows, and there are 36 and 11"
    ]


@pytest.mark.parametrize(("text", "message"), [("", "a code needs a text"), ("x" * 3000, "too long for a QR code")])
def test_what_is_no_code_is_told_of(text: str, message: str) -> None:
    with pytest.raises(CannotDrawError, match=message):
        lines_of(text)


@pytest.mark.parametrize("columns", [1, 20, 29, 30, 33, 50, 66, 200, 300])
def test_no_line_is_wider_than_the_area_and_no_code_taller(columns: int) -> None:
    for rows in (4, 15, 22, 56):
        try:
            lines = lines_of(ADDRESS, columns, rows)
        except CannotDrawError:
            assert columns < 29 or rows < 15
        else:
            assert all(width(line) <= columns for line in lines)
            assert len(lines) <= rows
