"""Texts, settings and saved files as the language server counts and reads them."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rostra.language.document import Document
from rostra.lsp.preferences import USUAL, read_preferences
from rostra.lsp.saved import SavedFile, line_in
from rostra.lsp.text import Encoding, Text, Where, units

SIGNS = st.sampled_from(["a", "ä", "😀", "\r\n", "\r", "\n", "\u2028", "\x85", "\x0c", " "])
TEXTS = st.lists(SIGNS, max_size=24).map("".join)
ENCODINGS = st.sampled_from(["utf-8", "utf-16", "utf-32"])
CODECS = {"utf-8": ("utf-8", 1), "utf-16": ("utf-16-le", 2), "utf-32": ("utf-32-le", 4)}


@given(TEXTS, ENCODINGS)
def test_units_are_those_of_the_encoding(text: str, encoding: Encoding) -> None:
    codec, size = CODECS[encoding]
    assert units(text, encoding) == len(text.encode(codec)) // size


@given(TEXTS, ENCODINGS)
def test_lines_are_those_of_the_reader(text: str, encoding: Encoding) -> None:
    written = Text(text, encoding)
    document = Document(Path("talk.md"), written.whole)
    for line, content in enumerate(document.lines):
        for column in range(len(content) + 1):
            assert written.read(written.where(line, column)) == (line, column)


@given(TEXTS, TEXTS, st.data(), ENCODINGS)
def test_a_change_is_made_where_the_editor_makes_it(
    text: str, new: str, data: st.DataObject, encoding: Encoding
) -> None:
    written = Text(text, encoding)
    lines = list(written.lines)
    ends = []
    for _ in range(2):
        line = data.draw(st.integers(0, len(lines) - 1))
        ends.append((line, data.draw(st.integers(0, len(lines[line])))))
    (first, start), (last, end) = sorted(ends)
    spots = [Where(line, units(lines[line][:column], encoding)) for line, column in ((first, start), (last, end))]
    written.replace(spots[0], spots[1], new)
    before = "\n".join([*lines[:first], lines[first][:start]])
    after = "\n".join([lines[last][end:], *lines[last + 1 :]])
    assert written.whole == before + "\n".join(Text(new).lines) + after


def test_a_place_within_a_character_is_before_it() -> None:
    assert Text("a😀b").read(Where(0, 2)) == (0, 1)
    assert Text("a😀b").read(Where(0, 99)) == (0, 3)
    assert Text("a😀b", "utf-8").read(Where(0, 4)) == (0, 1)


@pytest.mark.parametrize("given", [None, 7, [], {}, {"rostra": {}}, "x"])
def test_without_settings_all_is_as_usual(given: object) -> None:
    assert read_preferences(given) == (USUAL, [])


def test_settings_are_read_and_what_is_wrong_in_them_is_told() -> None:
    found, wrong = read_preferences(
        {"rostra": {"sizes": ["100x30"], "strict": True, "theme": "light", "follow": False}}
    )
    assert (found.sizes, found.strict, found.theme, found.follow) == (((100, 30),), True, "light", False)
    assert not wrong
    found, wrong = read_preferences(
        {"size": [], "sizes": [], "strict": 1, "theme": "../x", "magnify": True, "findings": {}}
    )
    assert found == USUAL
    assert len(wrong) == 6
    assert "did you mean 'sizes'" in wrong[0]


OLD = ["one", "two", "three", "four", "five"]


@pytest.mark.parametrize(
    ("new", "line", "saved"),
    [
        (OLD, 3, 3),
        (["new", *OLD], 0, 0),
        (["new", *OLD], 4, 3),
        ([*OLD, "new", "more"], 6, 4),
        (["one", "2", "three", "four", "five"], 1, 1),
        (["one", "a", "b", "c", "three", "four", "x", "five"], 4, 2),
        (["one", "a", "b", "c", "three", "four", "x", "five"], 6, 3),
        (["five"], 0, 4),
    ],
)
def test_a_line_that_is_written_is_found_in_the_saved_file(new: list[str], line: int, saved: int) -> None:
    assert line_in(OLD, new, line) == saved


@given(st.lists(st.sampled_from("abc"), max_size=8), st.lists(st.sampled_from("abc"), max_size=8), st.integers(0, 9))
def test_a_line_is_always_found_within_the_saved_file(old: list[str], new: list[str], line: int) -> None:
    assert 0 <= line_in(old, new, min(line, max(0, len(new) - 1))) <= max(0, len(old) - 1)


def test_a_saved_file_is_read_again_when_it_was_saved_again(tmp_path: Path) -> None:
    path = tmp_path / "talk.md"
    file = SavedFile(path)
    assert file.line_of(["a"], 0) is None
    path.write_text("a\nb\n", "utf-8")
    assert file.line_of(["a", "b", ""], 1) == 1
    path.write_text("x\ny\na\nb\n", "utf-8")
    os.utime(path, (1, 1))
    assert file.line_of(["a", "b", ""], 1) == 3
