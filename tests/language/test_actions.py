"""What an editor can do when it is asked to: mend what is wrong, and change slides."""

from __future__ import annotations

from pathlib import Path

import pytest
from cursor import at_cursor

from rostra.check import Setting
from rostra.editing.text_edit import applied
from rostra.language.actions import Action, actions
from rostra.language.document import Document

STRICT = Setting(strict=True)


def offered(marked: str) -> tuple[Document, list[Action]]:
    """What can be done at the cursor."""
    document, line, _ = at_cursor(marked)
    document = Document(document.path, document.text, STRICT)
    document.problems()
    return document, actions(document, line, line)


def done(marked: str, title: str) -> str:
    """The text after an action at the cursor."""
    document, found = offered(marked)
    [action] = [one for one in found if one.title == title]
    return applied(document.text, action.edits)


TWO = "# A\n\ntext\n\n---\n\n# B\n\n- one‸\n\n- two\n"


@pytest.mark.parametrize(
    ("marked", "title", "wanted"),
    [
        ("# A\n\n<!-- paus‸ -->\n", "Write 'pause'", "# A\n\n<!-- pause -->\n"),
        ("# A\n\n<!-- footer‸ -->\n", "Write 'no_footer'", "# A\n\n<!-- no_footer -->\n"),
        ("# A\n\na\u200bb\x07c‸\n", "Take these characters out", "# A\n\nabc\n"),
        ("# A\n\n- a\n\n### B‸\n", "Make it a heading of level 2", "# A\n\n- a\n\n## B\n"),
        ("text\n---‸\n\n# B\n", "Put a blank line before it", "text\n\n---\n\n# B\n"),
        ("one‸\n\ntwo\n\n- a\n", "Begin the slide with a heading", "# What this slide says\n\none\n\ntwo\n\n- a\n"),
        ("# A‸\n\n- a\n", "Add notes to the slide", "# A\n\n- a\n\n???\n\nWhat to say.\n"),
        ("# A\n\n```py‸\nx\n", "Close the listing at the end of the slide", "# A\n\n```py\nx\n```\n"),
        ("# A\n\n> ```py‸\n> x\n", "Close the listing at the end of the slide", "# A\n\n> ```py\n> x\n> ```\n"),
        ("# A\n\n::: box‸\nx\n", "Close the container at the end of the slide", "# A\n\n::: box\nx\n:::\n"),
        ("# A\n\n<!-- pause‸\n", "Close the comment at the end of its line", "# A\n\n<!-- pause -->\n"),
        (
            "<!-- slide: {name: a, time: 9s} -->‸\n# A\n\n[x](#b)\n\n---\n\n# B\n",
            "Take the name away",
            "<!-- slide: {time: 9s} -->\n# A\n\n[x](#b)\n\n---\n\n# B\n",
        ),
        (
            "<!-- slide: {time: 9s, name: a} -->‸\n# A\n\n[x](#b)\n\n---\n\n# B\n",
            "Take the name away",
            "<!-- slide: {time: 9s} -->\n# A\n\n[x](#b)\n\n---\n\n# B\n",
        ),
        (
            "<!-- slide: {name: a} -->‸\n# A\n\n[x](#b)\n\n---\n\n# B\n",
            "Take the name away",
            "# A\n\n[x](#b)\n\n---\n\n# B\n",
        ),
    ],
)
def test_a_problem_is_mended(marked: str, title: str, wanted: str) -> None:
    assert done(marked, title) == wanted


