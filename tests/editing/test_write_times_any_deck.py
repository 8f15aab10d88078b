from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from params import fast
from rostra.deck.model import Deck
from rostra.editing.write_times import Written, rounded, write_times
from rostra.reader import read_deck
from rostra.rehearsal.slide_keys import slide_keys

SLIDES = Path(__file__).parents[2] / "slides"


def write(path: Path, text: str) -> Path:
    """A file with exactly these characters, in UTF-8."""
    path.write_bytes(text.encode("utf-8"))
    return path


def outline(deck: Deck) -> list[str]:
    """All that a deck shows and says, less where it stands and how long it takes."""
    return [
        re.sub(r"Place\([^)]*\)|line=\d+", "", repr((slide.content, slide.settings._replace(time=None))))
        for slide in deck.slides
    ]


def same_but_for_times(paths: list[Path], step: int = 7) -> Written:
    """Give each slide a time of its own, and hold that nothing else changes."""
    before = read_deck(paths)
    keys = slide_keys(before)
    times = {key: float(step * (index + 1)) for index, key in enumerate(keys)}
    result = write_times(paths, times)
    after = read_deck(paths)
    assert outline(after) == outline(before)
    assert slide_keys(after) == keys
    left = {(problem.file, problem.line) for problem in result.left}
    for key, old, new in zip(keys, before.slides, after.slides, strict=True):
        made = not new.source or new.source.startswith("(intro)")
        assert made or tuple(old.place) in left or new.settings.time == rounded(times[key])
    return result


@pytest.mark.parametrize("name", fast(2, sorted(path.name for path in SLIDES.glob("*.md"))))
def test_a_deck_that_ships_is_the_same_with_other_times(name: str, tmp_path: Path) -> None:
    original = (SLIDES / name).read_bytes()
    deck = tmp_path / name
    deck.write_bytes(original)
    result = same_but_for_times([deck])
    assert not result.left
    assert result.changed
    if name == "README.md":
        return
    old, new = original.split(b"\n"), deck.read_bytes().split(b"\n")
    differing = [(before, after) for before, after in zip(old, new, strict=True) if before != after]
    assert len(differing) == result.changed
    assert all(before.partition(b"time:")[0] == after.partition(b"time:")[0] for before, after in differing)


NASTY = [
    "# Heading",
    "## Second *level*",
    "Setext\n===",
    "Setext\n---",
    "### Deeper",
    "---",
    "***",
    "text",
    "lazy  \ntext",
    "- item\n- item",
    "- item\n\n  <!-- slide: {time: 9s} -->",
    "> quote",
    "    code",
    "```\n---\n<!-- slide: {time: 9s} -->\n# no\n```",
    "::: box Title\ntext\n\n<!-- slide: {time: 9s} -->\n:::",
    "<!-- slide: {time: 9s} -->",
    "<!-- slide: {layout: title} --> <!-- slide: {time: 1m} -->",
    "<!-- slide:\n  transition: none\n-->",
    "<!-- slide: {} --> beside",
    "<!-- slide: {tmie: 9s} -->",
    "<!-- an ordinary comment -->",
    "<!-- <!-- slide: {time: 9s} -->",
    "<!-- end_slide -->",
    "<!-- slide: {time: 9s} --> <!-- end_slide --> <!-- slide: {time: 9s} -->",
    "<b>before</b> <!-- end_slide --> behind",
    "<!-- skip_slide -->",
    "<!-- pause -->",
    "<!-- notes: |\n  several\n  lines\n-->",
    "<!-- include: part.md -->",
    "<b>x</b> <!-- include: part.md --> y",
    "<div>\n<!-- slide: {time: 9s} -->\n</div>",
    "???\nnotes <!-- slide: {time: 9s} -->",
    "???",
    "::: notes\n# notes\n:::",
    "a `<!-- slide: {time: 9s} -->` b",
    "[link][ref] [^1]",
    "[ref]: https://a.org",
    "[^1]: A note.\n    More.",
    "Term\n: meaning",
    "| a |\n| - |\n| b |",
    "e\u0301 漢字 👩‍🚀 soft\u00adhyphen",
]
HEADS = [
    "",
    "---\ntitle: Talk\nslide_level: 3\n---\n",
    "---\n[broken\nduration: 1m\n---\n",
    "---\ntext\n---\n",
    "---\n",
    "\ufeff",
]
blocks = st.lists(st.sampled_from(NASTY), max_size=9)
gaps = st.lists(st.sampled_from(["\n", "\n\n", "\n\n\n"]), min_size=9, max_size=9)


@given(
    head=st.sampled_from(HEADS),
    deck=blocks,
    part=st.lists(st.sampled_from([block for block in NASTY if "???" not in block]), max_size=9),
    gaps=gaps,
    end=st.sampled_from(["\n", "\r\n", "\r"]),
    last=st.sampled_from(["", "\n"]),
)
@example(
    head="",
    deck=["<div>\n</div>\n<!-- end_slide -->\n---", "<div>\n<!-- slide: {time: 9s} -->\n</div>"],
    part=[],
    gaps=["\n"] * 9,
    end="\n",
    last="\n",
)
@example(
    head="",
    deck=["<div>\n<!-- slide: {time: 9s} -->\n</div>", "<!-- end_slide -->", "# Heading"],
    part=[],
    gaps=["\n"] * 9,
    end="\n",
    last="",
)
@example(
    head="",
    deck=["# Heading", "<!-- include: part.md -->"],
    part=["<!-- slide: {time: 9s} --> <!-- end_slide --> <!-- slide: {time: 9s} -->"],
    gaps=["\n"] * 9,
    end="\n",
    last="",
)
@settings(max_examples=120, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_deck_is_the_same_with_other_times(
    tmp_path: Path, head: str, deck: list[str], part: list[str], gaps: list[str], end: str, last: str
) -> None:
    def text(blocks: list[str]) -> str:
        joined = "".join(block + gap for block, gap in zip(blocks, gaps, strict=False))
        return (joined.rstrip("\n") + last).replace("\n", end)

    write(tmp_path / "part.md", text(part))
    same_but_for_times([write(tmp_path / "deck.md", head.replace("\n", end) + text(deck))])
