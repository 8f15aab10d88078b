"""What holds at every place of any text whatever: an answer, never an exception, and edits that fit the text."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from rostra.check import Setting
from rostra.editing.text_edit import applied
from rostra.errors import UserError
from rostra.language.actions import actions
from rostra.language.completion import completions
from rostra.language.definition import definition, name_at, references, rename
from rostra.language.document import Document
from rostra.language.hover import hover
from rostra.language.outline import folds, outline
from rostra.language.preview import preview
from snippets import SNIPPETS, TEXTS

OPEN = (
    "<!--",
    "<!-- slide: {",
    "<!-- slide: {layout: ti, background: {pattern: [",
    "<!-- slide: {name: ",
    "<!-- include: ",
    "<!-- notes: |",
    ":::",
    "::: {.",
    "> ::: al",
    "```",
    "~~~py",
    "- ```",
    "[x](",
    "[x](#",
    "![x](../",
    "[x]{.",
    "[x][y",
    "> [!",
    "a :sm",
    "`:sm",
    "---",
    "theme: {name: ",
    "check: {ignore: [",
    "  - ",
    "'",
    '"',
    "title:",
    "\0\x07\x1b[31m",
    "\ud800",
    "\u200b\u202e",
    "\r",
    "a\rb",
    "a\u2028b",
    "\ufeff",
)
"""Beginnings without an end, and signs that are no text."""
LINES = st.one_of(st.sampled_from(OPEN), st.sampled_from(SNIPPETS), st.text(max_size=12))
HOSTILE = st.one_of(
    TEXTS,
    st.lists(LINES, max_size=10).map("\n".join),
    st.lists(LINES, max_size=10).map("\r\n".join),
    st.lists(LINES, max_size=6).map(lambda lines: "---\n" + "\n".join(lines)),
)
SETTING = Setting(((40, 12),), strict=True)


def answers(path: Path, text: str, columns: int = 3) -> None:
    """Ask everything at places all over a text."""
    document = Document(path, text, SETTING)
    problems = document.problems()
    lines = document.lines
    for problem in problems:
        assert problem.file != document.name or 0 <= problem.line <= len(lines)
    for line in range(len(lines)):
        width = len(lines[line])
        for column in sorted({0, width, *range(0, width, max(1, width // columns))}):
            at_place(document, line, column)
        for action in actions(document, line, line):
            made(document, action.make)
        document.step_at(line)
        document.around(line)
    for entry in outline(document):
        assert 0 <= entry.first < entry.end <= len(lines)
    for fold in folds(document):
        assert 0 <= fold.first < fold.last < len(lines)
    for index in range(len(document.slides)):
        preview(document, index, 30, 8)


def at_place(document: Document, line: int, column: int) -> None:
    width = len(document.lines[line])
    for found in completions(document, line, column):
        assert 0 <= found.start <= column
        assert found.cursor is None or 0 <= found.cursor <= len(found.text)
    told = hover(document, line, column)
    assert told is None or 0 <= told.start <= told.end <= width
    target = definition(document, line, column)
    assert target is None or (target.line >= 0 and target.path.resolve().is_relative_to(document.root.resolve()))
    for mention in references(document, line, column):
        assert 0 <= mention.start <= mention.end <= len(document.lines[mention.line])
    if name_at(document, line, column):
        made(document, lambda: rename(document, line, column, "another"))


def made(document: Document, make: object) -> None:
    """Edits can be refused, but never fail, and fit the text."""
    try:
        edits = make()  # type: ignore[operator]
    except UserError:
        return
    for edit in edits:
        assert (0, 0) <= edit[:2] <= edit[2:4]
        assert edit[2] < len(document.lines)
    applied(document.text, edits)


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("decks") / "deck.md"


@given(text=HOSTILE)
@example(text="---\nsl\ufe0fide_level: 1\n---\n# A")
@example(text="<!-- slide: {name: a} -->\r\n# A\r\n\r\n[x](#a)\r\n")
@settings(max_examples=60, deadline=None)
def test_every_place_has_answers(path: Path, text: str) -> None:
    answers(path, text)


@pytest.mark.slow
@given(text=HOSTILE)
@settings(max_examples=200, deadline=None)
def test_every_place_of_many_more_texts_has_answers(path: Path, text: str) -> None:
    answers(path, text, columns=12)


LONG = 1_000_000
SIGNS = ("x", "[", "](", "[a](#", "<!--", "<!-- slide: {name: ", "<!-- include: ", "`", "` `` ", ":a:", "]{.", "::: ")
MORE_SIGNS = (
    "> ",
    "![",
    "\0",
    "\ud800",
    "\u200b",
    "- ",
    "\t",
    "#",
    "a :s",
    ":::{.",
    "\n",
    "\r",
    "*_",
    "|",
    "\\",
    "<a ",
)


@pytest.mark.parametrize(
    "sign", [*SIGNS[:2], *(pytest.param(one, marks=pytest.mark.slow) for one in (*SIGNS[2:], *MORE_SIGNS))]
)
def test_a_megabyte_of_one_sign_has_answers(path: Path, sign: str) -> None:
    document = Document(path, "---\ntitle: A\n---\n\n" + sign * (LONG // len(sign)), SETTING)
    document.problems()
    for line in {0, 4, len(document.lines) - 1} & set(range(len(document.lines))):
        width = len(document.lines[line])
        for column in (0, width // 2, width):
            at_place(document, line, column)
        actions(document, line, line)
    outline(document)
    folds(document)
    document.change(document.text + "x")
    document.problems()


@pytest.mark.slow
@pytest.mark.parametrize("begin", ["---\n", "---\na: {", "<!-- slide: {", "::: box\n", "```\n", "# A\n\n- "])
def test_a_megabyte_behind_something_open_has_answers(path: Path, begin: str) -> None:
    for more in ("a: {", "a: b\n", "[x](#a) ", "x\n\n"):
        document = Document(path, begin + more * (LONG // len(more)), SETTING)
        document.problems()
        at_place(document, 0, len(document.lines[0]))
        at_place(document, len(document.lines) - 1, len(document.lines[-1]))
        actions(document, 0, 0)
