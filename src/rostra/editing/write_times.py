"""Measured times into a deck: only the ``time`` of its slide directives changes, every other byte stays."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from rostra.deck.model import Deck, Slide
from rostra.editing.edits import Edit, File, changed_meanwhile
from rostra.errors import Problem
from rostra.reader.comments import COMMENT
from rostra.reader.deck import front_matter, read_deck
from rostra.reader.directives import WORD, Directive, read_comment
from rostra.reader.drafts import Draft, Event
from rostra.reader.source import Source, read_source, split_front_matter
from rostra.reader.splitter import Splitter
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


class LeftAloneError(Exception):
    """A slide's time cannot be written; the message says why."""


def write_times(paths: Sequence[Path], times: Mapping[str, float]) -> Written:
    """Write measured seconds, by the keys of :func:`slide_keys`, into the files of a talk; other slides stay.

    Raises :class:`UserError` when a file cannot be read or written, is not in UTF-8, or changed meanwhile.
    """
    talk = [_slides(path) for path in paths]
    found = [one for slides in talk for one in slides]
    keys = slide_keys(Deck(tuple(one.slide for one in found)))
    changes = Changes([slides[0].finder for slides in talk])
    left = []
    for key, one in zip(keys, found, strict=True):
        seconds = times.get(key, 0.0)
        if one.draft is None or not math.isfinite(seconds) or seconds <= 0:
            continue
        try:
            _set_time(one, one.draft, rounded(seconds), changes)
        except LeftAloneError as reason:
            place = one.slide.place
            left.append(Problem(place.file, place.line, f"the time was not written: {reason}"))
    changed = [file for file in changes.files.values() if file.edits]
    for file in changed:
        file.check()
    for file in changed:
        file.write()
    return Written(sum(len(file.edits) for file in changed), tuple(left))


def rounded(seconds: float) -> int:
    """Seconds as they are written."""
    return min(LONGEST, max(GRAIN, math.floor(seconds / GRAIN + 0.5) * GRAIN))


# -- finding ----------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Mark:
    """Something on a slide that is more than an ordinary comment."""

    event: Event
    nth: int = 0
    """How many slide directives stand before it in its HTML block."""


class Finder(Splitter):
    """A splitter whose drafts hold, in place of their settings, every :class:`Mark` on the slide, in order."""

    def __init__(self, root: Path) -> None:
        super().__init__(root)
        self.sources: list[Source] = []
        self.dividing = 0
        """The least heading that begins a slide, 0 when rules do."""

    def split(self, source: Source, text: str, slide_level: int) -> list[Draft]:
        """The slides of a deck, as marks."""
        self.dividing = slide_level
        return super().split(source, text, slide_level)

    def events(self, source: Source, text: str, within: tuple[Path, ...]) -> Iterator[Event]:
        """The same events, and with each that leaves a mark the mark as a setting."""
        events = super().events(source, text, within)
        yield from events if within else self._marked(events)

    # Only the reader names the type of its tokens.
    def html(self, source: Source, token: Any, within: tuple[Path, ...]) -> Iterator[Event]:
        """The same events; those of directives begin where their HTML block does."""
        first, last = token.map or (0, 0)
        for event in super().html(source, token, within):
            own = event.kind == "settings" and event.source is source
            yield replace(event, start=first, end=last) if own else event

    def _marked(self, events: Iterator[Event]) -> Iterator[Event]:
        seen: Counter[tuple[int, int]] = Counter()
        for number, event in enumerate(events):
            if event.kind == "open":
                self.sources.append(event.source)
            elif event.kind == "end":
                self.dividing = 0
            if event.kind == "settings":
                block = (id(event.source), event.start)
                yield replace(event, value={str(number): Mark(event, seen[block])})
                seen[block] += 1
                continue
            yield event
            if event.kind == "solid":
                yield replace(event, kind="settings", value={str(number): Mark(event)})

    def named(self, name: str) -> Source:
        """The file of the name that a place gives."""
        sources = [source for source in self.sources if source.name == name]
        if len({source.path.resolve() for source in sources}) != 1:
            raise LeftAloneError("its file cannot be told from another")
        return sources[0]


@dataclass(frozen=True, slots=True)
class Found:
    """A slide, and where it was found; no draft for one that stands in no file."""

    slide: Slide
    finder: Finder
    draft: Draft | None


def _slides(path: Path) -> list[Found]:
    """The slides that one file and all that it includes make."""
    deck, source = read_deck([path]), read_source(path)
    meta, body, _ = front_matter(source)
    finder = Finder(path.parent)
    drafts = finder.split(source, body, meta.slide_level)
    texts = ["\n".join(piece.text.strip() for piece in draft.pieces) for draft in drafts]
    made = len(deck.slides) - len(drafts)
    # The front matter makes a slide, and so does a deck that has none.
    if not 0 <= made <= 1 + (not drafts) or texts != [slide.source for slide in deck.slides[made:]]:
        raise changed_meanwhile(source.name)
    return [Found(slide, finder, draft) for slide, draft in zip(deck.slides, [*[None] * made, *drafts], strict=True)]


