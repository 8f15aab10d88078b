"""``rostra themes``: a list for scripts, and the slide in every theme for people."""

from __future__ import annotations

from pathlib import Path

import pytest
from pty_session import Present

from rostra.cli import main
from rostra.themes import BUILT_IN

DECK = """---
theme: {name: nord, accent: '#ff8800'}
---
# Title

---

# Second

words of two

---

# Third

words of three
"""


@pytest.fixture
def deck(tmp_path: Path) -> Path:
    """A deck whose first slide is a title."""
    file = tmp_path / "talk.md"
    file.write_text(DECK, "utf-8")
    return file


def test_without_a_terminal_each_theme_is_one_line(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    own = home / "config" / "rostra" / "themes"
    own.mkdir(parents=True)
    (own / "harbour.toml").write_text('about = "night in the harbour"\nextends = "dark"\n', "utf-8")
    (own / "broken.toml").write_text("[roles\n", "utf-8")
    assert main(["themes"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [line.split()[0] for line in lines] == ["broken", "harbour", *BUILT_IN]
    assert "a theme is a TOML file" in lines[0]
    assert lines[1].endswith("dark: night in the harbour")


def test_in_a_terminal_the_slide_is_drawn_in_every_theme(present: Present, deck: Path) -> None:
    session = present("themes", deck, size=(70, 20), answers="dark", env={"COLORTERM": "truecolor"})
    assert session.end() == 0
    written = session.written.decode()
    assert written.count("words of two") == len(BUILT_IN)
    assert "words of three" not in written
    assert all(f"\n{name}  " in written for name in BUILT_IN)
    assert written.count("38;2;255;136;0") >= 1
    assert "\x1b[?1049h" not in written


def test_another_slide_is_drawn_when_it_is_asked_for_and_no_colour_where_none_is_wanted(
    present: Present, deck: Path
) -> None:
    session = present("themes", deck, "--slide", "3", answers="dark", env={"NO_COLOR": "1"})
    assert session.end() == 0
    written = session.written.decode()
    assert written.count("words of three") == len(BUILT_IN)
    assert "38;" not in written
    assert "48;" not in written


@pytest.mark.parametrize(
    ("arguments", "part"),
    [
        (["DECK", "--slide", "4"], "there is no slide 4 (the talk has 3)"),
        (["DECK", "--slide", "0"], "is no number of a slide"),
        (["nowhere.md"], "there is no file nowhere.md"),
    ],
)
def test_a_slide_or_a_deck_that_is_not_there_is_told(
    deck: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], part: str
) -> None:
    assert main(["themes", *(one.replace("DECK", str(deck)) for one in arguments)]) == 2
    assert part in capsys.readouterr().err
