"""The library: what each line says, in which columns, and what moves in it."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from textual.pilot import Pilot

from drawing import plain
from rostra.app import RostraApp
from rostra.library import Entry
from rostra.options import Options
from rostra.screens.library import LibraryScreen
from rostra.screens.library_page import Library, page
from rostra.show.resume import Stop
from rostra.themes import load_theme
from rostra.typeset import Styles
from rostra.typeset.frame import width

STYLES = Styles(load_theme("dark"))


class Shown:
    """The library on a screen, and what was presented from it."""

    def __init__(self, screen: LibraryScreen, pilot: Pilot[None]) -> None:
        self.screen = screen
        self.pilot = pilot
        self.presented: list[tuple[str, bool]] = []
        screen.present = self._present

    def _present(self, path: Path, resume: bool) -> bool:
        self.presented.append((path.name, resume))
        return True

    @property
    def lines(self) -> list[str]:
        """The rows with something on them, less margins, title and keys."""
        lines = [plain(line).strip() for line in self.screen.view.lines or ()]
        return [line for line in lines if line and not line.startswith(("Decks in", "Enter", "There are"))]


@asynccontextmanager
async def shown(folder: Path, paths: list[Path], size: tuple[int, int] = (80, 24)) -> AsyncIterator[Shown]:
    app = RostraApp(Options(folder=str(folder)), paths=paths)
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        assert isinstance(app.screen, LibraryScreen)
        yield Shown(app.screen, pilot)


def decks(folder: Path, **texts: str) -> list[Path]:
    """Decks in a folder."""
    for name, text in texts.items():
        (folder / f"{name}.md").write_text(text, "utf-8")
    return [folder / f"{name}.md" for name in texts]


def rows(library: Library, columns: int = 80, high: int = 24) -> list[str]:
    lines = page(library, STYLES, columns, high)
    assert [width(line) for line in lines] == [columns] * high
    return [plain(line) for line in lines]


async def test_a_line_tells_title_file_and_number_of_slides(tmp_path: Path, home: Path) -> None:
    inner = tmp_path / "inner"
    inner.mkdir()
    paths = [*decks(tmp_path, a="# First\n", b="# Second\n\n---\n\n# More\n"), *decks(inner, c="# Third talk\n")]
    async with shown(tmp_path, paths, (120, 24)) as library:
        while len(library.screen.library.entries) < 3:
            await library.pilot.pause(0.01)
        await library.pilot.pause()
        assert [line.split() for line in library.lines] == [
            ["First", "a.md", "1", "slide"],
            ["Second", "b.md", "2", "slides"],
            ["Third", "talk", "inner/c.md", "1", "slide"],
        ]
        starts = {line.index(name) for line, name in zip(library.lines, ("a.md", "b.md", "inner"), strict=True)}
        assert len(starts) == 1, "the files stand below each other"


def test_the_files_are_listed_before_any_deck_was_read(tmp_path: Path) -> None:
    listed = rows(Library(str(tmp_path), decks(tmp_path, a="# A", b="# B")))
    assert [line.strip() for line in listed[1:] if line][:-1] == [f"Decks in {tmp_path}"[:76].strip(), "a.md", "b.md"]


def known(library: Library, title: str) -> Library:
    """The library once all decks were read, which have titles alike."""
    for index, path in enumerate(library.paths):
        library.entries[index] = Entry(path, f"{title} {index}", 12, 1200.0, None)
    return library


@pytest.mark.parametrize("size", [(80, 24), (80, 36), (120, 36), (200, 60)])
def test_titles_and_files_are_whole_where_there_is_room(size: tuple[int, int]) -> None:
    title = "A talk of which the title is not short at all"
    paths = [Path(f"/decks/and-a-file-with-a-name-{n}.md") for n in range(6)]
    listed = rows(known(Library("/decks", paths), title), *size)
    for index, path in enumerate(paths):
        assert any(f"{title} {index}  " in line for line in listed)
        assert any(line.strip().startswith(path.name) or f"  {path.name} " in line for line in listed)


def test_titles_win_over_files_where_there_is_no_room_for_both() -> None:
    title = "A talk of which the title is not short at all"
    listed = rows(known(Library("/decks", [Path(f"/decks/deck-{n}.md") for n in range(40)]), title))
    assert sum(f"{title} {index} " in line for index, line in enumerate(listed[3:])) == 18
    short = rows(known(Library("/decks", [Path(f"/decks/deck-{n}.md") for n in range(40)]), "Short"))
    assert all(f"deck-{index}.md" in line for index, line in enumerate(short[3:21]))


@pytest.mark.parametrize("columns", [200, 80, 50, 30, 12, 3, 1])
def test_lines_fit_any_width(tmp_path: Path, columns: int) -> None:
    library = Library(str(tmp_path), decks(tmp_path, **{"x" * 90: "", "b": ""}))
    for index, title in enumerate(("A title that is longer than most, 宽宽宽宽宽宽宽 " * 2, "Short")):
        stop = Stop(2, 0, 12) if index else None
        library.entries[index] = Entry(library.paths[index], title, 12, 1200.0, stop)
    listed = rows(library, columns)
    if columns >= 60:
        assert any("Short" in line and "stopped at 3" in line for line in listed)
        assert any("A title" in line and "12 slides" in line for line in listed)


@pytest.mark.parametrize("high", [1, 2, 5, 7, 24])
def test_what_is_chosen_is_seen_on_a_screen_of_any_height(tmp_path: Path, high: int) -> None:
    library = Library(str(tmp_path), [tmp_path / f"{n:03}.md" for n in range(100)])
    for chosen in (0, 40, 99, 7, 98, 0):
        library.choose(chosen)
        listed = rows(library, 60, high)
        assert high < 5 or any(f"{chosen:03}.md" in line for line in listed)
    if high == 24:
        assert sum(".md" in line for line in listed) == 18


async def test_remotes_and_letters_move_by_one_line(tmp_path: Path, home: Path) -> None:
    async with shown(tmp_path, decks(tmp_path, **{name: f"# {name}\n" for name in "abcdefgh"})) as library:
        seen = [library.screen.library.chosen]
        for key in ("pagedown", "j", "n", "space", "down", "pageup", "k", "p", "up", "end", "home"):
            await library.pilot.press(key)
            seen.append(library.screen.library.chosen)
        assert seen == [0, 1, 2, 3, 4, 5, 4, 3, 2, 1, 7, 0]
        await library.pilot.press("j", "enter", "r")
        assert library.presented == [("b.md", False), ("b.md", True)]


async def test_a_click_presents_what_was_clicked(tmp_path: Path, home: Path) -> None:
    async with shown(tmp_path, decks(tmp_path, a="# A", b="# B", c="# C")) as library:
        await library.pilot.click(offset=(9, 7))
        await library.pilot.click(offset=(9, 12))
        await library.pilot.click(offset=(9, 22))
        assert library.presented == [("b.md", False)]


async def test_a_folder_without_decks_is_told_of(tmp_path: Path, home: Path) -> None:
    elsewhere = tmp_path / "shipped"
    elsewhere.mkdir()
    for folder, told in ((tmp_path / "empty", "There are no decks in"), (elsewhere, "Decks in")):
        async with shown(folder, decks(elsewhere, tour="# A tour\n"), (120, 24)) as library:
            text = "\n".join(plain(line) for line in library.screen.view.lines or ())
            assert f"{told} {folder}" in text
            assert ("Enter presents the tour" in text) == (folder != elsewhere)
            await library.pilot.press("enter")
            assert library.presented == [("tour.md", False)]
