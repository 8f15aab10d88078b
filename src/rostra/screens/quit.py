"""The question before a talk is left."""

from __future__ import annotations

import time

from textual import events
from textual.app import ComposeResult
from textual.widgets import Static

from rostra.screens.base import Overlay

BOUNCE = 0.3
"""Seconds in which a second q may come from the same press of the key."""


class QuitScreen(Overlay[bool]):
    """One line; q, y or Enter leaves, anything else goes on. Ends with whether to leave."""

    DEFAULT_CSS = """
    QuitScreen { align: center bottom; background: transparent; }
    QuitScreen Static { width: auto; padding: 0 2; background: $primary; color: $background; text-style: bold; }
    """
    BINDINGS = [("y,enter", "leave", "Leave"), ("q", "leave_unless_bounced", "Leave")]

    def __init__(self, question: str) -> None:
        super().__init__()
        self.question = question
        self._opened = time.monotonic()

    def compose(self) -> ComposeResult:
        """The question."""
        yield Static(f"{self.question}  q or y: leave   any other key: go on")

    def action_leave(self) -> None:
        """Leave the talk."""
        self.dismiss(True)

    def action_leave_unless_bounced(self) -> None:
        """Leave the talk, unless the key was hardly let go since it opened the question."""
        if time.monotonic() - self._opened >= BOUNCE:
            self.dismiss(True)
        else:
            self._opened = time.monotonic()  # a key that is held repeats

    def on_key(self, event: events.Key) -> None:
        """Go on with the talk."""
        if event.key not in ("q", "y", "enter"):
            event.stop()
            self.dismiss(False)
