"""The text of a slide's blocks parsed, once the slide is needed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple, assert_never
from urllib.parse import unquote

from rostra.deck.blocks import (
    Block,
    Code,
    Container,
    Heading,
    Image,
    Item,
    List,
    Look,
    Paragraph,
    Place,
    Quote,
    Rule,
    Space,
    Spans,
    Table,
    blocks_within,
    plain,
)
from rostra.deck.model import Content, Link
from rostra.errors import Problem, did_you_mean
from rostra.reader.context import DeckContext
from rostra.reader.inline import images_alone, read_inline
from rostra.reader.source import resolve_link
from rostra.reader.unparsed import unparsed

OWN_COLORS: frozenset[Look] = frozenset(("code", "mark", "kbd"))
"""Looks that stand on a ground of their own, and keep their colours."""


class Draft(NamedTuple):
    """A slide whose text is not parsed yet."""

    blocks: tuple[Block, ...] = ()
    notes: tuple[str, ...] = ()
    steps: int = 1
    footer: bool = True


def finish(draft: Draft, context: DeckContext) -> Content:
    """The content of a slide."""
    return _Finisher(context).finish(draft)


class _Refs(dict[str, int]):
    """The numbers of the footnotes that a slide has called so far, -1 for those that it may call."""

    def __init__(self, footnotes: Mapping[str, object]) -> None:
        super().__init__()
        self.footnotes = footnotes

    def __contains__(self, key: object) -> bool:
        return isinstance(key, str) and key[1:] in self.footnotes

    def __bool__(self) -> bool:
        return bool(self.footnotes)


@dataclass(eq=False, repr=False)
class _Finisher:
    context: DeckContext
    problems: list[Problem] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    called: dict[int, dict[str, str]] = field(default_factory=dict)
    """The footnotes that were called, by their numbers, counted from 0."""
    step: int | None = None
    """The step at which everything shows; None keeps each block's own."""
    color: str = ""
    """The colour of the container that is being finished."""

    def __post_init__(self) -> None:
        footnotes = {"refs": _Refs(self.context.footnotes), "list": self.called}
        self.env = {"references": self.context.env.get("references", {}), "footnotes": footnotes}

    def finish(self, draft: Draft) -> Content:
        blocks = self.blocks(draft.blocks)
        self.step = draft.steps - 1
        notes = [*draft.notes]
        blocks += self.footnotes(notes)
        text = "\n\n".join(note for note in notes if note.strip())
        headings = (plain(block.spans) for block in blocks_within(blocks) if isinstance(block, Heading))
        title = next(filter(None, headings), "")
        return Content(blocks, title, text, draft.steps, draft.footer, tuple(self.problems), tuple(self.links))

    def footnotes(self, notes: list[str]) -> tuple[Block, ...]:
        """The footnotes that the slide calls, in order; those that they call in turn are numbered meanwhile."""
        made: list[Block] = []
        while len(made) < len(self.called):
            found = self.context.footnotes[self.called[len(made)]["label"]]
            number = str(len(made) + 1)
            made.append(Container("footnote", number, self.blocks(found.blocks), found.place, self.step or 0))
            notes += found.notes
        return (Container("footnotes", "", tuple(made), made[0].place, self.step or 0),) if made else ()

    def blocks(self, blocks: Iterable[Block]) -> tuple[Block, ...]:
        return tuple(made for block in blocks for made in self.block(block))

    def block(self, block: Block) -> Sequence[Block]:
        """A block with its text parsed: none when it has no text, several when it is made of images."""
        if self.step is not None:
            block = block._replace(step=self.step)
        match block:
            case Heading():
                return [block._replace(spans=self.spans(block.spans, block.place))]
            case Paragraph():
                return self.paragraph(block)
            case Quote():
                return [block._replace(children=self.blocks(block.children))]
            case Container():
                outer, self.color = self.color, block.color or self.color
                children = self.blocks(block.children)
                self.color = outer
                return [block._replace(children=children)]
            case List():
                return [block._replace(items=tuple(self.item(item) for item in block.items))]
            case Table():
                header, *rows = (self.row(row, block.place) for row in (block.header, *block.rows))
                return [block._replace(header=header, rows=tuple(rows))]
            case Code(language="chart"):
                return [self.chart(block)]
            case Code() | Rule() | Image() | Space():
                return [block]
            case _:
                assert_never(block)

    def item(self, item: Item) -> Item:
        step = item.step if self.step is None else self.step
        return item._replace(children=self.blocks(item.children), step=step)

    def row(self, row: tuple[Spans, ...], place: Place) -> tuple[Spans, ...]:
        return tuple(self.spans(cell, place) for cell in row)

    def paragraph(self, block: Paragraph) -> Sequence[Block]:
        """A paragraph, the images that it consists of, or nothing where it has no text."""
        source = unparsed(block.spans)
        if source is not None and not source.is_html:
            images = images_alone(self.context.parser, source.text, self.env) or ()
            if images:
                return [self.image(image._replace(place=block.place, step=block.step)) for image in images]
        spans = self.spans(block.spans, block.place)
        return [block._replace(spans=spans)] if spans else []

    def chart(self, block: Code) -> Code:
        """A chart with the numbers of the file that it names."""
        if "data:" not in block.text:
            return block
        from rostra.reader.data_file import with_data

        block, problems = with_data(block, self.context)
        self.problems += problems
        return block

    def image(self, image: Image) -> Image:
        """The image; one that is not there is a problem."""
        path = image.path.partition("#")[0].partition("?")[0]
        if image.path.startswith(("http://", "https://", "//")):
            message = "pictures are not fetched from the network: what is written for it is shown"
            self.problem(image.place, message, image.path, "picture")
        elif path and not image.path.startswith("data:"):
            try:
                resolve_link(path, Path(image.place.file).parent, self.context.root)
            except ValueError as error:
                self.problem(image.place, f"picture: {error}", self.written(image.path, image.place), "picture")
        return image

    def written(self, target: str, place: Place) -> str:
        """The target of a picture or a link as it is written, whose signs the parser may have made numbers of."""
        source = self.context.sources.get(place.file)
        return target if source is None or target in source.text else unquote(target)

    def spans(self, spans: Spans, place: Place) -> Spans:
        """The spans of text that is not parsed yet, in the colour of their container; others stay."""
        found = self.parsed(spans, place)
        if not self.color:
            return found
        return tuple(
            one._replace(color=self.color) if not one.color and one.looks.isdisjoint(OWN_COLORS) else one
            for one in found
        )

    def parsed(self, spans: Spans, place: Place) -> Spans:
        """The spans of text that is not parsed yet; others stay."""
        source = unparsed(spans)
        if source is None:
            return spans
        if source.is_html:
            from rostra.reader.html import html_text

            found, lost, unknown = html_text(source.text)
            if lost:
                message = f"HTML that cannot be shown is left out: {', '.join(lost)}"
                self.problem(place, message, lost[0][:-1], "html")
            for tag, message in unknown:
                self.problem(place, message, tag, "html")
            return found
        inline = read_inline(self.context.parser, source.text, self.env)
        for doubt in inline.doubts:
            self.problem(place, *doubt)
        for target in inline.links:
            self.link(target, place)
        return inline.spans

    def link(self, target: str, place: Place) -> None:
        """A link within the deck must lead somewhere; whether files are there is not looked for."""
        self.links.append(Link(target, place))
        name = target[1:].lower()
        if target.startswith("#") and name and name not in self.context.targets:
            known = [f"#{one}" for one in self.context.targets if not one.isdigit()]
            near = "" if name.isdigit() else did_you_mean(target, known)
            self.problem(place, f"the link {target} leads to no slide{near}", self.written(target, place), "link")

    def problem(self, place: Place, message: str, about: str, rule: str, word: str = "") -> None:
        self.problems.append(self.context.problem(place, message, about, rule=rule, word=word))
