"""The help fits the screen it is shown on, in columns or pages, and says when there is more."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len
from textual.widgets import Static

from rostra.errors import Problem
from rostra.keys import ALL, CONSOLE, TALK, Key
from rostra.screens.help import HelpScreen
from rostra.screens.help_pages import MOST_PROBLEMS, help_pages
from rostra.screens.host import Host

PROBLEM = Problem("talk.md", 7, "'paus' is no directive, did you mean 'pause'?", 6, 4, "<!-- paus -->")
FAR = Problem("talk.md", 8, "is too far to the right", 200, 4, "x" * 300)


def texts(size: tuple[int, int], problems: int = 0, keys: tuple[Key, ...] = TALK) -> list[str]:
    """The text of each page."""
    told = [Problem("talk.md", n + 1, f"trouble {n}") for n in range(problems)]
    pages = help_pages(keys, {}, told, size).pages
    return ["\n".join(line.plain for line in page) for page in pages]


@pytest.mark.parametrize(("keys", "small"), [(TALK, 2), ((*TALK, *CONSOLE), 3)], ids=["talk", "console"])
@pytest.mark.parametrize("size", [(72, 20), (112, 32), (192, 56)])
def test_all_keys_fit_the_usual_screens(size: tuple[int, int], small: int, keys: tuple[Key, ...]) -> None:
    told = texts(size, keys=keys)
    assert len(told) == (small if size == (72, 20) else 1)
    words = " ".join(" ".join(told).split())
    for key in keys:
        assert key.group in words
    if size[0] != 112:  # in two columns, what a key does is told on several rows
        assert all(key.about in words for key in keys)


@settings(max_examples=60)
@given(st.integers(1, 220), st.integers(1, 70), st.integers(0, 120))
def test_no_page_is_larger_than_its_room_and_every_problem_is_on_one(columns: int, rows: int, problems: int) -> None:
    told = texts((columns, rows), problems, ALL)
    assert all(len(page.split("\n")) <= rows for page in told)
    if columns >= 40:
        assert all(cell_len(line) <= columns for page in told for line in page.split("\n"))
        words = " ".join(told)
        assert all(f"trouble {n}" in words for n in range(min(problems, MOST_PROBLEMS)))
        assert ("more" in words.rpartition("trouble")[2]) == (problems > MOST_PROBLEMS)


def test_columns_are_used_only_where_one_does_not_do() -> None:
    assert "Showing" not in texts((192, 70))[0].splitlines()[0]
    assert texts((112, 32))[0].splitlines()[0].split() == ["Moving", "Showing"]


def test_a_problem_is_shown_with_its_line_where_the_mark_can_be_seen() -> None:
    (page,) = help_pages((), {}, [PROBLEM, FAR], (72, 20)).pages
    lines = [line.plain.strip() for line in page]
    assert lines[-4:] == [str(PROBLEM), "7 | <!-- paus -->", "|      ^^^^", str(FAR)]


class Program(Host):
    """Shows the help alone."""

    def __init__(self, screen: HelpScreen) -> None:
        super().__init__()
        self.help = screen

    def on_mount(self) -> None:
        self.push_screen(self.help)


def program(screen: HelpScreen) -> Program:
    """A program of which the help is all; nothing else of a host is asked for."""
    return Program(screen)  # type: ignore[abstract]


def seen(screen: HelpScreen) -> tuple[str, str]:
    """The page, and what its frame says."""
    static = screen.query_one(Static)
    return str(static.content), str(static.border_subtitle)


async def test_pages_are_turned_over_and_the_frame_says_which_this_is() -> None:
    screen = HelpScreen(TALK, {}, [PROBLEM], "", private=True)
    async with program(screen).run_test(size=(80, 24)) as pilot:
        first, where = seen(screen)
        assert "Overview of all slides" in first
        assert "Black screen" not in first
        assert where == "page 1 of 3 · 1 problem on page 3 · Space: next page · Esc closes"
        await pilot.press("space")
        second, _ = seen(screen)
        assert "Black screen" in second
        await pilot.press("space", "space")
        third, where = seen(screen)
        assert "did you mean 'pause'?" in third
        assert where == "page 3 of 3 · Home: first page · Esc closes"
        assert len({len(page.split("\n")) for page in (first, second, third)}) == 1, "turning over moves nothing"
        await pilot.press("pageup", "pageup")
        assert seen(screen)[0] == first
        await pilot.press("end", "home", "up")
        assert seen(screen)[0] == first


async def test_one_page_has_no_mark() -> None:
    screen = HelpScreen(TALK, {}, [], "")
    async with program(screen).run_test(size=(120, 36)):
        assert seen(screen)[1] == "Esc closes"


async def test_problems_that_are_found_later_are_added_and_the_page_stays() -> None:
    screen = HelpScreen(TALK, {}, [], "")
    screen.add_problems([FAR])
    async with program(screen).run_test(size=(80, 27)) as pilot:
        await pilot.press("space")
        before = seen(screen)[0]
        screen.add_problems([PROBLEM, FAR])
        assert "Problems of the deck (1)" in before
        assert "Black screen" in seen(screen)[0], "the page stays"
        await pilot.press("G")
        assert "Problems of the deck (2)" in seen(screen)[0]


async def test_why_the_last_good_deck_is_shown_stands_whole_above_every_page() -> None:
    why = f"/a/folder/{'with-a-long-name/' * 6}talk.md:3: the front matter cannot be read"
    screen = HelpScreen(TALK, {}, [], why)
    async with program(screen).run_test(size=(80, 24)) as pilot:
        for _ in range(3):
            lines = seen(screen)[0].split("\n")
            assert lines[0].startswith("The deck could not be read again")
            assert "the front matter cannot be read" in " ".join(" ".join(lines[:6]).split())
            assert len(lines) <= 22
            assert max(map(cell_len, lines)) <= 74
            await pilot.press("space")
