"""What stays on slides: lists, listings, tables, quotations and pictures, in pieces that can be parted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from rostra.outline.document import Document, Passage
from rostra.outline.shortening import shortened, size
from rostra.reader.block_reader import LANGUAGE
from rostra.reader.quoting import fence_for
from rostra.reader.token_stream import TokenStream

if TYPE_CHECKING:
    from rostra.reader.grammar import Token

WORDS, MOST_WORDS = 12, 20
"""How long an item may be to stay whole, and the longest sentence that stays of a longer one."""
QUOTED = 36
"""The same of a quotation."""


class Form(NamedTuple):
    """How a piece is written on a slide."""

    text: str
    whole: bool = True
    """Whether all of it is there; else it goes into the notes as well."""


class Piece(NamedTuple):
    """The smallest thing that stays together."""

    source: str
    forms: tuple[Form, ...]
    """From the fullest to the shortest."""


@dataclass(frozen=True)
class Part:
    """Pieces that belong together, and how some of them are written."""

    kind: str
    pieces: tuple[Piece, ...]
    above: str = ""
    """What stands above them whenever they are parted."""
    below: str = ""
    aside: str = ""
    """What it says that has no meaning on a slide."""
    line: int = 0
    """Where it stands in the document, counted from 0."""

    @property
    def is_listing(self) -> bool:
        """Whether it is a listing, whose lines may be wider than a page."""
        return self.kind == "listing"

    @property
    def is_list(self) -> bool:
        """Whether it is a list."""
        return "list_open" in self.kind

    @property
    def in_lines(self) -> bool:
        """Whether its pieces are single lines, which are taken as they are."""
        return self.kind in ("listing", "table")

    def written(self, forms: Sequence[Form]) -> str:
        """Some of the pieces as Markdown."""
        above, below = ([text] if text else [] for text in (self.above, self.below))
        return "\n".join([*above, *(form.text for form in forms), *below])

    def cut(self, sources: Sequence[str], count: int) -> int:
        """How many of the pieces that fit are best taken: a listing is parted where a line is blank."""
        if self.is_listing and count < len(sources):
            for at in range(count, count // 3, -1):
                if not sources[at - 1].strip() and sources[at][:1].strip():
                    return at
        return count


def part_of(passage: Passage, document: Document) -> Part | None:
    """What of a passage stays on a slide; None for one that belongs into the notes."""
    opened = passage.tokens[0]
    match opened.type:
        case "bullet_list_open" | "ordered_list_open":
            return _List(passage, document).part()
        case "fence" | "code_block":
            return _listing(opened, passage)
        case "table_open":
            return _table(passage)
        case "blockquote_open" | "alert_open":
            return _quotation(passage, document)
        case "dl_open":
            return Part("definitions", (Piece(passage.source, (Form(passage.source),)),), line=passage.line)
        case _:
            return None


def _listing(token: Token, passage: Passage) -> Part | None:
    """A listing line by line, without what its fence says besides the language."""
    lines = token.content.rstrip("\n").split("\n")
    if not any(line.strip() for line in lines):
        return None
    language, _, info = token.info.strip().partition(" ")
    if not LANGUAGE.fullmatch(language):
        language, info = "", token.info
    fence = fence_for(token.content)
    pieces = tuple(Piece(line, (Form(line),)) for line in lines)
    return Part("listing", pieces, fence + language, fence, info.strip(), passage.line)


def _table(passage: Passage) -> Part:
    """A table row by row, its head above them."""
    lines = passage.source.split("\n")
    rows = tuple(Piece(line, (Form(line),)) for line in lines[2:])
    whole = Piece(passage.source, (Form("\n".join(lines[:2])),))
    return Part("table", rows or (whole,), "\n".join(lines[:2]) if rows else "", line=passage.line)


def _quotation(passage: Passage, document: Document) -> Part:
    """A quotation, whole or in its first sentence."""
    forms = [Form(passage.source)] if size(passage.source) <= QUOTED else []
    text = next((one.content for one in passage.tokens if one.type == "inline" and one.map), "")
    if text:
        short = shortened(text, QUOTED - 10, document.spans)
        forms.append(Form("\n".join(f"> {line}" for line in short.split("\n")), whole=False))
    return Part("quotation", (Piece(passage.source, tuple(forms)),), line=passage.line)


class _List:
    """A list of a document, item by item."""

    def __init__(self, passage: Passage, document: Document) -> None:
        self.passage = passage
        self.document = document
        self.lines = document.source.lines

    def part(self) -> Part:
        """The list as a part."""
        stream = TokenStream(self.document.source, self.passage.tokens)
        opened = stream.take()
        assert opened is not None
        pieces = tuple(self._piece(item, inside) for item, inside in _items(stream.inside()))
        return Part(f"{opened.type} {opened.markup}", pieces, line=self.passage.line)

    def _piece(self, item: Token, inside: TokenStream) -> Piece:
        first, last = item.map or (0, 0)
        source = "\n".join(self.lines[first:last]).rstrip()
        forms = [Form(source)] if self._is_short(inside) else []
        full, least = self._rebuilt(item, inside, nested=True), self._rebuilt(item, inside, nested=False)
        return Piece(source, (*forms, *(Form(text, whole=False) for text in dict.fromkeys((full, least)) if text)))

    def _is_short(self, inside: TokenStream) -> bool:
        texts = [token.content for token in inside.tokens if token.type == "inline"]
        return sum(map(size, texts)) <= 3 * WORDS and all(size(self.document.says(text)) <= WORDS for text in texts)

    def _rebuilt(self, item: Token, inside: TokenStream, *, nested: bool) -> str:
        """An item in its first sentence, with lists and listings within it or without; empty when it has none."""
        stream = TokenStream(inside.source, inside.tokens)
        token = stream.take()
        if token is None or token.type != "paragraph_open":
            return ""
        mark = f"{item.info}{item.markup} "
        task = "" if (checked := item.meta.get("checked")) is None else "[x] " if checked else "[ ] "
        blocks = [task + shortened(stream.inline().content, MOST_WORDS, self.document.spans)]
        while nested and (token := stream.take()) is not None:
            blocks += self._within(token, stream)
        lines = "\n".join(blocks).split("\n")
        return "\n".join([mark + lines[0], *(" " * len(mark) + line if line else "" for line in lines[1:])])

    def _within(self, token: Token, stream: TokenStream) -> list[str]:
        """What else of an item stays with its first sentence."""
        if token.type in ("bullet_list_open", "ordered_list_open"):
            return [
                text for item, inside in _items(stream.inside()) if (text := self._rebuilt(item, inside, nested=True))
            ]
        if token.type == "fence":
            part = _listing(token, self.passage)
            return [part.written([piece.forms[0] for piece in part.pieces])] if part else []
        if token.nesting:
            stream.inside()
        return []


def _items(stream: TokenStream) -> list[tuple[Token, TokenStream]]:
    """The items of a list, each with what is in it."""
    found = []
    while (item := stream.take()) is not None:
        found.append((item, stream.inside()))
    return found
