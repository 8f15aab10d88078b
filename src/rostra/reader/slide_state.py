"""What is known of a slide while its blocks are read: the step, the notes, what is wrong."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from rostra.deck.blocks import Place, Spans
from rostra.errors import Problem, word_of
from rostra.reader.context import DeckContext, Include
from rostra.reader.inline import comments
from rostra.reader.unparsed import Unparsed

if TYPE_CHECKING:
    from typing import Unpack

    from markdown_it.token import Token

    from rostra.reader.source import Details


@dataclass(eq=False, repr=False)
class SlideState:
    """Shared by all readers of one slide's blocks."""

    context: DeckContext
    incremental: bool = False
    include: Include | None = None
    step: int = 0
    last_step: int = 0
    pause_pending: bool = False
    in_notes: bool = False
    """Whether the rest of the slide is notes."""
    notes: list[str] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    footer: bool = True
    within: list[Path] = field(default_factory=list)
    """The files that are being included."""

    def next_step(self) -> None:
        """What follows shows one step later."""
        self.step += 1
        self.pause_pending = False

    def take_step(self) -> int:
        """The step of a block that is about to be made; a pause that is pending takes effect."""
        if self.pause_pending:
            self.next_step()
        self.last_step = self.step
        return self.step

    def problem(self, place: Place, message: str, about: str = "", **more: Unpack[Details]) -> None:
        """Note something for the author."""
        self.problems.append(self.context.problem(place, message, about, **more))

    def spans(self, token: Token, place: Place) -> Spans:
        """The spans of an inline token, to be parsed later; directives within the line count now."""
        if "<!--" in token.content:
            for comment in comments(self.context.parser, token.content):
                self._comment(comment, place)
        return (Unparsed(token.content),) if token.content.strip() else ()

    def _comment(self, comment: str, place: Place) -> None:
        about = f"<!--{comment}".partition("\n")[0]
        try:
            directive = self.context.dialect.comment(comment)
        except ValueError as error:
            self.problem(place, str(error), about, rule="directive", word=word_of(error))
            return
        if directive and directive.name == "notes":
            self.notes.append(directive.value)
        elif directive:
            message = f"{directive.name} has no effect within a line: give it a line of its own"
            self.problem(place, message, about, rule="directive")
