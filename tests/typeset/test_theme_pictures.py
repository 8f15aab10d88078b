"""The page of themes shows a picture of each."""

from __future__ import annotations

from pathlib import Path

from rostra.themes import BUILT_IN

DOCS = Path(__file__).parents[2] / "docs"


def test_every_theme_has_a_picture_on_its_page() -> None:
    page = (DOCS / "themes.md").read_text("utf-8")
    drawn = {path.stem for path in (DOCS / "pictures" / "themes").glob("*.svg")}
    assert drawn == set(BUILT_IN)
    assert all(f"![{name}](pictures/themes/{name}.svg)" in page for name in BUILT_IN)
