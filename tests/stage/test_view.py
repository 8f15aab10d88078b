"""What a view of a frame shows, and what is pointed at in it."""

from __future__ import annotations

import pytest

from drawing import STYLES, deck_of, frame_of, plain
from rostra.deck.blocks import Place
from rostra.deck.spot import Spot
from rostra.stage.view import View
from rostra.terminal.colors import TRUE_COLOR
from rostra.themes import load_theme, theme_names
from rostra.typeset import Frame, Page, Styles, typeset
from rostra.typeset.frame import Run, width

SOURCE = "# Head\n\n- one\n- two\n\n<!-- pause -->\n\n- three"
LONG = "\n\n".join(f"line {n}" for n in range(14))


def pointed(view: View) -> list[str]:
    """The rows that are highlighted."""
    return [plain(line).strip() for line in view.lines() if line and all(run.style.reverse for run in line)]


def spot(frame: Frame, text: str) -> Spot:
    """The spot of the first row of a body that shows a text."""
    found = frame.spot_at(next(row for row, line in enumerate(frame.body) if text in plain(line)))
    assert found is not None
    return found


def test_a_view_shows_a_step_scrolled_by_some_rows() -> None:
    frame = frame_of(SOURCE, 40, 12)
    assert View(frame, 0).lines() == frame.lines(0)
    tall = frame_of(LONG, 20, 10)
    assert View(tall, 0, 3).lines() == tall.lines(0, 3)


def test_a_cover_hides_everything_the_mark_and_the_pointer_too() -> None:
    frame = frame_of(SOURCE, 40, 12)
    lines = View(frame, 0, cover="black", mark=[Run("!", STYLES.page)], pointer=spot(frame, "one")).lines()
    assert [width(line) for line in lines] == [40] * 12
    assert {run.text.strip() for line in lines for run in line} == {""}
    assert pointed(View(frame, 0, cover="white", pointer=spot(frame, "one"))) == []


def test_a_mark_takes_the_last_cells() -> None:
    frame = frame_of(SOURCE, 40, 12)
    lines = View(frame, 0, mark=[Run("!", STYLES.page)]).lines()
    assert (width(lines[-1]), plain(lines[-1])[-1]) == (40, "!")
    long = View(frame, 0, mark=[Run("said of an editor " * 9, STYLES.page)]).lines()
    assert [width(line) for line in long] == [40] * 12
    assert lines[:-1] == frame.lines(0)[:-1]


def test_the_row_that_is_pointed_at_is_highlighted_whole_and_alone() -> None:
    frame = frame_of("---\nheader: H\n---\n" + SOURCE, 40, 16)
    assert pointed(View(frame, 0)) == []
    assert pointed(View(frame, 0, pointer=spot(frame, "two"))) == ["● two"]


def test_every_row_into_which_the_pointed_line_breaks_is_highlighted() -> None:
    deck = deck_of("- first\n- " + " ".join(["word"] * 13) + "\n- last")
    wide, narrow = (typeset(deck.slides[0], Page(columns, 30), STYLES) for columns in (120, 40))
    assert len(pointed(View(wide, 0, pointer=spot(wide, "word")))) == 1
    rows = pointed(View(narrow, 0, pointer=spot(wide, "word")))
    assert "".join(rows).count("word") == 13
    assert pointed(View(wide, 0, pointer=spot(narrow, "last"))) == ["● last"]


def test_what_is_hidden_scrolled_away_or_on_another_slide_is_not_highlighted() -> None:
    frame, tall = frame_of(SOURCE, 40, 12), frame_of(LONG, 20, 10)
    three = spot(frame, "three")
    assert [pointed(View(frame, step, pointer=three)) for step in (0, 1)] == [[], ["● three"]]
    assert pointed(View(frame, 1, pointer=Spot(Place("deck.md", 99)))) == []
    zero = spot(tall, "line 0")
    assert [pointed(View(tall, 0, top, pointer=zero)) for top in (0, 1)] == [["line 0"], []]
    hidden = spot(tall, "line 8")
    assert [pointed(View(tall, 0, top, pointer=hidden)) for top in (0, 1)] == [[], ["line 8"]]


def test_a_row_of_the_view_tells_what_can_be_pointed_at_on_it() -> None:
    frame = frame_of("---\nheader: H\n---\n" + SOURCE, 40, 16)
    rows = [plain(line).strip() for line in frame.lines(0)]
    view = View(frame, 0)
    assert view.spot_at(rows.index("● two")) == spot(frame, "two")
    for row in (-1, 0, rows.index("━━━━"), rows.index("● two") + 2, 15, 99):
        assert view.spot_at(row) is None
    assert View(frame, 0, cover="black").spot_at(rows.index("● two")) is None


def test_a_row_of_a_scrolled_view_tells_what_is_seen_there_and_nothing_below_the_mark() -> None:
    frame = frame_of(LONG, 20, 10)
    view = View(frame, 0, 2)
    assert view.spot_at(0) == spot(frame, "line 2")
    assert view.spot_at(7) == spot(frame, "line 9")
    assert view.spot_at(8) is None


def test_in_columns_the_column_of_the_mouse_counts() -> None:
    deck = deck_of("::: columns\n::: column\nleft\n:::\n::: column\nright\n:::\n:::")
    frame = typeset(deck.slides[0], Page(60, 20), STYLES)
    lines = [plain(line) for line in frame.lines()]
    row = next(row for row, line in enumerate(lines) if "right" in line)
    found = [View(frame, 0).spot_at(row, column) for column in (6, lines[row].index("right") + 1)]
    assert [one and one.place.line for one in found] == [3, 6]


def test_a_place_of_the_screen_is_one_of_the_page_at_any_scale() -> None:
    frame = frame_of(SOURCE, 40, 12)
    row = next(row for row, line in enumerate(frame.lines()) if "two" in plain(line))
    for scale in (1, 2, 3):
        view, screen = View(frame, 1, scale=scale), (44 * scale + 1, 14 * scale + scale - 1)
        for x, y in ((2, row + 1), (5, row + 1)):
            assert view.spot_below(x * scale, (y + 1) * scale - 1, screen) == spot(frame, "two")
        assert view.spot_below(0, 0, screen) is None


def test_a_cover_hides_what_is_left_over_too() -> None:
    view = View(frame_of(SOURCE, 40, 12), 0, cover="white", scale=2)
    picture = view.picture((81, 25), STYLES.page)
    assert picture.blank.bgcolor == picture.lines[0][0].style.bgcolor
    assert [width(line) for line in picture.lines] == [40] * 12


@pytest.mark.parametrize("theme", theme_names())
@pytest.mark.parametrize("colors", [TRUE_COLOR, 256, 16])
def test_a_row_that_is_pointed_at_is_one_patch_of_one_colour(theme: str, colors: int) -> None:
    styles = Styles(load_theme(theme), colors=colors)
    source = "1. **Strong** `code` and [a link](https://example.org) ==marked==\n\n```python\nimport os  # why\n```\n"
    for own in ("", "<!-- slide: {background: '#803010'} -->\n\n"):
        frame = frame_of(own + source, 60, 14, styles=styles)
        for text in ("Strong", "import"):
            row = next(line for line in View(frame, 0, pointer=spot(frame, text)).lines() if text in plain(line))
            assert {(run.style.color, run.style.bgcolor, run.style.reverse) for run in row} == {
                (frame.blank.color, frame.blank.bgcolor, True)
            }
