"""The editor's last line: the file, what there is to say, and where the cursor is."""

from __future__ import annotations

from typing import NamedTuple

from rich.style import Style

from rostra.typeset.frame import Line, Run, crop, padded, width
from rostra.typeset.styles import Styles
from rostra.typeset.text import truncated
from rostra.widgets.lines_view import LinesView


class Status(NamedTuple):
    """How things stand."""

    name: str = ""
    modified: bool = False
    message: str = ""
    trouble: bool = False
    """Whether the message tells of something wrong."""
    place: tuple[int, int] = (0, 0)
    """Line and column of the cursor, counted from 0."""
    problems: int = 0


def status_line(status: Status, styles: Styles, columns: int) -> Line:
    """The status in so many columns: name and place always, the message in what is left."""
    bar = styles.on(styles.page, "listing")
    if not styles.color or bar.bgcolor is None or bar.bgcolor.is_default:
        bar = styles.page + Style(reverse=True)
    soft, loud = _over(bar, styles, "muted"), _over(bar, styles, "problem") + Style(bold=True)
    mark = [Run(" ● ", _over(bar, styles, "warning"))] if status.modified else [Run("   ", bar)]
    left = [*mark, Run(status.name, bar + Style(bold=True)), Run("  ", bar)]
    many = f"{status.problems} {'problem' if status.problems == 1 else 'problems'} · " if status.problems else ""
    row, column = status.place
    right = [
        Run(f"{many}", _over(bar, styles, "warning")),
        Run(f"{row + 1}:{column + 1}", bar),
        Run("  F1 keys ", soft),
    ]
    room = columns - width(left) - width(right) - 1
    if room < 10:
        left, room = crop(left, 0, max(0, columns - width(right) - 1)), 0
    text = truncated(status.message, max(0, room))
    said = [Run(text, loud if status.trouble else soft)]
    filled = padded([*left, *said], max(0, columns - width(right)), bar)
    return padded([*filled, *right], columns, bar)


def _over(bar: Style, styles: Styles, role: str) -> Style:
    if bar.reverse or not styles.color:
        return bar
    return bar + Style(color=styles.on(bar, role).color)


class StatusLine(LinesView):
    """Shows how things stand."""

    DEFAULT_CSS = "StatusLine { dock: bottom; width: 1fr; height: 1; }"

    def __init__(self, styles: Styles) -> None:
        super().__init__()
        self.styles_of_page = styles
        self.status = Status()

    def show(self, status: Status) -> None:
        """Show another status."""
        self.status = status
        self.draw()

    def draw(self) -> None:
        """Draw it for the columns that there are."""
        self.show_lines([status_line(self.status, self.styles_of_page, self.size.width)])

    def on_resize(self) -> None:
        """Fit it."""
        self.draw()
