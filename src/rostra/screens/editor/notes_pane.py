"""The notes of the slide under the cursor, written in a pane of their own."""

from __future__ import annotations

from collections.abc import Callable

from textual.timer import Timer
from textual.widgets import TextArea

from rostra.screens.editor.area import Area
from rostra.typeset.styles import Styles

PAUSE = 0.6
"""Seconds without a key after which notes are written into the source."""


class NotesPane(Area):
    """Notes in Markdown. What was typed goes into the source after a pause, and when the pane is left.

    ``write`` is called with the number of the slide, counted from 0, and its notes.
    """

    DEFAULT_CSS = """
    NotesPane, NotesPane:focus { display: none; dock: bottom; height: 30%; min-height: 5; border: none;
        border-top: solid $primary; border-title-color: $primary; border-title-style: bold;
        border-subtitle-color: $foreground; padding: 0 1; margin: 0 0 1 0; scrollbar-size-vertical: 1; }
    """

    def __init__(self, styles: Styles, write: Callable[[int, str], None]) -> None:
        super().__init__("", styles)
        self.slide: int | None = None
        """Whose notes these are; None for none."""
        self._write = write
        self._written = ""
        self._timer: Timer | None = None
        self.border_subtitle = "Esc: back"

    def show_notes(self, slide: int, number: int, notes: str) -> None:
        """Show the notes of another slide, or what became of those of this one by another way."""
        if slide == self.slide and self.real_text.strip() == notes.strip():
            return
        self.slide = None
        self.border_title = f"Notes of slide {number}"
        self.load_text(self.stand_ins.held(notes))
        self.move_cursor(self.document.end)
        self.slide, self._written = slide, notes

    def on_text_area_changed(self, event: TextArea.Changed) -> None:
        """Write after a pause."""
        event.stop()
        if self._timer is not None:
            self._timer.stop()
        self._timer = self.set_timer(PAUSE, self.flush)

    def flush(self) -> None:
        """Write what was typed since it was written last."""
        if self._timer is not None:
            self._timer.stop()
            self._timer = None
        notes = self.real_text
        if self.slide is not None and notes.strip() != self._written.strip():
            self._written = notes
            self._write(self.slide, notes)

    def on_text_area_selection_changed(self, event: TextArea.SelectionChanged) -> None:
        """Where the cursor is here concerns nobody else."""
        event.stop()

    def on_blur(self) -> None:
        """Write at once."""
        self.flush()
