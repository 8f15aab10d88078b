"""Large letters: what is drawn, how it is broken, and that every sign of the languages we mean is there."""

from __future__ import annotations

import pytest
from rich.style import Style

from drawing import plain
from rostra.typeset.frame import Line, text_of, width
from rostra.typeset.lettering import LEAST, Pen, can_draw, height_of, lettered
from rostra.typeset.lettering.outlines import covered, outline
from rostra.typeset.lettering.signs import HALVES, QUADRANTS, SEXTANTS, Signs, cells

LOOK = Style.parse("#ffffff on #000000")
HEIGHTS = (4, 5, 6, 8, 10, 13, 20)
SMALLEST = Pen(LEAST)
SIGNS: tuple[Signs, ...] = ("sextants", "quadrants", "halves")
LANGUAGES = {
    "Czech": "Příliš žluťoučký kůň úpěl ďábelské ódy",
    "French": "Où l’œuvre naïve brûle, ça gêne «Noël»",
    "German": "„Größe“ – Übermaß, Äpfel & Öl: 50 % für 3 €?",
    "Greek": "Ξεσκεπάζω την ψυχοφθόρα βδελυγμία, ΐ ΰ ώ Ύ",
    "Hungarian": "Árvíztűrő tükörfúrógép",
    "Icelandic": "Kæmi ný öxi hér, ykist þjófum nú bæði víl",
    "Polish": "Zażółć gęślą jaźń",
    "Romanian": "Țară și științe",
    "Russian": "Съешь ещё этих мягких французских булок",
    "Turkish": "Pijamalı hasta yağız şoföre çabucak güvendi",
    "Ukrainian": "Єхидна, ґава, їжак",
    "signs": "(a+b)*c = 1/2; #1 @home [x] {y} <z> \\ ^ _ ~ | § © ® ° ± × ÷ µ ¿ ¡ … — – • → ← ≤ ≥ ≠",
}


def drawn(text: str, columns: int = 200, pen: Pen = SMALLEST, most: int = 9) -> list[list[Line]]:
    """The lines of a text."""
    lines = lettered([(text, LOOK)], columns, pen, most)
    assert lines is not None
    return lines


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("height", [4, 6])
def test_every_sign_of_these_languages_has_a_drawing(language: str, height: int) -> None:
    text = LANGUAGES[language]
    missing = [char for char in text if not can_draw(char, Pen(height))]
    arrows = set("→←≤≥≠")
    assert set(missing) <= (arrows if height > LEAST else set()), missing


@pytest.mark.parametrize("height", HEIGHTS)
@pytest.mark.parametrize("signs", SIGNS)
def test_letters_are_as_high_as_asked_for_and_their_rows_equally_wide(height: int, signs: Signs) -> None:
    (line,) = drawn("Hxg", pen=Pen(height, signs))
    assert len(line) == height
    assert len({width(row) for row in line}) == 1
    assert plain(line[0]).strip(), "a capital reaches the first row"
    assert plain(line[-1]).strip(), "a g reaches the last one"


def test_letters_of_four_rows_are_drawn_with_quadrants() -> None:
    assert [plain(row) for row in drawn("Rig", pen=Pen(4, "sextants"))[0]] == [
        "█▀▙ ▀",
        "█▄▛▝█ ▗▛▜▌",
        "█▝▙ █ ▝▙▟▌",
        "▀ ▀ ▀▀▗▄▟▘",
    ]


def test_a_capital_keeps_to_the_lines_that_all_letters_share() -> None:
    letter = outline("O")
    assert letter is not None
    rows = covered(letter, 0.03, 20, 6, 4)
    assert not any(value > 0.01 for row in (*rows[:4], *rows[24:]) for value in row)
    assert max(rows[4]) > 0.4
    assert max(rows[23]) > 0.4


def test_the_counter_of_an_o_is_empty_and_its_stroke_is_full() -> None:
    letter = outline("O")
    assert letter is not None
    middle = covered(letter, 0.03, 20, 6, 4)[14]
    assert middle[len(middle) // 2] == pytest.approx(0)
    assert max(middle[: len(middle) // 2]) == pytest.approx(1)


def test_an_accent_reaches_into_the_gap_above_and_lines_stay_equally_far_apart() -> None:
    pen = Pen(6)
    (accented,), (bare,) = drawn("ÉA", pen=pen), drawn("EA", pen=pen)
    assert (len(accented), len(bare)) == (pen.gap + 6, 6)
    first, second = drawn("Ab Éc", 24, pen)
    assert (len(first), len(second)) == (6, pen.gap + 6)
    assert height_of(2, pen) == 12 + pen.gap


def test_lines_are_about_equally_long_and_no_word_stands_alone() -> None:
    lines = drawn("Open source AI is necessary, and good only if all of us shape it", 190)
    assert len(lines) == 2
    assert abs(width(lines[0][0]) - width(lines[1][0])) < 20


def test_a_line_break_of_the_author_is_kept() -> None:
    assert [text_of(line) for line in drawn("one two\nthree")] == ["one two", "three"]


def test_what_does_not_fit_or_has_no_drawing_is_none() -> None:
    assert lettered([("far too wide", LOOK)], 10, Pen(4)) is None
    assert lettered([("漢字", LOOK)], 100, Pen(4)) is None
    assert lettered([("a b c", LOOK)], 5, Pen(4), 2) is None
    assert lettered([("x" * 500, LOOK)], 5000, Pen(4)) is None
    assert lettered([("text", LOOK)], 100, Pen(4, "none")) is None


def test_a_line_says_once_what_it_spells() -> None:
    lines = drawn("one two", pen=Pen(8))
    assert text_of(row for line in lines for row in line) == "one two"


def test_each_letter_has_the_style_of_its_text() -> None:
    red = LOOK + Style(color="#ff0000")
    (line,) = lettered([("ab", LOOK), ("c", red)], 40, Pen(4)) or [[]]
    assert [run.style for run in line[2]] == [LOOK, red]


def test_smooth_letters_have_colours_between_ink_and_paper_and_small_ones_do_not() -> None:
    colors = {run.style.color for row in drawn("S", pen=Pen(12, smooth=True))[0] for run in row}
    assert len(colors) > 3
    assert {run.style.color for row in drawn("S", pen=Pen(8, smooth=True))[0] for run in row} == {LOOK.color}


def test_a_gradient_goes_from_the_first_column_to_the_last() -> None:
    (line,) = lettered([("mmmm", LOOK)], 100, Pen(4), 1, ((255, 0, 0), (0, 0, 255))) or [[]]
    first, last = line[2][0].style.color, line[2][-1].style.color
    assert first is not None
    assert last is not None
    assert first.get_truecolor()[0] > 240
    assert last.get_truecolor()[2] > 220


@pytest.mark.parametrize(
    ("signs", "table", "wide", "high"),
    [("sextants", SEXTANTS, 2, 3), ("quadrants", QUADRANTS, 2, 2), ("halves", HALVES, 1, 2)],
)
def test_every_pattern_of_pixels_has_the_sign_with_its_number(signs: Signs, table: str, wide: int, high: int) -> None:
    for number, sign in enumerate(table):
        rows = [[float(number >> (row * wide + column) & 1) for column in range(wide)] for row in range(high)]
        assert cells(rows, signs) == [sign]
    assert len(set(table)) == 1 << (wide * high)
    assert (SEXTANTS[1], SEXTANTS[62]) == ("\U0001fb00", "\U0001fb3b")
