"""The slide under the cursor, as it will be."""

from __future__ import annotations

from typing import NamedTuple

from rich.style import Style
from textual import events
from textual.message import Message

from rostra.screens.editor.seen import Seen
from rostra.show.clock import minutes
from rostra.stage.miniature import can_shrink
from rostra.typeset.frame import Line, Run, padded, width
from rostra.typeset.styles import Styles
from rostra.typeset.text import truncated
from rostra.widgets.lines_view import LinesView

BESIDE = 30
"""Columns of what is told beside a picture, where a pane is low."""
BELOW = 4
"""Rows that are not the picture, where a pane is high: above it, and what is told below it."""


class Pane(NamedTuple):
    """The cells of a preview, and what of them is the picture."""

    columns: int
    rows: int

    @property
    def is_low(self) -> bool:
        """Whether what is told stands beside the picture."""
        return self.columns > 4 * self.rows

    @property
    def picture(self) -> tuple[int, int]:
        """Columns and rows for the picture."""
        if self.is_low:
            return max(0, self.columns - BESIDE - 4), self.rows
        return max(0, self.columns - 2), max(0, self.rows - BELOW)


def pane_lines(seen: Seen | None, size: str, styles: Styles, pane: Pane) -> list[Line]:
    """The rows of a preview; ``size`` is what the slide is set for."""
    ground = styles.on(styles.page, "listing") if can_shrink(styles) else styles.page
    if seen is None:
        return [[Run(" " * pane.columns, ground)]] * pane.rows
    told = list(_told(seen, size, styles, ground))
    if pane.is_low:
        picture = [*seen.picture]
        wide = max(map(width, picture), default=0)
        lines = []
        for row in range(pane.rows):
            left = picture[row] if row < len(picture) else [Run(" " * wide, ground)]
            right = told[row - 1] if 0 < row <= len(told) else []
            room = max(0, pane.columns - wide - 3)
            lines.append([Run(" ", ground), *left, Run("  ", ground), *_fitted(right, room, ground)])
        return [padded(line, pane.columns, ground) for line in lines]
    return _high(seen, told, ground, pane)


def _high(seen: Seen, told: list[Line], ground: Style, pane: Pane) -> list[Line]:
    """The picture in the middle, and what is told below it."""
    blank = [Run(" " * pane.columns, ground)]
    facts = _joined(told[1:], ground)
    room = max(0, pane.columns - 2)
    lines = [blank, *(_middle(line, pane.columns, ground) for line in seen.picture[: pane.rows - 1]), blank]
    lines += [[Run(" ", ground), *_fitted(line, room, ground)] for line in (told[0], facts)]
    if seen.close:
        lines += [blank, *(_middle(line, pane.columns, ground) for line in seen.close)]
    lines = [padded(line, pane.columns, ground) for line in lines]
    return (lines + [blank] * pane.rows)[: pane.rows]


def _middle(line: Line, columns: int, ground: Style) -> Line:
    return padded([Run(" " * (max(0, columns - width(line)) // 2), ground), *line], columns, ground)


def _told(seen: Seen, size: str, styles: Styles, ground: Style) -> list[Line]:
    """The slide's number and title, then what else there is to say, each as a line."""
    soft, bold = styles.on(ground, "muted"), ground + Style(bold=True)
    warn = styles.on(ground, "warning")
    number = [Run(f"{seen.number + 1}/{seen.total}  ", styles.on(ground, "accent")), Run(seen.title, bold)]
    lines = [number]
    if seen.frame.steps > 1:
        lines.append([Run(f"step {seen.step + 1} of {seen.frame.steps}", ground)])
    fit = seen.fit
    lines.append([Run(fit if fit == "fits" else f"▲ {fit}", ground if fit == "fits" else warn)])
    if seen.planned is not None:
        lines.append([Run(minutes(seen.planned), ground)])
    words = f"{seen.words} {'word' if seen.words == 1 else 'words'} of notes" if seen.words else "no notes"
    lines.append([Run(words, ground if seen.words else soft)])
    larger = f", {seen.scale}x" if seen.scale > 1 else ""
    lines.append([Run(f"{size}{larger}{', a part' if seen.cropped else ''}", soft)])
    return lines


def _joined(lines: list[Line], ground: Style) -> Line:
    found: Line = []
    for line in lines:
        found += [*([Run(" · ", ground)] if found else []), *line]
    return found


def _fitted(line: Line, columns: int, ground: Style) -> Line:
    """A line in so many cells; the last run is shortened."""
    fitted: Line = []
    left = columns
    for run in line:
        text = truncated(run.text, left) if left > 0 else ""
        if text:
            fitted.append(Run(text, run.style))
        left -= width([Run(text, run.style)])
    return padded(fitted, columns, ground) if columns > 0 else []


class Preview(LinesView):
    """Shows what a follower has seen; its picture is made for the cells that it has."""

    class Resized(Message):
        """There is another number of cells for the picture."""

    DEFAULT_CSS = "Preview { width: 1fr; height: 1fr; }"

    def __init__(self, styles: Styles) -> None:
        super().__init__()
        self.styles_of_page = styles
        self.seen: Seen | None = None
        self.size_name = ""

    @property
    def pane(self) -> Pane:
        """The cells that there are."""
        return Pane(self.size.width, self.size.height)

    def show(self, seen: Seen | None) -> None:
        """Show a slide."""
        self.seen = seen
        if seen is not None:
            self.styles_of_page = seen.styles
        self.draw()

    def draw(self) -> None:
        """Draw what is known for the cells that there are."""
        self.show_lines(pane_lines(self.seen, self.size_name, self.styles_of_page, self.pane))

    def on_resize(self, event: events.Resize) -> None:
        """Ask for another picture; the old one stays meanwhile."""
        self.draw()
        self.post_message(self.Resized())
