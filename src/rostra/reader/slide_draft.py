"""A slide while its deck is read: its lines, its directives, and the reader of its blocks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, NamedTuple

from rostra.deck.blocks import Place
from rostra.reader.block_reader import BlockReader
from rostra.reader.finish import Draft
from rostra.reader.source import Source

if TYPE_CHECKING:
    from markdown_it.token import Token


class Unit(NamedTuple):
    """A top-level block of a file, or one mark of it. Without tokens: lines from the last unit on, up to this one."""

    source: Source
    tokens: Sequence[Token]
    start: int
    """The first line, counted from 0."""
    end: int
    """The line behind the last one."""

    @property
    def mark(self) -> str:
        """The mark's name, empty for a block."""
        return self.tokens[0].info if self.tokens and self.tokens[0].type == "mark" else ""


class Settled(NamedTuple):
    """A directive that settles a slide, and where it stands."""

    source: Source
    line: int
    """Counted from 0."""
    column: int
    """Counted from 0."""
    settings: dict[str, Any]


class Noted(NamedTuple):
    """Notes that are a comment or a container of their own."""

    source: Source
    start: int
    """The first line, counted from 0."""
    end: int
    """The line behind a comment, or that closes a container."""
    column: int | None
    """Where a comment begins, counted from 0; None for a container."""


@dataclass(eq=False, repr=False)
class SlideDraft:
    """A slide while its blocks are read."""

    reader: BlockReader
    settings: dict[str, Any] = field(default_factory=dict)
    directives: list[Settled] = field(default_factory=list)
    lines: list[tuple[Source, int, int]] = field(default_factory=list)
    """The stretches of lines that the slide takes, each in a source from a line to before another."""
    notes_from: tuple[Source, int] | None = None
    """From which line on everything is notes."""
    noted: list[Noted] = field(default_factory=list)
    """Comments and containers that are notes, where they are in no other block."""
    skips: list[Settled] = field(default_factory=list)
    """The directives that leave it out."""
    solid: bool = False
    """Whether anything but ordinary comments stands on it."""
    begun: bool = False
    """Whether anything but comments stands on it; until then a heading begins no further slide."""
    within_line: bool = False
    """Whether it begins on a line that another slide ends on."""
    heading: Unit | None = None
    """The heading that begins it, where headings begin slides."""

    @property
    def skipped(self) -> bool:
        """Whether the deck leaves it out."""
        return bool(self.skips)

    @property
    def source(self) -> str:
        """The slide's Markdown: what it is recognised by when the deck is read again."""
        return "\n".join("\n".join(source.lines[start:end]).strip() for source, start, end in self.lines)

    @property
    def place(self) -> Place:
        """Its first line that is not blank."""
        for source, start, end in self.lines:
            for line in range(start, end):
                if source.lines[line].strip():
                    return Place(source.name, line + 1)
        return Place(self.lines[0][0].name, self.lines[0][1] + 1) if self.lines else Place()

    def finished(self) -> Draft:
        """What was read, once all its lines are known."""
        state = self.reader.state
        blocks = self.reader.finished()
        notes = (*(note for note in state.notes if note.strip()), *self._rest())
        return Draft(blocks, notes, state.last_step + 1, state.footer)

    def _rest(self) -> Iterator[str]:
        """The notes behind a line of question marks."""
        if self.notes_from is None:
            return
        file, line = self.notes_from
        lines: list[str] = []
        reached = False
        for source, start, end in self.lines:
            if not reached and not (source is file and start <= line <= end):
                continue
            lines += source.lines[start if reached else line : end]
            reached = True
        if text := "\n".join(lines).strip():
            yield text
