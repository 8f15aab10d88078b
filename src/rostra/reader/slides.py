"""One pass over a deck's blocks: where its slides end, what each is made of, and what the deck includes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Any

from rostra.errors import Problem, UserError
from rostra.reader.block_reader import DASHES, BlockReader
from rostra.reader.classes import NOTES
from rostra.reader.context import DeckContext
from rostra.reader.front_matter import blank_front_matter
from rostra.reader.grammar import top_blocks
from rostra.reader.mistakes import NEVER_CLOSED
from rostra.reader.slide_draft import Noted, Settled, SlideDraft, Unit
from rostra.reader.slide_state import SlideState
from rostra.reader.source import DEEPEST_INCLUDE, MOST_INCLUDES, Source, read_source, resolve_inside
from rostra.reader.split_comments import SplitComments
from rostra.reader.token_stream import TokenStream

if TYPE_CHECKING:
    from markdown_it.token import Token


WITH_SLIDE = "it is taken to end with its slide: write --> where it should end"


class SlideReader:
    """Reads one deck file and all that it includes into drafts of slides."""

    def __init__(self, context: DeckContext, incremental: bool = False) -> None:
        self.context = context
        self.incremental = incremental
        self.files: list[Path] = []
        self.problems: list[Problem] = []
        self.solid: list[SlideDraft] = []
        """The slides, and those that the deck leaves out."""
        self._includes = 0
        self._in_notes = False
        self._comments = SplitComments(context.parser)
        self._begun: dict[int, int] = {}
        """The line of each source up to which slides have taken it, by the source's identity."""
        self._alive: list[Source] = []
        """Keeps the sources, so that no other object can get the identity of one."""

    # -- slides -------------------------------------------------------------------------------------------------

    def slides(self, source: Source, slide_level: int) -> list[SlideDraft]:
        """The slides of a deck whose front matter was made blank.

        Headings up to ``slide_level`` begin slides, where no rule ends any.
        """
        drafts = [self._draft()]
        units = self._units(source, ())
        first: list[Unit] = []
        for unit in units:
            first.append(unit)
            if unit.mark == "end_slide":
                slide_level = 0
                break
        for unit in chain(first, units):
            self._place(unit, drafts, slide_level)
        self.solid = [draft for draft in drafts if draft.solid]
        kept = [draft for draft in self.solid if not draft.skipped]
        self.problems += [problem for draft in kept for problem in draft.reader.state.problems]
        return kept

    def _draft(self) -> SlideDraft:
        return SlideDraft(BlockReader(SlideState(self.context, self.incremental, self.find)))

    def _place(self, unit: Unit, drafts: list[SlideDraft], slide_level: int) -> None:
        """Give a unit to the slide that it belongs to."""
        draft = drafts[-1]
        if not unit.tokens or unit.mark == "end_slide":
            self._take(draft, unit, unit.end)
            if unit.tokens:
                drafts.append(self._draft())
        elif draft.reader.state.in_notes:
            if unit.tokens[0].type == "heading_open" and unit.tokens[0].markup == "-":
                written = unit.source.lines[unit.end - 1].strip()
                self.problems.append(unit.source.problem(unit.end, DASHES, written, rule="separator"))
        else:
            level = int(unit.tokens[0].tag[1]) if unit.tokens[0].type == "heading_open" else 7
            if level <= slide_level and draft.begun:
                self._take(draft, unit, unit.start)
                drafts.append(draft := self._draft())
            if level <= slide_level:
                draft.heading = unit
            # What stands behind a mark on its line begins before the next line.
            begun = self._begun.get(id(unit.source), 0)
            if unit.start < begun:
                self._begun[id(unit.source)] = unit.start
                draft.within_line = not draft.begun
            self._settle(unit, draft)
            self._read(unit, draft)

    def _take(self, draft: SlideDraft, unit: Unit, next_line: int) -> None:
        """Give the slide the lines before a unit; those from the next one on are left."""
        begun = self._begun.get(id(unit.source), 0)
        if unit.start > begun:
            draft.lines.append((unit.source, begun, unit.start))
        self._begun[id(unit.source)] = next_line

    def _settle(self, unit: Unit, draft: SlideDraft) -> None:
        """Follow the marks that are about the slide as a whole."""
        if unit.mark == "skip_slide":
            token = unit.tokens[0]
            draft.skips.append(Settled(unit.source, unit.start, token.meta["column"] or 0, {}))
        elif unit.mark == "slide":
            token = unit.tokens[0]
            draft.settings.update(self._settings(unit, token.meta["value"]))
            draft.directives.append(Settled(unit.source, unit.start, token.meta["column"] or 0, token.meta["value"]))
        is_text = not unit.mark and unit.tokens[0].type != "footnote_reference_open"
        draft.solid = draft.solid or is_text or unit.mark not in ("", "skip_slide")
        draft.begun = draft.begun or is_text

    def _settings(self, unit: Unit, settings: dict[str, Any]) -> dict[str, Any]:
        """The settings of a directive, with the whole path of a picture among them."""
        if (background := settings.get("background")) is None:
            return settings
        from rostra.reader.backdrop import with_picture

        found, problems = with_picture(background, unit.source, unit.start + 1, self.context.root)
        self.problems += problems
        return {**settings, "background": found}

    def _read(self, unit: Unit, draft: SlideDraft) -> None:
        if unit.mark == "notes" or (unit.tokens[0].type == "container_open" and unit.tokens[0].info in NOTES):
            column = unit.tokens[0].meta["column"] if unit.mark else None
            draft.noted.append(Noted(unit.source, unit.start, unit.end, column))
        draft.reader.read(TokenStream(unit.source, unit.tokens))
        if draft.reader.state.in_notes:
            line = next(
                (token.map[0] for token in unit.tokens if token.info == "rest_is_notes" and token.map), unit.end
            )
            draft.notes_from = (unit.source, line + 1)

    # -- units --------------------------------------------------------------------------------------------------

    def _units(self, source: Source, within: tuple[Path, ...]) -> Iterator[Unit]:
        """The blocks and marks of a file, and of the files that it includes, in order."""
        self.files.append(source.path)
        self.problems += source.problems
        self.context.sources[source.name] = source
        self._alive.append(source)
        context, has_comments, has_notes = self.context, "<!--" in source.text, "???" in source.text
        for tokens in top_blocks(context.parser, source.text, context.env):
            self.problems += context.mistakes(source)
            if has_comments:
                tokens = [*self._comments.joined(tokens)]
            for unit in _units_of(source, context.dialect.marks(tokens)):
                if unit.mark == "end_slide":
                    self._end_comment(source)
                    self._in_notes = False
                elif unit.mark == "include" and not self._in_notes:
                    yield Unit(source, (), unit.start, unit.end)
                    yield from self._included(unit, (*within, source.path.resolve()))
                    continue
                self._in_notes = self._in_notes or (has_notes and _begins_notes(unit))
                yield unit
        self._end_comment(source)
        yield Unit(source, (), len(source.lines), len(source.lines))

    def _end_comment(self, source: Source) -> None:
        """No comment that began within a line goes on behind its slide."""
        if (line := self._comments.end()) is not None:
            self.problems.append(
                source.problem(line + 1, NEVER_CLOSED, "<!--", rule="unclosed", hint=WITH_SLIDE, breaks=True)
            )

    def _included(self, unit: Unit, within: tuple[Path, ...]) -> Iterator[Unit]:
        """The units of an included file; a problem when it cannot be included."""
        token = unit.tokens[0]
        try:
            found = self.find(token.meta["value"], unit.source, within[:-1])
        except (ValueError, UserError) as error:
            written = token.meta["written"]
            self.problems.append(unit.source.problem(unit.start + 1, f"include: {error}", written, rule="include"))
        else:
            yield from self._units(found, within)

    def find(self, name: str, source: Source, within: Sequence[Path]) -> Source:
        """The file that an include names, without its front matter; ``within`` are the files that include the source.

        Raises :class:`ValueError` or :class:`UserError` for one that may not be included.
        """
        path = resolve_inside(name, source.path.parent, self.context.root)
        if path in (*within, source.path.resolve()):
            raise ValueError(f"{name} includes itself")
        if len(within) >= DEEPEST_INCLUDE:
            raise ValueError(f"includes are nested more than {DEEPEST_INCLUDE} deep")
        self._includes += 1
        if self._includes > MOST_INCLUDES:
            raise ValueError(f"more than {MOST_INCLUDES} files are included")
        found = read_source(path)
        text, problems = blank_front_matter(found, self.context.dialect)
        found = Source(path, text, (*found.problems, *problems))
        self.context.sources[found.name] = found
        if path not in self.files:
            self.files.append(path)
        return found


def _begins_notes(unit: Unit) -> bool:
    return any(token.info == "rest_is_notes" for token in unit.tokens)


def _units_of(source: Source, tokens: Iterable[Token]) -> Iterator[Unit]:
    """The tokens of a block, which marks may have cut into several."""
    gathered: list[Token] = []
    depth = 0
    for token in tokens:
        gathered.append(token)
        depth += token.nesting
        if not depth:
            start, end = gathered[0].map or (0, 0)
            yield Unit(source, tuple(gathered), start, end)
            gathered = []
