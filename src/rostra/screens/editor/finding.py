"""Finding words in the source."""

from __future__ import annotations

from collections.abc import Sequence

from textual import on
from textual.app import ComposeResult
from textual.widgets import Input

from rostra.screens.base import Overlay


class FindScreen(Overlay[str]):
    """One line; ends with what to find, in any case. Enter or the key that opened it finds the next place."""

    DEFAULT_CSS = """
    FindScreen { align: right top; background: transparent; }
    FindScreen Input { width: 44; max-width: 90%; border: tall $primary; background: $surface; padding: 0 1;
        border-title-color: $primary; border-subtitle-color: $foreground; }
    """
    BINDINGS = [("ctrl+f", "submit", "Find")]

    def __init__(self, words: str) -> None:
        super().__init__()
        self.line = Input(words, select_on_focus=True)
        self.line.border_title, self.line.border_subtitle = "Find", "Enter · Esc"

    def compose(self) -> ComposeResult:
        """The line."""
        yield self.line

    @on(Input.Submitted)
    def action_submit(self) -> None:
        """Find it."""
        self.dismiss(self.line.value)


def found_after(lines: Sequence[str], place: tuple[int, int], words: str) -> tuple[int, int] | None:
    """The next place behind one that has some words, in any case; from the end on it is the first again."""
    wanted = words.casefold()
    row, column = place
    for at in (*range(row, len(lines)), *range(row + 1)):
        line = lines[at].casefold()
        if len(line) != len(lines[at]):
            line, wanted = lines[at], words
        found = line.find(wanted, column if at == row and column is not None else 0)
        if found >= 0:
            return at, found
        column = 0
    return None
