"""Trees."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from drawing import area, frame_of, plain, run_with
from rostra.deck.blocks import Code
from rostra.typeset.figures import CannotDrawError, figure
from rostra.typeset.frame import Line, text_of, width


def drawn(source: str, columns: int = 72, rows: int = 22) -> list[Line]:
    return figure(Code(source, "tree"), area(columns, rows))


@st.composite
def sources(draw: st.DrawFn) -> str:
    name = st.sampled_from(
        ["one", "宽宽的", "a name of some words", "x.py", "b: and what it is good for", "c {.green}"]
    )
    return "\n".join(" " * draw(st.integers(0, 9)) + draw(name) for _ in range(draw(st.integers(1, 12))))


@given(source=sources(), columns=st.integers(1, 100), rows=st.sampled_from([12, 40]))
@settings(max_examples=80, deadline=None)
def test_all_is_said_in_full_and_no_line_is_too_long(source: str, columns: int, rows: int) -> None:
    try:
        lines = drawn(source, columns, rows)
    except CannotDrawError:
        assert columns < 50
        return
    assert all(width(line) <= columns for line in lines)
    said = [sign for sign in source.replace("{.green}", "") if sign.isalpha()]
    assert sorted(said) == sorted(sign for sign in text_of(lines) if sign.isalpha())


def test_what_comes_later_leaves_no_trace_before() -> None:
    frame = frame_of("```tree\nroot\n  a\n    b\n<!-- pause -->\n  c\n```", 40, 14)
    first, second = (frame.text(step).split("\n") for step in (0, 1))
    assert [line.strip() for line in first if line.strip()] == ["root", "╰─ a", "╰─ b"]
    assert [line.strip() for line in second if line.strip()][-1] == "╰─ c"
    assert second[-1].index("╰") < second[-3].index("b")


def test_items_stand_apart_where_the_page_has_room() -> None:
    assert (len(drawn("a\n  b\n  c", 72, 4)), len(drawn("a\n  b\n  c", 72, 22))) == (3, 5)


def test_what_others_belong_to_is_bold() -> None:
    lines = drawn("root\n  inner\n    leaf")
    assert [run_with(lines, name).style.bold for name in ("root", "inner", "leaf")] == [True, True, None]


@pytest.mark.parametrize(("source", "line"), [("", None), ("a\n  : b", 1), ("a\n  {.green}", 1)])
def test_what_cannot_be_read_is_told_with_its_line(source: str, line: int | None) -> None:
    with pytest.raises(CannotDrawError) as caught:
        drawn(source)
    assert caught.value.line == line


def test_items_may_all_be_called_the_same() -> None:
    lines = drawn("root\n" + "  a\n" * 1000, 72, 22)
    assert [plain(line).strip() for line in lines] == ["root", *["├─ a"] * 999, "╰─ a"]
