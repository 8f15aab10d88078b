"""A deck while it is written: after a change only the slide that it is in is read again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple, assert_never

from rostra.deck.blocks import (
    Block,
    Code,
    Container,
    Heading,
    Image,
    Item,
    List,
    Paragraph,
    Place,
    Quote,
    Rule,
    Space,
    Table,
)
from rostra.deck.model import Content, Deck, Meta, Slide, text_span
from rostra.errors import Problem
from rostra.reader.alike import alike
from rostra.reader.block_rules import STRICT
from rostra.reader.deck import LONGEST, read, read_slides, slide_of
from rostra.reader.dialects import dialect_of
from rostra.reader.slide_draft import SlideDraft
from rostra.reader.source import Source, from_text

END = "end-of-what-is-read"
"""A slide of its own behind the one that is read again: where it is missing, the change has reached further."""


class LiveSlide(NamedTuple):
    """A slide, and where in the deck's own file it stands now."""

    slide: Slide
    """With places as they are now."""
    first: int
    """Its first line, counted from 0."""
    end: int
    """The line behind its last one; no more than ``first`` for a slide that stands elsewhere, or nowhere."""
    origin: Slide
    """As it was read last: the same object as long as nothing of it has changed."""
    shift: int
    """How many lines it has moved down since."""
    noticed: tuple[Problem, ...] = ()
    """What was noticed while it was read, on the lines of its origin."""

    def moved(self, file: str, lines: int) -> LiveSlide:
        """The slide when a file has some lines more above it."""
        if not lines or self.origin.place.file != file:
            return self
        shift, more = self.shift + lines, lines if self.first < self.end else 0
        return self._replace(
            slide=_moved(self.origin, shift), first=self.first + more, end=self.end + more, shift=shift
        )

    def here(self, problems: Sequence[Problem]) -> list[Problem]:
        """Problems on the lines of the origin, moved to where the slide stands now."""
        return [one.moved(self.origin.place.file, self.shift) for one in problems]


class LiveDeck:
    """A deck that follows the text of its file. Slides that are included are as their files were last read."""

    def __init__(self, path: Path, text: str) -> None:
        self.path = path
        self.settled = True
        """Whether all of it was read at the last change; links and footnotes across slides can be told only then."""
        self._read(from_text(text, path))

    # -- what it is now -----------------------------------------------------------------------------------------

    @property
    def lines(self) -> list[str]:
        """The text in lines."""
        return self.source.lines

    @property
    def deck(self) -> Deck:
        """The deck as it is now."""
        noticed = [problem for one in self.slides for problem in one.here(one.noticed)]
        return replace(self._deck, slides=tuple(one.slide for one in self.slides), problems=(*self.general, *noticed))

    def index_at(self, line: int) -> int:
        """The slide, counted from 0, that a line, counted from 0, belongs to: the last that begins there or above."""
        begun = [i for i, one in enumerate(self.slides) if one.first <= line and one.first < one.end]
        return begun[-1] if begun else 0

    def surroundings(self) -> object:
        """What decides how a slide is read besides what is written on it; equal as long as that is the same."""
        context = self._reading.context
        footnotes = {
            label: (_Mover(one.place.file, -one.place.line).blocks(one.blocks), one.notes)
            for label, one in context.footnotes.items()
        }
        references = dict(context.env.get("references", {}))
        leads_within = any(str(one.get("href", "")).startswith("#") for one in references.values())
        return self._deck.dialect, references, footnotes, self.targets() if leads_within else None

    def targets(self) -> frozenset[str]:
        """What links within the deck can lead to; until all is read again also what they could before."""
        return frozenset(self._reading.context.targets)

    # -- changes ------------------------------------------------------------------------------------------------

    def change(self, text: str) -> bool:
        """Follow a change of the text; false when there is none."""
        source = from_text(text, self.path)
        if source.text == self.source.text:
            return False
        if not self._read_one(source):
            self._read(source)
        return True

    def settle(self) -> None:
        """Read all of it, if at the last changes single slides were."""
        if not self.settled:
            self._read(self.source)

    def _read(self, source: Source) -> None:
        reading = read(source)
        self.source, self.settled = source, True
        self._deck, self._reading = reading.deck, reading
        made = len(reading.deck.slides) - len(reading.drafts)
        self._one_by_one = any(draft.heading is not None for draft in reading.drafts)
        """Whether slides begin at headings, and no rule ends any."""
        self._is_open = any(one.breaks for one in reading.deck.problems) or STRICT in reading.context.env
        """Whether something is never closed, which changes how other slides are read."""
        read_now = [_bearable(slide) for slide in reading.deck.slides]
        slides = [LiveSlide(slide, 0, 0, slide, 0) for slide in read_now[:made]]
        for slide, draft in zip(read_now[made:], reading.drafts, strict=True):
            first, end = _stretch(draft, source.name)
            noticed = tuple(one for one in reading.deck.problems if _is_within(one, source.name, first, end))
            slides.append(LiveSlide(slide, first, end, slide, 0, noticed))
        self.slides = slides
        self._made = made
        told = {one for slide in slides for one in slide.noticed}
        self.general = tuple(one for one in reading.deck.problems if one not in told)

    def _read_one(self, source: Source) -> bool:
        """Read the one slide again that a change lies within; false when more than that may have changed."""
        start, same = alike(self.source.lines, source.lines)
        end, grown = len(self.source.lines) - same, len(source.lines) - len(self.source.lines)
        found = [i for i, one in enumerate(self.slides) if one.first <= start and end <= one.end and one.first < end]
        if not found or found[0] <= self._made or source.problems != self.source.problems:
            return False
        if self._is_open:
            return False
        index = found[0]
        old = self.slides[index]
        region = source.lines[old.first : old.end + grown]
        if any("]:" in line for line in (*region, *self.source.lines[old.first : old.end])):
            return False
        made = self._slide_again(source, region, old.first, old.end + grown)
        if made is None:
            return False
        self.slides = [
            *self.slides[:index],
            made,
            *(one.moved(source.name, grown) for one in self.slides[index + 1 :]),
        ]
        self.general = tuple(one if one.line <= old.end else one.moved(source.name, grown) for one in self.general)
        self.source, self.settled = source, False
        return True

    def _slide_again(self, source: Source, region: Sequence[str], first: int, end: int) -> LiveSlide | None:
        """The slide that stands on some lines, None when they are not exactly one."""
        behind = source.lines[end : end + 1] if not self._one_by_one else []
        is_last = end >= len(source.lines)
        closing = [] if is_last else [*behind, "", f"# {END}" if self._one_by_one else END]
        text = "\n".join([*[""] * first, *region, *closing])
        meta: Meta = self._deck.meta if self._one_by_one else self._deck.meta._replace(slide_level=0)
        context, reader, drafts = read_slides(Source(source.path, text), meta, dialect_of(self.source))
        if len(drafts) != 2 - is_last or (not is_last and drafts[1].source.removeprefix("# ") != END):
            return None
        draft = drafts[0]
        if context.footnotes or context.env.get("references") or draft.within_line or len(reader.files) > 1:
            return None
        if any(one.breaks for one in reader.problems) or _stretch(draft, source.name) != (0, end):
            return None
        if self._one_by_one and (draft.heading is None or draft.heading.start != first):
            return None
        known = self._reading.context
        known.targets |= {*context.targets, *filter(None, [draft.settings.get("name", "").lower()])}
        context.targets, context.footnotes = known.targets, known.footnotes
        context.env["references"] = known.env.get("references", {})
        slide = _bearable(slide_of(draft, context))
        return LiveSlide(slide, first, end, slide, 0, tuple(reader.problems))


