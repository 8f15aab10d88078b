"""Choosing a theme, with the slide behind as the preview."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from textual import on
from textual.app import ComposeResult
from textual.content import Content

from rostra.safety import safe_line
from rostra.screens.base import Overlay
from rostra.widgets.pick_list import PickList


class ThemeScreen(Overlay[str]):
    """Ends with the chosen theme's name; what is highlighted shows at once."""

    DEFAULT_CSS = """
    ThemeScreen { align: right top; background: transparent; }
    ThemeScreen OptionList, ThemeScreen OptionList:focus { width: 28; height: auto; max-height: 90%; margin: 1 2;
        border: tall $primary; background: $surface; }
    """
    BINDINGS = [("q,T", "close", "Close")]

    def __init__(self, names: Sequence[str], current: str, preview: Callable[[str], None]) -> None:
        super().__init__()
        self.names = names
        self.current = current
        self.preview = preview

    def compose(self) -> ComposeResult:
        """The names."""
        themes = PickList(*(Content(safe_line(name)) for name in self.names))
        themes.highlighted = self.names.index(self.current) if self.current in self.names else 0
        yield themes

    @on(PickList.OptionHighlighted)
    def highlighted(self, event: PickList.OptionHighlighted) -> None:
        """Show how it looks."""
        self.preview(self.names[event.option_index])

    @on(PickList.OptionSelected)
    def selected(self, event: PickList.OptionSelected) -> None:
        """Keep it."""
        self.dismiss(self.names[event.option_index])

    def action_close(self) -> None:
        """Go back to the theme that it was."""
        self.dismiss(self.current)
