"""The list of slides, in which they are moved, copied, hidden, put in and taken out."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from textual import events, on
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets.option_list import Option

from rostra.screens.base import Overlay
from rostra.widgets.pick_list import PickList


class Entry(NamedTuple):
    """A slide as it is listed."""

    title: str
    first: int
    """Its first line, counted from 0."""
    hidden: bool = False
    elsewhere: bool = False
    """Whether it stands in another file."""
    time: str = ""
    """What is planned for it."""


KEYS = {
    "n": "insert", "insert": "insert", "d": "duplicate", "h": "hide", "x": "delete", "delete": "delete",
    "K": "up", "shift+up": "up", "ctrl+up": "up", "alt+up": "up",
    "J": "down", "shift+down": "down", "ctrl+down": "down", "alt+down": "down",
    "u": "undo", "ctrl+z": "undo", "ctrl+y": "redo",
}  # fmt: skip
"""What is done to the chosen slide."""
TOLD = "Enter go · n new · d copy · h hide · x delete · K J move · u undo"


class SlideList(Overlay[int]):
    """Ends with the chosen slide, counted from 0 among those that are listed.

    ``change`` is called with what is to be done and the slide; it lists anew when that is done.
    So many slides as are ``made`` stand before them, and are not listed.
    """

    DEFAULT_CSS = """
    SlideList { align: center middle; background: transparent; }
    SlideList OptionList, SlideList OptionList:focus { width: 80%; max-width: 90; min-width: 70; height: auto;
        max-height: 90%; border: tall $primary; background: $surface; background-tint: transparent;
        text-wrap: nowrap; text-overflow: ellipsis;
        border-title-color: $primary; border-title-style: bold; border-subtitle-color: $foreground; }
    """
    BINDINGS = [("q,f2", "close", "Close")]

    def __init__(
        self, entries: Sequence[Entry], chosen: int, change: Callable[[str, int], None], made: int = 0
    ) -> None:
        super().__init__()
        self.entries = entries
        self._chosen = chosen
        self._change = change
        self._made = made
        self.busy = False
        """Whether something is being done, before which nothing else is begun."""
        self.slides = PickList()

    def compose(self) -> ComposeResult:
        """One line a slide."""
        self.slides.border_subtitle = TOLD
        yield self.slides

    def on_mount(self) -> None:
        """Fill the list."""
        self.list_entries(self.entries, self._chosen)

    def list_entries(self, entries: Sequence[Entry], chosen: int, said: str = "") -> None:
        """List slides anew."""
        self.entries, self.busy = entries, False
        self.slides.clear_options()
        numbers: list[str] = []
        shown = self._made
        for entry in entries:
            shown += not entry.hidden
            numbers.append("" if entry.hidden else str(shown))
        self.slides.add_options(
            [Option(self._line(entry, number)) for entry, number in zip(entries, numbers, strict=True)]
        )
        if entries:
            self.slides.highlighted = max(0, min(chosen, len(entries) - 1))
        else:
            self.slides.add_option(Option("there is no slide yet: n puts one in", disabled=True))
        many = "1 slide" if shown == 1 else f"{shown} slides"
        self.slides.border_title = said or many

    @staticmethod
    def _line(entry: Entry, number: str) -> Content:
        looks = "dim" if entry.hidden else "bold"
        more = " · ".join(
            word
            for word in ("hidden" if entry.hidden else "", "other file" if entry.elsewhere else "", entry.time)
            if word
        )
        return Content.assemble(f"{number:>4}  ", (entry.title, looks), (f"  {more}" if more else "", "dim"))

    def on_key(self, event: events.Key) -> None:
        """Do something to the chosen slide."""
        done = KEYS.get(event.key) or KEYS.get(event.character or "")
        if done is None or self.busy:
            return
        event.stop()
        self.busy = True
        self.slides.border_title = "working …"  # a long deck is read twice, to be sure that no other slide changes
        self._change(done, self.slides.highlighted or 0)

    @on(PickList.OptionSelected)
    def selected(self, event: PickList.OptionSelected) -> None:
        """Go there."""
        self.dismiss(event.option_index)
