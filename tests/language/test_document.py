"""What is wrong with a deck while it is written is at all times what a check would find."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from rostra.check import Setting, Talk, deck_problems, slide_problems
from rostra.errors import Problem
from rostra.language import document as module
from rostra.language.document import Document
from snippets import SNIPPETS

DECK = """---
title: Several slides
---

# One

[three](#three), [gone](#gone)

---

<!-- slide: {layout: titel} -->

Two, without a heading and with words enough.

<!-- pause -->

- a
- b

---

<!-- slide: {name: three} -->

# Three

```python
x = 1
```

???

Notes.

---

<!-- include: part.md -->

# Four

![no picture](gone.png)
"""
STRICT = Setting(strict=True)
TITLES = st.sampled_from(("title: Several slides", "title: Another", "theme: light", "theme: gone", "slide_level: 1"))


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("decks")
    (folder / "part.md").write_text("Of another file.\n\n<!-- paus -->\n", "utf-8")
    return folder / "deck.md"


def edited(text: str, at: int, how: str, what: str) -> str:
    lines = text.split("\n")
    at %= len(lines)
    lines[at : at + (how != "insert")] = [lines[at] + what] if how == "append" else [what]
    return "\n".join(lines)


EDITS = st.lists(
    st.tuples(
        st.integers(0, 200),
        st.sampled_from(("insert", "append", "replace")),
        st.one_of(st.sampled_from(("", "x", "# Head", "[to](#three)", "[to](#four)", *SNIPPETS)), TITLES),
    ),
    min_size=1,
    max_size=8,
)


def follows(path: Path, edits: list[tuple[int, str, str]]) -> None:
    document, text = Document(path, DECK, STRICT), DECK
    document.problems()
    for edit in edits:
        text = edited(text, *edit)
        document.change(text)
        document.problems()
    document.settle()
    assert document.problems() == Document(path, text, STRICT).problems()
    assert document.text == text


@given(edits=EDITS)
@example(edits=[(4, "replace", "# Head"), (4, "replace", "# One"), (30, "append", "x")])
@example(edits=[(1, "replace", "theme: light"), (30, "append", "x")])
@example(edits=[(21, "replace", "<!-- slide: {name: gone} -->"), (7, "insert", "x")])
@settings(max_examples=15, deadline=None)
def test_problems_follow_each_change(path: Path, edits: list[tuple[int, str, str]]) -> None:
    follows(path, edits)


@pytest.mark.slow
@given(edits=EDITS)
@settings(max_examples=120, deadline=None)
def test_problems_follow_each_of_many_more_changes(path: Path, edits: list[tuple[int, str, str]]) -> None:
    follows(path, edits)


@pytest.fixture
def looked_at(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """The slides that were looked at, in order."""
    found: list[int] = []

    def noted(talk: Talk, index: int) -> list[Problem]:
        found.append(index)
        return slide_problems(talk, index)

    monkeypatch.setattr(module, "slide_problems", noted)
    return found


def test_only_the_slide_that_changed_is_looked_at_again(path: Path, looked_at: list[int]) -> None:
    document = Document(path, DECK)
    document.problems()
    everything = list(looked_at)
    document.change(DECK.replace("x = 1", "x = 1\ny = 2"))
    document.problems()
    [again] = looked_at[len(everything) :]
    assert document.deck.slides[again].label == "Three"
    document.settle()
    document.problems()
    assert len(looked_at) <= len(everything) + 3  # those with links to files, which may have come meanwhile


def test_the_deck_as_a_whole_is_looked_at_once_after_each_change(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    looked: list[Talk] = []

    def noted(talk: Talk) -> list[Problem]:
        looked.append(talk)
        return deck_problems(talk)

    monkeypatch.setattr(module, "deck_problems", noted)
    document = Document(path, DECK)
    for text in (DECK, DECK.replace("x = 1", "x = 12")):
        looked.clear()
        document.change(text)
        found = document.problems()
        assert document.problems(known=True) == found
        assert len(looked) == 1


def test_what_is_found_on_other_slides_moves_with_them(path: Path) -> None:
    document = Document(path, DECK)
    before = [one.line for one in document.problems() if one.rule == "picture"]
    document.change(DECK.replace("# One\n", "# One\n\nA line.\n"))
    after = [one.line for one in document.problems() if one.rule == "picture"]
    assert after == [line + 2 for line in before]
    assert document.lines[after[0] - 1] == "![no picture](gone.png)"


def test_problems_in_an_included_file_are_given_with_its_name(path: Path) -> None:
    assert [Path(one.file).name for one in Document(path, DECK).problems() if "paus" in one.message] == ["part.md"]


def test_slides_are_looked_at_piece_by_piece_those_nearest_first(path: Path, looked_at: list[int]) -> None:
    document = Document(path, DECK)
    assert document.problems(known=True) == [one for one in document.problems(known=True) if one.rule != "heading"]
    assert looked_at == []
    line = document.lines.index("# Three")
    assert document.look_further(near=line)
    assert [document.deck.slides[index].label for index in looked_at] == ["Three"]
    while document.look_further(near=line):
        pass
    assert sorted(looked_at) == list(range(len(document.slides)))
    assert document.problems(known=True) == document.problems()


def test_the_theme_follows_the_front_matter(path: Path) -> None:
    document = Document(path, DECK)
    dark = document.styles
    document.change(DECK.replace("title: Several slides", "title: Several slides\ntheme: light"))
    assert document.styles is not dark
    assert document.styles.theme.name == "light"
    document.change(DECK.replace("title: Several slides", "title: Several slides\ntheme: ligh"))
    assert document.styles.theme.name == "dark"


def test_a_problem_stands_where_its_text_stands_although_signs_are_taken_out() -> None:
    document = Document(Path("deck.md"), "# A\n\n\u200bx\u200b [y](#gone)\n")
    [found] = [one for one in document.problems() if one.rule == "link"]
    assert (found.line, document.lines[2][found.column - 1 : found.column - 1 + found.width]) == (3, "#gone")


def test_lines_are_those_that_the_reader_counts() -> None:
    document = Document(Path("deck.md"), "# A\r\n\r\none\u2028<!-- paus -->\r\n")
    assert document.lines == ["# A", "", "one", "<!-- paus -->", ""]
    assert document.text == "# A\r\n\r\none\u2028<!-- paus -->\r\n"
    assert not document.has_usual_lines


@pytest.mark.parametrize(
    ("line", "step"),
    [("# Two", 0), ("- a", 0), ("<!-- pause -->", 0), ("- b", 1), ("- c", 2), ("???", 2), ("", 0)],
)
def test_a_line_shows_at_the_step_of_its_block(line: str, step: int) -> None:
    text = "# Two\n\n- a\n\n<!-- pause -->\n\n- b\n\n<!-- pause -->\n\n- c\n\n???\n\nNotes.\n"
    document = Document(Path("deck.md"), text)
    assert document.step_at(document.lines.index(line)) == step


def test_a_frame_is_that_of_the_slide_as_it_is_now(path: Path) -> None:
    document = Document(path, DECK)
    document.change(DECK.replace("x = 1", "y = 2"))
    index = document.slide_at(document.lines.index("y = 2"))
    assert index is not None
    assert "y = 2" in document.frame(index, (60, 18)).text()


def test_lines_around_a_hidden_slide_are_its_own() -> None:
    document = Document(Path("deck.md"), "# A\n\n---\n\n<!-- skip_slide -->\n\n# B\n\n---\n\n# C\n")
    assert [line for line in document.around(6) if document.lines[line]] == [2, 4, 6, 8]
    assert document.slide_at(6) is None


def test_what_the_front_matter_changes_is_found_on_all_slides() -> None:
    text = f"---\ntitle: A\n---\n\n# A\n\n---\n\n# B\n\n```\n{'x' * 60}\n```\n"
    document = Document(Path("deck.md"), text)
    assert document.problems() == []
    document.change(text.replace("title: A", "title: A\nmax_columns: 40"))
    assert [one.rule for one in document.problems()] == ["listing-width"] * 2


def test_a_link_whose_slide_goes_is_found_once_all_is_read_again(path: Path) -> None:
    text = "# One\n\n[two](#two)\n\n---\n\n# Two\n\n---\n\n# Three\n"
    document = Document(path, text)
    assert document.problems() == []
    document.change(text.replace("# Two", "# Four"))
    document.problems()
    document.settle()
    assert [(one.rule, one.line) for one in document.problems()] == [("link", 3)]


def test_a_theme_that_cannot_be_used_is_told_of(path: Path) -> None:
    text = "---\ntheme: {name: dark, nonsense: red}\n---\n\n# A\n"
    document = Document(path, text)
    before = document.problems()
    document.change(text.replace("{name: dark, nonsense: red}", "dark"))
    assert before
    assert document.problems() == []
