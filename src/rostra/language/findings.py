"""What is wrong with each slide, remembered for as long as nothing of it changes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from rostra.deck.model import Slide
from rostra.errors import Problem
from rostra.reader.live import LiveSlide

ON_DISK = frozenset(("picture", "include", "link"))
"""Checks that look at other files: what they find is not trusted for longer than until all is read again."""

LINKED = re.compile(r"\(\s*<?#")
"""What a slide has that links within the deck."""


class _Found(NamedTuple):
    origin: Slide
    """Kept along, so that no other slide can get its identity."""
    problems: tuple[Problem, ...]
    """On the lines of the origin."""

    @property
    def lasts(self) -> bool:
        return not any(one.rule in ON_DISK for one in self.problems)


class Findings:
    """Problems by slide."""

    def __init__(self) -> None:
        self._found: dict[int, _Found] = {}

    def of(self, slide: LiveSlide) -> list[Problem] | None:
        """What is wrong with a slide, on the lines where it stands now; None when it was not looked at yet."""
        found = self._found.get(id(slide.origin))
        return None if found is None else slide.here(found.problems)

    def keep(self, slide: LiveSlide, problems: Iterable[Problem]) -> None:
        """Remember what is wrong with a slide, as it was found on the lines where it stands now."""
        file = slide.origin.place.file
        self._found[id(slide.origin)] = _Found(slide.origin, tuple(one.moved(file, -slide.shift) for one in problems))

    def forget(self, slides: Sequence[LiveSlide] = ()) -> None:
        """Forget all but what is known of some slides."""
        origins = {id(one.origin) for one in slides}
        self._found = {key: found for key, found in self._found.items() if key in origins}

    def handed_on(self, slides: Sequence[LiveSlide], same_targets: bool) -> Findings:
        """What is known of slides that were read again and are as they were, wherever they stand now.

        Unless links have the same targets as before, slides with links within the deck are to be looked at again.
        """
        known = {_likeness(found.origin): found for found in self._found.values()}
        new = Findings()
        for slide in slides:
            found = known.get(_likeness(slide.origin))
            if found is not None and (same_targets or not LINKED.search(slide.origin.source)) and found.lasts:
                down = slide.origin.place.line - found.origin.place.line
                moved = tuple(one.moved(slide.origin.place.file, down) for one in found.problems)
                new._found[id(slide.origin)] = _Found(slide.origin, moved)
        return new


def _likeness(slide: Slide) -> object:
    return slide.source, slide.settings, slide.place.file
