from __future__ import annotations

from pathlib import Path

import pytest

from rostra.editing.slides import (
    Edits,
    delete,
    duplicate,
    hide,
    insert_below,
    move,
    rename_slide,
    slide_at,
    slide_ranges,
    split_at,
    unhide,
)
from rostra.editing.text_edit import applied
from rostra.errors import UserError

DECK = Path("/deck/talk.md")
RULES = "---\ntitle: Talk\n---\n\n# A\n\none\n\n---\n\n# B\n\ntwo\n\n---\n\n# C\n\nthree\n"
HEADINGS = "# A\n\none\n\n## B\n\ntwo\n\n# C\nthree"


def touched(edits: Edits) -> set[int]:
    """The lines on which edits begin or end."""
    return {line for edit in edits for line in (edit.start_line, edit.end_line)}


# -- where slides are -------------------------------------------------------------------------------------------


def test_every_slide_has_its_lines_hidden_ones_as_well() -> None:
    hidden = "<!-- skip_slide -->\n<!-- slide: {name: b} -->\n# B"
    text = f"---\ntitle: Talk\n---\n\n# A\n\n---\n{hidden}\n\n\n***\n\n```\n---\n```\n"
    ranges = slide_ranges(text, DECK)
    assert [(one.first, one.last, one.is_hidden, one.name) for one in ranges] == [
        (4, 4, False, ""),
        (7, 9, True, "b"),
        (14, 16, False, ""),
    ]
    assert [slide_at(ranges, line, DECK) for line in (0, 4, 6, 8, 13, 14, 99)] == [0, 0, 0, 1, 1, 2, 2]
    assert slide_at(slide_ranges("", DECK), 0, DECK) is None


def test_slides_of_an_included_file_are_listed_and_refused(tmp_path: Path) -> None:
    deck, part = tmp_path / "talk.md", tmp_path / "part.md"
    part.write_text("# B\n\n---\n\n# C\n", "utf-8")
    text = "# A\n\n---\n\n<!-- include: part.md -->\n\n---\n\n# D\n"
    ranges = slide_ranges(text, deck)
    assert [(one.file.name, one.is_here) for one in ranges] == [
        ("talk.md", True),
        ("part.md", False),
        ("part.md", False),
        ("talk.md", True),
    ]
    for change in (duplicate, delete, hide, insert_below):
        with pytest.raises(UserError, match=r"slide 2 comes from part\.md \(open part\.md"):
            change(text, deck, 1)
    with pytest.raises(UserError, match="comes from"):
        move(text, deck, 3, 0)
    assert applied(text, delete(text, deck, 0)) == "---\n\n<!-- include: part.md -->\n\n---\n\n# D\n"


@pytest.mark.parametrize("index", [-1, 3])
def test_a_slide_that_there_is_none_of_is_refused(index: int) -> None:
    with pytest.raises(UserError, match="there is no slide"):
        delete(RULES, DECK, index)


# -- new, twice, gone -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "index", "after"),
    [
        (RULES, 0, RULES.replace("one\n", "one\n\n---\n\n# New slide\n")),
        (RULES, 2, RULES + "\n---\n\n# New slide\n"),
        (RULES, -1, RULES.replace("# A", "# New slide\n\n---\n\n# A")),
        (HEADINGS, 0, HEADINGS.replace("one\n", "one\n\n# New slide\n")),
        (HEADINGS, 2, HEADINGS + "\n\n# New slide"),
        ("# A", 0, "# A\n\n# New slide"),
        ("words\n", 0, "words\n\n# New slide\n"),
        ("", -1, "# New slide\n"),
        ("---\ntitle: T\n---\n", -1, "---\ntitle: T\n---\n\n# New slide\n"),
        ("# A\n<!-- end_slide -->\n# B\n", 0, "# A\n<!-- end_slide -->\n# New slide\n<!-- end_slide -->\n# B\n"),
        ("a\n\n***\nb\n", 1, "a\n\n***\nb\n\n***\n# New slide\n"),
    ],
)
def test_a_new_slide_is_parted_as_those_beside_it(text: str, index: int, after: str) -> None:
    assert applied(text, insert_below(text, DECK, index)) == after


def test_a_copy_has_no_name() -> None:
    slide = "<!-- slide: {name: a, time: 5s} -->\n# A\n\n<!-- slide: {name: b} -->\n\ntext"
    after = applied(slide, duplicate(slide, DECK, 0))
    assert after == f"{slide}\n\n<!-- slide: {{time: 5s}} -->\n# A\n\ntext".replace(
        "\n\n<!-- slide: {time", "\n\n---\n\n<!-- slide: {time"
    )


