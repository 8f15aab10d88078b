"""The talk that is checked, and what it is checked for."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import NamedTuple

from rostra.deck.blocks import Code, Place, blocks_within
from rostra.deck.model import Deck, Slide
from rostra.errors import Problem, UserError
from rostra.reader.source import Source, read_source
from rostra.typeset import Frame, Styles
from rostra.typeset.frame_cache import FrameCache

FENCE = re.compile("```|~~~")
Size = tuple[int, int]
"""Columns and rows of a terminal."""


class Setting(NamedTuple):
    """What a talk is checked for."""

    sizes: tuple[Size, ...] = ((80, 24), (120, 36))
    magnify: int = 1
    """How many times as large the terminal draws slides, whose pages are smaller by that."""
    strict: bool = False
    """Whether to look for what is a matter of taste as well."""

    def page(self, size: Size) -> Size:
        """The columns and rows of a slide on a terminal of a size."""
        return max(1, size[0] // self.magnify), max(1, size[1] // self.magnify)


USUAL = Setting()


@dataclass
class Talk:
    """A deck under a check."""

    deck: Deck
    styles: Styles
    setting: Setting = USUAL
    sources: Mapping[str, Source] = field(default_factory=dict)
    """The files as somebody is writing them, by their names; others are read from the disk."""
    of_theme: Sequence[str] = ()
    """Why the deck's theme cannot be used."""

    def __post_init__(self) -> None:
        self._frames = FrameCache(self.styles)
        self._frames.hurried = True  # colours change no width
        self.paths = self.deck.paths
        self._sources: dict[str, Source | None] = {}

    @property
    def root(self) -> Path:
        """The deck's folder, outside which nothing is read."""
        return self.deck.files[0].parent if self.deck.files else Path()

    def slide(self, index: int) -> Slide:
        """A slide, counted from 0."""
        return self.deck.slides[index]

    def frame(self, index: int, page: Size) -> Frame:
        """A slide, counted from 0, on a page of so many columns and rows."""
        return self._frames.frame(self.deck, index, *page)

    def source(self, file: str) -> Source | None:
        """A file of the deck by the name that places have; None for one that cannot be read."""
        if file in self.sources:
            return self.sources[file]
        if file not in self._sources:
            try:
                self._sources[file] = read_source(self.paths[file]) if file in self.paths else None
            except UserError:
                self._sources[file] = None
        return self._sources[file]

    def path(self, file: str) -> Path:
        """The path of a file of the deck by the name that places have."""
        return self.paths.get(file, Path(file))

    def has(self, file: str, text: str) -> bool:
        """Whether something is written in a file of the deck."""
        source = self.source(file)
        return source is not None and text in source.text

    def lines_of(self, index: int) -> Iterator[tuple[Place, str]]:
        """The lines of a slide, counted from 0, each with its place; only as far as they stand in one file."""
        slide = self.slide(index)
        source = self.source(slide.place.file)
        if source is None or is_made(slide):
            return
        for line, text in enumerate(slide.source.split("\n"), slide.place.line):
            if line > len(source.lines) or text.strip() != source.lines[line - 1].strip():
                return
            yield Place(slide.place.file, line), source.lines[line - 1]

    def line_of(self, block: Code, number: int) -> Place:
        """Where a line of a listing, counted from 0, stands."""
        source, place = self.source(block.place.file), block.place
        lines = source.lines if source else []
        is_fenced = 0 < place.line <= len(lines) and FENCE.search(lines[place.line - 1]) is not None
        return place._replace(line=place.line + number + is_fenced)

    def key(self, key: str) -> tuple[Place, str]:
        """Where a key of the front matter stands, and its value as it is written; the first line where it does not."""
        place = Place(self.deck.file_names[0] if self.deck.files else "", 1)
        source = self.source(place.file)
        for number, line in enumerate(source.lines if source else (), 1):
            if line.startswith(f"{key}:"):
                return place._replace(line=number), line[len(key) + 1 :].strip()
            if number > 1 and line.startswith("---"):
                break
        return place, ""

    def problem(self, place: Place, message: str, about: str = "", *, hint: str = "") -> Problem:
        """A problem of a block; ``about`` is what is meant, as it is written there or a few lines below."""
        source = self.source(place.file)
        if source is None or not place.line:
            return Problem(place.file, place.line, message, hint=hint)
        return replace(source.problem(place.line, message, about, rule=""), hint=hint)


def is_made(slide: Slide) -> bool:
    """Whether a slide was made from the front matter, and has no lines of its own."""
    return slide.source.startswith("(intro) ") and slide.settings.layout == "title" and slide.place.line == 1


def listings(slide: Slide) -> list[Code]:
    """The listings of a slide, at any depth."""
    return [block for block in blocks_within(slide.content.blocks) if isinstance(block, Code)]
