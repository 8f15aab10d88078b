"""Action: something that an editor can do to a deck when it is asked to."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from rostra.editing.text_edit import TextEdit
from rostra.errors import Problem

Edits = tuple[TextEdit, ...]


@dataclass(frozen=True)
class Action:
    """An action with its edits, which are made when they are asked for: those that move slides take long."""

    title: str
    kind: Literal["quickfix", "refactor"]
    make: Callable[[], Edits]
    problem: Problem | None = None
    """What it mends."""

    @cached_property
    def edits(self) -> Edits:
        """What it changes in the text.

        Raises :class:`UserError` when it turns out that it would change more than it should.
        """
        return self.make()


def at_once(title: str, problem: Problem, *edits: TextEdit) -> Action:
    """What mends a problem with edits that are known."""
    return Action(title, "quickfix", lambda: edits, problem)
