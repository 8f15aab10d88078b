"""The library: the decks of a folder, to pick one and present it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path

from rich.cells import cell_len
from textual import on, work
from textual.app import ComposeResult
from textual.content import Content
from textual.screen import Screen
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option
from textual.worker import get_current_worker

from rostra.library import Entry, read_entry
from rostra.safety import safe_line
from rostra.typeset.text import truncated


class LibraryScreen(Screen[None], inherit_bindings=False):
    """Lists decks; Enter presents one, r takes it up where it stopped."""

    DEFAULT_CSS = """
    LibraryScreen { background: $background; padding: 1 2; }
    LibraryScreen #head { color: $primary; text-style: bold; height: 2; text-wrap: nowrap; text-overflow: ellipsis; }
    LibraryScreen OptionList, LibraryScreen OptionList:focus { height: 1fr; border: none; background: $background;
        padding: 0; }
    LibraryScreen #keys { height: 2; padding: 1 0 0 0; color: $foreground; }
    """
    BINDINGS = [
        ("j,n,pagedown,space", "move(1)", "Next"),
        ("k,p,pageup", "move(-1)", "Previous"),
        ("r", "resume", "Resume"),
        ("q,ctrl+c,ctrl+q", "quit", "Quit"),
    ]

    def __init__(self, folder: str, paths: Sequence[Path], present: Callable[[Path, bool], bool]) -> None:
        super().__init__()
        self.folder = folder
        self.paths = paths
        self.entries: dict[int, Entry] = {}
        self.present = present

    def compose(self) -> ComposeResult:
        """A title, the decks, the keys."""
        yield Static(Content(f"Decks in {safe_line(self.folder)}"), id="head")
        yield OptionList(*[Option(self._line(i), id=str(i)) for i in range(len(self.paths))], id="decks")
        yield Static("Enter presents   r resumes   q quits   In a talk, ? shows all keys", id="keys")

    def on_mount(self) -> None:
        """Read the decks."""
        self.query_one(OptionList).focus()

    def on_screen_resume(self) -> None:
        """Read the decks anew: a talk may have moved on."""
        self.read()

    def on_resize(self) -> None:
        """Fit the lines."""
        self.list_all()

    @work(thread=True, exclusive=True)
    def read(self) -> None:
        """Read the decks one by one away from the screen; each line fills as its deck is known."""
        worker = get_current_worker()
        for index, path in enumerate(self.paths):
            if worker.is_cancelled:
                return
            entry = read_entry(path)
            with suppress(RuntimeError):  # the program may have ended meanwhile
                self.app.call_from_thread(self.found, index, entry)

    def found(self, index: int, entry: Entry) -> None:
        """Show what is known of a deck now."""
        self.entries[index] = entry
        self.list_all()

    def list_all(self) -> None:
        """Write all lines anew."""
        decks = self.query_one(OptionList)
        for index in range(len(self.paths)):
            decks.replace_option_prompt_at_index(index, self._line(index))

    def _line(self, index: int) -> Content:
        entry, path = self.entries.get(index), self.paths[index]
        width = max(20, self.size.width - 8)
        if entry is None:
            return Content.assemble((safe_line(path.stem), "dim"))
        if entry.trouble:
            return Content.assemble((safe_line(path.name), "bold"), "  ", (entry.trouble, "$error"))
        minutes = f"{max(1, round(entry.seconds / 60)):>3} min" if entry.seconds else "       "
        facts = f"{entry.slides:>4} slides  {minutes}"
        if any(other.stop for other in self.entries.values()):
            facts += f"  {f'stopped at {entry.stop.slide + 1}' if entry.stop else '':<15}"
        room = max(8, width - len(facts) - 2)
        title = truncated(entry.title, room)
        return Content.assemble((title, "bold"), " " * (room - cell_len(title) + 2), facts)

    def action_move(self, by: int) -> None:
        """Highlight another deck."""
        decks = self.query_one(OptionList)
        (decks.action_cursor_down if by > 0 else decks.action_cursor_up)()

    @on(OptionList.OptionSelected)
    def selected(self, event: OptionList.OptionSelected) -> None:
        """Present the deck."""
        self._present(event.option_index, False)

    def action_resume(self) -> None:
        """Take the deck up where its last run stopped."""
        if (index := self.query_one(OptionList).highlighted) is not None:
            self._present(index, True)

    def _present(self, index: int, resume: bool) -> None:
        if not self.present(self.paths[index], resume):
            self.read()

    def action_quit(self) -> None:
        """Leave the program."""
        self.app.exit()
