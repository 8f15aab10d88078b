"""Help: every key, drawn from the bindings, and the deck's problems."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from rostra.errors import Problem
from rostra.keys import DIGITS, TALK, shown
from rostra.screens.base import Overlay

MOST_PROBLEMS = 100


class HelpScreen(Overlay[None]):
    """Keys and problems; scrolls."""

    DEFAULT_CSS = """
    HelpScreen { align: center middle; background: transparent; }
    HelpScreen VerticalScroll { width: 90%; max-width: 96; height: auto; max-height: 95%; padding: 0 2;
        border: round $primary; background: $surface; scrollbar-size-vertical: 1; }
    """
    BINDINGS = [
        ("question_mark,q", "close", "Close"),
        ("j,space,pagedown", "page(1)", "Down"),
        ("k,pageup", "page(-1)", "Up"),
    ]

    def __init__(self, moved: Mapping[str, str], problems: Sequence[Problem], trouble: str) -> None:
        super().__init__()
        self.moved = moved
        self.problems = problems
        self.trouble = trouble

    def compose(self) -> ComposeResult:
        """One text, in a frame that scrolls."""
        with VerticalScroll():
            yield Static(self._text())

    def _text(self) -> Content:
        lines: list[Content] = []
        if self.trouble:
            lines += [Content.styled("The deck could not be read again; its last good state is shown", "bold $error")]
            lines += [Content(f"  {self.trouble}"), Content("")]
        for group in dict.fromkeys(key.group for key in TALK):
            lines.append(Content.styled(group, "bold $primary"))
            lines += [self._key(key.keys, key.id, key.about) for key in TALK if key.group == group]
            if group == "Moving":
                lines.append(self._key("0…9", "", DIGITS[0].about))
            lines.append(Content(""))
        if self.problems:
            lines.append(Content.styled(f"Problems of the deck ({len(self.problems)})", "bold $warning"))
            lines += [Content(f"  {problem}") for problem in self.problems[:MOST_PROBLEMS]]
            lines.append(Content(""))
        lines.append(Content.styled("Esc closes. Keys can be moved: rostra config --example", "dim"))
        return Content("\n").join(lines)

    def _key(self, keys: str, name: str, about: str) -> Content:
        written = shown(self.moved.get(name, keys)) if name else keys
        return Content.assemble(f"  {written:<32} ", about)

    def action_page(self, by: int) -> None:
        """Scroll by a page."""
        pane = self.query_one(VerticalScroll)
        (pane.scroll_page_down if by > 0 else pane.scroll_page_up)(animate=False)
