"""One pass over the block tokens of a deck: where its slides end, what it includes and refers to."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from rostra.deck.blocks import Place
from rostra.errors import Problem, UserError
from rostra.reader.comments import html_pieces
from rostra.reader.directives import Directive, read_comment
from rostra.reader.drafts import Draft, Event, drafts
from rostra.reader.grammar import parse_blocks
from rostra.reader.source import DEEPEST_INCLUDE, MOST_INCLUDES, Source, read_source, resolve_include
from rostra.reader.stream import Piece

if TYPE_CHECKING:
    from markdown_it.token import Token


class Splitter:
    """Cuts one deck file and all that it includes into drafts of slides."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.env: dict[str, object] = {}
        self.footnotes: dict[str, Piece] = {}
        self.files: list[Path] = []
        self.includes = 0
        self.problems: list[Problem] = []

    def split(self, source: Source, text: str, slide_level: int) -> list[Draft]:
        """The slides of a deck. ``text`` is the source with its front matter made blank."""
        events = list(self.events(source, text, ()))
        by_headings = not any(event.kind == "end" for event in events)
        return drafts(events, slide_level if by_headings else 0)

    def events(self, source: Source, text: str, within: tuple[Path, ...]) -> Iterator[Event]:
        """What matters in a file, and in the files that it includes, in order."""
        self.files.append(source.path)
        self.problems += source.problems
        tokens = parse_blocks(text, self.env)
        yield Event("open", source, 0, 0, text.split("\n"))
        in_notes = False
        for token in tokens:
            start, end = token.map or (0, 0)
            if token.type == "footnote_reference_open":
                self.footnote(source, text, token)
            elif token.level or token.nesting < 0:
                continue
            elif token.type == "hr":
                in_notes = False
                yield Event("end", source, start, end)
            elif token.type == "html_block" and not in_notes:
                yield from self.html(source, token, (*within, source.path.resolve()))
            else:
                in_notes = in_notes or token.type == "notes_line"
                if in_notes and token.type == "heading_open" and token.markup == "-":
                    dashes = "dashes right under text make a heading and end no slide: put a blank line between"
                    self.problems.append(Problem(source.name, end, dashes))
                level = int(token.tag[1]) if token.type == "heading_open" and not in_notes else 7
                yield Event("solid", source, start, end, level)
        yield Event("close", source, text.count("\n") + 1, 0)

    def html(self, source: Source, token: Token, within: tuple[Path, ...]) -> Iterator[Event]:
        """The events of an HTML block; mistakes in directives are left to the builder."""
        first, end = token.map or (0, 0)
        for is_comment, part, begins, ends in html_pieces(token.content):
            start = first + token.content.count("\n", 0, begins)
            beside = token.content[:begins].rpartition("\n")[2], token.content[ends:].partition("\n")[0]
            try:
                directive = read_comment(part) if is_comment else Directive("text")
            except ValueError:
                directive = Directive("mistake")
            match directive:
                case None:
                    continue
                case Directive("end_slide"):
                    yield Event("end", source, start, start + part.count("\n") + 1, beside=beside)
                case Directive("skip_slide"):
                    yield Event("skip", source, start, end)
                case Directive("slide", value):
                    yield Event("settings", source, start, end, value)
                case Directive("include", value):
                    yield Event("close", source, start, start, beside=beside)
                    yield from self.included(source, start + 1, value, within)
                    yield Event("reopen", source, start, start + part.count("\n") + 1, beside=beside)
                case Directive("text"):
                    yield Event("solid", source, start, end, 7)
                case _:
                    yield Event("steering", source, start, end)

    def included(self, source: Source, line: int, name: str, within: tuple[Path, ...]) -> Iterator[Event]:
        """The events of an included file; a problem when it cannot be included."""
        try:
            found = self.find(source, name, within)
        except (ValueError, UserError) as error:
            self.problems.append(Problem(source.name, line, f"include: {error}"))
        else:
            yield from self.events(found, found.text, within)

    def find(self, source: Source, name: str, within: tuple[Path, ...]) -> Source:
        """The file that an include names; raises :class:`ValueError` or :class:`UserError` for one that may not be."""
        path = resolve_include(name, source, self.root)
        if path in within:
            raise ValueError(f"{name} includes itself")
        if len(within) > DEEPEST_INCLUDE:
            raise ValueError(f"includes are nested more than {DEEPEST_INCLUDE} deep")
        self.includes += 1
        if self.includes > MOST_INCLUDES:
            raise ValueError(f"more than {MOST_INCLUDES} files are included")
        return read_source(path)

    def inner_include(self, name: str, place: Place, within: Sequence[str]) -> Source:
        """The file that an include inside a container names; slide ends in it are rules."""
        chain = tuple(Path(file).resolve() for file in (place.file, *within))
        return self.find(Source(Path(place.file), ""), name, chain)

    def footnote(self, source: Source, text: str, token: Token) -> None:
        """Keep a footnote's definition for the slides that call it."""
        start, end = token.map or (0, 0)
        lines = text.split("\n")[start:end]
        self.footnotes.setdefault(token.meta["label"], Piece(source.name, start + 1, "\n".join(lines)))
