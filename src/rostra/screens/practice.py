"""The audience view with the notes below it, for practising alone (``--notes-here``)."""

from __future__ import annotations

from rostra.screens.audience import AudienceScreen
from rostra.show.show import Show
from rostra.stage.picture import Picture
from rostra.stage.stage import Stage
from rostra.stage.view import View
from rostra.typeset.frame import Line, Run

SHARE = 3
"""The notes take one of so many parts of the screen's rows."""


class PracticeScreen(AudienceScreen):
    """Slide above, notes below."""

    def __init__(self, stage: Stage, show: Show) -> None:
        super().__init__(stage, show)
        self.notes_top = 0
        self._notes_of: object = None

    chosen = 1

    def room(self) -> tuple[int, int]:
        """What the notes leave to the slide."""
        return self.size.width, self.size.height - self._notes_rows()

    def _notes_rows(self) -> int:
        return self.size.height // SHARE if self.size.height >= 9 else 0

    def picture_of(self, seen: View) -> Picture:
        """The slide and its notes."""
        rows, slide = self._notes_rows(), super().picture_of(seen)
        return Picture([*slide.lines, *(self._notes(rows) if rows else [])], self.size)

    def _notes(self, rows: int) -> list[Line]:
        slide = self.app.show.deck.slides[self.app.show.cursor.slide]
        if slide is not self._notes_of:
            self._notes_of, self.notes_top = slide, 0
        styles = self.frames.styles
        frame = self.frames.notes(slide, self.size.width, rows - 1)
        self.notes_top = max(0, min(self.notes_top, frame.last_top))
        return [[Run("─" * self.size.width, styles.on(styles.page, "border"))], *frame.lines(top=self.notes_top)]

    def scroll_notes(self, rows: int) -> None:
        """Scroll the notes."""
        self.notes_top += rows
        self.show()
