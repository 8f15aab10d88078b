"""Layers."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from drawing import STYLES, area, frame_of, run_with
from rostra.deck.blocks import Code
from rostra.themes import load_theme
from rostra.typeset import Styles
from rostra.typeset.figures import CannotDrawError, figure
from rostra.typeset.frame import Line, text_of, width


def drawn(source: str, columns: int = 72, rows: int = 22, styles: Styles = STYLES) -> list[Line]:
    return figure(Code(source, "layers"), area(columns, rows, styles))


@given(
    lines=st.lists(st.sampled_from(["one", "a | 宽宽 | c", "some name: what it does", "x {.red}: y | z"]), min_size=1),
    columns=st.integers(1, 150),
    rows=st.integers(5, 60),
)
@settings(max_examples=80, deadline=None)
def test_all_is_said_in_full_and_no_line_is_too_long(lines: list[str], columns: int, rows: int) -> None:
    source = "\n".join(lines)
    try:
        made = drawn(source, columns, rows)
    except CannotDrawError:
        assert columns < 8
        return
    assert all(width(line) <= columns for line in made)
    said = [sign for sign in source.replace("{.red}", "") if sign.isalpha()]
    assert sorted(said) == sorted(sign for sign in text_of(made) if sign.isalpha())


def test_a_slab_has_a_colour_as_its_ground_and_the_page_as_its_ink() -> None:
    run = run_with(drawn("one\ntwo {.red}"), "two")
    assert run.style.color == STYLES.page.bgcolor
    assert run.style.bgcolor == STYLES.named("red", STYLES.page).color


@pytest.mark.parametrize("styles", [Styles(load_theme("terminal")), Styles(load_theme("dark"), color=False)])
def test_slabs_are_framed_where_there_are_no_colours_for_them(styles: Styles) -> None:
    text = text_of(drawn("one\na | b", styles=styles))
    assert text.count("╭") == 3
    assert "▄" not in text


def test_slabs_are_taller_on_a_large_page() -> None:
    assert (len(drawn("a\nb", 72, 12)), len(drawn("a\nb", 72, 48))) == (6, 14)


def test_layers_are_steps() -> None:
    frame = frame_of("```layers\none\n<!-- pause -->\ntwo | three\n```", 40, 14)
    assert "two" not in frame.text(0)
    assert frame.text(0).count("▄▄▄") < frame.text(1).count("▄▄▄")
    assert "three" in frame.text(1)


@pytest.mark.parametrize(("source", "line"), [("", None), ("a\n: b", 1), ("{.green}", 0)])
def test_what_cannot_be_read_is_told_with_its_line(source: str, line: int | None) -> None:
    with pytest.raises(CannotDrawError) as caught:
        drawn(source)
    assert caught.value.line == line
