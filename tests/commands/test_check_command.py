"""``rostra check``: what it prints, how it ends, and what it mends."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from rostra.cli import main
from rostra.deck.checks import CHECKS
from rostra.deck.name import words
from rostra.folders import theme_folders

Run = Callable[..., tuple[int, str, str]]
CLEAN = "# One\n\ntext\n\n???\n\nnotes\n"
WRONG = "# One\n\n<!-- pasue -->\n\ntext\n"


@pytest.fixture
def check(
    tmp_path: Path, home: Path, monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]
) -> Run:
    """Runs the command in a folder with two decks; gives the exit status, what was printed and what was said."""
    monkeypatch.chdir(tmp_path)
    Path("clean.md").write_text(CLEAN, "utf-8")
    Path("wrong.md").write_text(WRONG, "utf-8")

    def checked(*arguments: str) -> tuple[int, str, str]:
        status = main(["check", *arguments])
        printed = capfdbinary.readouterr()
        return status, printed.out.decode(), printed.err.decode()

    return checked


def test_a_clean_deck_ends_with_0_and_one_with_problems_with_1(check: Run) -> None:
    assert check("clean.md") == (0, "", "rostra check: nothing to say in 1 deck\n")
    status, printed, said = check("wrong.md", "clean.md")
    assert status == 1
    assert printed.startswith("wrong.md:3:6: 'pasue' is no directive, did you mean 'pause'? [directive]\n")
    assert said == "rostra check: 1 problem in 2 decks\n"


@pytest.mark.parametrize(
    ("arguments", "why"),
    [
        ((), "no deck is named"),
        (("gone.md",), "there is no file gone.md"),
        (("clean.md", "--size", "80"), "is no size"),
        (("clean.md", "--theme", "nosuch"), "nosuch"),
        (("clean.md", "--format", "txet"), "txet"),
    ],
)
def test_what_cannot_be_read_ends_with_2(check: Run, arguments: tuple[str, ...], why: str) -> None:
    status, printed, said = check(*arguments)
    assert (status, printed) == (2, "")
    assert why in said


@pytest.mark.parametrize("name", ["json", "github", "sarif"])
def test_what_machines_read_comes_alone(check: Run, name: str) -> None:
    status, printed, said = check("wrong.md", "--format", name)
    assert (status, said) == (1, "")
    assert "pasue" in printed
    if name != "github":
        json.loads(printed)


def test_sizes_magnification_and_taste_are_asked_for(check: Run) -> None:
    Path("tall.md").write_text("# One\n\n" + "- item\n" * 16, "utf-8")
    assert check("tall.md", "--size", "80x24")[0] == 0
    assert "at 80x10 this slide is" in check("tall.md", "--size", "80x24", "--size", "80x10")[1]
    assert "at 80x24 this slide is" in check("tall.md", "--size", "80x24", "--magnify", "2")[1]
    assert "[crowded]" in check("tall.md", "--size", "80x24", "--strict")[1]


def test_what_was_mended_is_counted_and_not_told_of_again(check: Run) -> None:
    status, printed, said = check("wrong.md", "--fix")
    assert (status, printed, said) == (0, "", "rostra check: 1 mended, nothing to say in 1 deck\n")
    assert Path("wrong.md").read_text("utf-8") == WRONG.replace("pasue", "pause")
    assert check("wrong.md")[0] == 0


def test_what_comes_to_light_when_something_was_mended_is_mended_as_well(check: Run) -> None:
    Path("wrong.md").write_text("# One\n\n\u200b::: colums\n::: colunm\ntext\n:::\n:::\n", "utf-8")
    assert check("wrong.md", "--fix")[2] == "rostra check: 3 mended, nothing to say in 1 deck\n"


def test_the_list_names_every_check_and_which_are_a_matter_of_taste(check: Run) -> None:
    status, printed, _ = check("--list")
    assert status == 0
    assert re.findall(r"(?m)^  ([\w-]+)  ", printed) == list(words(CHECKS))
    assert "a slide without notes for the speaker (--strict)" in " ".join(printed.split())


def test_a_theme_that_is_not_there_is_told_of_at_its_line_and_once(check: Run) -> None:
    Path("wrong.md").write_text("---\ntheme: nosuch\n---\n\n# One\n", "utf-8")
    status, printed, _ = check("wrong.md")
    assert status == 1
    assert re.findall(r"(?m)^wrong.md:\S+ .*", printed) == [
        "wrong.md:2:8: theme 'nosuch' does not come with the program; "
        "it shows only where somebody has a theme of this name [front-matter]"
    ]


def test_a_theme_with_a_mistake_in_it_says_which(check: Run) -> None:
    folder = theme_folders()[0]
    folder.mkdir(parents=True)
    (folder / "own.toml").write_text('roles = {page = "nonsense words"}\n', "utf-8")
    Path("wrong.md").write_text("---\ntheme: own\ncheck: {ignore: front-matter}\n---\n\n# One\n", "utf-8")
    status, printed, _ = check("wrong.md")
    assert status == 1
    assert printed.startswith("wrong.md:2:8: theme own: page = 'nonsense words' is no style")
    assert "[theme]" in printed