@pytest.mark.parametrize(
    ("directive", "left"),
    [
        ("slide: {time: 5s, name: a}", "slide: {time: 5s}"),
        ("slide:\n  name: a\n  time: 5s\n", "slide:\n  time: 5s\n"),
        ("slide:\n  time: 5s\n  name: a\n", "slide:\n  time: 5s\n"),
        ("slide: { name : 'a' , layout: title }", "slide: { layout: title }"),
    ],
)
def test_a_name_goes_out_of_a_directive_in_any_form(directive: str, left: str) -> None:
    text = f"# A\n\n<!-- {directive} -->\n\n---\n\n# B\n"
    assert applied(text, duplicate(text, DECK, 0)) == text.replace("# B", f"# A\n\n<!-- {left} -->\n\n---\n\n# B")


@pytest.mark.parametrize(
    "text", [RULES, HEADINGS, "# A\n---\n# B\n***\n# C", "# A\n\n---\n\n<!-- remark -->\n\n---\n\n# B\n\n---\n# C\n"]
)
@pytest.mark.parametrize("index", [0, 1, 2])
def test_a_copy_that_is_deleted_leaves_the_text_that_was(text: str, index: int) -> None:
    twice = applied(text, duplicate(text, DECK, index))
    assert len(slide_ranges(twice, DECK)) == 4
    assert applied(twice, delete(twice, DECK, index + 1)) == text


@pytest.mark.parametrize(
    ("text", "index", "after"),
    [
        (RULES, 0, RULES.replace("# A\n\none\n\n---\n\n", "")),
        (RULES, 2, RULES.replace("\n\n---\n\n# C\n\nthree", "")),
        (HEADINGS, 1, "# A\n\none\n\n# C\nthree"),
        ("# A\n", 0, ""),
    ],
)
def test_a_slide_goes_with_what_ends_it(text: str, index: int, after: str) -> None:
    assert applied(text, delete(text, DECK, index)) == after


def test_a_slide_whose_link_another_needs_stays() -> None:
    text = "[a][r]\n\n---\n\n# B\n\n[r]: https://a.org\n"
    with pytest.raises(UserError, match="would change other slides"):
        delete(text, DECK, 1)


# -- moved ------------------------------------------------------------------------------------------------------


def test_a_slide_moves_and_only_its_lines_are_touched() -> None:
    edits = move(RULES, DECK, 0, 1)
    assert applied(RULES, edits) == RULES.replace("# A\n\none", "X").replace("# B\n\ntwo", "# A\n\none").replace(
        "X", "# B\n\ntwo"
    )
    assert max(touched(edits)) == 12
    assert applied(HEADINGS, move(HEADINGS, DECK, 2, 0)) == "# C\nthree\n\n# A\n\none\n\n## B\n\ntwo"


@pytest.mark.parametrize(
    "text", [RULES, HEADINGS, "# A\n---\n# B\n\n***\n\n# C", "# A\n\n---\n<!-- remark -->\n---\n\n# B\n\n---\n# C\n"]
)
@pytest.mark.parametrize(("index", "to"), [(0, 1), (0, 2), (1, 0), (2, 0), (1, 2)])
def test_a_slide_that_moves_there_and_back_leaves_the_text_that_was(text: str, index: int, to: int) -> None:
    there = applied(text, move(text, DECK, index, to))
    assert there != text
    assert applied(there, move(there, DECK, to, index)) == text


def test_front_matter_and_a_slide_that_has_no_heading_before_others_stay() -> None:
    text = "---\nslide_level: 1\n---\nwords\n\n# B\n\n# C\n"
    assert applied(text, move(text, DECK, 1, 2)) == "---\nslide_level: 1\n---\nwords\n\n# C\n\n# B\n"
    with pytest.raises(UserError, match="would change other slides"):
        move(text, DECK, 0, 1)


