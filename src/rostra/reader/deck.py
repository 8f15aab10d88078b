"""Files to a Deck."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from rostra.deck.blocks import Heading, Paragraph, Place, plain
from rostra.deck.model import Content, Deck, Meta, Slide, SlideSettings, text_span
from rostra.errors import Problem
from rostra.reader.builder import build
from rostra.reader.drafts import Draft
from rostra.reader.metadata import KEYS, key_lines, read_meta
from rostra.reader.source import Source, from_bytes, read_source, split_front_matter
from rostra.reader.splitter import Splitter
from rostra.reader.stream import Piece
from rostra.safety import safe_line

OPENING = 16 * 1024
"""Bytes that are read before the first slide shows; a longer deck follows while it is looked at."""


def read_deck(paths: Sequence[Path]) -> Deck:
    """Read one talk from one or several files; raises :class:`UserError` when a file cannot be read."""
    decks = [_deck(read_source(path)) for path in paths]
    if len(decks) == 1:
        return decks[0]
    return Deck(
        slides=tuple(slide for deck in decks for slide in deck.slides),
        meta=decks[0].meta,
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
    source = from_bytes(data[: data.rfind(b"\n") + 1], paths[0])
    deck = _deck(source)
    if len(deck.slides) < 3:
        return None
    return replace(deck, slides=deck.slides[:-1], problems=(), whole=False)


def _read_notes(place: Place, notes: str) -> Content:
    """A slide's notes as the content of a slide of their own."""
    return replace(build([Piece(place.file, place.line, notes)]), footer=False)


def _deck(source: Source) -> Deck:
    """The deck that one file holds."""
    meta, body, problems = front_matter(source)
    splitter = Splitter(source.path.parent)
    drafts = splitter.split(source, body, meta.slide_level)
    slides = [_slide(draft, splitter, meta) for draft in drafts]
    problems += splitter.problems + _same_names(slides)
    if not slides:
        problems.append(Problem(source.name, 0, "the deck is empty"))
        slides = [Slide(Place(source.name, 1), "")]
    if (meta.title or meta.authors) and not is_title_slide(slides[0]):
        slides.insert(0, _intro(meta, source.name))
    files = tuple(dict.fromkeys(splitter.files))
    return Deck(tuple(slides), meta, problems=tuple(problems), files=files, name=safe_line(source.path.stem))


def front_matter(source: Source) -> tuple[Meta, str, list[Problem]]:
    """The front matter, and the text with it made blank so that lines keep their numbers."""
    yaml, lines = split_front_matter(source.text)
    if not lines:
        return Meta(), source.text, []
    if yaml[:1] in ("\n", "#") and not key_lines(yaml).keys() & KEYS.keys():
        return Meta(), source.text, []
    blanked = "\n" * lines + "\n".join(source.text.split("\n")[lines:])
    if not yaml.strip():
        return Meta(), blanked, []
    from rostra.reader.yaml_subset import YamlError, load

    try:
        values = load(yaml)
    except YamlError as error:
        if not key_lines(yaml):
            return Meta(), source.text, []
        line = min(error.line, yaml.count("\n")) + 2
        return Meta(), blanked, [Problem(source.name, line, f"the front matter cannot be read: {error}")]
    if not isinstance(values, dict):
        return Meta(), source.text, []
    meta, problems = read_meta(values, source.name, key_lines(yaml))
    return meta, blanked, problems


def _slide(draft: Draft, splitter: Splitter, meta: Meta) -> Slide:
    pieces = tuple(draft.pieces)
    parse = partial(
        build,
        pieces,
        references=splitter.env.get("references"),
        footnotes=splitter.footnotes,
        incremental=meta.incremental_lists,
        include=splitter.inner_include,
    )
    place = _first_place(draft)
    return Slide(
        place=place,
        source="\n".join(piece.text.strip() for piece in pieces),
        settings=SlideSettings(**draft.settings),
        parse=parse,
        parse_notes=partial(_read_notes, place),
    )


def _first_place(draft: Draft) -> Place:
    """Where the first line of a draft that is not blank stands."""
    for piece in draft.pieces:
        lines = piece.text.split("\n")
        if (line := next((i for i, text in enumerate(lines) if text.strip()), None)) is not None:
            return piece.place(line)
    return draft.pieces[0].place(0) if draft.pieces else Place()


def _same_names(slides: Sequence[Slide]) -> list[Problem]:
    seen: set[str] = set()
    problems = []
    for slide in slides:
        name = slide.settings.name
        if name and name in seen:
            problems.append(Problem(slide.place.file, slide.place.line, f"another slide is called {name!r} too"))
        seen.add(name)
    return problems


def is_title_slide(slide: Slide) -> bool:
    """Whether a slide opens a talk: settled so, or nothing but headings and a line or two."""
    if slide.settings.layout:
        return slide.settings.layout == "title"
    blocks = slide.content.blocks
    lines = [block for block in blocks if isinstance(block, Paragraph)]
    others = [block for block in blocks if not isinstance(block, (Heading, Paragraph))]
    short = all(len(plain(block.spans)) <= 80 for block in lines)
    return len(blocks) > len(lines) and len(lines) <= 2 and short and not others


def _intro(meta: Meta, file: str) -> Slide:
    """The slide that the front matter makes."""
    place = Place(file, 1)
    title = meta.title or meta.author
    blocks = [Heading(1, text_span(title), place)]
    blocks += [Heading(2, text_span(meta.subtitle), place)] * bool(meta.subtitle)
    lines = [meta.author] * bool(meta.title) + [" · ".join(filter(None, (meta.event, meta.location))), meta.date]
    blocks += [Paragraph(text_span(line), place) for line in lines if line]  # type: ignore[misc]
    content = Content(tuple(blocks), title)
    settings = SlideSettings(layout="title")
    return Slide(place, f"(intro) {title}", settings, parse=lambda: content)
