"""What characters of a deck's source look like: by patterns of lines, and by tree-sitter."""

from __future__ import annotations

import pytest

from rostra.screens.editor.coloring import ByLines, Coloring
from rostra.screens.editor.markdown_tree import ByTree

TEXT = """---
title: x
---

# Head *x*

- **bold** `code` é [x](y)
- [ ] task

<!-- pause -->

```python
# no heading
```

::: box

---

> quoted

<!-- notes: |
  # no heading
-->
""".split("\n")
KINDS = pytest.mark.parametrize("kind", [ByLines, ByTree])


def roles(coloring: Coloring, line: str) -> dict[str, str]:
    row = TEXT.index(line)
    return {line[part.start : part.end].strip(): part.role for part in coloring.parts(row)}


@KINDS
def test_headings_items_and_words_have_the_looks_that_they_have_on_a_slide(kind: type[ByLines]) -> None:
    coloring = kind(TEXT)
    assert roles(coloring, "# Head *x*") == {"# Head *x*": "heading1", "*x*": "emphasis"}
    found = roles(coloring, "- **bold** `code` é [x](y)")
    assert (found["-"], found["**bold**"], found["`code`"], found["[x](y)"]) == (
        "bullet", "strong", "code", "link_plain",
    )  # fmt: skip
    assert roles(coloring, "> quoted")["> quoted"] == "quote"
    assert roles(coloring, "::: box") == {"::: box": "second"}
    assert roles(coloring, "<!-- pause -->")["pause"] == "second"


@KINDS
def test_listings_comments_and_front_matter_are_told_from_slides(kind: type[ByLines]) -> None:
    coloring = kind(TEXT)
    assert roles(coloring, "# no heading") == {"# no heading": "syntax_string"}
    assert roles(coloring, "  # no heading") == {"# no heading": "muted"}
    assert roles(coloring, "title: x") == {"title:": "second"}
    assert [coloring.within(row) for row in (0, 2, 3)] == ["front", "front", ""]


@KINDS
def test_front_matter_that_is_not_closed_yet_ends_at_a_blank_line(kind: type[ByLines]) -> None:
    coloring = kind(["---", "title: x", "theme", "", "# Head"])
    assert [coloring.within(row) for row in range(5)] == ["front", "front", "front", "", ""]


@KINDS
def test_what_lies_below_a_change_is_told_anew(kind: type[ByLines]) -> None:
    lines = ["a", "b", "# c"]
    coloring = kind(lines)
    assert [part.role for part in coloring.parts(2)] == ["heading1"]
    lines[0] = "```"
    coloring.changed(0)
    assert [part.role for part in coloring.parts(2)] == ["syntax_string"]
