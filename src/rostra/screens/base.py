"""What all screens share."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Generic, Protocol, TypeVar

from textual.binding import Binding
from textual.screen import ModalScreen

from rostra.keys import Key
from rostra.present import Options
from rostra.show.show import Show

if TYPE_CHECKING:
    from textual.binding import BindingType

Result = TypeVar("Result")


def bindings(keys: Iterable[Key], *, priority: bool = True) -> list[BindingType]:
    """Textual's bindings for keys of ours; with priority, no widget that has focus can swallow them."""
    return [Binding(key.keys, key.action, key.about, id=key.id, show=False, priority=priority) for key in keys]


class Host(Protocol):
    """What screens ask of the program."""

    options: Options
    theme_name: str
    trouble: str
    """Why the deck could not be read again; empty when it could."""

    @property
    def show(self) -> Show:
        """The talk under way."""

    def keep_stop(self) -> None:
        """Remember where the talk stands."""

    def set_theme(self, name: str) -> None:
        """Change the theme."""

    def next_theme(self) -> None:
        """Change to the theme after this one."""

    def leave_talk(self) -> None:
        """Go back to the library, or end the program."""

    def interrupt(self) -> bool:
        """Whether this is the second Ctrl+C in a row."""


class Overlay(ModalScreen[Result], Generic[Result]):
    """Something that opens over the show and that Escape closes."""

    BINDINGS = [Binding("escape", "close", "Close")]

    def action_close(self) -> None:
        """Close without a result."""
        self.dismiss(None)
