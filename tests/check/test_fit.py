"""What does not fit: by how much, at which size, and which size would do."""

from __future__ import annotations

from pathlib import Path

from checked import talk, told

from rostra.check import Setting, Talk, check
from rostra.errors import Problem

TALL = "# Title\n\n" + "\n\n".join(f"line {number}" for number in range(60)) + "\n"
WIDE = "# Title\n\ntext\n\n```python\nx = 1\ny = '" + "a" * 100 + "'\nz = '" + "b" * 90 + "'\n```\n"


def found(folder: Path, source: str, *sizes: tuple[int, int], rule: str, magnify: int = 1) -> list[Problem]:
    """What a check says about size."""
    one = talk(folder, source)
    one = Talk(one.deck, one.styles, Setting(sizes, magnify))
    return [problem for problem in check(one) if problem.rule == rule]


def test_a_slide_that_is_too_tall_says_by_how_much_and_which_size_would_do(tmp_path: Path) -> None:
    (problem,) = found(tmp_path, TALL, (80, 24), (80, 100), rule="fit")
    assert (problem.line, problem.column) == (1, 0)
    assert problem.message.startswith("at 80x24 this slide is ")
    assert problem.message.endswith(" rows too tall: it scrolls")
    does = problem.hint.removeprefix("it fits ").partition(";")[0]
    columns, _, rows = does.partition("x")
    assert found(tmp_path, TALL, (int(columns), int(rows)), rule="fit") == []
    assert found(tmp_path, TALL, (int(columns), int(rows) - 1), rule="fit") != []


def test_it_says_from_which_step_on(tmp_path: Path) -> None:
    (problem,) = found(
        tmp_path, f"# Title\n\na\n\n<!-- pause -->\n\nb\n\n<!-- pause -->\n\n{TALL[9:]}", (80, 24), rule="fit"
    )
    assert "from step 3 on" in problem.message


def test_each_size_is_looked_at(tmp_path: Path) -> None:
    messages = [one.message for one in found(tmp_path, TALL, (80, 24), (120, 36), rule="fit")]
    assert [message.split()[1] for message in messages] == ["80x24", "120x36"]


def test_a_page_that_is_magnified_is_half_as_large(tmp_path: Path) -> None:
    once = found(tmp_path, "# T\n\n" + "line\n\n" * 18, (160, 40), rule="fit")
    twice = found(tmp_path, "# T\n\n" + "line\n\n" * 18, (160, 40), rule="fit", magnify=2)
    assert (once, len(twice)) == ([], 1)


def test_what_fits_no_terminal_says_so_without_a_size(tmp_path: Path) -> None:
    (problem,) = found(tmp_path, "# Title\n\n" + "- item\n" * 1000, (80, 24), rule="fit")
    assert problem.hint == "leave something out, or make two slides of it"


# -- listings ---------------------------------------------------------------------------------------------------


def test_the_widest_line_of_a_listing_is_told_of_once_a_size(tmp_path: Path) -> None:
    (problem,) = found(tmp_path, WIDE, (80, 24), (200, 50), rule="listing-width")
    assert problem.line == 7
    assert problem.message.startswith("at 80x24 this line of a listing is ")
    assert problem.message.endswith(" columns too wide: it is folded, and so is 1 other line of it")
    columns = int(problem.hint.removeprefix("it fits ").partition("x")[0])
    assert found(tmp_path, WIDE, (columns, 24), rule="listing-width") == []
    assert found(tmp_path, WIDE, (columns - 1, 24), rule="listing-width") != []


def test_it_is_told_of_once_and_not_again_as_what_happened_while_drawing(tmp_path: Path) -> None:
    one = talk(tmp_path, WIDE)
    one = Talk(one.deck, one.styles, Setting(((80, 24),)))
    assert [problem.rule for problem in check(one)] == ["listing-width"]


def test_the_line_is_found_in_indented_code_in_lists_and_in_columns(tmp_path: Path) -> None:
    long = "x" * 200
    for source, line in (
        (f"# A\n\ntext\n\n    one\n    {long}\n", 6),
        (f"# A\n\n- item\n\n  ~~~\n  one\n  two\n  {long}\n  ~~~\n", 8),
        (f"# A\n\n::: columns\n::: column\n```\n{long}\n```\n:::\n::: column\ntext\n:::\n:::\n", 6),
    ):
        assert [one.line for one in found(tmp_path, source, (80, 24), rule="listing-width")] == [line], source


def test_a_drawing_is_cut_off_rather_than_folded(tmp_path: Path) -> None:
    (problem,) = found(tmp_path, f"# A\n\n```text\n┌{'─' * 100}┐\n```\n", (80, 24), rule="listing-width")
    assert "it is cut off" in told(problem)


def test_where_the_deck_itself_is_narrow_no_size_is_promised(tmp_path: Path) -> None:
    (problem,) = found(tmp_path, f"---\nmax_columns: 40\n---\n\n{WIDE}", (120, 36), rule="listing-width")
    assert problem.hint == "break the line, or leave something out"
