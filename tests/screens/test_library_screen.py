"""The library: what each line says, in which columns, and what moves in it."""

from __future__ import annotations

from pathlib import Path

import pytest
from rich.cells import cell_len
from textual.app import App

from rostra.library import Entry
from rostra.screens.library import LibraryScreen
from rostra.show.resume import Stop
from rostra.widgets.pick_list import RemoteList


class Host(App[None]):
    """Shows the library alone."""

    def __init__(self, folder: Path, paths: list[Path]) -> None:
        super().__init__()
        self.presented: list[tuple[str, bool]] = []
        self.library = LibraryScreen(str(folder), paths, self.present)

    def present(self, path: Path, resume: bool) -> bool:
        self.presented.append((path.name, resume))
        return True

    def on_mount(self) -> None:
        self.push_screen(self.library)

    @property
    def lines(self) -> list[str]:
        """The lines of the list."""
        decks = self.library.query_one(RemoteList)
        return [str(decks.get_option_at_index(index).prompt) for index in range(decks.option_count)]


def decks(folder: Path, **texts: str) -> list[Path]:
    """Decks in a folder."""
    for name, text in texts.items():
        (folder / f"{name}.md").write_text(text, "utf-8")
    return [folder / f"{name}.md" for name in texts]


async def test_a_line_tells_title_file_and_number_of_slides(tmp_path: Path, home: Path) -> None:
    inner = tmp_path / "inner"
    inner.mkdir()
    paths = [*decks(tmp_path, a="# First\n", b="# Second\n\n---\n\n# More\n"), *decks(inner, c="# Third talk\n")]
    app = Host(tmp_path, paths)
    async with app.run_test(size=(80, 24)):
        await app.workers.wait_for_complete()
        assert [line.split() for line in app.lines] == [
            ["First", "a.md", "1", "slide"],
            ["Second", "b.md", "2", "slides"],
            ["Third", "talk", "inner/c.md", "1", "slide"],
        ]
        starts = {line.index(name) for line, name in zip(app.lines, ("a.md", "b.md", "inner"), strict=True)}
        assert len(starts) == 1, "the files stand below each other"


async def test_the_files_are_listed_before_any_deck_was_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(LibraryScreen, "read", lambda screen: None)
    app = Host(tmp_path, decks(tmp_path, a="# A", b="# B"))
    async with app.run_test(size=(80, 24)):
        assert app.lines == ["a.md", "b.md"]


@pytest.mark.parametrize("columns", [200, 80, 50, 30, 12])
async def test_lines_fit_any_width(tmp_path: Path, columns: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(LibraryScreen, "read", lambda screen: None)
    paths = decks(tmp_path, **{"x" * 90: "", "b": ""})
    app = Host(tmp_path, paths)
    async with app.run_test(size=(columns, 24)):
        for index, title in enumerate(("A title that is longer than most, 宽宽宽宽宽宽宽 " * 2, "Short")):
            app.library.found(index, Entry(paths[index], title, 12, 1200.0, Stop(2, 0, 12) if index else None))
        if columns >= 60:
            assert all(cell_len(line) <= columns - 8 for line in app.lines)
            assert "stopped at 3" in app.lines[1]
            assert "12 slides" in app.lines[0]


async def test_remotes_and_letters_move_by_one_line(tmp_path: Path, home: Path) -> None:
    app = Host(tmp_path, decks(tmp_path, **{name: f"# {name}\n" for name in "abcdefgh"}))
    async with app.run_test(size=(80, 24)) as pilot:
        marked = app.library.query_one(RemoteList)
        seen = [marked.highlighted]
        for key in ("pagedown", "j", "n", "space", "down", "pageup", "k", "p", "up", "end", "home"):
            await pilot.press(key)
            seen.append(marked.highlighted)
        assert seen == [0, 1, 2, 3, 4, 5, 4, 3, 2, 1, 7, 0]
        await pilot.press("j", "enter", "r")
        assert app.presented == [("b.md", False), ("b.md", True)]


async def test_a_folder_without_decks_is_told_of(tmp_path: Path, home: Path) -> None:
    from textual.widgets import Static

    elsewhere = tmp_path / "shipped"
    elsewhere.mkdir()
    for folder, told in ((tmp_path / "empty", "There are no decks in"), (elsewhere, "Decks in")):
        app = Host(folder, decks(elsewhere, tour="# A tour\n"))
        async with app.run_test(size=(80, 24)) as pilot:
            head = str(app.library.query_one("#head", Static).content)
            assert head.startswith(f"{told} {folder}")
            assert ("Enter presents the tour" in head) == (folder != elsewhere)
            await pilot.press("enter")
            assert app.presented == [("tour.md", False)]
