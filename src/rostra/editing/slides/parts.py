"""The slides of a text, each with its lines, and the proof that an edit changes no other."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, NamedTuple

from rostra.deck.model import Meta
from rostra.deck.unplaced import unplaced
from rostra.editing.text_edit import TextEdit, applied
from rostra.errors import UserError
from rostra.reader.deck import read_drafts
from rostra.reader.finish import finish
from rostra.reader.slide_draft import SlideDraft
from rostra.reader.source import Source
from rostra.safety import safe, safe_line

Edits = tuple[TextEdit, ...]


class Look(NamedTuple):
    """All that is known of a slide but where it stands."""

    content: object
    settings: dict[str, Any]
    is_hidden: bool


Wanted = int | Look | None
"""Which slide is to stand at a place after an edit: one of those before, one that looks like this, or any."""


@dataclass(frozen=True, slots=True, eq=False)
class Part:
    """A slide, and the lines of the file that it takes."""

    draft: SlideDraft
    file: Path
    """Where it begins."""
    first: int
    """Its first line that is not blank, counted from 0, in that file."""
    last: int
    """The last one."""
    is_here: bool
    """Whether all of it stands in the file that is edited, and on lines of its own."""


class SlideText:
    """A text that is a deck's file, read; nothing is written to any file."""

    def __init__(self, text: str, path: Path) -> None:
        self.text = text
        self.path = path
        self.lines = text.split("\n")
        self.source = Source(path, safe(text))
        if len(self.source.lines) != len(self.lines):
            raise UserError(
                f"{safe_line(path.name)} has lines that end in an unusual way", hint="change the text itself"
            )
        self.meta: Meta
        self.meta, self.drafts = read_drafts(self.source, hidden=True)
        self.parts = [_part(draft, path) for draft in self.drafts]

    def part(self, index: int) -> Part:
        """A slide that can be edited here; raises :class:`UserError` for any other."""
        if not 0 <= index < len(self.parts):
            raise UserError(f"there is no slide {index + 1}")
        part = self.parts[index]
        if part.file != self.path:
            name = safe_line(part.file.name)
            raise UserError(f"slide {index + 1} comes from {name}", hint=f"open {name} to change it")
        if not part.is_here:
            message = f"slide {index + 1} is not on lines of its own in this file"
            raise UserError(message, hint="change the text itself")
        return part

    def body(self, index: int) -> list[str]:
        """The lines of a slide that can be edited here, without blank ones around it."""
        part = self.part(index)
        return self.lines[part.first : part.last + 1]

    def gap(self, index: int) -> list[str]:
        """The lines between a slide and the next; none where one of them is not here."""
        pair = self.parts[index : index + 2] if index >= 0 else []
        if len(pair) < 2 or not all(part.is_here for part in pair):
            return []
        return self.lines[pair[0].last + 1 : pair[1].first]

    # -- proof --------------------------------------------------------------------------------------------------

    @cached_property
    def looks(self) -> list[Look]:
        """All slides but where they stand."""
        return [Look(unplaced(draft.finished()), draft.settings, draft.skipped) for draft in self.drafts]

    @cached_property
    def contents(self) -> list[tuple[object, str]]:
        """What each slide shows, its text parsed, but where it stands; and its notes."""
        return [_content(draft) for draft in self.drafts]

    @property
    def is_unclosed(self) -> bool:
        """Whether there is something that is never closed."""
        states = [draft.reader.state for draft in self.drafts]
        return any(state.context.unclosed or any(one.breaks for one in state.problems) for state in states)

    @cached_property
    def defined(self) -> tuple[object, ...]:
        """Definitions of links and footnotes, which count for all slides."""
        if not self.drafts:
            return {}, {}
        context = self.drafts[0].reader.state.context
        links = {name: (one["href"], one["title"]) for name, one in context.env.get("references", {}).items()}
        return links, {name: unplaced(one) for name, one in context.footnotes.items()}

    def after(self, edits: Iterable[TextEdit]) -> SlideText:
        """The text with edits made."""
        return SlideText(applied(self.text, edits), self.path)

    def same(self, after: SlideText, wanted: Sequence[Wanted]) -> bool:
        """Whether the slides of a text are the wanted ones."""
        if len(after.drafts) != len(wanted) or after.meta != self.meta:
            return False
        same_words = after.defined == self.defined
        for index, one in enumerate(wanted):
            look = self.looks[one] if isinstance(one, int) else one
            if look is not None and after.looks[index] != look:
                return False
            if isinstance(one, int) and not same_words and after.contents[index] != self.contents[one]:
                return False
        return True

    def first_that_holds(self, candidates: Iterable[Edits], wanted: Sequence[Wanted]) -> Edits:
        """The first of several edits after which the slides are the wanted ones.

        Raises :class:`UserError` when there is none.
        """
        for edits in candidates:
            if self.same(self.after(edits), wanted):
                return edits
        raise refused()


def refused() -> UserError:
    """What to raise when no edit would leave all other slides what they are."""
    return UserError("that would change other slides, too", hint="change the text itself")


def _content(draft: SlideDraft) -> tuple[object, str]:
    content = finish(draft.finished(), draft.reader.state.context)
    return unplaced(content._replace(problems=(), notes="", links=())), content.notes


def _part(draft: SlideDraft, path: Path) -> Part:
    stretches = [
        (source, [line for line in range(start, end) if source.lines[line].strip()])
        for source, start, end in draft.lines
    ]
    solid = [(source, lines) for source, lines in stretches if lines] or [
        (source, [start]) for source, start, _ in draft.lines[:1]
    ]
    file = solid[0][0].path
    lines = [line for source, found in solid if source.path == file for line in found]
    here = all(source.path == path for source, _ in stretches) and not draft.within_line
    return Part(draft, file, lines[0], lines[-1], here)
