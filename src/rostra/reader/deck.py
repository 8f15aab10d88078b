"""Files to a Deck."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import NamedTuple

from rostra.deck.blocks import Block, Heading, Paragraph, Place, plain, text_of
from rostra.deck.model import Content, Deck, Meta, Slide, SlideSettings, text_span
from rostra.errors import Problem
from rostra.reader.block_reader import BlockReader
from rostra.reader.block_rules import CROSSING, STRICT
from rostra.reader.context import DeckContext
from rostra.reader.dialects import NATIVE, Dialect, dialect_of
from rostra.reader.finish import Draft, finish
from rostra.reader.foreign import looks_like
from rostra.reader.front_matter import read_front_matter
from rostra.reader.grammar import parser, top_blocks
from rostra.reader.slide_draft import SlideDraft
from rostra.reader.slide_state import SlideState
from rostra.reader.slides import SlideReader
from rostra.reader.source import Source, from_bytes, read_source
from rostra.reader.token_stream import TokenStream
from rostra.safety import safe_line

OPENING = 12 * 1024
"""Bytes that are read before the first slide shows; a longer deck follows while it is looked at."""
LONGEST = 50_000
"""Characters of a slide: a longer one is no slide. It would take seconds to see whether it is a title, or to follow."""
TITLE_LINES, TITLE_WIDTH = 2, 80
"""How many lines of text a title has below it at most, and how many characters each."""


def read_deck(paths: Sequence[Path]) -> Deck:
    """Read one talk from one or several files; raises :class:`UserError` when a file cannot be read."""
    decks = [read_text(read_source(path)) for path in paths]
    if len(decks) == 1:
        return decks[0]
    slides = tuple(slide for deck in decks for slide in deck.slides)
    return Deck(
        slides=slides,
        meta=decks[0].meta,
        dialect=decks[0].dialect,
        problems=tuple(problem for deck in decks for problem in deck.problems),
        files=tuple(file for deck in decks for file in deck.files),
        name=decks[0].name,
    )


def read_opening(paths: Sequence[Path]) -> Deck | None:
    """The first slides of a long deck, None when the deck is short or its opening has no slide ends."""
    if len(paths) != 1 or not paths[0].is_file() or paths[0].stat().st_size <= OPENING:
        return None
    with paths[0].open("rb") as file:
        data = file.read(OPENING)
    try:
        data[: data.rfind(b"\n") + 1].decode("utf-8")
    except UnicodeDecodeError:
        return None
    deck = read_text(from_bytes(data[: data.rfind(b"\n") + 1], paths[0]))
    if len(deck.slides) < 3:
        return None
    return replace(deck, slides=deck.slides[:-1], problems=(), whole=False)


class Reading(NamedTuple):
    """One file as a deck, and how that came about."""

    deck: Deck
    drafts: Sequence[SlideDraft]
    """Those of the deck's last slides; what the front matter makes has none."""
    context: DeckContext


def read_text(source: Source) -> Deck:
    """The deck that one file's text is."""
    return read(source).deck


def read(source: Source) -> Reading:
    """The deck that one file's text is, with where its slides stand."""
    dialect = dialect_of(source)
    meta, text, problems = read_front_matter(source, dialect)
    context, reader, drafts = read_slides(Source(source.path, text, source.problems), meta, dialect)
    slides = [slide_of(draft, context) for draft in drafts]
    names = [slide.settings.name.lower() for slide in slides if slide.settings.name]
    context.targets |= {*names, *(str(number) for number in range(1, len(slides) + 1))}
    problems += reader.problems + _same_names(drafts)
    if dialect is NATIVE and (hint := looks_like(source)):
        problems.append(source.problem(1, hint, rule="dialect"))
    if not slides:
        problems.append(Problem(source.name, 0, "the deck is empty", rule="empty-slide"))
        slides = [Slide(Place(source.name, 1), "")]
    if slides[0].settings.layout != "title":
        if _opens_talk(slides[0]):
            slides[0] = replace(slides[0], settings=slides[0].settings._replace(layout="title"))
        if meta.title or meta.authors:
            slides = _with_intro(slides, meta, source.name)
    deck = Deck(
        slides=tuple(slides),
        meta=meta,
        dialect=dialect.name,
        problems=tuple(problems),
        files=tuple(dict.fromkeys(reader.files)),
        name=safe_line(source.path.stem),
    )
    return Reading(deck, drafts, context)


def read_drafts(source: Source, *, hidden: bool = False) -> tuple[Meta, list[SlideDraft]]:
    """The slides of one file, and of all that it includes, with where they stand; the front matter's own is none.

    Those that the deck leaves out are among them when they are asked for.
    """
    dialect = dialect_of(source)
    meta, text, _ = read_front_matter(source, dialect)
    _, reader, drafts = read_slides(Source(source.path, text, source.problems), meta, dialect)
    return meta, reader.solid if hidden else drafts


