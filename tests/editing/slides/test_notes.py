from __future__ import annotations

from pathlib import Path

import pytest

from rostra.editing.slides import notes_of, set_notes
from rostra.editing.text_edit import applied
from rostra.errors import UserError

DECK = Path("/deck/talk.md")
REST = "\n\n---\n\n# B\n"


def written(slide: str, notes: str) -> str:
    """A slide with other notes; a slide behind it stays."""
    text = slide + REST
    after = applied(text, set_notes(text, DECK, 0, notes))
    assert notes_of(after, DECK, 0) == notes.strip()
    assert after.endswith(REST)
    return after.removesuffix(REST)


@pytest.mark.parametrize(
    ("slide", "notes", "after"),
    [
        ("# A", "say", "# A\n\n???\n\nsay"),
        ("# A\n\n???\n\nold\n\nolder", "say\n\n- so", "# A\n\n???\n\nsay\n\n- so"),
        ("# A\n???\nold", "say", "# A\n???\nsay"),
        ("# A\n\n???", "say", "# A\n\n???\n\nsay"),
        ("# A\n\n<!-- notes: old -->\n\ntext", "say", "# A\n\n<!-- notes: say -->\n\ntext"),
        (
            "# A\n\n<!-- Speaker_Note: old -->\n\ntext",
            "a\n\n  b",
            "# A\n\n<!-- Speaker_Note: |\n  a\n\n    b\n-->\n\ntext",
        ),
        ("# A\n\n<!-- notes: |\n  old\n  older\n-->", "say", "# A\n\n<!-- notes: say -->"),
        ("# A\n\n<!-- notes: old -->", "'quoted", "# A\n\n<!-- notes: |\n  'quoted\n-->"),
        ("# A\n\n::: notes\nold\n\nolder\n:::\n\ntext", "say", "# A\n\n::: notes\nsay\n:::\n\ntext"),
        ("# A\n\n<!-- notes: old -->", "a <!-- pause --> b", "# A\n\n???\n\na <!-- pause --> b"),
        ("# A\n\n<!-- notes: one -->\n\ntext\n\n???\n\ntwo", "say", "# A\n\ntext\n\n???\n\nsay"),
        ("# A\n\n<!-- notes: one -->\n\n::: notes\ntwo\n:::\n\ntext", "say", "# A\n\n<!-- notes: say -->\n\ntext"),
        ("# A\n\n???\n\nold", "", "# A"),
        ("# A\n\n<!-- notes: old -->\n\ntext", "", "# A\n\ntext"),
        ("# A\n\n::: notes\nold\n:::", "", "# A"),
        ("# A\n\n<!-- slide: {} --> <!-- notes: old -->", "", "# A\n\n<!-- slide: {} --> "),
    ],
)
def test_notes_are_written_where_they_stand(slide: str, notes: str, after: str) -> None:
    assert written(slide, notes) == after


def test_the_notes_of_a_slide_are_all_that_stand_on_it() -> None:
    slide = "# A\n\n<!-- notes: one -->\n\ntext <!-- notes: two --> text\n\n::: notes\nthree\n:::\n\n???\n\nfour"
    text = slide + REST
    assert notes_of(text, DECK, 0) == "one\n\ntwo\n\nthree\n\nfour"
    assert notes_of(text, DECK, 1) == ""


def test_notes_that_are_the_same_are_no_edit() -> None:
    text = "# A\n\n???\n\nsay\n"
    assert set_notes(text, DECK, 0, "say\n") == ()
    assert set_notes("# A\n", DECK, 0, "") == ()


def test_notes_at_the_end_of_a_file_keep_its_end() -> None:
    for end in ("", "\n"):
        text = f"# A\n\n???\n\nold{end}"
        assert applied(text, set_notes(text, DECK, 0, "say")) == f"# A\n\n???\n\nsay{end}"


@pytest.mark.parametrize(
    ("slide", "notes"),
    [
        ("# A", "one\n\n---\n\ntwo"),
        ("# A\n\n::: notes\nold\n:::", "one\n:::\ntwo"),
        ("# A\n\ntext <!-- notes: old --> text", "new"),
        ("# A\n\n- item\n\n  <!-- notes: old -->", "new"),
        ("# A\n\n??? old\nmore", "new"),
    ],
)
def test_notes_are_never_put_where_they_would_be_seen_or_end_the_slide(slide: str, notes: str) -> None:
    text = slide + REST
    try:
        after = applied(text, set_notes(text, DECK, 0, notes))
    except UserError as error:
        assert "cannot be written here" in error.message  # noqa: PT017
    else:
        assert notes_of(after, DECK, 0) == notes
