"""How a terminal draws larger text, by what it answered."""

from __future__ import annotations

import re

import pytest

from rostra.terminal.large_text import LargeText, large_text, sized
from rostra.terminal.late_answers import LateAnswers
from rostra.terminal.safe_signs import is_safe, made_safe


def answers(doubled: int, wide: int, scaled: int, name: str = "") -> bytes:
    told = f"\x1bP>|{name}\x1b\\" if name else ""
    return (told + "".join(f"\x1b[2;{column}R" for column in (doubled, wide, scaled))).encode() + b"\x1b[?62c"


@pytest.mark.parametrize(
    ("heard", "found"),
    [
        (answers(120, 3, 5), "sized"),
        (answers(60, 3, 5), "sized"),
        (answers(60, 1, 1), "double"),
        (answers(60, 3, 3), "double"),
        (answers(120, 1, 1), ""),
        (answers(120, 3, 3), ""),
        (answers(60, 1, 1, "XTerm(379)"), "fragile"),
        (answers(60, 1, 1, "XTerm(380)"), "double"),
        (answers(60, 1, 1, "Konsole 22.12.3"), "double"),
        (b"\x1b[2;60R\x1b[?62c", ""),
        (b"\x1b[1;60R\x1b[1;3R\x1b[1;5R\x1b[?62c", ""),
        (b"", ""),
    ],
)
def test_a_terminal_is_known_by_where_its_cursor_goes(heard: bytes, found: LargeText) -> None:
    assert large_text(heard, 120) == found


def test_an_odd_column_is_half_a_letter() -> None:
    assert large_text(answers(40, 1, 1), 81) == large_text(answers(41, 1, 1), 81) == "double"
    assert large_text(answers(42, 1, 1), 81) == ""


def test_an_xterm_that_cannot_be_asked_for_its_name_is_known_by_its_variable() -> None:
    assert large_text(answers(60, 1, 1), 120, "XTerm(330)") == "fragile"
    assert large_text(answers(60, 1, 1, "XTerm(390)"), 120, "XTerm(330)") == "double"


@pytest.mark.parametrize("at", [*range(30), 99])
def test_answers_that_come_late_and_in_parts_are_no_keys(at: int) -> None:
    late = "a" + answers(60, 3, 3, "XTerm(379)").decode() + "b\x1b[1;2R\x1b[2~c"
    taken = LateAnswers()
    keys = taken.without(late[:at]) + taken.without(late[at:])
    # What may be the Escape key, or begin another, is passed on at once.
    assert re.sub(r"^a\x1b[P\[]?b", "ab", keys) == "ab\x1b[1;2R\x1b[2~c"


def test_a_long_text_is_sized_in_parts_that_terminals_take() -> None:
    written = sized("語" * 3000, 2)
    assert all(len(part.encode()) <= 4096 for part in written.split("\x1b\\"))
    assert written.count("語") == 3000


def test_drawing_signs_are_replaced_by_those_that_fonts_have() -> None:
    assert is_safe("Crème brûlée — ━▎•")
    assert made_safe("━a▎") == "─a▌"
    assert not any(map(is_safe, ["漢", "🎉", "กา", "e\u0301"]))
