"""The least that a Textual program does: one Static, whose word changes at each key."""

from textual.app import App, ComposeResult
from textual.events import Key
from textual.widgets import Static


class Floor(App[None]):
    """Counts keys."""

    keys = 1

    def compose(self) -> ComposeResult:
        """One word."""
        yield Static("SLIDE0001X")

    def on_key(self, event: Key) -> None:
        """Another word."""
        self.keys += 1
        self.query_one(Static).update(f"SLIDE{self.keys:04d}X")


Floor().run()
