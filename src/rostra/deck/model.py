"""Deck and Slide: a talk as frozen values."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

from rostra.deck.blocks import Block, Code, Container, Heading, Image, Paragraph, Place, Quote, Span, Spans, plain
from rostra.errors import Problem
from rostra.safety import safe_line


class Link(NamedTuple):
    """A link that leads to no web address."""

    target: str
    """As the reader has it: some signs are written by their numbers."""
    place: Place
    """The block that it is in."""


class Content(NamedTuple):
    """What a slide holds, once its source was parsed."""

    blocks: tuple[Block, ...] = ()
    title: str = ""
    """The first heading as plain text."""
    notes: str = ""
    """The speaker's notes, in Markdown."""
    steps: int = 1
    """How often "next" is pressed on the slide before it leaves it; at least 1."""
    footer: bool = True
    """Whether header and footer are drawn."""
    problems: tuple[Problem, ...] = ()
    links: tuple[Link, ...] = ()


class Background(NamedTuple):
    """What a slide lies on."""

    color: str = ""
    """``#rrggbb``, or nothing for the theme's own."""
    last: str = ""
    """The colour of the last row, to which the others pass over; nothing where all have one."""
    pattern: str = ""
    """The name of what is drawn faintly where nothing stands."""
    picture: str = ""
    """The path of a picture that fills the page, dimly; as it is written until the deck is read, then whole."""


class SlideSettings(NamedTuple):
    """What a ``slide:`` directive settles."""

    layout: str = ""
    """How it is laid out; empty is decided by its content."""
    name: str = ""
    """A name to jump to; unique in the deck."""
    time: float | None = None
    """Planned seconds."""
    transition: str = ""
    """How it comes in; empty is as the deck says."""
    step_transition: str = ""
    """How its steps come in; empty is as the deck says."""
    background: Background | None = None
    """What it lies on; None is as the deck says."""


UNSETTLED = SlideSettings()


@dataclass(frozen=True)
class Slide:
    """What the audience sees at once, in one or more steps.

    Its source is parsed when :attr:`content` is first asked for, so that a long deck opens at once.
    """

    place: Place
    source: str
    """The slide's Markdown: its identity when the deck is read again."""
    settings: SlideSettings = UNSETTLED
    parse: Callable[[], Content] = field(default=Content, compare=False, repr=False)
    parse_notes: Callable[[str], Content] = field(default=lambda notes: Content(), compare=False, repr=False)

    @cached_property
    def content(self) -> Content:
        """What the slide holds."""
        return self.parse()

    @cached_property
    def notes(self) -> Slide:
        """The speaker's notes as a slide of their own, to be typeset like one."""
        notes = self.content.notes
        return Slide(self.place, notes, SlideSettings(layout="default"), lambda: self.parse_notes(notes))

    @cached_property
    def layout(self) -> str:
        """The name of its layout: what it says, else what its content leaves no doubt of."""
        return self.settings.layout or layout_of(self.content.blocks)

    @property
    def is_title(self) -> bool:
        """Whether it is laid out as a title."""
        return self.layout == "title"

    @property
    def steps(self) -> int:
        """How many steps the slide has, at least 1."""
        return self.content.steps

    @property
    def label(self) -> str:
        """What to call the slide in a list of slides."""
        return self.content.title or self.settings.name or "(untitled)"


class Meta(NamedTuple):
    """What the front matter says of the talk."""

    title: str = ""
    subtitle: str = ""
    authors: tuple[str, ...] = ()
    date: str = ""
    event: str = ""
    location: str = ""
    lang: str = ""
    theme: str = ""
    theme_overrides: tuple[tuple[str, str], ...] = ()
    """What the deck changes in its theme: names of colours or roles, each with what it is instead."""
    aspect: float | None = None
    """Width divided by height of the page, None for the whole terminal."""
    duration: float | None = None
    """Planned seconds."""
    transition: str = ""
    """How slides come in; empty is at once."""
    step_transition: str = ""
    """How steps come in; empty is at once."""
    header: Spans | None = None
    """None when the deck does not say."""
    footer: Spans | None = None
    slide_level: int = 2
    incremental_lists: bool = False
    logo: str = ""
    """Stands at the right of the header."""
    progress: str = ""
    """``line``, ``dots`` or ``none``: how it is told how far the talk has come; empty is a line."""
    coming: str = ""
    """``faint`` when what later steps reveal is seen dimly; else it is hidden."""
    background: Background | None = None
    """What slides lie on that do not say; None is the theme's own."""
    max_columns: int | None = None
    """The widest content, in cells."""
    magnify: int | None = None
    """How many times as large slides are drawn, 0 for as large as they fit; None when the deck does not say."""
    check: tuple[str, ...] = ()
    """The checks that the deck does without."""

    @property
    def author(self) -> str:
        """All authors on one line."""
        return ", ".join(self.authors)


