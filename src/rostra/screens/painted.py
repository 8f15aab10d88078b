"""A screen of lines of cells that is painted without Textual, as long as nothing lies over it."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Sequence

from textual import getters
from textual.app import ComposeResult
from textual.screen import Screen

from rostra.screens.host import Host
from rostra.stage.picture import Picture
from rostra.stage.stage import Stage
from rostra.terminal.textual_private import is_drawn_on, paint_by, write_picture
from rostra.typeset.frame import Line
from rostra.widgets.lines_view import LinesView


class PaintedScreen(Screen[None], inherit_bindings=False):
    """Paints pictures on the terminal; what Textual draws when a panel opens over them is the same."""

    app = getters.app(Host)
    AUTO_FOCUS = ""
    DEFAULT_CSS = "PaintedScreen { overflow: hidden; }"

    def __init__(self, stage: Stage) -> None:
        super().__init__()
        self.stage = stage
        self.view = LinesView(self.plain)
        self.picture: Picture | None = None
        """What the terminal shows; None when that has to be found out anew."""
        paint_by(self, self.repaint)

    def compose(self) -> ComposeResult:
        """One view, all of the screen."""
        yield self.view

    @abstractmethod
    def show(self) -> None:
        """Show how things stand."""

    def paint(self, picture: Picture) -> None:
        """Show what fills the screen: at once, or by Textual where a panel lies over it."""
        if is_drawn_on(self):
            self.hold(picture)
            self.repaint()
        else:
            self.picture = None
            self.view.show_lines(picture.lines)

    def hold(self, picture: Picture) -> None:
        """Remember what is to be seen; Textual, should it draw a panel over it, has cells of one size only."""
        self.picture = picture
        self.view.lines = picture.lines if picture.scale == 1 else None

    def plain(self) -> Sequence[Line]:
        """What is to be seen, in cells of the usual size."""
        return self.picture.lines if self.picture is not None else ()

    def repaint(self) -> None:
        """Bring the terminal to what should be seen, unless the screen has another size by now."""
        if self.picture is None:
            self.show()
        elif self.picture.screen == self.size:
            write_picture(self.app, self.stage.painter.paint(self.picture))

    def redraw(self) -> None:
        """Draw every cell anew, whatever the terminal did to them."""
        self.stage.painter.forget()
        self.repaint()
