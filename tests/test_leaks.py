"""Notes are for the speaker alone, however they are written, whatever stands around them, and whatever is broken."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from decks import read
from drawing import STYLES
from rostra.deck.blocks import text_of
from rostra.deck.model import Deck
from rostra.export import FORMATS
from rostra.export.job import Job
from rostra.typeset import Page, typeset
from rostra.typeset.frame_cache import FrameCache

SECRET = "quagga"
BLOCKS = {
    "paragraph": "shown text\nof two lines",
    "heading": "## Shown",
    "setext": "Shown\n=====",
    "list": "- shown\n- shown too",
    "loose list": "1. shown\n\n2. shown\n\n   more",
    "nested list": "- shown\n  - inner\n    - innermost",
    "task": "- [x] shown",
    "table": "| shown | b |\n|---|---|\n| c | d |",
    "quote": "> shown\n> more",
    "alert": "> [!NOTE]\n> shown",
    "listing": "```python\nshown = 1\n```",
    "plain listing": "~~~\nshown\n~~~",
    "listing in a list": "- shown\n\n  ```\n  code\n  ```",
    "code": "    shown = 1",
    "html": "<div>\nshown\n</div>",
    "details": "<details><summary>Shown</summary>\nshown",
    "pre": "<pre>\nshown\n</pre>",
    "definitions": "Term\n: shown meaning",
    "footnote": "shown[^1]\n\n[^1]: a note that is shown",
    "box": "::: box Shown\nshown\n:::",
    "columns": "::: columns\n::: column\nshown\n:::\n::: column\nshown\n:::\n:::",
    "layout": "<!-- column_layout: [1, 1] -->\n<!-- column: 0 -->\nshown",
    "image": "![shown](a.png)",
    "comment": "<!-- an ordinary comment -->",
    "pause": "shown\n\n<!-- pause -->\n\nmore",
    "link definition": "[shown][r]\n\n[r]: https://example.com",
}
# What the notes say; each begins with a line that no mutation may touch, for without it they are no notes.
NOTES = {
    "question marks": f"???\n{SECRET}\n\n- {SECRET}",
    "question marks and text": f"??? {SECRET}\n{SECRET}",
    "too many question marks": f"????\n\n{SECRET}",
    "comment": f"<!-- notes: {SECRET} -->",
    "comment of lines": f"<!--\nspeaker_note: |\n  {SECRET}\n\n  - {SECRET}\n-->",
    "comment of other lines": f"<!-- speaker_notes: {SECRET}\n\n{SECRET}\n-->",
    "container": f"::: notes\n{SECRET}\n\n- {SECRET}\n:::",
    "container with a colour": f"::: {{.red .notes}}\n{SECRET}\n:::",
    "container of another name": f"::: note\n{SECRET}\n:::",
    "within a line": f"shown <!-- notes: {SECRET} --> shown",
    "within a line and on": f"shown <!-- notes:\n\n{SECRET}\n\n{SECRET} --> shown",
}
INDENTS = {"list": "  ", "loose list": "   ", "nested list": "  ", "quote": "> ", "alert": "> ", "definitions": "  ",
           "footnote": "    ", "listing in a list": "  "}  # fmt: skip
PLACES = ("after", "right after", "inside", "around", "before")


def slide(block: str, notes: str, place: str) -> str:
    """A slide with notes beside, in or around a block."""
    shown, hidden = BLOCKS[block], NOTES[notes]
    match place:
        case "after":
            return f"{shown}\n\n{hidden}"
        case "right after":
            return f"{shown}\n{hidden}"
        case "before":
            return (
                f"{hidden}\n\n{shown}" if notes.startswith(("comment", "container", "within")) else f"shown\n{hidden}"
            )
        case "inside" if block in INDENTS:
            indent = INDENTS[block]
            return shown + "\n" + "\n".join(f"{indent}{line}".rstrip() for line in hidden.split("\n"))
        case "inside" if block == "box":
            return f"::: box Shown\nshown\n{hidden}\n:::"
        case "inside" if block == "columns":
            return f"::: columns\n::: column\nshown\n{hidden}\n:::\n:::"
        case "inside" if block in ("html", "details"):
            return f"<div>\nshown\n{hidden}\n</div>"
        case "around" if notes.startswith("container"):
            return f"::: notes\n{_secret(shown)}\n:::"
        case "around" if notes.startswith("question"):
            return f"shown\n\n???\n\n{_secret(shown)}"
        case _:
            return f"{shown}\n\n{hidden}"


def _secret(shown: str) -> str:
    return shown.replace("shown", SECRET).replace("Shown", SECRET)


def is_opener(line: str) -> bool:
    """Whether notes begin on a line."""
    line = line.lstrip("> \t")
    return (
        line.startswith(("???", "::: note", "::: {.red .notes}", "<!--")) or "notes:" in line or "speaker_note" in line
    )


SLIDES = st.tuples(st.sampled_from(sorted(BLOCKS)), st.sampled_from(sorted(NOTES)), st.sampled_from(PLACES))


@st.composite
def decks(draw: st.DrawFn) -> str:
    """Several slides; then one line is taken out, doubled, indented or followed by a blank one."""
    parts = draw(st.lists(SLIDES, min_size=1, max_size=4))
    separator = draw(
        st.sampled_from(("\n\n---\n\n", "\n---\n", "\n\n<!-- end_slide -->\n\n", "\n<!-- end_slide -->\n"))
    )
    lines = separator.join(slide(*part) for part in parts).split("\n")
    free = [number for number, line in enumerate(lines) if not is_opener(line) and line.strip() != "---"]
    at = draw(st.none() | st.sampled_from(free)) if free else None
    if at is not None:
        change = draw(st.sampled_from(("gone", "twice", "indented", "blank", "split")))
        line = lines[at]
        lines[at : at + 1] = {
            "gone": [],
            # What stands behind the end of a comment, its end once more included, is outside of it.
            "twice": [line, line] if "-->" not in line else [line],
            "indented": [f"  {line}"],
            "blank": [line, ""],
            "split": [line[: len(line) // 2], line[len(line) // 2 :]] if SECRET not in line else [line],
        }[change]
    return "\n".join(lines) + "\n"


def shown_anywhere(deck: Deck) -> str:
    """All that the audience may get to see: texts, titles, search, thumbnails, frames of every step, exports."""
    seen = [deck.title]
    cache = FrameCache(STYLES)
    for index, one in enumerate(deck.slides):
        seen += [one.label, text_of(one.content.blocks)]
        for page in (Page(80, 24), Page(20, 7)):
            frame = typeset(one, page, STYLES, deck.meta)
            for step in range(frame.steps):
                seen += ["".join(run.text for run in line) for line in frame.all_lines(step)]
                seen += ["".join(run.text for run in line) for line in frame.lines(step)]
        thumbnail = cache.frame(deck, index, 36, 10, preview=True)
        seen += ["".join(run.text for run in line) for line in thumbnail.lines(None)]
    job = Job(deck, (60, 20), STYLES, tuple(range(1, len(deck.slides) + 1)), steps=True, notes=False)
    for kind in FORMATS.values():
        seen += [data.decode() for _, data in kind.files(job)]
    return "\n".join(seen)


def reads(text: str) -> Deck:
    with tempfile.TemporaryDirectory() as folder:
        return read(Path(folder), text)


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("notes", sorted(NOTES))
def test_notes_stay_notes_beside_in_and_around_every_block(notes: str, place: str) -> None:
    for block in sorted(BLOCKS):
        source = slide(block, notes, place)
        deck = reads(f"{source}\n\n---\n\n# Shown too\n")
        assert SECRET not in "\n".join(text_of(one.content.blocks) for one in deck.slides), block
        assert (SECRET in deck.slides[0].content.notes) == (SECRET in source), block
        assert deck.slides[-1].content.title == "Shown too", f"the slide behind {block} is there"


@given(text=decks())
@example(text=f"- shown\n???\n{SECRET}\n")
@example(text=f"```python\nshown\n\n???\n\n{SECRET}\n\n---\n\n```python\nmore\n```\n")
@example(text=f"```\nshown\n\n???\n\n{SECRET}\n\n---\n\n```\nmore\n```\n\n???\n\n{SECRET}\n")
@settings(max_examples=90)
def test_no_word_of_a_note_is_ever_seen_in_a_deck_with_a_mistake(text: str) -> None:
    assert SECRET not in shown_anywhere(reads(text)), text
