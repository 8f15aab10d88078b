"""Where the blocks of a file stand in its lines, for those who change the file and not what it shows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal, NamedTuple

from rostra.reader.classes import NOTES
from rostra.reader.comments import html_pieces
from rostra.reader.dialects import dialect_of
from rostra.reader.front_matter import read_front_matter
from rostra.reader.grammar import Environment, parse_inline, parser, top_blocks
from rostra.reader.split_comments import SplitComments

if TYPE_CHECKING:
    from markdown_it.token import Token

    from rostra.reader.dialects import Dialect
    from rostra.reader.source import Source

Kind = Literal["head", "rule", "end", "heading", "directive", "remark", "fence", "definition", "kept", "block"]
"""Front matter; a rule, or comments, that end a slide; a heading; comments that steer, and others; a line that opens or
closes a container; what is defined for elsewhere, as links and footnotes are; what stays to the letter, as notes do."""


class Part(NamedTuple):
    """A stretch of lines that is a block of a slide, or one of the lines around what is in a container."""

    kind: Kind
    start: int
    """The first line, counted from 0."""
    end: int
    """The line behind its last one that is not blank."""
    level: int = 0
    """Of a heading."""
    text: str = ""
    """Of a heading, its marks left out."""


class Bullets(NamedTuple):
    """The items of one list that begin with the same sign."""

    sign: str
    lines: tuple[int, ...]
    """Where its items begin."""
    end: int
    """The line behind it."""


@dataclass(eq=False)
class Parts:
    """A file in parts, in their order, with what is of interest in them; lines are counted from 0."""

    parts: list[Part] = field(default_factory=list)
    kept: set[int] = field(default_factory=set)
    """Lines of listings, HTML and notes, where every blank counts."""
    broken: set[int] = field(default_factory=set)
    """Lines of text that two blanks end, where a new one begins on the slide."""
    blanks_count: set[int] = field(default_factory=set)
    """Lines of text with blanks at their ends that are more than the end of a line, as within code."""
    bullets: list[Bullets] = field(default_factory=list)
    comments: list[tuple[int, str]] = field(default_factory=list)
    """The line of each comment that stands alone on one, at any depth, and the comment."""


def parts_of(source: Source) -> Parts:
    """The parts of a file, read as a deck in which everything is closed that was opened."""
    dialect = dialect_of(source)
    _, text, _ = read_front_matter(source, dialect)
    walk = _Walk(dialect, source.lines)
    if text != source.text:
        walk.add("head", 0, dialect.head(source.text)[1])
    for tokens in top_blocks(parser(dialect), text, walk.env):
        walk.unit(tokens)
    walk.found.parts = [*_with_definitions(walk.found.parts, source.lines)]
    return walk.found


def _with_definitions(parts: Sequence[Part], lines: Sequence[str]) -> Iterator[Part]:
    """The parts, and between them what made no tokens: definitions of links."""
    last = 0
    for part in (*parts, Part("kept", len(lines), len(lines))):
        written = [line for line in range(last, part.start) if lines[line].strip(" \t")]
        if written:
            yield Part("definition", written[0], written[-1] + 1)
        if part.start < len(lines):
            yield part
        last = max(last, part.end)


class _Walk:
    """Goes over the tokens of a file and notes where they stand."""

    def __init__(self, dialect: Dialect, lines: Sequence[str]) -> None:
        self.dialect, self.lines = dialect, lines
        self.found, self.env = Parts(), Environment()
        self._comments = SplitComments(parser(dialect))
        self._in_notes = False
        self._marks: Sequence[Token] = ()
        """The marks of the block that is being taken."""

    def add(self, kind: Kind, start: int, end: int, level: int = 0, text: str = "") -> None:
        """Note a part, less the blank lines at its end."""
        while end > start + 1 and not self.lines[end - 1].strip(" \t"):
            end -= 1
        self.found.parts.append(Part(kind, start, end, level, text))
        if kind == "kept":
            self.found.kept.update(range(start, end))

    def unit(self, tokens: Sequence[Token]) -> None:
        """Take one top-level block."""
        start, end = tokens[0].map or (0, 0)
        self._marks = marks = [token for token in self.dialect.marks(tokens) if token.type == "mark"]
        was_open = self._comments.opened is not None
        for _ in self._comments.joined(tokens):
            pass
        if any(mark.info == "end_slide" and not mark.level for mark in marks):
            self._comments.end()
            self._in_notes = False
        if self._in_notes or was_open or self._comments.opened is not None:
            self._keep(start, end)
        elif any(mark.info == "rest_is_notes" for mark in marks):
            self._in_notes = True
            self.add("block" if tokens[0].type == "mark" else "kept", start, end)
        else:
            self._siblings(tokens)

    def _keep(self, start: int, end: int) -> None:
        """Keep lines, with those between them and others that are kept just before."""
        last = self.found.parts[-1] if self.found.parts else None
        if last and last.kind == "kept":
            self.found.parts.pop()
            start = last.start
        self.add("kept", start, end)

    def _siblings(self, tokens: Sequence[Token]) -> None:
        """Take blocks that stand one below the other."""
        gathered: list[Token] = []
        depth = 0
        for token in tokens:
            gathered.append(token)
            depth += token.nesting
            if not depth:
                self._block(gathered)
                gathered = []

    def _block(self, tokens: Sequence[Token]) -> None:
        first = tokens[0]
        start, end = first.map or (0, 0)
        match first.type:
            case "container_open":
                self._container(tokens)
            case "heading_open":
                self.add("heading", start, end, int(first.tag[1]), tokens[1].content)
                self._inside(tokens)
            case "hr" if not first.level:
                self.add("rule", start, end)
            case "html_block":
                self.add(self._kind(first), start, end)
                self._inside(tokens)
            case "footnote_reference_open":
                self.add("definition", start, end)
                self._inside(tokens)
            case _:
                self.add("block", start, end)
                self._inside(tokens)

    def _kind(self, token: Token) -> Kind:
        """What an HTML block is."""
        if not all(is_comment for is_comment, _, _, _ in html_pieces(token.content)):
            return "block"
        start, end = token.map or (0, 0)
        names = [mark.info for mark in self._marks if mark.map and start <= mark.map[0] < end]
        if "end_slide" in names and not token.level:
            return "end"
        return "directive" if names and "mistake" not in names else "remark"

    def _container(self, tokens: Sequence[Token]) -> None:
        """Take a container: a line, what is in it, and a line."""
        start, last = tokens[0].map or (0, 0)
        self.add("fence", start, start + 1)
        if tokens[0].info not in NOTES:
            self._siblings(tokens[1:-1])
        elif any(line.strip(" \t") for line in self.lines[start + 1 : last]):
            self.add("kept", start + 1, last)
        # Notes may end it instead of a line of its own.
        if tokens[0].meta["closed"] and self.lines[last].lstrip(" \t").startswith(":::"):
            self.add("fence", last, last + 1)

    def _inside(self, tokens: Sequence[Token]) -> None:
        """Note what is of interest in a block, at any depth."""
        for at, token in enumerate(tokens):
            start, end = token.map or (0, 0)
            match token.type:
                case "fence" | "code_block":
                    self.found.kept.update(range(start, end))
                case "html_block":
                    self.found.kept.update(range(start, end))
                    comment = token.content.strip()
                    if "\n" not in comment and [one[0] for one in html_pieces(comment)] == [True]:
                        self.found.comments.append((start, comment))
                case "container_open" if token.info in NOTES:
                    self.found.kept.update(range(start, end + 1))
                case "inline" if " \n" in token.content or "\t\n" in token.content:
                    self._line_ends(token.content, start)
                case "bullet_list_open":
                    items = (
                        one for one in tokens[at:] if one.type == "list_item_open" and one.level == token.level + 1
                    )
                    lines = (one.map[0] for one in items if one.map and one.map[0] < end)
                    self.found.bullets.append(Bullets(token.markup, tuple(lines), end))
                case _:
                    pass

    def _line_ends(self, text: str, start: int) -> None:
        """Note what the blanks at the ends of lines of text are."""
        lines = text.split("\n")
        broken = {at for at, line in enumerate(lines[:-1]) if line.endswith("  ")}
        other = "\n".join(line.rstrip(" \t") + "\\" * (at in broken) for at, line in enumerate(lines))
        if self._seen(text) == self._seen(other):
            self.found.broken.update(start + at for at in broken)
        else:
            self.found.blanks_count.update(range(start, start + len(lines)))

    def _seen(self, text: str) -> list[object]:
        return [token.as_dict() for token in parse_inline(parser(self.dialect), text, self.env)]
