"""Boxes and arrows."""

from __future__ import annotations

import re
import sys

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from drawing import STYLES, area, deck_of, frame_of, run_with
from rostra.deck.blocks import Code
from rostra.typeset.figures import CannotDrawError, figure
from rostra.typeset.frame import Line, text_of, width

NAMES = (
    "ask",
    "read the file",
    "a rather longer name of a box",
    "宽宽的名字",
    "is it good?",
    "(round)",
    "x{y}",
    "((end))",
)
ARROWS = ("->", "--", "<->", "==>", "-.->", "<-")
LABELS = ("", "", ": yes", ": some words on it")


def drawn(source: str, columns: int = 72, rows: int = 22) -> list[Line]:
    return figure(Code(source, "flow"), area(columns, rows))


def words(text: str) -> list[str]:
    """The signs of a text that are in no outline, in any order."""
    return sorted(re.findall(r"\w", text))


@st.composite
def sources(draw: st.DrawFn) -> str:
    names, arrows = st.sampled_from(NAMES), st.sampled_from(ARROWS)
    line = st.builds(lambda a, way, b, said: f"{a} {way} {b}{said}", names, arrows, names, st.sampled_from(LABELS))
    lines = draw(st.lists(st.one_of(line, names, st.just("<!-- pause -->")), min_size=1, max_size=9))
    return "\n".join([*draw(st.sampled_from([[], ["down"], ["left"], ["up"]])), "ask", *lines])


def said(source: str, steps: int) -> list[str]:
    """All that a flow says after so many steps, as often as it says it."""
    shown = "\n".join(source.split("<!-- pause -->\n")[: steps + 1]).replace("<!-- pause -->", "").split("\n")
    lines = [line for line in shown if line not in ("", "down", "left", "up")]
    names = {name for line in lines for name in NAMES if name in re.split(r" (?:[-=.<>]+) |: ", line)}
    labels = {line: line.partition(": ")[2] for line in lines}
    return words("".join(names).replace("x{y}", "y") + "".join(labels.values()))


@given(source=sources(), columns=st.integers(1, 130), rows=st.sampled_from([12, 22, 34, 48]))
@example(source="ask\nask -> ask: yes\n<!-- pause -->\nask -> ask: yes", columns=14, rows=12)
@settings(max_examples=120, deadline=None)
def test_all_is_said_in_full_and_no_line_is_too_long(source: str, columns: int, rows: int) -> None:
    try:
        lines = drawn(source, columns, rows)
    except CannotDrawError:
        assert columns < 90
        return
    assert all(width(line) <= columns for line in lines)
    steps = source.count("<!-- pause -->")
    for step in range(steps + 1):
        shown = [[run if run.step <= step else run._replace(text=" " * width([run])) for run in line] for line in lines]
        assert words(text_of(shown)) == said(source, step)


def test_what_comes_later_leaves_no_trace_before() -> None:
    frame = frame_of("```flow\na -> b\n<!-- pause -->\na -> c\n<!-- pause -->\nb -> a: back\n```", 60, 14)
    first = frame.text(0)
    assert first.count("╭") == 2
    assert "c" not in first
    assert not set("◀╭╰") & set(first.replace("╭─────╮", "").replace("╰─────╯", "").replace("╭─", "").replace("╰─", ""))
    assert "back" not in frame.text(1)
    assert "back" in frame.text(2)
    assert deck_of("```flow\na -> b\n<!-- pause -->\na -> c\n```").slides[0].steps == 2


@pytest.mark.parametrize(
    ("source", "line", "told"),
    [
        ("a ->", 0, "an arrow leads from a name to a name"),
        ("a\n-> b", 1, "an arrow leads from a name to a name"),
        ("a -> b, , c", 0, "a box has no name"),
        ("a ->  -> b", 0, "a box has no name"),
        ("", None, "a flow needs lines such as"),
        ("down", None, "a flow needs lines such as"),
    ],
)
def test_what_cannot_be_read_is_told_with_its_line(source: str, line: int | None, told: str) -> None:
    with pytest.raises(CannotDrawError, match=told) as caught:
        drawn(source)
    assert caught.value.line == line


@pytest.mark.parametrize(
    ("source", "same"),
    [
        ("a->b->c", "a -> b -> c"),
        ("a → b", "a -> b"),
        ("b <- a", "a -> b"),
        ("a --> b", "a -> b"),
        ('"a" -> "b"', "a -> b"),
        ("a -> b\na -> b", "a -> b"),
        ("a, b -> c", "a -> c\nb -> c"),
        ("a -> b: said", 'a -> b: "said"'),
        ("go[a] -> b\ngo -> c", "a -> b\na -> c"),
        ("direction: down\na -> b", "down\na -> b"),
    ],
)
def test_the_same_can_be_written_in_several_ways(source: str, same: str) -> None:
    assert text_of(drawn(source)) == text_of(drawn(same))


def test_a_name_can_have_hyphens_colons_commas_and_brackets_in_it() -> None:
    text = text_of(drawn('open-source -> 10:30 -> 1,000 -> "a, b" -> f(x) y', 100))
    assert all(name in text for name in ("open-source", "10:30", "1,000", "a, b", "f(x) y"))


def test_a_box_has_the_colour_that_is_written_behind_its_name() -> None:
    lines = drawn("a {.green} -> b")
    corners = [run for line in lines for run in line if "╭" in run.text]
    assert corners[0].style == STYLES.page + STYLES.named("green", STYLES.page)
    assert corners[1].style != corners[0].style
    assert "green" not in text_of(lines)


def test_a_figure_that_has_a_slide_to_itself_is_in_the_middle_of_it() -> None:
    for fence in ("```flow\na -> b\n```", "```text\n╭─────╮\n╰─────╯\n```"):
        rows = frame_of(f"# Title\n\n{fence}\n", 100, 20).text().split("\n")
        top = next(row for row in rows if "╭" in row)
        assert abs(top.index("╭") - (99 - top.rindex("╮"))) <= 1


def test_boxes_are_roomier_on_a_large_page() -> None:
    small, large = (len(drawn("a -> b -> c", 190, rows)) for rows in (22, 50))
    assert (small, large) == (3, 7)


def test_words_on_an_arrow_look_unlike_those_in_a_box() -> None:
    lines = drawn("a -> b: said")
    assert run_with(lines, "said").style != run_with(lines, "a").style


def test_a_graph_of_thirty_boxes_is_drawn() -> None:
    source = "\n".join(f"box {number // 2} -> box {number}" for number in range(1, 30))
    text = text_of(drawn(source, 110, 40))
    assert all(f"box {number} " in text for number in range(30))


def test_hundreds_of_boxes_are_not_drawn() -> None:
    with pytest.raises(CannotDrawError, match="too many"):
        drawn("\n".join(f"box {number} -> box {number + 1}" for number in range(200)))


def test_nothing_of_it_is_imported_by_a_deck_without_one() -> None:
    assert "rostra.typeset.figures.flow" in sys.modules
    import subprocess

    script = "import sys, rostra.typeset; print([name for name in sys.modules if 'figures' in name])"
    assert subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True).stdout == "[]\n"
