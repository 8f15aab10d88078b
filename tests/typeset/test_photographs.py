"""Pictures behind slides."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image

from rostra.deck.model import Deck
from rostra.reader import read_deck
from rostra.themes import load_theme
from rostra.typeset import Frame, Page, Styles, typeset
from rostra.typeset.frame import width
from rostra.typeset.styles import contrast

TALK = """# Headline

<!-- slide: {background: {picture: a.png}} -->

Words, `code`, [a link](https://example.org).

- a point

<!-- pause -->

> [!NOTE]
> on a panel
"""


def deck(folder: Path, text: str = TALK) -> Deck:
    image = Image.linear_gradient("L").resize((200, 100)).convert("RGB")
    image.paste((250, 30, 30), (0, 0, 60, 100))
    image.save(folder / "a.png")
    (folder / "talk.md").write_text(text, "utf-8")
    return read_deck([folder / "talk.md"])


def frame(talk: Deck, theme: str = "dark", colors: int = 1 << 24, size: tuple[int, int] = (60, 24)) -> Frame:
    return typeset(talk.slides[0], Page(*size), Styles(load_theme(theme), colors=colors), talk.meta)


def test_a_picture_fills_what_is_blank_with_two_pixels_a_cell(tmp_path: Path) -> None:
    lines = frame(deck(tmp_path)).lines()
    drawn = [run for line in lines for run in line if run.is_ornament]
    assert {run.text[0] for run in drawn} == {"▀"}
    assert len({run.style for run in drawn}) > 20
    assert sum(len(run.text) for run in drawn) > 60 * 24 // 2


@pytest.mark.parametrize("theme", ["dark", "light", "nord", "gruvbox-light"])
def test_text_on_a_picture_can_be_read_everywhere(tmp_path: Path, theme: str) -> None:
    for line in frame(deck(tmp_path), theme, size=(100, 30)).lines():
        for run in line:
            if not run.is_ornament and any(map(str.isalpha, run.text)):
                assert contrast(run.style, run.style) >= 7, run


def test_rows_keep_their_width_and_what_they_say(tmp_path: Path) -> None:
    for size in ((60, 24), (20, 8), (120, 40)):
        found = frame(deck(tmp_path), size=size)
        plain = frame(deck(tmp_path, TALK.replace("{picture: a.png}", "false")), size=size)
        for step in range(found.steps):
            assert [width(line) for line in found.lines(step)] == [size[0]] * size[1]
            assert found.text(step) == plain.text(step)


def test_with_few_colours_or_none_there_is_no_picture(tmp_path: Path) -> None:
    talk = deck(tmp_path)
    assert frame(talk).backdrop is not None
    assert frame(talk, colors=256).backdrop is None
    assert frame(talk, "terminal").backdrop is None


def test_a_picture_that_is_broken_leaves_the_slide_as_it_is(tmp_path: Path) -> None:
    talk = deck(tmp_path)
    (tmp_path / "a.png").write_bytes(b"no picture")
    assert frame(talk).backdrop is None
    assert "Words" in frame(talk).text()


def test_all_slides_can_have_one(tmp_path: Path) -> None:
    talk = deck(tmp_path, "---\nbackground: {picture: a.png}\n---\n# One\n\ntext\n")
    assert (talk.problems, frame(talk).backdrop is not None) == ((), True)


@pytest.mark.parametrize("name", ["none.png", "../a.png", "/etc/passwd", "https://example.org/a.png"])
@pytest.mark.parametrize("text", ["---\nbackground: {picture: NAME}\n---\n# One\n\ntext\n", TALK])
def test_a_picture_that_is_not_beside_the_deck_is_a_problem(tmp_path: Path, name: str, text: str) -> None:
    talk = deck(tmp_path, text.replace("a.png", "NAME").replace("NAME", f'"{name}"'))
    (problem,) = talk.problems
    assert (problem.rule, problem.source[problem.column - 1 :][: problem.width]) == ("picture", name)
    assert frame(talk).backdrop is None
