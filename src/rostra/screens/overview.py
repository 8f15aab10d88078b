"""Overview: all slides as thumbnails."""

from __future__ import annotations

from collections.abc import Callable

from textual.app import ComposeResult

from rostra.deck.model import Deck
from rostra.screens.base import Overlay
from rostra.typeset import Frame
from rostra.typeset.frame_cache import FrameCache
from rostra.widgets.thumbnails import Thumbnails


class OverviewScreen(Overlay[int]):
    """Ends with the chosen slide, counted from 0."""

    BINDINGS = [("o,q", "close", "Close")]
    DEFAULT_CSS = "OverviewScreen { background: $background; }"

    def __init__(self, deck: Deck, frames: FrameCache, frame_of: Callable[[int], Frame], current: int) -> None:
        super().__init__()
        self.thumbnails = Thumbnails(deck, frames, frame_of, current)

    def compose(self) -> ComposeResult:
        """The grid alone."""
        yield self.thumbnails

    def deck_changed(self, deck: Deck) -> None:
        """Show the slides as they are now."""
        self.thumbnails.show_deck(deck)

    def on_thumbnails_chosen(self, message: Thumbnails.Chosen) -> None:
        """A slide was picked."""
        self.dismiss(message.slide)
