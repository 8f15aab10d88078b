"""The list of slides, by title."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets.option_list import Option

from rostra.deck.model import Deck
from rostra.screens.base import Overlay
from rostra.show.clock import minutes
from rostra.widgets.pick_list import PickList


class ContentsScreen(Overlay[int]):
    """Ends with the chosen slide, counted from 0."""

    DEFAULT_CSS = """
    ContentsScreen { align: center middle; background: transparent; }
    ContentsScreen OptionList { width: 80%; max-width: 90; height: auto; max-height: 90%;
        border: tall $primary; background: $surface; text-wrap: nowrap; text-overflow: ellipsis; }
    ContentsScreen OptionList:focus { border: tall $primary; background-tint: transparent; }
    """
    BINDINGS = [("q,i", "close", "Close")]

    def __init__(self, deck: Deck, current: int) -> None:
        super().__init__()
        self.deck = deck
        self.current = current
        self._timed = any(slide.settings.time for slide in deck.slides)

    def compose(self) -> ComposeResult:
        """One line a slide."""
        slides = PickList(*[Option(self._line(index)) for index in range(len(self.deck.slides))])
        slides.highlighted = self.current
        yield slides

    def _line(self, index: int) -> Content:
        slide = self.deck.slides[index]
        planned = minutes(slide.settings.time) if slide.settings.time else ""
        times = f"{planned:>5}  " if self._timed else ""
        return Content.assemble(f"{index + 1:>4}  {times}", (slide.label, "bold"))

    @on(PickList.OptionSelected)
    def selected(self, event: PickList.OptionSelected) -> None:
        """Show it."""
        self.dismiss(event.option_index)
