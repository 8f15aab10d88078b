"""Text that would take minutes to parse."""

from __future__ import annotations

from pathlib import Path

from decks import read


def test_thousands_of_brackets_are_text(tmp_path: Path) -> None:
    [slide] = read(tmp_path, f"# A\n\n{'[' * 5000} *x* <!-- notes: said -->\n").slides
    paragraph = slide.content.blocks[1]
    assert "".join(span.text for span in paragraph.spans).startswith("[" * 5000 + " x")  # type: ignore[union-attr]
    assert slide.content.notes == "said"


def test_a_first_slide_that_is_far_too_long_stays_behind_the_one_that_the_front_matter_makes(tmp_path: Path) -> None:
    deck = read(tmp_path, f"---\ntitle: Words\n---\n\n# Words\n\n{'word ' * 20_000}\n")
    assert [slide.label for slide in deck.slides] == ["Words", "Words"]
