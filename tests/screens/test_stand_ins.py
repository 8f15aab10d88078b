"""What a text area holds in the place of what it cannot, and back."""

from __future__ import annotations

from hypothesis import example, given
from hypothesis import strategies as st
from rich.cells import cell_len

from rostra.editing.text_form import read_form
from rostra.screens.editor.stand_ins import LONGEST, StandIns

TEXTS = st.text(st.characters(exclude_characters="\r\u2028\u2029\x85", exclude_categories=["Cs"]))


@given(TEXTS)
@example("\x00\x0b\x1b\x1c\x7f\x80\x9f\u200b\u202e\ufeff\ud7ff")
@example("x" * 5000 + "\n" + "y" * 5000)
def test_every_text_comes_back_as_it_was(text: str) -> None:
    file = read_form(text.encode("utf-8")).text  # as the editor gets it
    areas = StandIns()
    held = areas.held(file)
    assert areas.real(held) == file
    assert held.count("\n") == file.count("\n")
    assert held.splitlines() == held.split("\n")[: len(held.splitlines())]


@given(TEXTS)
def test_what_is_shown_is_safe_and_has_a_sign_for_each_that_is_held(text: str) -> None:
    areas = StandIns()
    for line in areas.held(text).split("\n"):
        shown = areas.shown(line)
        assert len(shown) == len(line)
        assert cell_len(shown) == cell_len(line)
        assert not any(ord(sign) < 0x20 and sign != "\t" for sign in shown)


def test_the_middle_of_a_long_line_is_one_sign_which_can_be_copied_and_deleted() -> None:
    areas = StandIns()
    line = "a" * LONGEST + "bc"
    held = areas.held(line)
    assert len(held) < 300
    assert areas.shown(held).count("…") == 1
    assert areas.real(held + held) == line + line
    assert areas.held(f"{line}\n{line}").split("\n")[0] == held


def test_bytes_that_are_no_text_stay() -> None:
    areas = StandIns()
    file = read_form("Ünïcöde ".encode() * 3 + b"\x93\xff").text
    assert areas.real(areas.held(file)) == file
