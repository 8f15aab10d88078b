"""The least that an editor made with Textual does: one text area on a file, the cursor on a line of it."""

import sys
from pathlib import Path

from textual.app import App, ComposeResult
from textual.widgets import TextArea


class BareEditor(App[None]):
    """Nothing but the text."""

    def compose(self) -> ComposeResult:
        """One text area."""
        yield TextArea(Path(sys.argv[1]).read_text("utf-8"), show_line_numbers=True)

    def on_mount(self) -> None:
        """Go to the line."""
        self.query_one(TextArea).move_cursor((int(sys.argv[2]) - 1, 0))


BareEditor().run()
