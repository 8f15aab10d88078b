"""What is known of a slide while its blocks are read: the step, the notes, what is wrong."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from rostra.deck.blocks import Place, Spans
from rostra.errors import Problem
from rostra.reader.directives import Directive, read_comment
from rostra.reader.inline import comments, spans_of
from rostra.reader.source import Source

if TYPE_CHECKING:
    from markdown_it.token import Token

Include = Callable[[str, Place, Sequence[str]], Source]
"""Finds the file that an include inside a container names; it is told the files that it is included by."""


@dataclass
class SlideState:
    """Shared by all flows of one slide."""

    env: dict[str, object]
    incremental: bool = False
    include: Include | None = None
    step: int = 0
    last_step: int = 0
    pause_pending: bool = False
    notes: list[str] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    footer: bool = True
    title: str = ""
    within: list[str] = field(default_factory=list)
    """The files whose includes are being read."""

    def next_step(self) -> None:
        """What follows shows one step later."""
        self.step += 1
        self.pause_pending = False

    def shown(self) -> int:
        """The step of a block that is about to be made."""
        if self.pause_pending:
            self.next_step()
        self.last_step = self.step
        return self.step

    def problem(self, place: Place, message: str) -> None:
        """Note something for the author."""
        self.problems.append(Problem(place.file, place.line, message))

    def spans(self, token: Token, place: Place) -> Spans:
        """The spans of an inline token; a directive within a line is named as a problem."""
        if "<!--" in token.content:
            for comment in comments(token.content):
                directive = self.directive(comment, place)
                if directive and directive.name in ("notes", "speaker_note"):
                    self.notes.append(directive.value)
                elif directive:
                    self.problem(place, f"{directive.name} has no effect within a line: give it a line of its own")
        return spans_of(token.content, self.env)

    def directive(self, comment: str, place: Place) -> Directive | None:
        """What a comment steers, None for an ordinary one; a mistake in it becomes a problem."""
        try:
            return read_comment(comment)
        except ValueError as error:
            self.problem(place, str(error))
            return None
