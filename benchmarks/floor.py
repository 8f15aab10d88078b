"""The least that a Textual program does: one Static, whose word changes at each key."""

from textual.app import App, ComposeResult
from textual.events import Key
from textual.widgets import Static

from decks import marker


class Floor(App[None]):
    """Counts keys."""

    keys = 1

    def compose(self) -> ComposeResult:
        """One word."""
        yield Static(marker(1))

    def on_key(self, event: Key) -> None:
        """Another word."""
        self.keys += 1
        self.query_one(Static).update(marker(self.keys))


Floor().run()
