"""Help: every key, drawn from the bindings, and the deck's problems."""

from __future__ import annotations

import textwrap
from collections.abc import Mapping, Sequence

from textual import events
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from rostra.errors import Problem
from rostra.keys import DIGITS, Key, shown
from rostra.screens.base import Overlay

MOST_PROBLEMS = 100
WIDEST = 96
KEYS = 36
"""Columns of the keys."""


class HelpScreen(Overlay[None]):
    """Keys and problems; scrolls."""

    DEFAULT_CSS = """
    HelpScreen { align: center middle; background: transparent; }
    HelpScreen VerticalScroll { width: 90%; max-width: 96; height: auto; max-height: 95%; padding: 0 2;
        border: round $primary; background: $surface; scrollbar-size-vertical: 1; }
    """
    BINDINGS = [
        ("question_mark,q", "close", "Close"),
        ("j,down,space,pagedown", "page(1)", "Down"),
        ("k,up,pageup", "page(-1)", "Up"),
        ("g,home", "page(-1000)", "Top"),
        ("G,end", "page(1000)", "Foot"),
    ]

    def __init__(
        self, keys: Sequence[Key], moved: Mapping[str, str], problems: Sequence[Problem], trouble: str
    ) -> None:
        super().__init__()
        self.keys = keys
        self.moved = moved
        self.problems = [*problems]
        self.trouble = trouble

    def compose(self) -> ComposeResult:
        """One text, in a frame that scrolls."""
        with VerticalScroll(can_focus=False):
            yield Static()

    def on_resize(self, event: events.Resize) -> None:
        """Fit the lines."""
        self._fit(event.size.width)

    def add_problems(self, problems: Sequence[Problem]) -> None:
        """Tell of more problems."""
        self.problems += problems
        if problems and self.size:
            self._fit(self.size.width)

    def _fit(self, columns: int) -> None:
        self.query_one(Static).update(self._text(min(WIDEST, columns * 9 // 10) - 7))

    def _text(self, width: int) -> Content:
        lines: list[Content] = []
        if self.trouble:
            lines += [Content.styled("The deck could not be read again; its last good state is shown", "bold $error")]
            lines += [Content(f"  {self.trouble}"), Content("")]
        for group in dict.fromkeys(key.group for key in self.keys):
            lines.append(Content.styled(group, "bold $primary"))
            lines += [self._key(key.keys, key.id, key.about, width) for key in self.keys if key.group == group]
            if group == "Moving":
                lines.append(self._key("0…9", "", DIGITS[0].about, width))
            lines.append(Content(""))
        if self.problems:
            lines.append(Content.styled(f"Problems of the deck ({len(self.problems)})", "bold $warning"))
            lines += [Content(f"  {problem}") for problem in self.problems[:MOST_PROBLEMS]]
            lines.append(Content(""))
        lines.append(Content.styled("Esc closes. Keys can be moved: rostra config --example", "dim"))
        return Content("\n").join(lines)

    def _key(self, keys: str, name: str, about: str, width: int) -> Content:
        written = shown(self.moved.get(name, keys)) if name else keys
        room = max(12, width - KEYS)
        told = textwrap.wrap(about, room) or [""]
        if len(written) >= KEYS - 2:
            told.insert(0, "")
        return Content("\n".join(f"{'' if i else '  ' + written:<{KEYS}}{line}" for i, line in enumerate(told)))

    def action_page(self, by: int) -> None:
        """Scroll by pages."""
        pane = self.query_one(VerticalScroll)
        pane.scroll_relative(y=by * max(1, pane.size.height - 1), animate=False)
