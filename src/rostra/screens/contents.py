"""The list of slides, by title."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from rostra.deck.model import Deck
from rostra.screens.base import Overlay
from rostra.show.clock import minutes


class ContentsScreen(Overlay[int]):
    """Ends with the chosen slide, counted from 0."""

    DEFAULT_CSS = """
    ContentsScreen { align: center middle; background: transparent; }
    ContentsScreen OptionList { width: 80%; max-width: 90; height: auto; max-height: 90%;
        border: round $primary; background: $surface; text-wrap: nowrap; text-overflow: ellipsis; }
    ContentsScreen OptionList:focus { border: round $primary; background-tint: transparent; }
    """
    BINDINGS = [("q,i", "close", "Close"), ("j", "move(1)", "Next"), ("k", "move(-1)", "Previous")]

    def __init__(self, deck: Deck, current: int) -> None:
        super().__init__()
        self.deck = deck
        self.current = current

    def compose(self) -> ComposeResult:
        """One line a slide."""
        slides = OptionList(*[Option(self._line(index)) for index in range(len(self.deck.slides))])
        slides.highlighted = self.current
        yield slides

    def _line(self, index: int) -> Content:
        slide = self.deck.slides[index]
        planned = minutes(slide.settings.time) if slide.settings.time else ""
        return Content.assemble(f"{index + 1:>4}  ", (slide.label, "bold"), f"   {planned}")

    @on(OptionList.OptionSelected)
    def selected(self, event: OptionList.OptionSelected) -> None:
        """Show it."""
        self.dismiss(event.option_index)

    def action_move(self, by: int) -> None:
        """Highlight another."""
        slides = self.query_one(OptionList)
        (slides.action_cursor_down if by > 0 else slides.action_cursor_up)()
