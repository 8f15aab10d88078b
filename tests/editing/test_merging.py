from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from decks import messages, read
from rostra.editing.merging import merge

BASE = "# A\n\none\n\n---\n\n# B\n\ntwo\n\n---\n\n# C\n\nthree\n"
LINES = st.lists(st.sampled_from(["a", "b", "c", "", "---"]), max_size=8).map("\n".join)


def test_changes_at_different_places_are_both_made() -> None:
    mine = BASE.replace("one", "1\n\nmore")
    theirs = BASE.replace("three", "3").replace("# B\n\ntwo\n\n---\n\n", "")
    merged = merge(BASE, mine, theirs)
    assert merged.text == "# A\n\n1\n\nmore\n\n---\n\n# C\n\n3\n"
    assert not merged.conflicts


def test_the_same_change_is_made_once() -> None:
    both = BASE.replace("two", "2")
    assert merge(BASE, both, both).text == both


def test_where_both_changed_the_same_both_stand_there_and_the_deck_can_still_be_read(tmp_path: Path) -> None:
    merged = merge(BASE, BASE.replace("two", "mine\n\n- m"), BASE.replace("two", "theirs"))
    assert merged.text == BASE.replace(
        "two", "<!-- conflict: yours -->\nmine\n\n- m\n<!-- conflict: on disk -->\ntheirs\n<!-- conflict: end -->"
    )
    assert [merged.text.split("\n")[line] for line in merged.conflicts] == ["<!-- conflict: yours -->"]
    deck = read(tmp_path, merged.text)
    assert [slide.label for slide in deck.slides] == ["A", "B", "C"]
    assert not messages(deck)


def test_what_both_changed_alike_stands_once_beside_the_rest() -> None:
    merged = merge("a\nb\nc", "same\nmine\nlast", "same\ntheirs\nlast")
    assert merged.text == (
        "same\n<!-- conflict: yours -->\nmine\n<!-- conflict: on disk -->\ntheirs\n<!-- conflict: end -->\nlast"
    )


def test_in_front_matter_the_marks_are_those_of_yaml(tmp_path: Path) -> None:
    head = "---\ntitle: Talk\nauthor: Me\n---\n\n# A\n"
    merged = merge(head, head.replace("Talk", "Mine"), head.replace("Talk", "Theirs"))
    assert "# conflict: yours\ntitle: Mine\n# conflict: on disk\ntitle: Theirs\n# conflict: end\n" in merged.text
    deck = read(tmp_path, merged.text)
    assert deck.meta.title in ("Mine", "Theirs")
    assert deck.meta.authors == ("Me",)


@pytest.mark.parametrize(("mine", "theirs"), [("a\nx\nb", "a\ny\nb"), ("x\nb", "a\ny\nb"), ("", "a\nb\nc")])
def test_lines_added_where_others_were_changed_are_a_conflict(mine: str, theirs: str) -> None:
    assert len(merge("a\nb", mine, theirs).conflicts) == 1


@given(LINES, LINES, LINES)
def test_no_line_of_either_text_is_lost(base: str, mine: str, theirs: str) -> None:
    merged = merge(base, mine, theirs)
    lines = merged.text.split("\n")
    old = set(base.split("\n"))
    assert {*mine.split("\n"), *theirs.split("\n")} - old <= {*lines}
    assert merge(base, mine, base).text == mine
    assert merge(base, base, theirs).text == theirs
    assert merge(base, mine, mine).text == mine
