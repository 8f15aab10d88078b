"""``rostra export``: where it writes, what it says, and what it never overwrites."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree

import pytest

from rostra.cli import main

DECK = "# One\n\n<!-- paus -->\n\n---\n\n# Two\n\na\n\n<!-- pause -->\n\nb\n\n???\n\nwhispered\n"
Export = Callable[..., tuple[int, str, str]]


@pytest.fixture
def deck(tmp_path: Path, home: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A deck of two slides in the current folder."""
    monkeypatch.chdir(tmp_path)
    Path("talk.md").write_text(DECK, "utf-8")
    return Path("talk.md")


@pytest.fixture
def export(deck: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> Export:
    """Exports the deck; gives the exit status, what was printed and what was said."""

    def exported(*arguments: str) -> tuple[int, str, str]:
        status = main(["export", str(deck), *arguments])
        printed = capfdbinary.readouterr()
        return status, printed.out.decode(), printed.err.decode()

    return exported


@pytest.mark.parametrize("name", ["text", "ansi", "json"])
def test_a_document_is_what_dump_prints(export: Export, capfdbinary: pytest.CaptureFixture[bytes], name: str) -> None:
    options = ["--steps", "--size", "60x18", "--slides", "2", "--theme", "nord"]
    _, printed, _ = export("--to", name, *options)
    assert main(["dump", "talk.md", "--format", name, *options]) == 0
    assert printed == capfdbinary.readouterr().out.decode()
    assert export("--to", name, "--output", "-") == export("--to", name)


def test_a_document_goes_into_the_file_that_is_named(export: Export) -> None:
    _, document, _ = export("--to", "text")
    status, printed, _ = export("--to", "text", "--output", "out/talk.txt")
    assert (status, printed) == (0, "Wrote out/talk.txt.\n")
    assert Path("out/talk.txt").read_text("utf-8") == document
    assert "whispered" in document
    assert "whispered" not in export("--to", "text", "--no-notes")[1]


def test_pictures_go_into_a_folder_of_the_decks_name(export: Export) -> None:
    assert export("--to", "svg")[:2] == (0, "Wrote 2 pictures into talk: 01.svg to 02.svg.\n")
    assert export("--to", "svg", "--steps", "--output", "a/b")[1] == "Wrote 3 pictures into a/b: 01.svg to 02-2.svg.\n"
    assert sorted(path.name for path in Path("a/b").iterdir()) == ["01.svg", "02-1.svg", "02-2.svg"]
    for path in Path("talk").iterdir():
        ElementTree.fromstring(path.read_text("utf-8"))
        assert "whispered" not in path.read_text("utf-8")


def test_one_picture_goes_into_a_file_or_to_standard_output(export: Export) -> None:
    assert export("--to", "svg", "--slides", "2", "--output", "two.svg")[1] == "Wrote two.svg.\n"
    _, printed, _ = export("--to", "svg", "--slides", "2", "--output", "-")
    assert printed == Path("two.svg").read_text("utf-8")
    assert export("--to", "svg", "--slides", "2")[1] == "Wrote 1 picture into talk: 02.svg.\n"


def test_a_deck_with_a_name_of_dots_is_not_written_into_the_folder_above(
    export: Export, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    Path("...md").write_text("# Dots\n", "utf-8")
    assert main(["export", "...md", "--to", "svg"]) == 0
    assert Path("slides/01.svg").is_file()


def test_files_that_are_there_are_overwritten_only_by_force(export: Export) -> None:
    Path("talk").mkdir()
    Path("talk/02.svg").write_text("mine", "utf-8")
    Path("talk/other").write_text("mine too", "utf-8")
    status, _, said = export("--to", "svg")
    assert status == 2
    assert "talk/02.svg is there already (--force overwrites" in said
    assert Path("talk/02.svg").read_text("utf-8") == "mine"
    assert export("--to", "svg", "--force")[0] == 0
    assert "2/2" in Path("talk/02.svg").read_text("utf-8")
    assert Path("talk/other").read_text("utf-8") == "mine too"


def test_the_deck_itself_is_never_overwritten(export: Export) -> None:
    status, _, said = export("--to", "text", "--output", "./talk.md", "--force")
    assert status == 2
    assert "is a file of the deck itself" in said
    assert Path("talk.md").read_text("utf-8") == DECK


def test_what_cannot_be_written_is_told_in_one_line(export: Export) -> None:
    Path("file").write_text("", "utf-8")
    status, _, said = export("--to", "text", "--output", "file/x.txt")
    assert status == 2
    assert said.startswith("rostra: cannot write file/x.txt: ")


def test_problems_of_the_deck_are_told_beside_the_document(export: Export) -> None:
    _, printed, said = export("--to", "text")
    assert said.startswith("talk.md:3:")
    assert "'pause'" in said
    assert "talk.md:3" not in printed


def test_the_excerpt_of_a_problem_is_told(export: Export, monkeypatch: pytest.MonkeyPatch) -> None:
    from rostra.deck.model import Deck
    from rostra.errors import Problem

    problem = Problem("talk.md", 3, "is unknown", 6, 4, "<!-- paus -->")
    monkeypatch.setattr(Deck, "all_problems", lambda deck: (problem,))
    assert export("--to", "json")[2] == f"{problem.excerpt()}\n"
    assert problem.excerpt().count("\n") == 2


def test_pictures_have_colours_whatever_the_terminal_may_show(export: Export, monkeypatch: pytest.MonkeyPatch) -> None:
    _, colored, _ = export("--to", "svg", "--slides", "1", "--output", "-")
    monkeypatch.setenv("NO_COLOR", "1")
    assert export("--to", "svg", "--slides", "1", "--output", "-")[1] == colored
    assert "38;2;" not in export("--to", "ansi")[1]
