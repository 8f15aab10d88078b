"""What every format is made from: slides, steps, frames."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from decks import read
from rostra.export import FORMATS, Format
from rostra.export.job import Job
from rostra.themes import load_theme
from rostra.typeset import Styles
from rostra.typeset.frame import text_of

DECK = "# One\n\n---\n\n# Two\n\na\n\n<!-- pause -->\n\nb\n\n<!-- pause -->\n\nc\n\n---\n\n# Three\n"


def job(folder: Path, text: str = DECK, **how: Any) -> Job:
    """A job of a deck, all its slides unless others are named."""
    deck = read(folder, text)
    how.setdefault("slides", tuple(range(1, len(deck.slides) + 1)))
    return Job(deck, (60, 20), Styles(load_theme("dark")), **how)


def test_each_slide_is_viewed_once_and_complete(tmp_path: Path) -> None:
    views = list(job(tmp_path).views())
    assert [(view.number, view.total, view.step, view.only, view.is_last) for view in views] == [
        (1, 3, 0, True, True),
        (2, 3, 2, True, True),
        (3, 3, 0, True, True),
    ]
    assert "c" in text_of(views[1].lines()).split()


def test_each_step_is_viewed_when_steps_are_wanted(tmp_path: Path) -> None:
    views = list(job(tmp_path, steps=True).views())
    assert [(view.number, view.step, view.only, view.is_last) for view in views] == [
        (1, 0, True, True),
        (2, 0, False, False),
        (2, 1, False, False),
        (2, 2, False, True),
        (3, 0, True, True),
    ]
    assert "b" not in text_of(views[1].lines()).split()


def test_slides_come_in_the_order_in_which_they_are_wanted(tmp_path: Path) -> None:
    assert [number for number, *_ in job(tmp_path, slides=(3, 1, 3)).framed()] == [3, 1, 3]


def test_listings_have_colours_only_when_they_are_wanted(tmp_path: Path) -> None:
    counted = []
    for colors in (True, False):
        ((_, _, frame),) = job(tmp_path, '```python\nx = "text" + 1\n```\n', colors=colors).framed()
        counted.append(len({run.style for line in frame.body for run in line if run.text.strip(" ▄▀")}))
    assert counted[0] > counted[1] == 1


def test_pictures_have_names_that_sort_as_the_slides_do(tmp_path: Path) -> None:
    pictures = [name for name, _ in FORMATS["svg"].files(job(tmp_path, steps=True))]
    assert pictures == ["01.svg", "02-1.svg", "02-2.svg", "02-3.svg", "03.svg"]
    many = job(tmp_path, "\n---\n".join(f"\n# {n}\n" for n in range(105)), slides=(7, 100))
    assert [name for name, _ in FORMATS["svg"].files(many)] == ["007.svg", "100.svg"]


@pytest.mark.parametrize("kind", [kind for kind in FORMATS.values() if not kind.pictures], ids=lambda kind: kind.suffix)
def test_a_document_is_one_file(tmp_path: Path, kind: Format) -> None:
    ((name, data),) = kind.files(job(tmp_path, steps=True))
    assert name == kind.suffix
    assert "Two" in data.decode()


def test_the_formats_are_told_of_in_the_documentation() -> None:
    page = (Path(__file__).parents[2] / "docs" / "scripting.md").read_text("utf-8")
    for name, kind in FORMATS.items():
        assert f"| `{name}` |" in page
        assert not kind.about.endswith(".")
