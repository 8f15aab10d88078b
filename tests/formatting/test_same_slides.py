"""Whatever a deck is: formatted, it shows the same cells at every step, and the second time nothing changes."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from same_slides import formatted_shows_the_same, settled_text

from params import fast
from rostra.safety import LINE_ENDS
from snippets import SNIPPETS, TEXTS

ROOT = Path(__file__).parents[2]
SHIPPED = sorted((ROOT / "slides").glob("*.md"))
FIXTURES = sorted(ROOT.glob("tests/reader/fixtures/*.md"))
GOLDEN = ROOT / "tests" / "typeset" / "golden" / "deck.md"


@pytest.mark.parametrize("deck", fast(2, [GOLDEN, *SHIPPED]), ids=lambda deck: deck.name)
def test_a_deck_of_the_project_shows_the_same(deck: Path) -> None:
    formatted_shows_the_same(deck.read_text("utf-8"), deck)


@pytest.mark.parametrize("fixtures", FIXTURES, ids=lambda path: path.stem)
def test_a_fixture_of_the_reader_shows_the_same(fixtures: Path, tmp_path: Path) -> None:
    for source in fixtures.read_text("utf-8").split("\n.\n")[1::3]:
        formatted_shows_the_same(source + "\n", tmp_path / "deck.md")


PIECES = [
    "* star\n* star two",
    "+ plus",
    "1. one\n\n\n2. two",
    "<!--pause-->",
    "<!--slide:  { layout: title,time: 9s }-->",
    "<!-- skip_slide -->",
    "Hard  \nbreak",
    "`co  \nde`",
    "Multi\nline\n===",
    "# closing ##",
    "#  spaced \t",
    "___",
    "* * *",
    "* - -",
    "- a\n* b\n+ c",
    "> * q  \n> \n> * r",
    "\t* deep",
    "- a\n\n      code  \n\n\n      code",
    "::: box   T :::\n* x\n:::",
    "::::columns\n:::column\n* y\n:::\n::::",
    "???   \n\n\nnotes  \n\n\n* n",
    "<pre>\n  a  \n\n\n</pre>",
    "a <!-- hidden\n\n* b\n\n--> c",
    "\u200b# hidden",
    "Text\n-----",
    "[a]: https://a.org\n[b]: https://b.org",
    "```\n***\n* a  \n```",
    "---\ntitle: x \n---",
    *SNIPPETS,
]
GAPS = ("\n", "\n\n", "\n\n\n", " \n", "\n \n\t\n")
DECKS = st.lists(st.tuples(st.sampled_from(PIECES), st.sampled_from(GAPS)).map("".join), max_size=10).map("".join)


@given(text=st.one_of(TEXTS, DECKS, DECKS))
@example(text="***\ntitle: Talk\n***\n\ntext\n")
@example(text="* a\n+ b\n* c\n\n\n* d\n")
@example(text="\n<CENTER")
@example(text="text\n***\n- a\n***\n")
@settings(max_examples=100, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_text_shows_the_same(tmp_path: Path, text: str) -> None:
    formatted_shows_the_same(LINE_ENDS.sub("\n", text), tmp_path / "deck.md")


@pytest.mark.parametrize("deck", SHIPPED, ids=lambda deck: deck.name)
def test_the_decks_that_ship_are_formatted(deck: Path) -> None:
    assert settled_text(deck.read_text("utf-8"), deck) == deck.read_text("utf-8")
