"""The closed kinds of block that a slide is made of.

New looks are names on :class:`Container`; a new kind needs a reason, since every traversal visits it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Literal, NamedTuple, assert_never

Look = Literal[
    "strong",
    "emphasis",
    "strike",
    "underline",
    "code",
    "mark",
    "kbd",
    "superscript",
    "subscript",
    "footnote",
    "image",
]
Align = Literal["", "left", "center", "right"]


PAUSE = r"(?i)\s*<!--\s*pause\s*-->\s*"
"""A line of a figure's source behind which the next step begins."""


DATA = r"[ \t]*data[ \t]*:[ \t]*(?P<quote>[\"']?)(?P<name>[^\s\"'\[{].*\.[A-Za-z]\w*)(?P=quote)[ \t]*"
"""A line of a chart's source that names the file in which its numbers are."""


class Place(NamedTuple):
    """Where in the sources a block stands."""

    file: str = ""
    line: int = 0
    """1-based; 0 when it was made by the program."""


NOWHERE = Place()


class Span(NamedTuple):
    """A stretch of text with one look. A line break is a span of its own, a newline."""

    text: str
    looks: frozenset[Look] = frozenset()
    link: str = ""
    """An http, https or mailto address, or nothing."""
    color: str = ""
    """``#rrggbb``, ``@`` and the name of a colour of the theme, or nothing."""
    background: str = ""


Spans = tuple[Span, ...]


class Heading(NamedTuple):
    """A heading, level 1 to 6."""

    level: int
    spans: Spans
    place: Place = NOWHERE
    step: int = 0


class Paragraph(NamedTuple):
    """Running text."""

    spans: Spans
    place: Place = NOWHERE
    step: int = 0
    align: Align = ""


class Code(NamedTuple):
    """A listing."""

    text: str
    language: str = ""
    """The first word of the fence's info string."""
    info: str = ""
    """The rest of the info string, as written."""
    place: Place = NOWHERE
    step: int = 0
    data: str = ""
    """What stands in the file that a chart names."""


class Quote(NamedTuple):
    """A block quotation."""

    children: tuple[Block, ...]
    place: Place = NOWHERE
    step: int = 0


class Item(NamedTuple):
    """One entry of a list."""

    children: tuple[Block, ...]
    checked: bool | None = None
    """Whether a task is done; None when the item is no task."""
    place: Place = NOWHERE
    step: int = 0


class List(NamedTuple):
    """A list, bulleted or numbered."""

    items: tuple[Item, ...]
    start: int | None = None
    """The first number; None for bullets."""
    tight: bool = True
    """Whether no blank lines part the items."""
    place: Place = NOWHERE
    step: int = 0


class Table(NamedTuple):
    """A table; each row is a tuple of cells, each cell its spans."""

    header: tuple[Spans, ...]
    rows: tuple[tuple[Spans, ...], ...]
    aligns: tuple[Align, ...]
    place: Place = NOWHERE
    step: int = 0


class Rule(NamedTuple):
    """A horizontal line that ends no slide."""

    place: Place = NOWHERE
    step: int = 0


class Image(NamedTuple):
    """A picture that stands alone in its paragraph."""

    alt: str
    path: str
    title: str = ""
    place: Place = NOWHERE
    step: int = 0


class Space(NamedTuple):
    """Blank rows that the author asked for."""

    rows: int
    place: Place = NOWHERE
    step: int = 0


class Container(NamedTuple):
    """Blocks under a name; ``typeset.elements`` gives each name its look, an unknown one has none."""

    name: str
    argument: str = ""
    children: tuple[Block, ...] = ()
    place: Place = NOWHERE
    step: int = 0
    color: str = ""
    """``@`` and the name of a colour of the theme, which its text has too; or nothing."""


Block = Heading | Paragraph | Code | Quote | List | Table | Rule | Image | Space | Container


def plain(spans: Spans) -> str:
    """The text of spans on one line."""
    return " ".join("".join(span.text for span in spans).split())


def blocks_within(blocks: Iterable[Block]) -> Iterator[Block]:
    """Blocks and all that they hold, in the order of the source."""
    for block in blocks:
        yield block
        match block:
            case Quote(children) | Container(_, _, children):
                yield from blocks_within(children)
            case List(items):
                for item in items:
                    yield from blocks_within(item.children)
            case _:
                pass


def text_of(blocks: tuple[Block, ...]) -> str:
    """All text of blocks, a line for each paragraph, heading, cell or listing."""
    return "\n".join(text for block in blocks for text in _texts(block))


def _texts(block: Block) -> list[str]:
    match block:
        case Heading() | Paragraph():
            return [plain(block.spans)]
        case Code():
            return [block.text]
        case Quote(children):
            return [text_of(children)]
        case Container(name, argument, children):
            return [*([argument] if name == "box" and argument else ()), text_of(children)]
        case List():
            return [text_of(item.children) for item in block.items]
        case Table():
            return [plain(cell) for row in (block.header, *block.rows) for cell in row]
        case Image():
            return [block.alt]
        case Rule() | Space():
            return []
        case _:
            assert_never(block)


def without_code(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """The same blocks less their listings, at any depth."""
    return tuple(_without_code(block) for block in blocks if not isinstance(block, Code))


def _without_code(block: Block) -> Block:
    match block:
        case Container():
            return block._replace(children=without_code(block.children))
        case Quote(children, place, step):
            return Quote(without_code(children), place, step)
        case List(items, start, tight, place, step):
            kept = tuple(Item(without_code(i.children), i.checked, i.place, i.step) for i in items)
            return List(kept, start, tight, place, step)
        case _:
            return block
