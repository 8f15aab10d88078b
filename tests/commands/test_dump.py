"""``rostra dump``: what would be seen, printed."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from rostra.cli import main

DECK = """---
title: The talk
---

# The talk

first words

<!-- notes: whisper **this** -->

---

<!-- slide: {name: steps} -->

# Bravo

- one

<!-- pause -->

- two

```python
code = 1
```

---

# Charlie

[link](https://example.org/)

<!-- paus -->
"""
FIELDS = "number title name line steps page notes text prose rows columns overflow notices".split()


@pytest.fixture
def deck(tmp_path: Path, home: Path) -> Path:
    """A deck of three slides."""
    file = tmp_path / "talk.md"
    file.write_text(DECK, "utf-8")
    return file


@pytest.fixture
def dump(deck: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> Any:
    """Prints the deck; gives what was printed."""

    def printed(*arguments: str) -> str:
        assert main(["dump", str(deck), *arguments]) == 0
        return capfdbinary.readouterr().out.decode()

    return printed


def test_json_has_the_fields_that_scripts_rely_on(dump: Any, deck: Path) -> None:
    found = json.loads(dump("--format", "json"))
    assert list(found) == ["title", "dialect", "problems", "slides"]
    assert (found["title"], found["dialect"]) == ("The talk", "native")
    assert [list(slide) for slide in found["slides"]] == [FIELDS] * 3
    assert all(list(slide["overflow"]) == ["rows", "columns"] for slide in found["slides"])
    problem = found["problems"][0]
    assert list(problem) == ["file", "line", "column", "message"]
    assert isinstance(problem["column"], int)
    assert (problem["file"], problem["line"]) == (str(deck), DECK[: DECK.index("<!-- paus -->")].count("\n") + 1)


def test_json_tells_of_each_slide(dump: Any) -> None:
    alpha, bravo, charlie = json.loads(dump("--format", "json"))["slides"]
    assert [alpha["number"], bravo["number"], charlie["number"]] == [1, 2, 3]
    assert (alpha["title"], alpha["notes"], alpha["line"]) == ("The talk", "whisper **this**", 5)
    assert (bravo["name"], bravo["steps"]) == ("steps", 2)
    assert "code = 1" in bravo["text"]
    assert "code = 1" not in bravo["prose"]
    assert "two" in bravo["text"]
    assert "two" in bravo["prose"]
    assert charlie["overflow"] == {"rows": 0, "columns": 0}


def test_steps_adds_the_text_of_each_step(dump: Any) -> None:
    slides = json.loads(dump("--format", "json", "--steps"))["slides"]
    frames = slides[1]["frames"]
    assert [len(slide["frames"]) for slide in slides] == [1, 2, 1]
    assert "one" in frames[0]
    assert "two" not in frames[0]
    assert frames[1] == slides[1]["text"]


def test_steps_adds_how_much_does_not_fit_at_each_step(dump: Any, deck: Path) -> None:
    deck.write_text("a\n\n<!-- pause -->\n\n" + "row\n\n" * 30, "utf-8")
    (slide,) = json.loads(dump("--format", "json", "--steps"))["slides"]
    first, last = slide["overflows"]
    assert first == {"rows": 0, "columns": 0}
    assert last == slide["overflow"]
    assert last["rows"] > 0


def test_what_happened_while_a_slide_was_drawn_is_told(dump: Any, deck: Path) -> None:
    deck.write_text("# A\n\n```\nshort\n" + "x" * 200 + "\n```\n", "utf-8")
    (slide,) = json.loads(dump("--format", "json"))["slides"]
    (notice,) = slide["notices"]
    assert list(notice) == ["file", "line", "column", "message"]
    assert notice["file"] == str(deck)


def test_overflow_counts_what_does_not_fit(dump: Any) -> None:
    small = json.loads(dump("--format", "json", "--size", "30x4"))["slides"][1]
    assert small["overflow"]["rows"] > 0
    assert "code = 1" in small["text"], "what lies below the fold is text too"


def test_no_notes_leaves_them_out(dump: Any) -> None:
    for form in ("json", "text", "ansi"):
        assert "whisper" in dump("--format", form)
        assert "whisper" not in dump("--format", form, "--no-notes")
    assert "notes" not in json.loads(dump("--format", "json", "--no-notes"))["slides"][0]


def test_text_shows_pages_of_the_size_that_was_asked_for(dump: Any) -> None:
    pages = re.split(r"^=== .*\n", dump("--size", "50x10", "--no-notes"), flags=re.MULTILINE)[1:]
    assert [len(page.splitlines()) for page in pages] == [10, 10, 10]
    assert max(len(line) for page in pages for line in page.splitlines()) <= 50
    assert "first words" in pages[0]
    assert pages[0].rstrip().endswith("1/3")


def test_text_with_steps_shows_a_page_for_each(dump: Any) -> None:
    heads = re.findall(r"^=== .*", dump("--steps"), flags=re.MULTILINE)
    assert heads == ["=== 1/3: The talk", "=== 2/3, step 1/2: Bravo", "=== 2/3, step 2/2: Bravo", "=== 3/3: Charlie"]


def test_ansi_has_colours_and_links_and_text_has_none(dump: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    ansi = dump("--format", "ansi")
    assert "\x1b[" in ansi
    assert "https://example.org/" in ansi
    assert "\x1b" not in dump()
    monkeypatch.setenv("NO_COLOR", "1")
    assert "38;2;" not in dump("--format", "ansi")


def test_ansi_is_the_same_in_every_run(deck: Path) -> None:
    deck.write_text(DECK + "\n[other](https://example.com/) [again](https://example.org/)\n", "utf-8")
    runs = [
        subprocess.run(
            [sys.executable, "-m", "rostra", "dump", str(deck), "--format", "ansi"], capture_output=True, check=True
        ).stdout
        for _ in range(2)
    ]
    assert b"]8;id=" in runs[0]
    assert runs[0] == runs[1]


def test_links_to_one_place_are_one_to_the_terminal_and_others_are_not(dump: Any, deck: Path) -> None:
    deck.write_text("[a](https://a.example/) b [a](https://a.example/) [c](https://c.example/)\n", "utf-8")
    first, again, other = re.findall(r"\x1b\]8;id=(\w+);http", dump("--format", "ansi"))
    assert first == again != other


def test_ansi_without_its_codes_is_the_text(dump: Any) -> None:
    bare = re.sub(r"\x1b\[[\d;]*m|\x1b\]8;[^\x1b]*\x1b\\", "", dump("--format", "ansi"))
    assert [line.rstrip() for line in bare.splitlines()] == dump().splitlines()


@pytest.mark.parametrize(
    ("ranges", "numbers"),
    [
        ("2", [2]),
        ("2-3", [2, 3]),
        ("2-", [2, 3]),
        ("1,3", [1, 3]),
        ("3,1-2", [3, 1, 2]),
        ("2-99", [2, 3]),
        (" 1 - 2 ", [1, 2]),
    ],
)
def test_slides_are_chosen_by_ranges(dump: Any, ranges: str, numbers: list[int]) -> None:
    assert [slide["number"] for slide in json.loads(dump("--format", "json", "--slides", ranges))["slides"]] == numbers


@pytest.mark.parametrize(
    "theme", ["dark", "light", "terminal", "paper", "catppuccin", "gruvbox", "nord", "tokyo-night"]
)
def test_a_theme_changes_colours_alone(dump: Any, theme: str) -> None:
    assert _less_edges(dump("--theme", theme)) == _less_edges(dump())


def _less_edges(text: str) -> str:
    """What was printed less the edges of panels, which a theme without grounds has not."""
    return re.sub("[▄▀ ]+$", "", text, flags=re.MULTILINE)


def test_what_a_deck_changes_in_its_theme_is_seen_unless_another_theme_is_named(dump: Any, deck: Path) -> None:
    deck.write_text(DECK.replace("title: The talk", "theme: {name: nord, accent: '#ff8811'}"), "utf-8")
    orange = "255;136;17"
    assert orange in dump("--format", "ansi")
    assert orange in dump("--format", "ansi", "--theme", "nord")
    assert orange not in dump("--format", "ansi", "--theme", "gruvbox")


def test_a_deck_with_a_theme_that_is_not_there_is_dumped_all_the_same(dump: Any, deck: Path) -> None:
    deck.write_text(DECK.replace("title: The talk", "theme: nosuch"), "utf-8")
    assert "first words" in dump()


def test_several_files_are_one_talk(deck: Path, tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    other = tmp_path / "other.md"
    other.write_text("# Delta\n", "utf-8")
    assert main(["dump", str(deck), str(other), "--format", "json"]) == 0
    slides = json.loads(capfdbinary.readouterr().out)["slides"]
    assert [slide["title"] for slide in slides] == ["The talk", "Bravo", "Charlie", "Delta"]


def test_a_title_from_a_files_name_is_safe(tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    deck = tmp_path / "a\u202eb\x1b]0;c.md"
    deck.write_text("words alone", "utf-8")
    assert main(["dump", str(deck), "--format", "json"]) == 0
    title = json.loads(capfdbinary.readouterr().out)["title"]
    assert not {"\u202e", "\x1b"} & set(title)


def test_a_terminal_with_larger_letters_has_a_smaller_page(dump: Any, deck: Path) -> None:
    for magnify, page in (("1", [120, 36]), ("2", [60, 18]), ("3", [40, 12]), ("auto", [60, 18])):
        found = json.loads(dump("--format", "json", "--size", "120x36", "--magnify", magnify))
        assert found["slides"][1]["page"] == page
