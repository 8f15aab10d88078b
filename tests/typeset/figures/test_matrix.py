"""Matrices."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from drawing import area, frame_of
from rostra.deck.blocks import Code
from rostra.typeset.figures import CannotDrawError, figure
from rostra.typeset.frame import Line, text_of, width

AXES = "x: effort, low -> high\ny: value, low -> high"


def drawn(source: str, columns: int = 72, rows: int = 22) -> list[Line]:
    return figure(Code(source, "matrix"), area(columns, rows))


@given(
    lines=st.lists(
        st.sampled_from(["x: effort, low -> high", "y: 价值, small -> 大", "x: one -> two -> three"]), max_size=2
    ),
    fields=st.lists(st.sampled_from(["top left", "top right", "bottom left", "middle right"]), min_size=1, unique=True),
    words=st.sampled_from(["win", "some words in a field: and more of them", "宽宽的"]),
    points=st.lists(st.tuples(st.floats(0, 1), st.floats(0, 1)), max_size=3),
    columns=st.integers(1, 150),
    rows=st.integers(5, 60),
)
@settings(max_examples=80, deadline=None)
def test_all_is_said_in_full_and_no_line_is_too_long(
    lines: list[str], fields: list[str], words: str, points: list[tuple[float, float]], columns: int, rows: int
) -> None:
    fields = [field for field in fields if field != "middle right"] or ["top left"]
    placed = [f"- p{number}: {x:.3f} {y:.3f}" for number, (x, y) in enumerate(points)]
    try:
        made = drawn("\n".join([*lines, *(f"{field}: {words}" for field in fields), *placed]), columns, rows)
    except CannotDrawError as error:
        if "more room" in str(error):
            assert columns < 50
        return
    assert all(width(line) <= columns for line in made)
    text = text_of(made)
    assert text.count("●") == len(points)
    assert all(text.count(f"p{number}") == 1 for number in range(len(points)))
    shown = sum(text.count(sign) for sign in "宽")
    assert shown == (2 * len(fields) if words == "宽宽的" else 0)
    if words.startswith("some"):
        assert sum(text.count(word) for word in ("some", "field")) == 2 * len(fields)


def test_fields_stand_where_their_names_say() -> None:
    rows = text_of(drawn(f"{AXES}\ntop left: A1\ntop right: B2\nbottom left: C3\nhigh low: never\nlow high: D4")).split(
        "\n"
    )
    text = "\n".join(rows)
    assert text.index("B2") < text.index("C3") < text.index("D4")
    assert "never" in text


def test_what_is_measured_is_said_in_full_also_on_a_narrow_page() -> None:
    names = "how much of it there is in the world today", "how well all of that is known to anybody"
    lines = drawn(f"x: {names[0]}, low -> high\ny: {names[1]}, low -> high\ntop left: here", 36)
    text = " ".join(text_of(lines).split())
    assert text.startswith(names[1])
    assert text.endswith(names[0])


def test_points_stand_where_their_numbers_say() -> None:
    rows = text_of(drawn("- low: 0 0\n- high: 1 1\n- between: 0.5 0.5")).split("\n")
    at = {
        name: next((row, line.index("●")) for row, line in enumerate(rows) if name in line)
        for name in ("low", "high", "between")
    }
    assert at["high"][0] < at["between"][0] < at["low"][0]
    assert at["low"][1] < at["between"][1] < at["high"][1]


def test_points_that_stand_too_close_are_told_of() -> None:
    with pytest.raises(CannotDrawError, match="too close"):
        drawn("\n".join(f"- point {number}: 0.5 0.5" for number in range(20)))


def test_fields_and_points_are_steps() -> None:
    frame = frame_of(f"```matrix\n{AXES}\ntop left: one\n<!-- pause -->\ntop right: two\n- dot: 0.1 0.1\n```", 60, 20)
    assert "one" in frame.text(0)
    assert not {"two", "dot", "●"} & set(frame.text(0).split())
    assert {"two", "dot", "●"} <= set(frame.text(1).split())


@pytest.mark.parametrize(
    ("source", "line", "told"),
    [
        ("", None, "a matrix needs lines"),
        (AXES, None, "a matrix needs lines"),
        ("top left", 0, "a line of a matrix"),
        ("top left: a\nover there: b", 1, "no field that is called over there"),
        ("- far: 2 0.5", 0, "two numbers from 0 to 1"),
    ],
)
def test_what_cannot_be_read_is_told_with_its_line(source: str, line: int | None, told: str) -> None:
    with pytest.raises(CannotDrawError, match=told) as caught:
        drawn(source)
    assert caught.value.line == line