NO_META = Meta()


SHORT = 3
"""The most headings and lines of a slide that says that all of it stands in the middle, to be set as a title."""
SENTENCE = r"(?=(?:\S+ ){3}).{,138}[.!?…][”’»\")]?"
"""A text of four words and more that is one sentence or two, to be read at once."""
FIGURE = r"\W{0,2}\d[\d.,:/\u2009\xa0 ]*\s?(?:%|‰|°|\+|[A-Za-z€$£]{1,3})?"
"""A heading that is one number, with its unit."""


def unwrapped(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """The blocks of a slide without what only says that all of it stands in the middle."""
    while len(blocks) == 1 and isinstance(blocks[0], Container) and blocks[0].name in ("middle", "center"):
        blocks = blocks[0].children
    return blocks


def layout_of(blocks: tuple[Block, ...]) -> str:
    """The layout of a slide that does not say: another than the usual one only where its blocks leave no doubt."""
    wrapped, blocks = blocks, unwrapped(blocks)
    if (
        blocks is not wrapped
        and len(blocks) <= SHORT
        and all(isinstance(block, Heading | Paragraph) for block in blocks)
    ):
        return "title"
    head = blocks[0] if blocks and isinstance(blocks[0], Heading) else None
    match blocks[1:] if head is not None else blocks:
        case (Paragraph(), *more) if head is not None and re.fullmatch(FIGURE, plain(head.spans)) and len(more) < 3:
            return "number"
        case (Paragraph(spans),) if head is None and re.fullmatch(SENTENCE, plain(spans)):
            return "statement"
        case (Quote(),) | (Quote(), Paragraph()):
            return "quote"
        case (Image(),):
            return "image"
        case (Code(),):
            return "code"
        case rest if blocks and all(isinstance(block, Heading) for block in rest):
            return "title"
        case _:
            return "default"


@dataclass(frozen=True, slots=True)
class Deck:
    """A talk."""

    slides: tuple[Slide, ...]
    """At least one."""
    meta: Meta = NO_META
    dialect: str = "native"
    problems: tuple[Problem, ...] = ()
    """What was noticed while splitting; each slide's content has its own."""
    files: tuple[Path, ...] = ()
    """Every file that was read, the deck itself first."""
    name: str = ""
    """The first file's name without its ending, safe to show."""
    whole: bool = True
    """False when only the opening of a long deck has been read."""

    @property
    def title(self) -> str:
        """The talk's title, else its first heading, else the file's name."""
        if self.meta.title:
            return self.meta.title
        named = next((slide.content.title for slide in self.slides[:3] if slide.content.title), "")
        return named or self.name

    @property
    def seconds(self) -> float | None:
        """Planned seconds: the front matter's duration, else the sum of the slides' times."""
        if self.meta.duration is not None:
            return self.meta.duration
        times = [slide.settings.time for slide in self.slides if slide.settings.time is not None]
        return sum(times) if times else None

    @property
    def file_names(self) -> tuple[str, ...]:
        """The names that places and problems give to the files, in the same order."""
        return tuple(safe_line(str(path)) for path in self.files)

    @property
    def paths(self) -> dict[str, Path]:
        """The files by the names that places and problems give to them."""
        return dict(zip(self.file_names, self.files, strict=True))

    def all_problems(self) -> tuple[Problem, ...]:
        """Every problem of the deck, those first behind which nothing can be told; parses each slide."""
        found = [*self.problems]
        for slide in self.slides:
            found += slide.content.problems
        return tuple(sorted(dict.fromkeys(found), key=lambda one: (not one.breaks, one.file, one.line, one.column)))

    def number_of(self, name: str) -> int | None:
        """The 0-based index of the slide with this name, None when no slide has it."""
        return next((i for i, slide in enumerate(self.slides) if slide.settings.name == name), None)


def text_span(text: str) -> Spans:
    """Plain text as spans."""
    return (Span(text),) if text else ()
