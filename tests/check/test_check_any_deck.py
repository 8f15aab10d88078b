"""What holds of the check of any text whatever."""

from __future__ import annotations

from pathlib import Path

import pytest
from checked import talk
from hypothesis import given, settings
from hypothesis import strategies as st

from rostra.check import Setting, Talk, check, mended
from rostra.check.reports import FORMATS
from rostra.deck.checks import CHECKS
from rostra.deck.name import words
from snippets import TEXTS

SIZES = ((1, 1), (10, 3), (400, 200))
LISTINGS = st.tuples(st.sampled_from(("python", "json", "toml", "yaml", "pyhton", "{.x}")), st.text(max_size=60)).map(
    lambda pair: f"```{pair[0]}\n{pair[1]}\n```"
)
NAMED = st.sampled_from(
    (
        "<!-- slide: {name: a, time: 1s} -->",
        "[x](#a) [y](b.md) [z]()",
        '<span style="color: #111">dark</span>',
        "#### Deep",
        "![p](../p.png) ![q](deck.md)",
        "# " + "word " * 70,
    )
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("decks")


@given(parts=st.lists(st.one_of(TEXTS, LISTINGS, NAMED), max_size=6))
@settings(max_examples=25, deadline=None)
def test_any_deck_can_be_checked_and_its_findings_stand_in_it(folder: Path, parts: list[str]) -> None:
    one = talk(folder, "\n\n".join(parts))
    one = Talk(one.deck, one.styles, Setting(SIZES, strict=True))
    found = check(one)
    for problem in found:
        assert problem.rule in words(CHECKS)
        assert "\n" not in problem.message + problem.hint
        source = one.source(problem.file)
        assert source is not None
        assert 0 <= problem.line <= len(source.lines)
        if problem.column:
            assert problem.source == source.lines[problem.line - 1]
            assert problem.column - 1 + problem.width <= len(problem.source)
        mended(problem)
    for report in FORMATS.values():
        report(found).encode("utf-8")
