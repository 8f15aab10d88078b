"""What a slide shows of a line of its source."""

from __future__ import annotations

import pytest

from decks import read
from drawing import STYLES, deck_of
from rostra.deck.blocks import Place
from rostra.deck.model import Deck
from rostra.stage.line_shown import line_shown, scrolled_to, slide_at
from rostra.stage.scrolling import top_of
from rostra.typeset import Frame, Page, typeset
from rostra.typeset.frame import text_of

DECK = """\
# First

words

---

## Steps

<!-- incremental_lists: true -->

* one
* two
  goes on
* three

<!-- notes: what is said -->

---

## Listing

```python
a = 1
b = 2
c = 3
```

| name | size |
| ---- | ---- |
| x    | 1    |
| y    | 2    |

::: columns

left

+++

right

:::
"""


def framed(deck: Deck, index: int, rows: int = 40) -> Frame:
    return typeset(deck.slides[index], Page(60, rows, index + 1, len(deck.slides)), STYLES, deck.meta)


def line_of(text: str, source: str = DECK) -> int:
    return next(n for n, line in enumerate(source.split("\n"), 1) if text in line)


def shown(text: str) -> tuple[int, int, str]:
    """The slide, the step and the rows that are seen where the cursor stands on a line with a text."""
    deck = deck_of(DECK)
    place = Place(deck.file_names[0], line_of(text))
    index = slide_at(deck, place)
    frame = framed(deck, index)
    step, rows = line_shown(deck.slides[index], frame, place)
    return index, step, text_of(frame.body[rows.start : rows.stop])


@pytest.mark.parametrize(
    ("text", "slide", "step", "row"),
    [
        ("# First", 0, 0, "First"),
        ("words", 0, 0, "words"),
        ("## Steps", 1, 0, "Steps"),
        ("* one", 1, 1, "one"),
        ("goes on", 1, 2, "two"),
        ("what is said", 1, 3, "three"),
        ("```python", 2, 0, "a = 1"),
        ("b = 2", 2, 0, "b = 2"),
        ("c = 3", 2, 0, "c = 3"),
        ("| name", 2, 0, "name"),
        ("| y ", 2, 0, "y"),
        ("right", 2, 0, "right"),
    ],
)
def test_a_line_is_seen_at_its_slide_step_and_row(text: str, slide: int, step: int, row: str) -> None:
    found = shown(text)
    assert found[:2] == (slide, step)
    assert row in found[2]


def test_a_line_of_another_file_belongs_to_the_slides_of_that_file(tmp_path) -> None:  # type: ignore[no-untyped-def]
    (tmp_path / "part.md").write_text("# Part\n\n---\n\n# Other\n", "utf-8")
    deck = read(tmp_path, "# Own\n\n---\n\n<!-- include: part.md -->\n")
    part = next(name for name in deck.file_names if name.endswith("part.md"))
    assert deck.slides[slide_at(deck, Place(part, 1))].content.title == "Part"
    assert deck.slides[slide_at(deck, Place(part, 5))].content.title == "Other"
    assert slide_at(deck, Place("elsewhere.md", 3)) == 0


def test_a_tall_slide_scrolls_only_when_the_line_is_not_seen_already() -> None:
    source = "# Tall\n\n" + "\n\n".join(f"row {n}" for n in range(60))
    deck = deck_of(source)
    frame = framed(deck, 0, rows=16)

    def top_for(text: str, top: int) -> int:
        place = Place(deck.file_names[0], line_of(text, source))
        return top_of(frame, scrolled_to(frame, line_shown(deck.slides[0], frame, place).rows, top))

    assert top_for("row 1", 0) == 0
    far = top_for("row 40", 0)
    rows = [row for row in frame.seen(far) if "row 40" in "".join(run.text for run in frame.body[row])]
    assert rows
    assert top_for("row 41", far) == far
    assert top_for("# Tall", far) == 0
    assert top_for("row 59", 0) == frame.last_top
