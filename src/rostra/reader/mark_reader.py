"""What marks do while the blocks of a slide are read."""

from __future__ import annotations

from abc import abstractmethod
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from rostra.deck.blocks import Rule, Space
from rostra.errors import UserError
from rostra.reader.collector import Collector
from rostra.reader.grammar import top_blocks
from rostra.reader.source import Source
from rostra.reader.token_stream import TokenStream

if TYPE_CHECKING:
    from markdown_it.token import Token


NOTHING = TokenStream(Source(Path(), ""), ())


@dataclass(eq=False, repr=False)
class MarkReader(Collector):
    """Follows marks: steps, notes, and where the text goes."""

    depth: int = 0
    """How many blocks this one is in."""
    stream: TokenStream = NOTHING
    """What is being read."""

    @abstractmethod
    def read(self, stream: TokenStream) -> None:
        """Add the blocks of a stream."""

    def mark(self, token: Token) -> None:
        """Do what a mark says."""
        state, value = self.state, token.meta["value"]
        match token.info:
            case "pause":
                state.next_step()
            case "notes":
                state.notes.append(value)
            case "rest_is_notes":
                self.rest_is_notes(token)
            case "incremental_lists":
                state.incremental = value
            case "no_footer":
                state.footer = False
            case "new_lines":
                self.add(Space(value, self.place, state.take_step()))
            case "include":
                self.include(value, token.meta["written"])
            case "mistake":
                state.problem(self.place, value, token.meta["written"], rule="directive", word=token.meta["word"])
            case "end_slide" if token.markup:
                self.add(Rule(self.place, state.take_step()))
            case "end_slide" | "skip_slide" | "slide":
                if self.depth:
                    message = f"{token.info} has no effect inside a list, quote or container"
                    state.problem(self.place, message, token.meta["written"], rule="directive")
            case _:
                self.lay_out(token.info, value)

    def rest_is_notes(self, token: Token) -> None:
        """Add nothing more to the slide."""
        self.state.in_notes = True
        text = token.meta["value"]
        if text.strip():
            self.state.notes.append(text.strip())
        if len(token.markup) > 3 or text.strip() == text != "":
            written = f"{token.markup}{text}"
            message = f"{written} is taken for notes: write ??? on a line of its own"
            self.state.problem(self.place, message, written, rule="notes-mark")

    def include(self, name: str, written: str) -> None:
        """Read a file in the place of the mark that names it; slide ends in it are rules."""
        state, stream, place = self.state, self.stream, self.place
        if state.include is None:
            state.problem(place, "include has no effect in notes", written, rule="include")
            return
        try:
            found = state.include(name, stream.source, state.within)
        except (ValueError, UserError) as error:
            state.problem(place, f"include: {error}", written, rule="include")
            return
        state.problems += found.problems
        state.within.append(stream.source.path.resolve())
        context = state.context
        for tokens in top_blocks(context.parser, found.text, context.env):
            state.problems += context.mistakes(found)
            self.read(TokenStream(found, list(context.dialect.marks(tokens))))
        state.within.pop()
        self.place, self.stream = place, stream

    def lay_out(self, name: str, value: Any) -> None:
        """Follow a mark about where the text goes."""
        match name:
            case "alignment":
                self.close_through("left", "center", "right")
                if value != "left":
                    self.open(value)
            case "font_size":
                self.close_through("large")
                if value > 1:
                    self.open("large", str(value))
            case "jump_to_middle":
                self.open_below_all("middle")
            case "column_layout":
                self.close_through("columns")
                self.open_columns(value)
            case "column":
                self.column(value)
            case "reset_layout":
                if not self.close_through("columns"):
                    self.state.problem(self.place, "reset_layout without a column_layout before it", rule="columns")