def read_slides(source: Source, meta: Meta, dialect: Dialect) -> tuple[DeckContext, SlideReader, list[SlideDraft]]:
    """Read the slides, once more where a listing that is never closed may have turned those after it inside out."""
    for strict in (False, True):
        context = DeckContext(dialect, parser(dialect), source.path.parent)
        if strict:
            context.env[STRICT] = True
        reader = SlideReader(context, meta.incremental_lists)
        drafts = reader.slides(source, meta.slide_level)
        if not (context.unclosed and CROSSING in context.env):
            break
    return context, reader, drafts


def slide_of(draft: SlideDraft, context: DeckContext) -> Slide:
    """The slide that a draft is; its text is parsed when it is needed."""
    place = draft.place
    return Slide(
        place=place,
        source=draft.source,
        settings=SlideSettings(**draft.settings),
        parse=partial(finish, draft.finished(), context),
        parse_notes=partial(_read_notes, place, context),
    )


def _read_notes(place: Place, context: DeckContext, notes: str) -> Content:
    """A slide's notes as the content of a slide of their own."""
    source = Source(Path(place.file), notes)
    inner = DeckContext(context.dialect, context.parser, context.root, targets=context.targets)
    inner.env["references"] = dict(context.env.get("references", {}))
    reader = BlockReader(SlideState(inner))
    for tokens in top_blocks(inner.parser, notes, inner.env):
        reader.read(TokenStream(source, list(context.dialect.marks(tokens))))
    state = reader.state
    return finish(Draft(reader.finished(), (), state.last_step + 1, footer=False), inner)


def _same_names(drafts: Sequence[SlideDraft]) -> list[Problem]:
    seen: set[str] = set()
    problems = []
    for draft in drafts:
        name = draft.settings.get("name", "")
        if name and name in seen:
            settled = next(one for one in reversed(draft.directives) if "name" in one.settings)
            message = f"another slide is called {name!r} too"
            problems.append(settled.source.problem(settled.line + 1, message, rule="name", word=name))
        seen.add(name)
    return problems


def _opens_talk(slide: Slide) -> bool:
    """Whether a deck's first slide is its title although there is text on it: headings and a short line or two."""
    if len(slide.source) > LONGEST:
        return False
    blocks = slide.content.blocks
    headings = [block for block in blocks if isinstance(block, Heading)]
    lines = [plain(block.spans) for block in blocks if isinstance(block, Paragraph)]
    if slide.settings.layout or not headings or len(headings) + len(lines) < len(blocks):
        return False
    return 0 < len(lines) <= TITLE_LINES and all(len(line) <= TITLE_WIDTH for line in lines)


def _with_intro(slides: list[Slide], meta: Meta, file: str) -> list[Slide]:
    """The slides with what the front matter says before them, unless the first one says it already.

    A title slide that shares a word with the talk's title is completed by what it leaves out.
    """
    first = slides[0]
    if len(first.source) > LONGEST:
        return [_intro(meta, file), *slides]
    said = text_of(first.content.blocks).casefold()
    is_named = meta.title.casefold() in said or _stems(meta.title) & _stems(said)
    if not first.is_title or not is_named:
        return [_intro(meta, file), *slides]
    lines = (meta.subtitle, meta.author, *_lines(meta))
    missing = list(dict.fromkeys(line for line in lines if line and line.casefold() not in said))
    if not missing:
        return slides
    added: tuple[Block, ...] = tuple(Paragraph(text_span(line), first.place) for line in missing)
    content = first.content._replace(blocks=first.content.blocks + added)
    settings = first.settings._replace(layout="title")
    return [replace(first, settings=settings, parse=lambda: content), *slides[1:]]


def _stems(text: str) -> set[str]:
    """The beginnings of a text's words, so that talk and talks are alike; short ones only where there are no others."""
    words = re.findall(r"\w+", text.casefold())
    return {word[:4] for word in words if len(word) >= 4} or set(words)


def _lines(meta: Meta) -> list[str]:
    """What stands below the title."""
    place = " · ".join(filter(None, (meta.event, meta.location)))
    return [line for line in (meta.author if meta.title else "", place, meta.date) if line]


def _intro(meta: Meta, file: str) -> Slide:
    """The slide that the front matter makes."""
    place = Place(file, 1)
    title = meta.title or meta.author
    blocks: list[Block] = [Heading(1, text_span(title), place)]
    if meta.subtitle:
        blocks.append(Heading(2, text_span(meta.subtitle), place))
    blocks += [Paragraph(text_span(line), place) for line in _lines(meta)]
    content = Content(tuple(blocks), title)
    return Slide(place, f"(intro) {title}", SlideSettings(layout="title"), parse=lambda: content)
