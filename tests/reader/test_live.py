"""A deck that follows its text is at all times what it would be if it were read anew."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from rostra.reader.live import LiveDeck
from rostra.reader.source import read_source
from snippets import SNIPPETS

ROOT = Path(__file__).parents[2]
RULED = """---
title: Several slides
---

# One

- a
- b

<!-- pause -->

[two](#two) and [there][where]

???

Say *this*.

---

<!-- slide: {name: two, time: 60s} -->
# Two

```python
x = 1
```

::: box Title
Inside.
:::

---

Three, without a heading.[^1]

[^1]: A footnote.

---

<!-- include: part.md -->

# Four

[where]: #two
"""
HEADED = "# One\n\ntext\n\n## Two\n\n- a\n- b\n\n<!-- pause -->\n\nmore\n\n# Three\n\n???\n\nnotes\n\n# Four\n"
PLAIN = "".join(f"# Slide {n}\n\nWords on it.\n\n- one\n- two\n\n???\n\nNotes.\n\n---\n\n" for n in range(6))
DECKS = (RULED, HEADED, PLAIN)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("live")
    (made / "part.md").write_text("# Of another file\n\n---\n\nmore of it\n", "utf-8")
    return made


def same(live: LiveDeck, text: str) -> None:
    """The slides, and where they stand, are as if all of it were read now."""
    fresh = LiveDeck(live.path, text)
    assert [one.slide for one in live.slides] == [one.slide for one in fresh.slides]
    assert [(one.first, one.end) for one in live.slides] == [(one.first, one.end) for one in fresh.slides]
    assert live.deck.meta == fresh.deck.meta
    assert live.deck.files == fresh.deck.files
    assert live.lines == fresh.lines


def settled(live: LiveDeck, text: str) -> None:
    """After it has settled all else is the same, too."""
    live.settle()
    fresh = LiveDeck(live.path, text)
    same(live, text)
    assert [one.slide.content for one in live.slides] == [one.slide.content for one in fresh.slides]
    assert live.deck.problems == fresh.deck.problems


EDITS = st.lists(
    st.tuples(
        st.integers(0, 400),
        st.sampled_from(("insert", "delete", "append", "replace", "character", "join")),
        st.one_of(st.sampled_from(("word", "", "x", *SNIPPETS)), st.text(max_size=8)),
    ),
    max_size=12,
)
"""Changes, each of a line."""


def edited(text: str, at: int, how: str, what: str) -> str:
    """The text with one change."""
    lines = text.split("\n")
    at %= len(lines)
    match how:
        case "insert":
            lines.insert(at, what)
        case "delete":
            del lines[at]
        case "append":
            lines[at] += what
        case "replace":
            lines[at] = what
        case "character":
            middle = len(lines[at]) // 2
            lines[at] = lines[at][:middle] + what[:1] + lines[at][middle + 1 :]
        case _:
            lines[at : at + 2] = ["".join(lines[at : at + 2])]
    return "\n".join(lines)


@given(start=st.sampled_from(DECKS), edits=EDITS)
@example(start=PLAIN, edits=[(18, "insert", "```python"), (30, "append", "x"), (18, "delete", ""), (30, "append", "y")])
@example(start=PLAIN, edits=[(15, "replace", "---"), (14, "insert", ""), (3, "delete", "")])
@example(start=RULED, edits=[(19, "replace", ""), (24, "insert", "<!-- skip_slide -->"), (24, "delete", "")])
@settings(max_examples=40, deadline=None)
def test_slides_follow_each_change(folder: Path, start: str, edits: list[tuple[int, str, str]]) -> None:
    live = LiveDeck(folder / "deck.md", start)
    text = start
    for edit in edits:
        text = edited(text, *edit)
        live.change(text)
        same(live, text)
    settled(live, text)


@pytest.mark.slow
@given(start=st.sampled_from(DECKS), edits=EDITS)
@settings(max_examples=300, deadline=None)
def test_slides_follow_each_of_many_more_changes(folder: Path, start: str, edits: list[tuple[int, str, str]]) -> None:
    live = LiveDeck(folder / "deck.md", start)
    text = start
    for edit in edits:
        text = edited(text, *edit)
        live.change(text)
        same(live, text)
    settled(live, text)


@pytest.mark.slow
@pytest.mark.parametrize(
    "path", [*sorted((ROOT / "slides").glob("*.md")), ROOT / "README.md"], ids=lambda path: path.name
)
def test_decks_of_the_project_follow_changes_everywhere(path: Path) -> None:
    text = read_source(path).text
    live = LiveDeck(path, text)
    for at in range(0, text.count("\n"), 7):
        for how, what in (("append", "x"), ("insert", "a line"), ("delete", "")):
            text = edited(text, at, how, what)
            live.change(text)
            same(live, text)
    settled(live, text)


def test_only_the_slide_that_a_change_is_in_is_read_again() -> None:
    live = LiveDeck(Path("deck.md"), PLAIN)
    before = [one.origin for one in live.slides]
    assert live.change(PLAIN.replace("# Slide 2\n", "# Slide 2\n\nA new line.\n"))
    after = [one.origin for one in live.slides]
    assert [i for i, (old, new) in enumerate(zip(before, after, strict=True)) if old is not new] == [2]
    assert not live.settled
    assert [one.shift for one in live.slides] == [0, 0, 0, 2, 2, 2]


def test_no_change_is_told_as_none() -> None:
    live = LiveDeck(Path("deck.md"), PLAIN)
    assert not live.change(PLAIN)
    assert live.settled


def test_what_is_wrong_with_a_slide_moves_with_it() -> None:
    source = PLAIN.replace("# Slide 3\n\n", "# Slide 3\n\n<!-- paus -->\n\n")
    live = LiveDeck(Path("deck.md"), source)
    [before] = live.deck.problems
    live.change(source.replace("# Slide 1\n", "# Slide 1\n\nA new line.\n"))
    [after] = live.deck.problems
    assert not live.settled
    assert after.line == before.line + 2
    assert live.lines[after.line - 1] == "<!-- paus -->"


def test_blocks_stand_where_they_are_after_lines_came_above() -> None:
    live = LiveDeck(Path("deck.md"), PLAIN)
    live.change(PLAIN.replace("# Slide 1\n", "# Slide 1\n\nA new line.\n"))
    places = [block.place.line for block in live.slides[4].slide.content.blocks]
    assert [live.lines[line - 1] for line in places] == ["# Slide 4", "Words on it.", "- one"]


def test_a_link_to_a_new_name_is_known_once_all_is_read_again() -> None:
    source = PLAIN.replace("Words on it.", "[there](#new)", 1)
    live = LiveDeck(Path("deck.md"), source)
    assert [one.rule for one in live.slides[0].slide.content.problems] == ["link"]
    live.change(source.replace("# Slide 4", "# New"))
    assert not live.settled
    live.settle()
    assert live.slides[0].slide.content.problems == ()


def test_a_line_belongs_to_the_last_slide_that_begins_above_it() -> None:
    live = LiveDeck(Path("deck.md"), PLAIN)
    lines = PLAIN.split("\n")
    for number in range(6):
        assert live.index_at(lines.index(f"# Slide {number}")) == number


def test_signs_that_are_no_text_are_followed_as_they_are() -> None:
    source = "a\0b\0c\0d\0\n\n---\n\n# B\ud800\n"
    live = LiveDeck(Path("deck.md"), source)
    assert live.lines[0] == "a\ufffdb\ufffdc\ufffdd\ufffd"
    assert live.lines[4] == "# B\ufffd"


def test_a_definition_that_goes_is_missed_on_all_slides() -> None:
    before = PLAIN.replace("Words on it.", "[there]", 1).replace("# Slide 3\n", "# Slide 3\n\n[there]: #slide-4\n")
    live = LiveDeck(Path("deck.md"), before)
    text = before.replace("[there]: #slide-4\n", "")
    live.change(text)
    assert live.settled
    settled(live, text)


def test_closing_a_listing_lets_others_be_read_as_they_are_meant() -> None:
    crossing = "# A\n\n```\na\n\n---\n\nb\n```\n\n---\n\n# B\n\n```\nx\n"
    live = LiveDeck(Path("deck.md"), f"{crossing}\n---\n\n# C\n")
    assert [one.slide.label for one in live.slides] != ["A", "B", "C"]
    text = f"{crossing}```\n\n---\n\n# C\n"
    live.change(text)
    same(live, text)
    assert [one.slide.label for one in live.slides] == ["A", "B", "C"]


def test_a_slide_that_is_far_too_long_is_only_told_of() -> None:
    live = LiveDeck(Path("deck.md"), f"# A\n\n---\n\n# B\n\n{'word ' * 20_000}\n")
    [problem] = live.slides[1].slide.content.problems
    assert problem.line == 5
    assert "characters: it is neither checked nor shown" in problem.message
    assert len(live.slides[1].slide.content.blocks) == 1
