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
from textual.widgets import Static
from textual.widgets.option_list import Option
from textual.worker import get_current_worker

from rostra.library import Entry, is_within, names_of, read_entry
from rostra.safety import safe_line
from rostra.typeset.text import truncated
from rostra.widgets.pick_list import RemoteList

EDGES = 4
"""Columns that the list takes beside its lines, one of them for a bar when it is long."""
NOT_BOLD = "$foreground not bold"


class LibraryScreen(Screen[None], inherit_bindings=False):
    """Lists decks; Enter presents one, r takes it up where it stopped."""

    DEFAULT_CSS = """
    LibraryScreen { background: $background; padding: 1 2; }
    LibraryScreen #head { color: $primary; text-style: bold; height: auto; padding: 0 0 1 0; text-wrap: nowrap;
        text-overflow: ellipsis; }
    LibraryScreen OptionList, LibraryScreen OptionList:focus { height: 1fr; border: none; background: $background;
        padding: 0; background-tint: transparent; }
    LibraryScreen #keys { height: 2; padding: 1 0 0 0; color: $foreground; }
    """
    BINDINGS = [("r", "resume", "Resume"), ("q,ctrl+c,ctrl+q", "quit", "Quit")]

    def __init__(self, folder: str, paths: Sequence[Path], present: Callable[[Path, bool], bool]) -> None:
        super().__init__()
        self.folder = folder
        self.paths = paths
        self.names = names_of(paths, Path(folder))
        self.entries: dict[int, Entry] = {}
        self.present = present

    def compose(self) -> ComposeResult:
        """A title, the decks, the keys."""
        yield Static(self._head(), id="head")
        yield RemoteList(*[Option(self._line(i), id=str(i)) for i in range(len(self.paths))], id="decks")
        yield Static("Enter presents   r resumes   q quits   In a talk, ? shows all keys", id="keys")

    def _head(self) -> Content:
        folder = safe_line(self.folder)
        if any(is_within(path, Path(self.folder)) for path in self.paths):
            return Content(f"Decks in {folder}")
        return Content.assemble(
            f"There are no decks in {folder}\n",
            Content.styled("Enter presents the tour. A deck is a Markdown file.", NOT_BOLD),
        )

    def on_mount(self) -> None:
        """Move in the list from the start, with the first deck chosen."""
        decks = self.query_one(RemoteList)
        decks.focus()
        decks.highlighted = 0

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
        before = self._widths
        self.entries[index] = entry
        if not self.is_attached:  # the program may be ending
            return
        if self._widths != before:
            self.list_all()  # the columns have moved
        else:
            self._list(index)

    @property
    def _widths(self) -> tuple[int, bool]:
        """The columns of the longest title, and whether some talk was stopped on its way: what all lines depend on."""
        known = self.entries.values()
        return max((cell_len(entry.title) for entry in known), default=0), any(entry.stop for entry in known)

    def list_all(self) -> None:
        """Write all lines anew."""
        for index in range(len(self.paths)):
            self._list(index)

    def _list(self, index: int) -> None:
        self.query_one(RemoteList).replace_option_prompt_at_index(index, self._line(index))

    def _line(self, index: int) -> Content:
        """The deck's title, its file, and what else is known of it; before it was read, its file alone."""
        entry, name = self.entries.get(index), self.names[index]
        if entry is None:
            return Content(name)
        if entry.trouble:
            return Content.assemble((name, "bold"), "  ", (entry.trouble, "$error"))
        facts = self._facts(entry)
        room = max(8, self.size.width - EDGES - len(facts) - 2)
        files = min(max(map(cell_len, self.names)), room * 2 // 5) if room >= 24 else 0
        titles = min(self._widths[0], room - (files + 2 if files else 0))
        cells = [(entry.title, titles, "bold"), (name, files, "")]
        columns = [_column(text, width, style) for text, width, style in cells if width]
        return Content("  ").join([*columns, Content(facts)])

    def _facts(self, entry: Entry) -> str:
        minutes = f"{max(1, round(entry.seconds / 60)):>3} min" if entry.seconds else "       "
        facts = f"{entry.slides:>4} {'slide' if entry.slides == 1 else 'slides':<6}  {minutes}"
        if self._widths[1]:
            facts += f"  {f'stopped at {entry.stop.slide + 1}' if entry.stop else '':<15}"
        return facts

    @on(RemoteList.OptionSelected)
    def selected(self, event: RemoteList.OptionSelected) -> None:
        """Present the deck."""
        self._present(event.option_index, False)

    def action_resume(self) -> None:
        """Take the deck up where its last run stopped."""
        if (index := self.query_one(RemoteList).highlighted) is not None:
            self._present(index, True)

    def _present(self, index: int, resume: bool) -> None:
        if not self.present(self.paths[index], resume):
            self.read()

    def action_quit(self) -> None:
        """Leave the program."""
        self.app.exit()


def _column(text: str, width: int, style: str) -> Content:
    """A text in so many cells."""
    shown = truncated(text, width)
    return Content.assemble((shown, style), " " * (width - cell_len(shown)))
