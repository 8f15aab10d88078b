"""Where the slides of a text stand."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from rostra.editing.slides.parts import SlideText


class SlideRange(NamedTuple):
    """A slide of a file, or of one that it includes."""

    first: int
    """Its first line that is not blank, counted from 0, in ``file``."""
    last: int
    """The last one."""
    file: Path
    """The file where it begins."""
    is_here: bool
    """Whether all of it stands in the file that was read; only then can it be changed there."""
    is_hidden: bool
    """Whether the deck leaves it out; :func:`rostra.reader.read_deck` has only the others."""
    name: str
    """The name that it was given, or nothing."""


def slide_ranges(text: str, path: Path) -> tuple[SlideRange, ...]:
    """All slides of a file's text, in order, hidden ones as well; the one that front matter makes is none."""
    deck = SlideText(text, path)
    return tuple(
        SlideRange(
            part.first, part.last, part.file, part.is_here, part.draft.skipped, str(part.draft.settings.get("name", ""))
        )
        for part in deck.parts
    )


def slide_at(ranges: Sequence[SlideRange], line: int, path: Path) -> int | None:
    """The slide on or above a line of the file, counted from 0; the first one above all of them; None without any."""
    here = [index for index, one in enumerate(ranges) if one.file == path]
    return max((index for index in here if ranges[index].first <= line), default=here[0] if here else None)
