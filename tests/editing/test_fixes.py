"""What ``rostra check --fix`` writes: what has one answer, and not a byte more."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from decks import read
from rostra.check import Talk, check, mended
from rostra.deck.blocks import text_of
from rostra.editing.fixes import fix
from rostra.editing.text_form import LINE_END
from rostra.errors import Problem, UserError
from rostra.reader import read_deck
from rostra.themes import load_theme
from rostra.typeset import Styles
from snippets import TEXTS

WORDS = [
    ("---\ntilte: A\n---\n\n# A\n", "tilte", "title"),
    ("---\ncheck:\n  ignore:\n  - widht\n---\n\n# A\n", "widht", "width"),
    ("---\ntheme: {name: nrod, acent: red}\n---\n\n# A\n", "nrod", "nord"),
    ("# A\n\ntext <!-- nots: x --> more\n", "nots", "notes"),
    ("# A\n\n<!--\nslide:\n  layuot: title\n-->\n", "layuot", "layout"),
    ("# A\n\n<!-- slide: {transition: wip} -->\n", "wip", "wipe"),
    ("# A\n\n::: colums\ntext\n:::\n", "colums", "columns"),
    ("# A\n\n> [!Warnng] Title\n> text\n", "Warnng", "warning"),
    ("# A\n\n[w]{.gren} gren\n", ".gren", ".green"),
    ("# A\n\n```pyhton\nx\n```\n", "pyhton", "python"),
    ("# A\n\nText\n---\n\n# B\n", "Text\n---", "Text\n\n---"),
    ("# A\n\n<div>a</div>\n---\n\n# B\n", "</div>\n---", "</div>\n\n---"),
    ("# A\n\nzero\u200bwidth and \x07bell\n", "zero\u200bwidth and \x07bell", "zerowidth and bell"),
]


def check_deck(deck: Path) -> tuple[list[Problem], dict[str, Path]]:
    """What is wrong with a deck, and its files."""
    talk = Talk(read_deck([deck]), Styles(load_theme("dark")))
    return check(talk), dict(talk.paths)


def fixed(deck: Path) -> int:
    """How many problems of a deck were mended."""
    return fix(*check_deck(deck))


@pytest.mark.parametrize("ends", ["\n", "\r\n", "\r"], ids=repr)
@pytest.mark.parametrize("mark", ["", "\ufeff"], ids=["", "mark"])
@pytest.mark.parametrize(("source", "wrong", "right"), WORDS, ids=[wrong for _, wrong, _ in WORDS])
def test_what_was_wrong_is_right_and_no_other_byte_has_changed(
    tmp_path: Path, source: str, wrong: str, right: str, mark: str, ends: str
) -> None:
    deck = tmp_path / "deck.md"
    deck.write_bytes((mark + source).replace("\n", ends).encode())
    assert fixed(deck) >= 1
    wanted = mark + source.replace(wrong, right, 1)
    if "acent" in source:
        wanted = wanted.replace("acent", "accent")
    assert deck.read_bytes() == wanted.replace("\n", ends).encode()
    left, paths = check_deck(deck)
    assert [one for one in left if mended(one) is not None or one.rule == "encoding"] == []
    assert fix(left, paths) == 0


def test_what_has_several_answers_is_left(tmp_path: Path) -> None:
    source = (
        "# One\n\n<hide> [x](#onee) <!-- columns --> ![a](gone.png)\n\n::: bxo\n:::\n\n#### Deep\n\n<video></video>\n"
    )
    deck = tmp_path / "deck.md"
    deck.write_text(source, "utf-8")
    assert fixed(deck) == 0
    assert deck.read_text("utf-8") == source


def test_a_line_with_hidden_signs_is_cleaned_first_and_mended_the_next_time(tmp_path: Path) -> None:
    deck = tmp_path / "deck.md"
    deck.write_text("# A\n\n\u200b\u200b::: colums\n:::\n", "utf-8")
    assert fixed(deck) == 1
    assert deck.read_text("utf-8") == "# A\n\n::: colums\n:::\n"
    assert fixed(deck) == 1
    assert deck.read_text("utf-8") == "# A\n\n::: columns\n:::\n"


def test_an_included_file_is_mended_where_it_is_and_a_name_may_have_two_blanks(tmp_path: Path) -> None:
    deck = tmp_path / "my  deck.md"
    deck.write_text("# A\n\n<!-- include: part.md -->\n\n<!-- pasue -->\n", "utf-8")
    (tmp_path / "part.md").write_text("::: colums\n:::\n", "utf-8")
    assert fixed(deck) == 2
    assert deck.read_text("utf-8").endswith("<!-- pause -->\n")
    assert (tmp_path / "part.md").read_text("utf-8") == "::: columns\n:::\n"


def test_two_problems_on_one_line_are_mended_together(tmp_path: Path) -> None:
    deck = tmp_path / "deck.md"
    deck.write_text("# A\n\n[a]{.gren} [b]{.yelow} <!-- pasue -->\n", "utf-8")
    assert fixed(deck) == 3
    assert deck.read_text("utf-8") == "# A\n\n[a]{.green} [b]{.yellow} <!-- pause -->\n"


def test_a_deck_that_is_not_in_utf_8_is_not_written(tmp_path: Path) -> None:
    deck = tmp_path / "deck.md"
    deck.write_bytes("# Ä\n\n<!-- pasue -->\n".encode("latin-1"))
    with pytest.raises(UserError, match="not in UTF-8"):
        fixed(deck)
    assert deck.read_bytes() == "# Ä\n\n<!-- pasue -->\n".encode("latin-1")


WRONG = ("<!-- pasue -->", "::: colums\n:::", "text\n---", "[w]{.gren}", "a\u200bb")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("decks")


@given(source=TEXTS, wrong=st.sampled_from(WRONG))
@settings(max_examples=20, deadline=None)
def test_other_slides_show_what_they_showed(folder: Path, source: str, wrong: str) -> None:
    text = f"# First\n\none\n\n---\n\n{wrong}\n\n{source}\n\n---\n\n# Last\n\ntwo\n"
    before = read(folder, text).slides
    with suppress(UserError):
        fixed(folder / "deck.md")
    after = read_deck([folder / "deck.md"]).slides
    for slide in (0, -1):
        assert text_of(after[slide].content.blocks) == text_of(before[slide].content.blocks)
        assert after[slide].content.notes == before[slide].content.notes


@given(source=TEXTS, wrong=st.sampled_from(WRONG))
@settings(max_examples=30, deadline=None)
def test_lines_without_a_problem_stay_as_they_are(folder: Path, source: str, wrong: str) -> None:
    deck = folder / "deck.md"
    read(folder, f"{source}\n\n{wrong}\n")
    before = deck.read_bytes()
    found, paths = check_deck(deck)
    try:
        count = fix(found, paths)
    except UserError:  # with half a surrogate in it, it is no UTF-8
        count = 0
    after = deck.read_bytes()
    if not count:
        assert after == before
        return
    meant = {one.line for one in found if mended(one) is not None or one.rule == "encoding"}
    kept = [line for number, line in enumerate(LINE_END.split(before.decode())[::2], 1) if number not in meant]
    left = iter(LINE_END.split(after.decode())[::2])
    assert all(line in left for line in kept)
