"""Charts whose numbers are in a file beside the deck."""

from __future__ import annotations

from pathlib import Path

import pytest

from decks import messages, read
from rostra.deck.blocks import Code
from rostra.deck.model import Deck
from rostra.themes import load_theme
from rostra.typeset import Page, Styles, typeset

CHART = "```chart bar\n{line}\n```\n"
NUMBERS = "Tool,Seconds\nrostra,0.08\nother,1.5\n"


def deck_with(folder: Path, line: str) -> Deck:
    return read(folder, CHART.format(line=line))


def shown(deck: Deck) -> str:
    return typeset(deck.slides[0], Page(60, 16), Styles(load_theme("dark"))).text()


@pytest.mark.parametrize(
    "line", ["data: numbers.csv", 'data: "numbers.csv"', "data:numbers.csv", "data: ./numbers.csv"]
)
def test_a_chart_shows_the_numbers_of_a_file_beside_the_deck(tmp_path: Path, line: str) -> None:
    (tmp_path / "numbers.csv").write_text(NUMBERS, "utf-8")
    deck = deck_with(tmp_path, line)
    assert "rostra" in shown(deck)
    assert "1.5" in shown(deck)
    assert not messages(deck)


@pytest.mark.parametrize("name", ["numbers.md", "numbers.yaml", "numbers.txt"])
def test_a_file_may_have_a_table_yaml_or_lines(tmp_path: Path, name: str) -> None:
    written = {
        "numbers.md": "| Tool | s |\n| --- | --- |\n| rostra | 0.08 |\n",
        "numbers.yaml": "- tool: rostra\n\n  s: 0.08\n",
        "numbers.txt": "rostra: 0.08\n",
    }
    (tmp_path / name).write_text(written[name], "utf-8")
    assert "0.08" in shown(deck_with(tmp_path, f"data: {name}"))


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("data: none.csv", "data: there is no file none.csv beside the deck"),
        ("data: ../secret.csv", "data: ../secret.csv lies outside the deck's folder"),
        ("data: /etc/host.conf", "data: /etc/host.conf lies outside the deck's folder"),
        ("data: https://example.org/a.csv", "data: this should be a path, not 'https://example.org/a.csv'"),
    ],
)
def test_a_file_that_is_not_there_or_may_not_be_read_is_a_problem(tmp_path: Path, line: str, message: str) -> None:
    folder = tmp_path / "talk"
    folder.mkdir()
    (tmp_path / "secret.csv").write_text("a,1\n", "utf-8")
    deck = deck_with(folder, line)
    (problem,) = deck.all_problems()
    assert (problem.line, problem.message, problem.rule) == (2, message, "include")
    assert "secret" not in shown(deck).replace("secret.csv", "")
    assert line in shown(deck)


def test_a_file_that_is_too_large_is_not_read(tmp_path: Path) -> None:
    (tmp_path / "large.csv").write_bytes(b"a,1\n" * 300_000)
    (problem,) = deck_with(tmp_path, "data: large.csv").all_problems()
    assert problem.message == "data: large.csv is larger than 1 MiB"


def test_what_is_wrong_in_the_file_is_told_at_the_line_that_names_it(tmp_path: Path) -> None:
    (tmp_path / "numbers.csv").write_text("a,1\nb,many\nc,3\n", "utf-8")
    deck = deck_with(tmp_path, "title: T\ndata: numbers.csv")
    (notice,) = typeset(deck.slides[0], Page(60, 16), Styles(load_theme("dark"))).notices
    assert (notice.line, notice.message) == (3, "this cannot be drawn: this is no number: many")


def test_signs_that_do_things_to_a_terminal_are_taken_out_of_the_file(tmp_path: Path) -> None:
    (tmp_path / "numbers.csv").write_bytes(b"a\x1b[31m,1\nb\x07,2\n")
    assert "\x1b" not in shown(deck_with(tmp_path, "data: numbers.csv"))


def test_a_bar_may_be_called_data(tmp_path: Path) -> None:
    deck = deck_with(tmp_path, "data: 12\ncode: 3")
    assert not deck.all_problems()
    assert "data" in shown(deck)


def test_other_listings_name_no_files(tmp_path: Path) -> None:
    deck = read(tmp_path, "```yaml\ndata: numbers.csv\n```\n")
    (block,) = deck.slides[0].content.blocks
    assert isinstance(block, Code)
    assert (block.data, deck.all_problems()) == ("", ())
