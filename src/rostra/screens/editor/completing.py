"""The list of what can be written at the cursor."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from textual.content import Content
from textual.geometry import Offset
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from rostra.language.completion import Completion

if TYPE_CHECKING:
    from rostra.screens.editor.source import SourceArea

MOST = 100
"""Completions that are listed."""
GOES_ON = ("{", ":", " ", "(", "/", "#")
"""How a completion ends behind which more can be completed."""
LABELS = 28
"""Columns of the widest label."""


class Completing(OptionList, can_focus=False):
    """Lists completions at the cursor. Tab takes one; Enter only when the list was asked for or moved in."""

    DEFAULT_CSS = """
    Completing, Completing:focus { display: none; position: absolute; overlay: screen; constrain: inside inside;
        width: auto; max-width: 64; height: auto; max-height: 10; border: none; padding: 0; background: $surface;
        scrollbar-size-vertical: 1; text-wrap: nowrap; text-overflow: ellipsis; }
    Completing > .option-list--option { padding: 0 1; }
    """

    def __init__(self, source: SourceArea) -> None:
        super().__init__()
        self._source = source
        self._found: Sequence[Completion] = ()
        self._asked = False
        self._whole = ""
        """The text when something was picked that does not go on."""

    @property
    def is_open(self) -> bool:
        """Whether something is listed."""
        return bool(self._found)

    def offer(self, found: Sequence[Completion], *, asked: bool) -> None:
        """List what can be written; ``asked`` tells whether somebody asked for it."""
        self._found = found[:MOST]
        self._asked = asked or (self._asked and self.is_open)
        self.display = self.is_open
        self.clear_options()
        if not self.is_open:
            self._asked = False
            return
        wide = min(LABELS, max(len(one.label) for one in self._found))
        self.add_options([Option(self._line(one, wide)) for one in self._found])
        self.highlighted = 0
        self._place()

    def _place(self) -> None:
        """Stand below the cursor, or above it where there is no room."""
        area = self._source.screen.size
        x, y = self._source.cursor_screen_offset
        rows = min(len(self._found), 10)
        start = self._source.cursor_location[1] - self._found[0].start
        below = y + 1 + rows <= area.height - 1
        self.absolute_offset = Offset(max(0, x - start - 1), y + 1 if below else max(0, y - rows))

    @staticmethod
    def _line(one: Completion, wide: int) -> Content:
        about = [(f"  {one.about}", "dim")] if one.about else []
        return Content.assemble((f"{one.label:<{wide}}", "bold"), *about)

    def close(self) -> None:
        """List nothing."""
        self.offer((), asked=False)

    def took(self, key: str) -> bool:
        """Do what a key does while something is listed; false for keys that do nothing here."""
        if not self.is_open:
            return False
        match key:
            case "down" | "up":
                (self.action_cursor_down if key == "down" else self.action_cursor_up)()
                self._asked = True
            case "tab":
                self.take(self._found[self.highlighted or 0])
            case "enter" if self._asked:
                self.take(self._found[self.highlighted or 0])
            case "escape":
                self.close()
            case _:
                if key in ("left", "right", "home", "end", "pageup", "pagedown", "enter"):
                    self.close()
                return False
        return True

    def take(self, one: Completion) -> None:
        """Write what was picked; the cursor goes to the first blank line of several."""
        row, column = self._source.cursor_location
        self.close()
        self._source.replace(one.text, (row, one.start), (row, column), maintain_selection_offset=False)
        self._whole = self._source.text if one.text[-1:] not in GOES_ON else ""
        lines = one.text.split("\n")
        if "" in (inner := [line.strip() for line in lines[1:]]):
            self._source.go_to(row + 1 + inner.index(""))

    @property
    def has_taken(self) -> bool:
        """Whether the text is what it was when something was picked that does not go on."""
        return self._source.text == self._whole
