"""The question before a talk is left."""

from __future__ import annotations

from textual import events
from textual.app import ComposeResult
from textual.widgets import Static

from rostra.screens.base import Overlay


class QuitScreen(Overlay[bool]):
    """One line; q, y or Enter leaves the talk, anything else goes on with it."""

    DEFAULT_CSS = """
    QuitScreen { align: center bottom; background: transparent; }
    QuitScreen Static { width: auto; padding: 0 2; background: $primary; color: $background; text-style: bold; }
    """
    BINDINGS = [("q,y,enter", "leave", "Leave")]

    def compose(self) -> ComposeResult:
        """The question."""
        yield Static("Leave the talk?  q or y: leave   any other key: go on")

    def action_leave(self) -> None:
        """Leave the talk."""
        self.dismiss(True)

    def on_key(self, event: events.Key) -> None:
        """Go on with the talk."""
        if event.key not in ("q", "y", "enter"):
            event.stop()
            self.dismiss(False)