def _bearable(slide: Slide) -> Slide:
    """A slide that can be followed: of one that is far too long it is only told that it is."""
    if len(slide.source) <= LONGEST:
        return slide
    message = f"this slide has {len(slide.source)} characters: it is neither checked nor shown while it is written"
    told = Problem(slide.place.file, slide.place.line, message, rule="fit")
    content = Content((Paragraph(text_span(message), slide.place),), problems=(told,))
    return replace(slide, parse=lambda: content)


def _stretch(draft: SlideDraft, name: str) -> tuple[int, int]:
    """The lines of a slide in a file: the first, and the one behind the last; equal when it stands there in pieces."""
    if len(draft.lines) != 1 or draft.lines[0][0].name != name or draft.within_line:
        return 0, 0
    _, first, end = draft.lines[0]
    return first, end


def _is_within(problem: Problem, file: str, first: int, end: int) -> bool:
    return problem.file == file and first < problem.line <= end


# -- slides on other lines --------------------------------------------------------------------------------------


def _moved(slide: Slide, lines: int) -> Slide:
    """A slide as if it stood some lines further down its file."""
    if not lines:
        return slide
    mover = _Mover(slide.place.file, lines)

    def parse() -> Content:
        content = slide.content
        problems = tuple(one.moved(mover.file, lines) for one in content.problems)
        links = tuple(one._replace(place=mover.place(one.place)) for one in content.links)
        return content._replace(blocks=mover.blocks(content.blocks), problems=problems, links=links)

    place = slide.place._replace(line=slide.place.line + lines)
    return replace(slide, place=place, parse=parse)


class _Mover(NamedTuple):
    file: str
    lines: int

    def blocks(self, blocks: Sequence[Block]) -> tuple[Block, ...]:
        return tuple([self.block(block) for block in blocks])

    def block(self, block: Block) -> Block:
        match block:
            case Quote() | Container():
                return block._replace(children=self.blocks(block.children), place=self.place(block.place))
            case List():
                items = tuple([self.item(item) for item in block.items])
                return block._replace(items=items, place=self.place(block.place))
            case Heading() | Paragraph() | Code() | Table() | Rule() | Image() | Space():
                return block._replace(place=self.place(block.place))
            case _:
                assert_never(block)

    def item(self, item: Item) -> Item:
        return item._replace(children=self.blocks(item.children), place=self.place(item.place))

    def place(self, place: Place) -> Place:
        return Place(place.file, place.line + self.lines) if place.line and place.file == self.file else place
