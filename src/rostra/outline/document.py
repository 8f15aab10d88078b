"""A document in passages: its headings, and what stands below each, as it is written."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from rostra.deck.blocks import Spans, plain
from rostra.deck.model import Meta
from rostra.reader.dialects import NATIVE
from rostra.reader.front_matter import read_front_matter
from rostra.reader.grammar import Environment, parse_inline, parser, top_blocks
from rostra.reader.inline import read_inline
from rostra.reader.source import Source

if TYPE_CHECKING:
    from rostra.reader.grammar import Token


class Passage(NamedTuple):
    """A block of a document that lies in no other."""

    tokens: tuple[Token, ...]
    source: str
    """Its lines."""
    line: int
    """Where it begins, counted from 0."""

    @property
    def kind(self) -> str:
        """The type of its first token, such as ``paragraph_open``."""
        return self.tokens[0].type


@dataclass
class Section:
    """A heading, and what stands below it up to the next one."""

    heading: str = ""
    """As it is written, on one line; empty for what stands before the first heading."""
    level: int = 0
    passages: list[Passage] = field(default_factory=list)


@dataclass
class Document:
    """A document that was read."""

    source: Source
    meta: Meta
    sections: list[Section]
    """The first one has no heading."""
    footnotes: dict[str, str]
    """The source of each footnote, by its label."""
    definitions: list[str]
    """The sources of the definitions of links."""
    references: Mapping[str, object]

    def spans(self, text: str) -> Spans:
        """What running text says; footnotes that it calls are text here."""
        return read_inline(parser(NATIVE), text, {"references": dict(self.references)}).spans

    def says(self, text: str) -> str:
        """The words of running text."""
        return plain(self.spans(text))

    def inlines(self, text: str) -> list[Token]:
        """The tokens of running text, footnotes that it calls among them."""
        return parse_inline(parser(NATIVE), text, self._environment())

    def called(self, markdown: str) -> list[str]:
        """The labels of the footnotes that Markdown calls, also those that they call in turn."""
        found: dict[str, None] = {}
        waiting = [markdown]
        while waiting and self.footnotes:
            env = self._environment()
            for tokens in top_blocks(parser(NATIVE), waiting.pop(), env):
                for inline in (token for token in tokens if token.type == "inline"):
                    labels = (one.meta["label"] for one in self.inlines(inline.content) if one.type == "footnote_ref")
                    new = [label for label in labels if label not in found]
                    found |= dict.fromkeys(new)
                    waiting += [self.footnotes.get(label, "") for label in new]
        return [*found]

    def _environment(self) -> Environment:
        labels = {f":{label}": -1 for label in self.footnotes}
        return {"references": dict(self.references), "footnotes": {"refs": labels, "list": {}}}


def read_document(source: Source) -> Document:
    """Read a document by the rules for decks, of which it need not be one."""
    meta, text, _ = read_front_matter(source, NATIVE)
    body = Source(source.path, text)
    env: Environment = {}
    document = Document(source, meta, [Section()], {}, [], {})
    blocks = [tuple(tokens) for tokens in top_blocks(parser(NATIVE), text, env) if tokens[0].map]
    document.references = env.get("references", {})
    document.definitions, passages = _parted(blocks, body)
    for passage in passages:
        if passage.kind == "heading_open":
            heading = " ".join(passage.tokens[1].content.split())
            document.sections.append(Section(heading, int(passage.tokens[0].tag[1])))
        elif passage.kind == "footnote_reference_open" and passage.tokens[0].meta["label"] not in document.footnotes:
            document.footnotes[passage.tokens[0].meta["label"]] = passage.source
        elif passage.kind != "hr":
            document.sections[-1].passages.append(passage)
    return document


def _parted(blocks: list[tuple[Token, ...]], body: Source) -> tuple[list[str], list[Passage]]:
    """What stands between the blocks, which are definitions of links, and the blocks."""
    starts = [_first(tokens) for tokens in blocks] + [len(body.lines)]
    between, passages = [_text(body, 0, starts[0])], []
    for tokens, start, following in zip(blocks, starts, starts[1:], strict=False):
        opened = tokens[0]
        end = (opened.map or (0, 0))[1] + (opened.type == "container_open" and opened.meta["closed"])
        end = max(start + 1, min(end, following))
        passages.append(Passage(tokens, _text(body, start, end), start))
        between.append(_text(body, end, following))
    return [text for text in between if text], passages


def _first(tokens: tuple[Token, ...]) -> int:
    return (tokens[0].map or (0, 0))[0]


def _text(body: Source, start: int, end: int) -> str:
    """Some lines without the blank ones around them."""
    lines = body.lines[start:end]
    while lines and not lines[0].strip():
        lines.pop(0)
    return "\n".join(lines).rstrip()
