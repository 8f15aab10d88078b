"""What all screens share."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Generic, Protocol, TypeVar, cast

from textual.await_complete import AwaitComplete
from textual.binding import Binding
from textual.screen import ModalScreen

from rostra.errors import Problem
from rostra.keys import TALK, Key
from rostra.options import Options
from rostra.show.show import Show
from rostra.terminal.textual_private import forget_strips
from rostra.typeset.theme_choice import ThemeChoice

if TYPE_CHECKING:
    from textual.binding import BindingType

Result = TypeVar("Result")


def bindings(keys: Iterable[Key], *, priority: bool = True) -> list[BindingType]:
    """Textual's bindings for keys of ours; with priority, no widget that has focus can swallow them."""
    return [Binding(key.keys, key.action, key.about, id=key.id, show=False, priority=priority) for key in keys]


class Host(Protocol):
    """What screens ask of the program."""

    options: Options
    themes: ThemeChoice
    trouble: str
    """Why the deck could not be read again; empty when it could."""

    @property
    def show(self) -> Show:
        """The talk under way."""

    def problems(self) -> list[Problem]:
        """What the authors of the deck and of the themes should know."""

    paths: list[Path]
    """The files of the talk."""

    def shown(self) -> None:
        """The first slide is there."""

    def keep_stop(self) -> None:
        """Remember where the talk stands."""

    def set_theme(self, name: str) -> None:
        """Change the theme."""

    def next_theme(self) -> None:
        """Change to the theme after this one."""

    def leave_talk(self) -> None:
        """Go back to the library, or end the program."""

    def interrupt(self) -> None:
        """Leave the program at the second Ctrl+C in a row."""


class Overlay(ModalScreen[Result], Generic[Result]):
    """Something that opens over the show and that Escape closes."""

    BINDINGS = [Binding("escape", "close", "Close"), *bindings(key for key in TALK if key.id == "interrupt")]

    _dismissed = False

    def action_close(self) -> None:
        """Close without a result."""
        self.dismiss(None)

    def dismiss(self, result: Result | None = None) -> AwaitComplete:
        """Close once: a key pressed again before this is gone must not close what lies below."""
        if self._dismissed:
            return AwaitComplete()
        self._dismissed = True
        forget_strips()
        return super().dismiss(result)

    def action_interrupt(self) -> None:
        """Leave the program at the second press."""
        cast("Host", self.app).interrupt()