class Changes:
    """The files of a talk that are to change."""

    def __init__(self, talk: Sequence[Finder]) -> None:
        self.files: dict[Path, File] = {}
        self._shown = Counter(source.path.resolve() for finder in talk for source in finder.sources)

    def of(self, source: Source) -> File:
        """The file of a source; refused when the talk shows it twice, for then a time in it counts twice."""
        path = source.path.resolve()
        if self._shown[path] > 1:
            raise LeftAloneError("its file is in the talk more than once")
        if path not in self.files:
            self.files[path] = File(source)
        return self.files[path]


def _set_time(found: Found, draft: Draft, seconds: int, changes: Changes) -> None:
    """Plan the edit that gives a slide its time."""
    marks: list[Mark] = list(draft.settings.values())
    if directives := [mark for mark in marks if mark.event.kind == "settings"]:
        # The last time on a slide is the one that counts.
        mark = next((mark for mark in reversed(directives) if "time" in mark.event.value), directives[0])
        file = changes.of(mark.event.source)
        if mark.event.value.get("time") != seconds:
            file.edits.append(_change(file, mark, seconds))
    elif marks and (first := marks[0].event).value <= found.finder.dividing:
        # Above the heading that begins a slide, a directive would belong to the slide before.
        file = changes.of(first.source)
        file.edits.append(_below(file, first.end, seconds))
    else:
        line, source = _first_line(found.slide, found.finder)
        changes.of(source).edits.append(_above(source, line, seconds))


def _first_line(slide: Slide, finder: Finder) -> tuple[int, Source]:
    """The line, counted from 0, above which a directive belongs to a slide, and its file."""
    source, line = finder.named(slide.place.file), slide.place.line - 1
    lines = source.text.split("\n")
    own = next((text for text in slide.source.split("\n") if text.strip()), "")
    if line < 0 or lines[line].strip() != own.strip():
        raise LeftAloneError("it does not begin on a line of its own")
    return line, source


# -- editing ----------------------------------------------------------------------------------------------------


def _directive(seconds: int) -> str:
    return f"<!-- slide: {{time: {seconds}s}} -->"


def _above(source: Source, line: int, seconds: int) -> Edit:
    """The edit that puts a directive above a line."""
    plain = f"{_directive(seconds)}\n\n"
    if line >= split_front_matter(source.text)[1]:
        return Edit(line, 0, 0, plain)
    # Between two rules at the very start a directive could make front matter of a slide.
    lines = source.text.split("\n")
    for text in (plain, f"\n{plain}"):
        tried = "\n".join([*lines[:line], text + lines[line], *lines[line + 1 :]])
        if front_matter(Source(source.path, tried))[1] == tried:
            return Edit(line, 0, 0, text)
    raise LeftAloneError("a directive there would be taken for front matter")


def _below(file: File, line: int, seconds: int) -> Edit:
    """The edit that puts a directive below a heading whose last line is the one before ``line``."""
    if line == len(file.lines):
        end = len(file.lines[-1])
        return Edit(line - 1, end, end, f"\n\n{_directive(seconds)}")
    return Edit(line, 0, 0, f"\n{_directive(seconds)}\n" + "\n" * bool(file.lines[line].strip()))


def _change(file: File, mark: Mark, seconds: int) -> Edit:
    """The edit that gives a directive another time, or its first."""
    first, settings = mark.event.start, mark.event.value
    lines = file.lines[first : mark.event.end]
    if lines != file.source.text.split("\n")[first : mark.event.end]:
        raise LeftAloneError("there are hidden characters beside its directive")
    block = "\n".join(lines)
    start, comment = [
        (found.start("text"), found["text"])
        for found in COMMENT.finditer(block)
        if found["text"] and _read(found["text"])
    ][mark.nth]
    at, end, text = _new_value(comment, f"time: {seconds}s")
    wanted = Directive("slide", {**settings, "time": float(seconds)})
    if _read(comment[:at] + text + comment[end:]) != wanted or "\n" in comment[at:end]:
        raise LeftAloneError("its directive is written in an unusual way")
    line = block.count("\n", 0, start + at)
    before = start + at - (block.rfind("\n", 0, start + at) + 1)
    return Edit(first + line, before, before + end - at, text)


def _read(comment: str) -> Directive | None:
    """The slide directive that a comment is, None for any other."""
    try:
        directive = read_comment(comment)
    except ValueError:
        return None
    return directive if directive and directive.name == "slide" else None


def _new_value(comment: str, setting: str) -> tuple[int, int, str]:
    """Which part of a slide directive makes room for a ``time: …``, and with what."""
    import yaml

    from rostra.reader.yaml_subset import Loader

    word = WORD.match(comment)
    offset = word.end() if word else 0
    node = yaml.compose(comment[offset:], Loader)
    assert isinstance(node, yaml.MappingNode)
    times = [value for key, value in node.value if key.value == "time"]
    if times:
        span = times[-1].start_mark.index, times[-1].end_mark.index, setting.partition(" ")[2]
    elif not node.value:
        span = node.start_mark.index + 1, node.start_mark.index + 1, setting
    elif node.flow_style:
        last = node.value[-1][1].end_mark.index
        span = last, last, f", {setting}"
    else:
        # Lines of a block are added at its top: what stands below its last one is harder to tell.
        first = node.value[0][0].start_mark
        span = first.index, first.index, f"{setting}\n{' ' * first.column}"
    return span[0] + offset, span[1] + offset, span[2]
