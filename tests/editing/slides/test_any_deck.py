from __future__ import annotations

import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from params import fast
from rostra.deck.unplaced import unplaced
from rostra.editing.slides import (
    Edits,
    delete,
    duplicate,
    hide,
    insert_below,
    move,
    notes_of,
    set_notes,
    slide_ranges,
    split_at,
    unhide,
)
from rostra.editing.text_edit import applied
from rostra.errors import UserError
from rostra.reader.deck import read_text
from rostra.reader.source import Source
from rostra.safety import safe
from snippets import SNIPPETS

SLIDES = Path(__file__).parents[3] / "slides"
DECK = Path(tempfile.gettempdir()) / "no such deck.md"
MORE = [
    "# A", "# B", "## C", "Setext\n---", "text", "- a\n- b", "```\n---\n???\n```", "***", "---", "<!-- end_slide -->",
    "<!-- skip_slide -->", "<!-- slide: {name: a} -->", "<!-- notes: say -->", "<!-- a remark -->", "???", "???\nsay",
    "::: notes\nsay\n:::", "::: box\ntext\n:::", "text <!-- notes: say --> text", "<b>x</b> <!-- end_slide --> y",
    "[a][r]", "[r]: https://a.org", "[^1]", "[^1]: foot", "<!-- pause -->", "<!-- include: gone.md -->", "<!--", "```",
]  # fmt: skip
TEXTS = st.tuples(
    st.sampled_from(["", "---\ntitle: Talk\n---\n", "---\nslide_level: 1\n---\n", "---\n"]),
    st.lists(
        st.tuples(st.one_of(st.sampled_from(MORE), st.sampled_from(SNIPPETS)), st.sampled_from(["\n", "\n\n"])).map(
            "".join
        ),
        max_size=12,
    ).map("".join),
    st.booleans(),
).map(lambda parts: safe(parts[0] + (parts[1] if parts[2] else parts[1].rstrip("\n"))))


def shown(text: str) -> list[object]:
    """All that each slide of a text shows and says, but where it stands and hidden ones."""
    deck = read_text(Source(DECK, safe(text)))
    made = len(deck.slides) - sum(not one.is_hidden for one in slide_ranges(text, DECK))
    return [
        unplaced((slide.content._replace(problems=()), slide.settings._replace(layout="")))
        for slide in deck.slides[made:]
    ]


def seen(text: str) -> list[object]:
    """The same for all slides, None for hidden ones; a first slide is laid out as a title or not."""
    left = shown(text)
    return [None if one.is_hidden else left.pop(0) for one in slide_ranges(text, DECK)]


def changed(text: str, change: Callable[..., Edits], *how: object) -> str | None:
    """The text after a change, None when it is refused."""
    try:
        return applied(text, change(text, DECK, *how))
    except UserError:
        return None


def stays(before: list[object], after: list[object]) -> None:
    """Slides are the same; those that cannot be seen in one of both may be anything."""
    pairs = [pair for pair in zip(before, after, strict=True) if None not in pair]
    assert [a for a, _ in pairs] == [b for _, b in pairs]


@given(TEXTS, st.integers(0, 5), st.integers(0, 5))
@settings(max_examples=40)
@example("# A\n\n---\n\n# B", 0, 1)
def test_every_change_leaves_all_other_slides_what_they_are(text: str, index: int, to: int) -> None:
    before = seen(text)
    index = min(index, len(before) - 1)
    if index < 0:
        return
    if (after := changed(text, insert_below, index)) is not None:
        found = seen(after)
        stays(before, [*found[: index + 1], *found[index + 2 :]])
    if (after := changed(text, duplicate, index)) is not None:
        found = seen(after)
        stays(before, [*found[: index + 1], *found[index + 2 :]])
        assert "name" not in str(slide_ranges(after, DECK)[index + 1].name)
        again = changed(after, delete, index + 1)
        assert again is None or seen(again) == before
    if (after := changed(text, delete, index)) is not None:
        stays([*before[:index], *before[index + 1 :]], seen(after))
    if to < len(before) and (after := changed(text, move, index, to)) is not None:
        order = [*before]
        order.insert(to, order.pop(index))
        stays(order, seen(after))
    if (after := changed(text, hide, index)) is not None:
        stays([None if i == index else one for i, one in enumerate(before)], seen(after))
        assert changed(after, unhide, index) is None or len(seen(after)) == len(before)
    if (after := changed(text, set_notes, index, "new\n\nnotes")) is not None:
        assert notes_of(after, DECK, index) == "new\n\nnotes"
        found = seen(after)
        stays([*before[:index], None, *before[index + 1 :]], found)
    if (after := changed(text, split_at, to)) is not None:
        assert len(seen(after)) == len(before) + 1


def notes_in(text: str) -> str:
    return "".join(notes_of(text, DECK, index) for index in range(len(slide_ranges(text, DECK))))


@given(TEXTS, st.integers(0, 20))
@settings(max_examples=40)
def test_splitting_shows_no_notes(text: str, line: int) -> None:
    if (after := changed(text, split_at, line)) is not None:
        assert notes_in(after).replace("\n", "") == notes_in(text).replace("\n", "")


@pytest.mark.parametrize("name", fast(2, sorted(path.name for path in SLIDES.glob("*.md"))))
def test_slides_of_a_deck_that_ships_move_there_and_back(name: str) -> None:
    path = SLIDES / name
    text = path.read_text("utf-8")
    count = len(slide_ranges(text, path))
    for index, to in ((0, 1), (1, count - 1), (count - 1, 0)):
        if index == to:
            continue
        there = applied(text, move(text, path, index, to))
        assert there != text
        assert applied(there, move(there, path, to, index)) == text
    twice = applied(text, duplicate(text, path, 1))
    assert applied(twice, delete(twice, path, 2)) == text
    hidden = applied(text, hide(text, path, 1))
    assert applied(hidden, unhide(hidden, path, 1)) == text
