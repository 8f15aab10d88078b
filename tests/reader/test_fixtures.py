"""What Markdown becomes: each fixture is a title, a source and the outline of the deck, each ended by a dot."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from outline import outline
from rostra.reader import read_deck

FIXTURES = Path(__file__).parent / "fixtures"


def fixtures() -> Iterator[object]:
    """Every fixture of every file, named by the file and its title."""
    for path in sorted(FIXTURES.glob("*.md")):
        *parts, rest = path.read_text("utf-8").split("\n.\n")
        assert not rest.strip(), f"{path.name} does not end with a dot on a line of its own"
        assert len(parts) % 3 == 0, f"{path.name} has a fixture that is not title, source and outline"
        for title, source, wanted in zip(parts[::3], parts[1::3], parts[2::3], strict=True):
            yield pytest.param(source + "\n", wanted.strip("\n"), id=f"{path.stem}: {title.strip()}")


@pytest.mark.parametrize(("source", "wanted"), list(fixtures()))
def test_a_source_becomes_its_outline(source: str, wanted: str, tmp_path: Path) -> None:
    deck = tmp_path / "deck.md"
    deck.write_text(source, "utf-8", newline="\n")
    assert outline(read_deck([deck])) == wanted
