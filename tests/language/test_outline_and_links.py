"""The outline, what can be folded, and where links and includes lead."""

from __future__ import annotations

from pathlib import Path

import pytest
from cursor import MARK, at_cursor

from rostra.editing.text_edit import applied
from rostra.errors import UserError
from rostra.language.definition import definition, name_at, references, rename
from rostra.language.document import Document
from rostra.language.outline import folds, outline

DECK = """---
title: A talk
---

# Why

---

<!-- slide: {layout: section, name: part} -->

# Part

---

# Steps

- a

<!-- pause -->

- b

```python
x = 1
```

???

To be
said.

---

<!-- include: more.md -->

---

<!-- slide: {time: 90s} -->

[back](#part), [up](#why), ![](sea.png), [data](data.csv)
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    (tmp_path / "more.md").write_text("# More\n", "utf-8")
    (tmp_path / "sea.png").write_text("", "utf-8")
    (tmp_path / "data.csv").write_text("", "utf-8")
    return tmp_path / "talk.md"


def test_the_outline_has_the_slides_of_the_file(path: Path) -> None:
    document = Document(path, DECK)
    assert [(one.name, one.detail, one.level) for one in outline(document)] == [
        ("Why", "title", 0),
        ("Part", "section", 0),
        ("Steps", "2 steps", 1),
        ("(untitled)", "1:30", 1),
    ]
    for one in outline(document):
        lines = document.lines[one.first : one.end]
        assert lines[0].strip()
        assert lines[-1].strip()
        assert "---" not in lines


def test_slides_notes_listings_and_front_matter_can_be_folded(path: Path) -> None:
    document = Document(path, DECK)
    folded = {(fold.kind, document.lines[fold.first], document.lines[fold.last]) for fold in folds(document)}
    assert folded == {
        ("front matter", "---", "---"),
        ("slide", "<!-- slide: {layout: section, name: part} -->", "# Part"),
        ("slide", "# Steps", "said."),
        ("listing", "```python", "```"),
        ("notes", "???", "said."),
        ("slide", "<!-- slide: {time: 90s} -->", document.lines[-2]),
    }


@pytest.mark.parametrize(
    ("before", "after", "file", "line"),
    [
        ("<!-- include: mo", "re.md -->", "more.md", ""),
        ("[back](#pa", "rt)", "talk.md", "<!-- slide: {layout: section, name: part} -->"),
        ("[ba", "ck](#part)", "talk.md", "<!-- slide: {layout: section, name: part} -->"),
        ("[up](#wh", "y)", "talk.md", "# Why"),
        ("![](sea", ".png)", "sea.png", ""),
        ("[data](da", "ta.csv)", "data.csv", ""),
    ],
)
def test_links_and_includes_lead_to_what_they_name(path: Path, before: str, after: str, file: str, line: str) -> None:
    document, at, column = at_cursor(DECK.replace(before + after, before + MARK + after, 1), path)
    found = definition(document, at, column)
    assert found is not None
    assert found.path.name == file
    assert found.line == (document.lines.index(line) if line else 0)


@pytest.mark.parametrize(
    "marked", ["[x](#gone‸)", "[x](../out‸.md)", "[x](https://example.com‸)", "<!-- include: gone‸.md -->", "words‸"]
)
def test_what_leads_nowhere_has_no_place(path: Path, marked: str) -> None:
    (path.parent.parent / "out.md").write_text("", "utf-8")
    assert definition(*at_cursor(marked, path)) is None


def test_a_link_to_a_slide_of_an_included_file_leads_there(path: Path) -> None:
    found = definition(*at_cursor("<!-- include: more.md -->\n\n---\n\n[x](#mo‸re)\n", path))
    assert found is not None
    assert (found.path.name, found.line) == ("more.md", 0)


@pytest.mark.parametrize("marked", [DECK.replace("name: part", "name: pa‸rt"), DECK.replace("#part", "#pa‸rt")])
def test_a_name_is_renamed_with_the_links_to_it(path: Path, marked: str) -> None:
    document, line, column = at_cursor(marked, path)
    named = name_at(document, line, column)
    assert named is not None
    assert named[0] == "part"
    renamed = applied(document.text, rename(document, line, column, "section"))
    assert renamed == DECK.replace("name: part", "name: section").replace("#part", "#section")


def test_what_has_no_name_is_not_renamed(path: Path) -> None:
    with pytest.raises(UserError, match="there is no slide's name here"):
        rename(*at_cursor("# Wh‸y\n", path), "new")


def test_everywhere_that_a_name_stands_is_found(path: Path) -> None:
    document, line, column = at_cursor(DECK.replace("name: part", "name: pa‸rt"), path)
    found = references(document, line, column)
    assert sorted(document.lines[one.line][one.start : one.end] for one in found) == ["part", "part"]
    document, line, column = at_cursor(DECK.replace("# Why", "# Wh‸y"), path)
    assert [document.lines[one.line][one.start - 1 : one.end] for one in references(document, line, column)] == ["#why"]