# -- hidden -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "index", "after"),
    [
        (RULES, 1, RULES.replace("# B", "<!-- skip_slide -->\n# B")),
        (HEADINGS, 1, HEADINGS.replace("## B\n", "## B\n<!-- skip_slide -->\n")),
        ("B\n-\ntext", 0, "B\n-\n<!-- skip_slide -->\ntext"),
    ],
)
def test_a_slide_is_hidden_and_shown_again(text: str, index: int, after: str) -> None:
    hidden = applied(text, hide(text, DECK, index))
    assert hidden == after
    assert slide_ranges(hidden, DECK)[index].is_hidden
    assert hide(hidden, DECK, index) == ()
    assert applied(hidden, unhide(hidden, DECK, index)) == text
    assert unhide(text, DECK, index) == ()


def test_a_slide_is_shown_again_however_it_was_hidden() -> None:
    skip = "<!-- skip_slide -->"
    text = f"# A\n\n---\n\n{skip}\n\n# B\n\n<!-- slide: {{}} --> {skip}\n\ntext\n\n<!--skip_slide-->"
    after = applied(text, unhide(text, DECK, 1))
    assert after == "# A\n\n---\n\n# B\n\n<!-- slide: {} --> \n\ntext\n"


# -- split ------------------------------------------------------------------------------------------------------


def test_a_slide_is_split_where_one_stands() -> None:
    text = "# A\n\none\n\ntwo\n\n???\n\nnotes\n\n---\n\n# B\n"
    assert applied(text, split_at(text, DECK, 4)) == text.replace("\n\ntwo", "\n\n---\n\ntwo")
    assert applied("# A\n- one\n- two", split_at("# A\n- one\n- two", DECK, 2)) == "# A\n- one\n\n# A\n\n- two"


def test_where_headings_begin_slides_the_new_one_has_the_same() -> None:
    text = HEADINGS.replace("two", "two\n\nmore")
    assert applied(text, split_at(text, DECK, 8)) == text.replace("more", "## B\n\nmore")


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("# A\n\n---\n\n# B\n", 0),
        ("# A\n\n---\n\n# B\n", 1),
        ("a\n\n???\n\nnotes\n\nmore\n\n---\n\nb\n", 6),
        ("a\n\n???\n\nnotes\n\nmore\n", 4),
        ("```\na\nb\n```\n\n---\n\nb\n", 2),
        ("- a\n\n  ```\n  code\n  more\n  ```\n\n---\n\nb\n", 4),
        ("::: box\na\n\nb\n:::\n\n---\n\nb\n", 3),
        ("a\n\n<!-- notes: |\n  one\n\n  two\n-->\n\n---\n\nb\n", 5),
        ("a\n\n::: notes\n\ntwo\n:::\n\n---\n\nb\n", 4),
    ],
)
def test_notes_and_blocks_are_not_split(text: str, line: int) -> None:
    with pytest.raises(UserError, match="split"):
        split_at(text, DECK, line)


# -- names ------------------------------------------------------------------------------------------------------


def test_a_name_changes_with_all_links_to_it() -> None:
    text = (
        "<!-- slide: {name: intro, time: 5s} -->\n\n# A\n\n---\n\n[a](#intro) "
        "[b](#Intro 'title') [c](#introduction) [d]\n\n"
        "`[e](#intro)`\n\n[d]: #intro\n\n```\n[f](#intro)\n```\n\n???\n\n[g](<#intro>)\n"
    )
    after = applied(text, rename_slide(text, DECK, "intro", "start"))
    assert after == (
        "<!-- slide: {name: start, time: 5s} -->\n\n# A\n\n---\n\n[a](#start) "
        "[b](#start 'title') [c](#introduction) [d]\n\n"
        "`[e](#intro)`\n\n[d]: #start\n\n```\n[f](#intro)\n```\n\n???\n\n[g](<#start>)\n"
    )


@pytest.mark.parametrize("new", ["true", "2024", "größe", "a.b-c"])
def test_any_name_is_read_again_as_it_was_given(new: str) -> None:
    text = "# A\n\n<!-- slide:\n  name: 'a'\n-->\n"
    after = applied(text, rename_slide(text, DECK, "a", new))
    assert slide_ranges(after, DECK)[0].name == new


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("a", "b", "another slide"),
        ("a", "B", "another slide"),
        ("gone", "c", "no slide is called"),
        ("a", "x y", "no name"),
        ("a", "", "no name"),
        ("a", "x)", "no name"),
    ],
)
def test_a_name_that_cannot_be_is_refused(old: str, new: str, message: str) -> None:
    text = "<!-- slide: {name: a} -->\n\n# A\n\n---\n\n<!-- slide: {name: b} -->\n\n# B\n"
    with pytest.raises(UserError, match=message):
        rename_slide(text, DECK, old, new)
