"""The names of keys agree with Textual's."""

from __future__ import annotations

import string

import pytest
from textual.keys import Keys

from rostra.keys import ALL, DIGITS
from rostra.terminal.key_names import NAMED, UnknownKeyError, spelled
from rostra.terminal.textual_private import spelled as spelled_by_textual


def test_every_key_of_ours_is_a_key_and_spelled_as_it_should_be() -> None:
    names = [name for key in (*ALL, *DIGITS) for name in key.keys.split(",")]
    assert [spelled(name) for name in names] == names


@pytest.mark.parametrize("sign", sorted({*string.printable.strip(), "ö", "É", "€", "日"} - {","}))
def test_a_sign_is_called_as_textual_calls_it(sign: str) -> None:
    assert [spelled(sign)] == spelled_by_textual(sign)
    assert spelled(spelled(sign)) == spelled(sign)


def test_every_key_without_a_sign_is_one_of_textual_s() -> None:
    known = {key.value for key in Keys}
    assert set(NAMED) <= known
    with_modifiers = {name for name in known if "+" in name and "<" not in name}
    assert {name for name in with_modifiers if spelled(name) != name} == set()


def test_modifiers_stand_in_one_order() -> None:
    assert spelled("shift+ctrl+up") == "ctrl+shift+up"


@pytest.mark.parametrize(
    ("key", "meant"),
    [
        ("pgdn", "pagedown"), ("PageDown", "pagedown"), ("esc", "escape"), ("fullstop", "full_stop"), ("F5", "f5"),
        ("control+n", "ctrl"), ("shift+n", "N"), ("ctr+n", "ctrl"), ("latin_small_letter_a", ""),
        ("", ""), ("qwertz", ""),
    ],
)  # fmt: skip
def test_what_is_no_key_is_refused_with_what_was_meant(key: str, meant: str) -> None:
    with pytest.raises(UnknownKeyError) as error:
        spelled(key)
    assert ("did you mean" in str(error.value)) == bool(meant)
    assert repr(meant) in str(error.value) or not meant
