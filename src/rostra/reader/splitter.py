"""One pass over the block tokens of a deck: where its slides end, what it includes and refers to."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from rostra.deck.blocks import Place
from rostra.errors import Problem, UserError
from rostra.reader.comments import html_parts
from rostra.reader.directives import Directive, read_comment
from rostra.reader.grammar import parse_blocks
from rostra.reader.source import DEEPEST_INCLUDE, Source, read_source, resolve_include
from rostra.reader.stream import Piece

if TYPE_CHECKING:
    from markdown_it.token import Token


@dataclass(slots=True)
class Draft:
    """A slide as it is found: the pieces it consists of and what settles it."""

    pieces: list[Piece] = field(default_factory=list)
    settings: dict[str, Any] = field(default_factory=dict)
    skipped: bool = False
    solid: bool = False
    """Whether anything but ordinary comments stands on it."""


@dataclass(frozen=True, slots=True)
class Event:
    """Something in a file that matters to the cutting; lines are counted from 0 within the file."""

    kind: str
    source: Source
    start: int
    end: int
    value: Any = None


class Splitter:
    """Cuts one deck file and all that it includes into drafts of slides."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.env: dict[str, object] = {}
        self.footnotes: dict[str, Piece] = {}
        self.files: list[Path] = []
        self.problems: list[Problem] = []

    def split(self, source: Source, text: str, slide_level: int) -> list[Draft]:
        """The slides of a deck. ``text`` is the source with its front matter made blank."""
        events = list(self.events(source, text, ()))
        by_headings = not any(event.kind == "end" for event in events)
        return _drafts(events, slide_level if by_headings else 0)

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
        start, end = token.map or (0, 0)
        for is_comment, part in html_parts(token.content):
            try:
                directive = read_comment(part) if is_comment else Directive("text")
            except ValueError:
                directive = Directive("mistake")
            match directive:
                case None:
                    continue
                case Directive("end_slide"):
                    yield Event("end", source, start, end)
                case Directive("skip_slide"):
                    yield Event("skip", source, start, end)
                case Directive("slide", value):
                    yield Event("settings", source, start, end, value)
                case Directive("include", value):
                    yield Event("close", source, start, 0)
                    yield from self.included(source, start + 1, value, within)
                    yield Event("reopen", source, end, end)
                case _:
                    yield Event("solid", source, start, end, 7)

    def included(self, source: Source, line: int, name: str, within: tuple[Path, ...]) -> Iterator[Event]:
        """The events of an included file; a problem when it cannot be included."""
        if found := self.find(source, line, name, within):
            yield from self.events(found, found.text, within)

    def find(self, source: Source, line: int, name: str, within: tuple[Path, ...]) -> Source | None:
        """The file that an include names, None with a problem noted when it must not or cannot be read."""
        try:
            path = resolve_include(name, source, self.root)
            if path in within:
                raise ValueError(f"{name} includes itself")
            if len(within) > DEEPEST_INCLUDE:
                raise ValueError(f"includes are nested more than {DEEPEST_INCLUDE} deep")
            return read_source(path)
        except (ValueError, UserError) as error:
            self.problems.append(Problem(source.name, line, f"include: {error}"))
            return None

    def inner_include(self, name: str, place: Place) -> Sequence[Piece]:
        """What an include inside a container stands for: one piece, whose slide ends are rules."""
        within = Source(Path(place.file), "")
        found = self.find(within, place.line, name, (within.path.resolve(),))
        return (Piece(found.name, 1, found.text),) if found else ()

    def footnote(self, source: Source, text: str, token: Token) -> None:
        """Keep a footnote's definition for the slides that call it."""
        start, end = token.map or (0, 0)
        lines = text.split("\n")[start:end]
        self.footnotes.setdefault(token.meta["label"], Piece(source.name, start + 1, "\n".join(lines)))


def _drafts(events: Sequence[Event], slide_level: int) -> list[Draft]:
    """Slides from events; headings up to ``slide_level`` begin one, 0 for none."""
    drafts = [Draft()]
    lines: dict[Path, list[str]] = {}
    begun: dict[Path, int] = {}

    def close(event: Event, line: int) -> None:
        start = begun[event.source.path]
        if line > start:
            text = "\n".join(lines[event.source.path][start:line])
            drafts[-1].pieces.append(Piece(event.source.name, start + 1, text))
        begun[event.source.path] = line

    for event in events:
        match event.kind:
            case "open":
                lines[event.source.path], begun[event.source.path] = event.value, 0
            case "reopen":
                begun[event.source.path] = event.end
            case "close":
                close(event, event.start)
            case "end":
                close(event, event.start)
                begun[event.source.path] = event.end
                drafts.append(Draft())
            case "skip":
                drafts[-1].skipped = True
            case "settings":
                drafts[-1].settings.update(event.value)
                drafts[-1].solid = True
            case "solid":
                if event.value <= slide_level and drafts[-1].solid:
                    close(event, event.start)
                    drafts.append(Draft())
                drafts[-1].solid = True
    return [draft for draft in drafts if draft.solid and not draft.skipped]
