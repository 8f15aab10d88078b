"""What all screens share."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from contextlib import suppress
from typing import TYPE_CHECKING, Generic, TypeVar

from textual import getters
from textual.await_complete import AwaitComplete
from textual.binding import Binding
from textual.screen import ModalScreen

from rostra.deck.model import Deck
from rostra.keys import BY_ID, Key
from rostra.screens.host import Host
from rostra.terminal.textual_private import forget_strips

if TYPE_CHECKING:
    from textual.binding import BindingType

Result = TypeVar("Result")


def bindings(keys: Iterable[Key], *, priority: bool = True) -> list[BindingType]:
    """Textual's bindings for keys of ours; with priority, no widget that has focus can swallow them."""
    return [
        Binding(key.keys, f"press('{key.id}')", key.about, id=key.id, show=False, priority=priority) for key in keys
    ]


class Overlay(ModalScreen[Result], Generic[Result]):
    """Something that opens over the show and that Escape closes."""

    app = getters.app(Host)
    BINDINGS = [Binding("escape", "close", "Close"), *bindings([BY_ID["interrupt"]])]

    _dismissed = False

    @property
    def is_open(self) -> bool:
        """Whether it stands on the screen still."""
        return not self._dismissed and self in self.app.screen_stack

    def bring(self, call: Callable[[], None]) -> None:
        """Do something here that a thread has made ready; nothing once this has closed or the program has ended."""

        def done() -> None:
            if self.is_open:
                call()

        with suppress(RuntimeError):
            self.app.call_from_thread(done)

    def deck_changed(self, deck: Deck) -> None:
        """Show another state of the deck."""

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

    def action_press(self, name: str) -> None:
        """Leave the program at the second Ctrl+C: the one key of a talk that means the same here."""
        assert name == "interrupt"
        self.app.interrupt()
