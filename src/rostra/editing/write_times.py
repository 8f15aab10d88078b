"""Measured times into a deck: only the ``time`` of its slide directives changes, every other byte stays."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from rostra.deck.model import Deck, Slide
from rostra.deck.unplaced import unplaced
from rostra.editing.edits import File, changed_meanwhile
from rostra.editing.text_edit import TextEdit
from rostra.editing.time_setting import LeftAloneError, with_time
from rostra.errors import Problem, UserError
from rostra.reader.deck import read_drafts, read_text
from rostra.reader.dialects import NATIVE
from rostra.reader.head import split_front_matter
from rostra.reader.slide_draft import SlideDraft
from rostra.reader.source import Source, read_source
from rostra.rehearsal.slide_keys import slide_keys

GRAIN = 5
"""Seconds that times are rounded to, and the least that is written."""
LONGEST = 86400


@dataclass(frozen=True, slots=True)
class Written:
    """What was done to a deck."""

    changed: int
    """How many directives were changed or added."""
    left: tuple[Problem, ...] = ()
    """Slides whose time could not be written: where they begin, and why."""


def write_times(paths: Sequence[Path], times: Mapping[str, float]) -> Written:
    """Write measured seconds, by the keys of :func:`slide_keys`, into the files of a talk; other slides stay.

    Raises :class:`UserError` when a file cannot be read or written, is not in UTF-8, or changed meanwhile.
    """
    talk = [_read(path) for path in paths]
    found = [one for slides in talk for one in slides]
    keys = slide_keys(Deck(tuple(one.slide for one in found)))
    changes = Changes([one.draft for one in found if one.draft is not None])
    left = []
    for key, one in zip(keys, found, strict=True):
        seconds = times.get(key, 0.0)
        if one.draft is None or not math.isfinite(seconds) or seconds <= 0:
            continue
        try:
            changes.set_time(one.draft, rounded(seconds))
        except LeftAloneError as reason:
            place = one.slide.place
            left.append(Problem(place.file, place.line, f"the time was not written: {reason}"))
    return Written(changes.write(), tuple(left))


def rounded(seconds: float) -> int:
    """Seconds as they are written."""
    return min(LONGEST, max(GRAIN, math.floor(seconds / GRAIN + 0.5) * GRAIN))


@dataclass(frozen=True, slots=True)
class Found:
    """A slide, and how it was found; no draft for one that stands in no file."""

    slide: Slide
    draft: SlideDraft | None


def _read(path: Path) -> list[Found]:
    """The slides that one file and all that it includes make."""
    source = read_source(path)
    deck = read_text(source)
    if deck.dialect != NATIVE.name:
        raise UserError(f"{source.name} is a {deck.dialect} deck", hint="times are written to decks of our own format")
    _, drafts = read_drafts(source)
    made = len(deck.slides) - len(drafts)
    # The front matter makes a slide, and so does a deck that has none.
    if not 0 <= made <= 1 + (not drafts) or [d.source for d in drafts] != [s.source for s in deck.slides[made:]]:
        raise changed_meanwhile(source.name)
    return [Found(slide, draft) for slide, draft in zip(deck.slides, [*[None] * made, *drafts], strict=True)]


@dataclass
class Changes:
    """The files of a talk that are to change."""

    drafts: Sequence[SlideDraft]
    files: dict[Path, File] = field(default_factory=dict)
    outlines: dict[Path, list[object]] = field(default_factory=dict)
    """What must stay the same about the slides of each."""

    def __post_init__(self) -> None:
        sources = {id(source): source for draft in self.drafts for source, _, _ in draft.lines}
        self._shown = Counter(source.path.resolve() for source in sources.values())

    def set_time(self, draft: SlideDraft, seconds: int) -> None:
        """Plan the edit that gives a slide its time; raises :class:`LeftAloneError` when it should not be made."""
        if draft.directives:
            # The last time on a slide is the one that counts.
            timed = [one for one in draft.directives if "time" in one.settings]
            settled = (timed or draft.directives)[-1 if timed else 0]
            file = self._file(settled.source)
            if settled.settings.get("time") != seconds:
                self._keep(file, with_time(file, settled, seconds))
        elif draft.heading is not None:
            # Above the heading that begins a slide, a directive would belong to the slide before.
            file = self._file(draft.heading.source)
            self._keep(file, _below(file, draft.heading.end, seconds))
        else:
            line, source = _first_line(draft)
            file = self._file(source)
            self._keep(file, _above(file, line, seconds))

    def _file(self, source: Source) -> File:
        """The file of a source; refused when the talk shows it twice, for then a time in it counts twice."""
        path = source.path.resolve()
        if self._shown[path] > 1:
            raise LeftAloneError("its file is in the talk more than once")
        if path not in self.files:
            found = read_source(source.path)
            # Front matter is blank in what the slides were read from.
            same = (not line or line == other for line, other in zip(source.lines, found.lines, strict=False))
            if len(source.lines) != len(found.lines) or not all(same):
                raise changed_meanwhile(source.name)
            file = self.files[path] = File(found)
            self.outlines[path] = _outline(file.edited())
        return self.files[path]

    def _keep(self, file: File, edit: TextEdit) -> None:
        """Plan an edit, unless the file read again would be other slides."""
        file.edits.append(edit)
        if _outline(file.edited()) != self.outlines[file.path]:
            file.edits.pop()
            raise LeftAloneError("with a directive there the deck would be read in another way")

    def write(self) -> int:
        """Put all edits into their files, or none of them; returns how many there are."""
        changed = [file for file in self.files.values() if file.edits]
        for file in changed:
            file.check()
        for file in changed:
            file.write()
        return sum(len(file.edits) for file in changed)


def _outline(source: Source) -> list[object]:
    """What must stay the same about the slides of a file while times are written to it."""
    meta, drafts = read_drafts(source)
    # The same blocks stand on other lines once a directive was added above them.
    return [meta, *(unplaced(draft.finished()) for draft in drafts)]


def _first_line(draft: SlideDraft) -> tuple[int, Source]:
    """The line, counted from 0, above which a directive belongs to a slide, and its file."""
    if draft.within_line:
        raise LeftAloneError("it does not begin on a line of its own")
    for source, start, end in draft.lines:
        for line in range(start, end):
            if source.lines[line].strip():
                return line, source
    raise LeftAloneError("it has no line")


# -- editing ----------------------------------------------------------------------------------------------------


def _directive(seconds: int) -> str:
    return f"<!-- slide: {{time: {seconds}s}} -->"


def _above(file: File, line: int, seconds: int) -> TextEdit:
    """The edit that puts a directive above a line."""
    plain = f"{_directive(seconds)}\n\n"
    if line < split_front_matter(file.source.text)[1]:
        # Between two rules at the very start a directive could make front matter of a slide.
        return TextEdit(line, 0, line, 0, f"\n{plain}")
    return TextEdit(line, 0, line, 0, plain)


def _below(file: File, line: int, seconds: int) -> TextEdit:
    """The edit that puts a directive below a heading whose last line is the one before ``line``."""
    if line == len(file.lines):
        end = len(file.lines[-1])
        return TextEdit(line - 1, end, line - 1, end, f"\n\n{_directive(seconds)}")
    blank = "" if not file.lines[line].strip() else "\n"
    return TextEdit(line, 0, line, 0, f"\n{_directive(seconds)}\n{blank}")