@pytest.mark.parametrize(
    ("marked", "wanted"),
    [
        ("# A\n\n<!-- paus‸ -->", "---\ncheck: {ignore: [directive]}\n---\n\n# A\n\n<!-- paus -->"),
        ("---\ntitle: T\n---\n\n<!-- paus‸ -->", "---\ntitle: T\ncheck: {ignore: [directive]}\n---\n\n<!-- paus -->"),
        (
            "---\ncheck: {ignore: [fit]}\n---\n\n<!-- paus‸ -->",
            "---\ncheck: {ignore: [fit, directive]}\n---\n\n<!-- paus -->",
        ),
        ("---\ncheck: {ignore: []}\n---\n\n<!-- paus‸ -->", "---\ncheck: {ignore: [directive]}\n---\n\n<!-- paus -->"),
        (
            "---\ncheck: {ignore: fit}\n---\n\n<!-- paus‸ -->",
            "---\ncheck: {ignore: [fit, directive]}\n---\n\n<!-- paus -->",
        ),
        (
            "---\ncheck:\n  ignore:\n    - fit\ntitle: T\n---\n\n<!-- paus‸ -->",
            "---\ncheck:\n  ignore:\n    - fit\n    - directive\ntitle: T\n---\n\n<!-- paus -->",
        ),
        ("---\n\n# A\n\n<!-- paus‸ -->", "---\ncheck: {ignore: [directive]}\n---\n\n---\n\n# A\n\n<!-- paus -->"),
    ],
)
def test_a_check_is_switched_off_in_the_front_matter(marked: str, wanted: str) -> None:
    assert done(marked, "Do without the check 'directive' in this deck") == wanted
    assert not [one for one in Document(Path("talk.md"), wanted).problems() if one.rule == "directive"]


def test_front_matter_that_is_written_in_an_unusual_way_is_left_alone() -> None:
    _, found = offered('---\n"check": {"ignore": ["fit"]}\n---\n\n<!-- paus‸ -->')
    assert [one.title for one in found if one.title.startswith("Do without")] == []


def test_what_breaks_a_deck_is_not_ignored() -> None:
    _, found = offered("# A\n\n```py‸\nx\n")
    assert not [one for one in found if one.title.startswith("Do without the check 'unclosed'")]


@pytest.mark.parametrize(
    ("title", "wanted"),
    [
        ("New slide below", "# A\n\ntext\n\n---\n\n# B\n\n- one\n\n- two\n\n---\n\n# New slide\n"),
        ("Duplicate this slide", "# A\n\ntext\n\n---\n\n# B\n\n- one\n\n- two\n\n---\n\n# B\n\n- one\n\n- two\n"),
        ("Hide this slide", "# A\n\ntext\n\n---\n\n<!-- skip_slide -->\n# B\n\n- one\n\n- two\n"),
        ("Move this slide up", "# B\n\n- one\n\n- two\n\n---\n\n# A\n\ntext\n"),
    ],
)
def test_a_slide_is_changed(title: str, wanted: str) -> None:
    assert done(TWO, title) == wanted


def test_a_slide_is_moved_down() -> None:
    assert done("# A‸\n\n---\n\n# B\n", "Move this slide down") == "# B\n\n---\n\n# A\n"


def test_a_slide_is_split() -> None:
    split = done("# A\n\ntext\n\n---\n\n# B\n\none\n\ntwo‸\n", "Split the slide here")
    assert split == "# A\n\ntext\n\n---\n\n# B\n\none\n\n---\n\ntwo\n"


def test_a_hidden_slide_is_shown_again() -> None:
    assert done("# A\n\n---\n\n<!-- skip_slide -->\n# B‸\n\n---\n\n# C\n", "Show this slide") == (
        "# A\n\n---\n\n# B\n\n---\n\n# C\n"
    )


def test_slides_are_not_moved_off_the_ends() -> None:
    titles = [one.title for one in offered("# A‸\n")[1]]
    assert not any(title.startswith("Move") for title in titles)


def test_slides_below_hidden_ones_are_the_right_ones() -> None:
    moved = done("# A\n\n---\n\n<!-- skip_slide -->\n# B\n\n---\n\n# C\n\n---\n\n# D‸\n", "Move this slide up")
    assert moved == "# A\n\n---\n\n<!-- skip_slide -->\n# B\n\n---\n\n# D\n\n---\n\n# C\n"


def test_nothing_is_offered_where_lines_end_in_an_unusual_way() -> None:
    assert offered("# A‸\n\none\u2028two\n")[1] == []


def test_edits_are_made_only_when_they_are_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    from rostra.editing import slides

    monkeypatch.setattr(slides, "slide_ranges", lambda text, path: pytest.fail("asked too early"))
    assert offered(TWO)[1]
