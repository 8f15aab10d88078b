"""Events of a deck's files to drafts of its slides."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from rostra.reader.source import Source
from rostra.reader.stream import Piece


@dataclass(slots=True)
class Draft:
    """A slide as it is found: the pieces it consists of and what settles it."""

    pieces: list[Piece] = field(default_factory=list)
    settings: dict[str, Any] = field(default_factory=dict)
    skipped: bool = False
    solid: bool = False
    """Whether anything but ordinary comments stands on it."""
    begun: bool = False
    """Whether anything but comments stands on it; until then a heading begins no further slide."""


@dataclass(frozen=True, slots=True)
class Event:
    """Something in a file that matters to the cutting; lines are counted from 0 within the file."""

    kind: str
    source: Source
    start: int
    end: int
    value: Any = None
    beside: tuple[str, str] = ("", "")
    """What stands before and behind a comment on its lines."""


@dataclass(slots=True)
class Cutter:
    """Cuts the lines of files into pieces, and gives them to the slide that is being drafted."""

    drafts: list[Draft] = field(default_factory=lambda: [Draft()])
    lines: dict[Path, list[str]] = field(default_factory=dict)
    begun: dict[Path, int] = field(default_factory=dict)
    """The line up to which each file has been given away."""

    def open(self, event: Event) -> None:
        """Begin a file."""
        self.lines[event.source.path], self.begun[event.source.path] = event.value, 0

    def close(self, event: Event) -> None:
        """Give the lines before an event, and what stands before it on its own line, to the slide."""
        begun, before = self.begun[event.source.path], event.beside[0]
        lines = self.lines[event.source.path][begun : event.start] + [before] * bool(before.strip())
        if lines:
            self.drafts[-1].pieces.append(Piece(event.source.name, begun + 1, "\n".join(lines)))
        self.begun[event.source.path] = event.start

    def resume(self, event: Event) -> None:
        """Go on behind an event, with what stands behind it on its own line."""
        behind = event.beside[1]
        self.begun[event.source.path] = event.end - bool(behind.strip())
        if behind.strip():
            self.lines[event.source.path][event.end - 1] = behind


def drafts(events: Sequence[Event], slide_level: int) -> list[Draft]:
    """Slides from events; headings up to ``slide_level`` begin one, 0 for none."""
    cutter = Cutter()
    for event in events:
        draft = cutter.drafts[-1]
        match event.kind:
            case "open":
                cutter.open(event)
            case "reopen":
                cutter.resume(event)
            case "close":
                cutter.close(event)
            case "end":
                cutter.close(event)
                cutter.resume(event)
                cutter.drafts.append(Draft())
            case "skip":
                draft.skipped = True
            case "settings":
                draft.settings.update(event.value)
                draft.solid = True
            case "steering":
                draft.solid = True
            case "solid":
                if event.value <= slide_level and draft.begun:
                    cutter.close(event)
                    cutter.drafts.append(draft := Draft())
                draft.solid = draft.begun = True
    return [draft for draft in cutter.drafts if draft.solid and not draft.skipped]
