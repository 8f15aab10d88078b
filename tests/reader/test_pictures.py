"""Which pictures of a deck are there."""

from __future__ import annotations

from pathlib import Path

import pytest

from decks import messages, read


@pytest.mark.parametrize(
    ("name", "written"),
    [
        ("my pic.png", "<my pic.png>"),
        ("my pic.png", "my%20pic.png"),
        ("a%20b.png", "a%20b.png"),
        ("bücher.png", "bücher.png"),
        ("a.png", "a.png?raw=true"),
    ],
)
def test_a_picture_that_is_there_is_no_problem_however_its_name_is_written(
    tmp_path: Path, name: str, written: str
) -> None:
    (tmp_path / name).touch()
    assert messages(read(tmp_path, f"# A\n\n![alt]({written})\n")) == []


@pytest.mark.parametrize(
    ("written", "message"),
    [
        ("gone.png", "there is no file gone.png beside the deck"),
        ("<bü cher.png>", "there is no file bü cher.png beside the deck"),
        ("folder", "folder is a folder"),
        ("../a.png", "../a.png lies outside the deck's folder"),
        ("a" * 300, f"cannot look for {'a' * 60}: File name too long"),
    ],
)
def test_a_picture_that_cannot_be_had_is_told_of(tmp_path: Path, written: str, message: str) -> None:
    (tmp_path / "folder").mkdir()
    assert messages(read(tmp_path, f"# A\n\n![alt]({written})\n")) == [f"deck.md:3: picture: {message}"]


def test_what_is_meant_is_found_in_its_line_although_the_parser_writes_it_in_another_way(tmp_path: Path) -> None:
    (problem,) = read(tmp_path, "# A\n\n![alt](bücher.png)\n").all_problems()
    assert (problem.line, problem.column, problem.width) == (3, 8, len("bücher.png"))
