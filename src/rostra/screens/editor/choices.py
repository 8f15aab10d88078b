"""Questions of the editor, each with a few answers."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static
from textual.widgets.option_list import Option

from rostra.screens.base import Overlay
from rostra.widgets.pick_list import PickList


class Answer(NamedTuple):
    """One of several."""

    key: str
    """The letter that gives it."""
    id: str
    says: str
    about: str = ""


class ChoiceScreen(Overlay[str]):
    """Ends with the id of the answer, None for none. A letter or Enter answers; nothing else that is typed does."""

    DEFAULT_CSS = """
    ChoiceScreen { align: center middle; background: transparent; }
    ChoiceScreen Vertical { width: 76; max-width: 96%; height: auto; border: tall $primary; background: $surface;
        border-title-color: $primary; border-title-style: bold; border-subtitle-color: $foreground; padding: 0 1; }
    ChoiceScreen Static { width: 1fr; height: auto; padding: 0 1 1 1; background: $surface; }
    ChoiceScreen PickList, ChoiceScreen PickList:focus { width: 1fr; height: auto; max-height: 12; border: none;
        background: $surface; background-tint: transparent; padding: 0; }
    """

    def __init__(self, title: str, question: str, answers: Sequence[Answer]) -> None:
        super().__init__()
        self.title_of_box = title
        self.question = question
        self.answers = answers

    def compose(self) -> ComposeResult:
        """The question and its answers."""
        with Vertical() as box:
            if self.question:
                yield Static(Content(self.question))
            yield PickList(*[Option(self._line(answer)) for answer in self.answers])
        box.border_title = self.title_of_box
        box.border_subtitle = "Esc: neither"

    @staticmethod
    def _line(answer: Answer) -> Content:
        about = [(f"  {answer.about}", "dim")] if answer.about else []
        return Content.assemble((f"{answer.key}  ", "bold"), (answer.says, "bold"), *about)

    def on_key(self, event: events.Key) -> None:
        """Answer by a letter."""
        for answer in self.answers:
            if event.character == answer.key:
                event.stop()
                self.dismiss(answer.id)
                return

    @on(PickList.OptionSelected)
    def selected(self, event: PickList.OptionSelected) -> None:
        """Answer by the line that was picked."""
        self.dismiss(self.answers[event.option_index].id)


UNSAVED = (
    Answer("s", "save", "Save and leave"),
    Answer("d", "discard", "Leave without saving", "what was written since the last save is lost"),
    Answer("k", "stay", "Keep writing"),
)
BOTH_CHANGED = (
    Answer("m", "merge", "Put both together", "look at it, then save"),
    Answer("y", "mine", "Save yours", "the other one is kept beside it"),
    Answer("t", "theirs", "Take the one on disk", "yours is offered when the deck is opened again"),
)
PRESENT = (
    Answer("s", "save", "Save and present", "from now on without asking"),
    Answer("k", "stay", "Keep writing"),
)
RECOVER = (
    Answer("t", "take", "Take it", "Ctrl+Z goes back to the file"),
    Answer("l", "later", "Ask again next time"),
    Answer("d", "discard", "Throw it away"),
)
UTF8 = (
    Answer("u", "utf8", "Save as UTF-8"),
    Answer("k", "stay", "Keep writing"),
)
