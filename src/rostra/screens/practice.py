"""The audience view with the notes below it, for practising alone (``--notes-here``)."""

from __future__ import annotations

from dataclasses import replace

from textual.app import ComposeResult

from rostra.screens.audience import AudienceScreen
from rostra.show.show import Show
from rostra.typeset import Frame
from rostra.typeset.frame import Run
from rostra.typeset.frame_cache import FrameCache
from rostra.widgets.frame_view import FrameView, View

SHARE = 3
"""The notes take one of so many parts of the screen's rows."""


class PracticeScreen(AudienceScreen):
    """Slide above, notes below."""

    DEFAULT_CSS = """
    PracticeScreen { layout: vertical; overflow: hidden; }
    PracticeScreen #notes { height: 1fr; }
    PracticeScreen #slide { height: 2fr; }
    """

    def __init__(self, frames: FrameCache, show: Show) -> None:
        super().__init__(frames, show)
        self.view = FrameView(id="slide")
        self.notes = FrameView(id="notes")
        self.notes_top = 0
        self._notes_of: object = None

    def compose(self) -> ComposeResult:
        """Slide and notes."""
        yield self.view
        yield self.notes

    def view_size(self) -> tuple[int, int]:
        """What the notes leave to the slide."""
        columns, rows = super().view_size()
        return columns, min(rows, self.size.height - self._notes_rows())

    def _notes_rows(self) -> int:
        return self.size.height // SHARE if self.size.height >= 9 else 0

    def show(self) -> None:
        """Show the slide and its notes."""
        super().show()
        if self.size and (rows := self._notes_rows()):
            self.view.styles.height = self.size.height - rows
            self.notes.styles.height = rows
            self._show_notes(rows)

    def _show_notes(self, rows: int) -> None:
        slide = self.app.show.deck.slides[self.app.show.cursor.slide]
        if slide is not self._notes_of:
            self._notes_of, self.notes_top = slide, 0
        styles = self.frames.styles
        frame = self.frames.notes(slide, self.size.width, rows - 1)
        self.notes_top = max(0, min(self.notes_top, frame.last_top))
        edge = [Run("─" * frame.page.columns, styles.on(styles.page, "border"))]
        self.notes.show(View(_with_edge(frame, edge), frame.steps - 1, self.notes_top))

    def scroll_notes(self, rows: int) -> None:
        """Scroll the notes."""
        self.notes_top += rows
        self.show()


def _with_edge(frame: Frame, edge: list[Run]) -> Frame:
    """The frame below a line that parts it from the slide."""
    page = frame.page._replace(rows=frame.page.rows + 1)
    return replace(frame, page=page, header=(edge, *frame.header))
