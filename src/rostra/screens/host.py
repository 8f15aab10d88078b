"""Host: what screens ask of the program."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable, Sequence
from pathlib import Path

from textual.app import App

from rostra.errors import Problem
from rostra.options import Options
from rostra.show.show import Show
from rostra.stage.stage import Stage
from rostra.themes import Look


class Host(App[None], inherit_bindings=False):
    """The program as its screens know it; :class:`rostra.app.RostraApp` does what is only named here."""

    options: Options
    stage: Stage
    own_theme: Look
    """The theme of the deck, or what takes its place."""
    paths: list[Path]
    """The files of the talk."""

    @property
    @abstractmethod
    def show(self) -> Show:
        """The talk under way."""

    @property
    @abstractmethod
    def trouble(self) -> str:
        """Why the deck could not be read again; empty when it could."""

    @abstractmethod
    def present(self, path: Path, resume: bool = False, slide: int | None = None) -> bool:
        """Present a deck, at a slide counted from 1; False when it cannot be read."""

    @abstractmethod
    def begin_theme(self, look: Look) -> None:
        """Show the theme of a talk that is opened, or of a deck that names another than before."""

    @abstractmethod
    def in_order(self, action: Callable[[], None], *, waits: bool) -> None:
        """Do something now; or once the whole deck is read, if it waits for that or comes after what does."""

    @abstractmethod
    def known_problems(self) -> Sequence[Problem]:
        """What the authors of the deck and of the themes should know, as far as it is known by now."""

    @abstractmethod
    def find_problems(self, found: Callable[[Sequence[Problem]], None]) -> None:
        """Look the whole deck through, away from the screen, and call with all of its problems and the themes'."""

    @abstractmethod
    def title_terminal(self, title: str) -> None:
        """Name the terminal's window."""

    @abstractmethod
    def shown(self) -> None:
        """The first slide is there."""

    @abstractmethod
    def keep_stop(self) -> None:
        """Remember where the talk stands."""

    @abstractmethod
    def preview_theme(self, name: str) -> None:
        """Show a theme on this screen, for as long as the talk's own is not changed."""

    @abstractmethod
    def follow_theme(self) -> None:
        """Show the theme that was chosen for the talk, on whichever side."""

    @abstractmethod
    async def lend(self, command: Sequence[str]) -> int:
        """Let another program have the terminal until it ends; returns its exit status."""

    @abstractmethod
    async def start_beside(self, command: Sequence[str]) -> int:
        """Start a program that has a window of its own; its exit status if it ends at once, 0 if it stays."""

    @abstractmethod
    def leave_talk(self) -> None:
        """Go back to the library or the editor, or end the program."""

    @abstractmethod
    def interrupt(self) -> None:
        """Leave the program at the second Ctrl+C in a row."""
