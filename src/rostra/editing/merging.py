"""Two texts that came from one, made one again."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import NamedTuple

from rostra.reader.alike import alike
from rostra.reader.head import split_front_matter

MINE, THEIRS, END = "conflict: yours", "conflict: on disk", "conflict: end"
"""Where both differ: what stands above yours, above the other, and below it. None of it shows on a slide."""


@dataclass(frozen=True, slots=True)
class Merged:
    """A text with the changes of two others."""

    text: str
    conflicts: tuple[int, ...] = ()
    """The lines, counted from 0, at which both have changed the same; both stand there, marked by comments."""


class Change(NamedTuple):
    """Lines of the text that both came from, and those that took their place."""

    start: int
    end: int
    at: int
    until: int


def merge(base: str, mine: str, theirs: str) -> Merged:
    """The text with the changes that two texts have made to another."""
    old, ours, others = (text.split("\n") for text in (base, mine, theirs))
    lines: list[str] = []
    conflicts = []
    done = 0
    for start, end, our_part, other_part in _places(old, ours, others):
        lines += old[done:start]
        done = end
        part = old[start:end]
        if our_part in (other_part, part):
            lines += other_part
        elif other_part == part:
            lines += our_part
        else:
            first, last = alike(our_part, other_part)
            lines += our_part[:first]
            conflicts.append(len(lines))
            lines += [MINE, *our_part[first : len(our_part) - last], THEIRS]
            lines += [*other_part[first : len(other_part) - last], END, *our_part[len(our_part) - last :]]
    lines += old[done:]
    return Merged(_marked(lines, conflicts, split_front_matter(theirs)[1] > 0), tuple(conflicts))


def _places(
    old: Sequence[str], ours: Sequence[str], others: Sequence[str]
) -> Iterator[tuple[int, int, list[str], list[str]]]:
    """Each place that was changed: its lines in the old text, from one to before another, and both new ones."""
    mine, theirs = _changes(old, ours), _changes(old, others)
    while mine or theirs:
        start = min(changes[0].start for changes in (mine, theirs) if changes)
        end = start
        taken: tuple[list[Change], list[Change]] = [], []
        # What touches is one place: which of two lines added at the same one comes first, nobody knows.
        while found := [i for i, changes in enumerate((mine, theirs)) if changes and changes[0].start <= end]:
            for i in found:
                change = (mine, theirs)[i].pop(0)
                taken[i].append(change)
                end = max(end, change.end)
        yield start, end, _part(old, ours, taken[0], start, end), _part(old, others, taken[1], start, end)


def _changes(old: Sequence[str], new: Sequence[str]) -> list[Change]:
    codes = SequenceMatcher(None, old, new, autojunk=len(old) + len(new) > 4000).get_opcodes()
    return [Change(*lines) for kind, *lines in codes if kind != "equal"]


def _part(old: Sequence[str], new: Sequence[str], changes: Sequence[Change], start: int, end: int) -> list[str]:
    """What the old lines from one to before another are in a new text."""
    lines: list[str] = []
    for change in changes:
        lines += [*old[start : change.start], *new[change.at : change.until]]
        start = change.end
    return [*lines, *old[start:end]]


def _marked(lines: list[str], conflicts: Sequence[int], has_front_matter: bool) -> str:
    """The text with the marks of conflicts as comments; in front matter those of YAML."""
    inside = has_front_matter and bool(lines) and lines[0].rstrip() == "---"
    waiting = {*conflicts}
    for number, line in enumerate(lines):
        if number and line.rstrip() in ("---", "..."):
            inside = False
        if number in waiting or line in (THEIRS, END):
            lines[number] = f"# {line}" if inside else f"<!-- {line} -->"
    return "\n".join(lines)
