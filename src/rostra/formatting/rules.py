"""What is written in another way than the usual one: each rule proposes changes to the lines of a deck."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby, pairwise
from typing import NamedTuple

from rostra.formatting.spelling import container, directive
from rostra.reader.parts import Bullets, Part, Parts

BLANKS = " \t"
TOGETHER = ("directive", "fence", "definition")
"""Parts of these kinds stand right below others of their kind, or apart, as their author likes."""


class Piece(NamedTuple):
    """Lines, from the first to before the end, and what takes their place."""

    start: int
    end: int
    lines: tuple[str, ...]


Change = tuple[Piece, ...]
"""Pieces of which all are changed or none."""
Rule = Callable[[Sequence[str], Parts], Iterator[Change]]


def changes(lines: Sequence[str], parts: Parts, hands_off: Iterable[int] = ()) -> list[Change]:
    """What the rules propose, but for some lines; of changes to the same line only the first, the others come later."""
    found: list[Change] = []
    touched = set(hands_off)
    for change in (change for rule in RULES for change in rule(lines, parts)):
        needed = tuple(piece for piece in change if tuple(lines[piece.start : piece.end]) != piece.lines)
        numbers = {line for piece in needed for line in range(piece.start, piece.end)}
        if needed and touched.isdisjoint(numbers):
            found.append(needed)
            touched |= numbers
    return sorted(found)


def changed(lines: Sequence[str], accepted: Sequence[Change]) -> list[str]:
    """The lines once changes were made."""
    made: list[str] = []
    at = 0
    for piece in sorted(piece for change in accepted for piece in change):
        made += [*lines[at : piece.start], *piece.lines]
        at = piece.end
    return [*made, *lines[at:]]


# -- rules ------------------------------------------------------------------------------------------------------


def gaps(lines: Sequence[str], parts: Parts) -> Iterator[Change]:
    """One blank line between blocks, none at the beginning and at the end of the file."""
    around = (Part("kept", 0, 0), *parts.parts, Part("kept", len(lines), len(lines)))
    for at, (before, after) in enumerate(pairwise(around)):
        at_edge = at in (0, len(around) - 2)
        count = 0 if at_edge else _blank_lines(before, after)
        if count is not None:
            yield (Piece(before.end, after.start, ("",) * count),)


def _blank_lines(before: Part, after: Part) -> int | None:
    """How many blank lines stand between two parts; None for as many as there are."""
    kinds = before.kind, after.kind
    if not {"rule", "end"}.isdisjoint(kinds):
        return 1
    if "kept" in kinds:
        return None
    if "remark" in kinds or (before.kind == after.kind and before.kind in TOGETHER):
        return min(1, after.start - before.end)
    return 1


def blank_lines_within(lines: Sequence[str], parts: Parts) -> Iterator[Change]:
    """One blank line where several stand within a block, as between the items of a list."""
    for part in parts.parts:
        if part.kind in ("block", "definition"):
            inside = (line for line in range(part.start, part.end) if line not in parts.kept)
            for blank, run in groupby(inside, lambda line: not lines[line].strip(BLANKS)):
                numbers = [*run]
                if blank and numbers[-1] - numbers[0] == len(numbers) - 1:
                    yield (Piece(numbers[0], numbers[-1] + 1, ("",)),)


def line_ends(lines: Sequence[str], parts: Parts) -> Iterator[Change]:
    """No blanks at the ends of lines; where two of them break a line, a backslash does."""
    head = [part for part in parts.parts if part.kind == "head"]
    for part in head:
        pieces = (Piece(line, line + 1, (lines[line].rstrip(BLANKS),)) for line in range(part.start, part.end))
        yield tuple(pieces)
    kept = parts.kept | parts.blanks_count
    for part in parts.parts[len(head) :]:
        for line in range(part.start, part.end) if part.kind in ("block", "definition") else ():
            if line not in kept and (text := lines[line].rstrip(BLANKS)) and text != lines[line]:
                yield (Piece(line, line + 1, (text + "\\" * (line in parts.broken),)),)


def rules(lines: Sequence[str], parts: Parts) -> Iterator[Change]:
    """Three dashes where a rule ends a slide."""
    return ((Piece(part.start, part.end, ("---",)),) for part in parts.parts if part.kind == "rule")


def headings(lines: Sequence[str], parts: Parts) -> Iterator[Change]:
    """Signs before a heading of one line, and one blank; what may be a mistake for the end of a slide stays."""
    for part in parts.parts:
        if part.kind == "heading" and part.text and "\n" not in part.text and lines[part.end - 1].strip() != "---":
            yield (Piece(part.start, part.end, (f"{'#' * part.level} {part.text}",)),)


def bullets(lines: Sequence[str], parts: Parts) -> Iterator[Change]:
    """A dash before the items of a list, unless another list stands right below or above: the two would be one."""
    taken: set[int] = set()
    neighbours = _neighbours(lines, parts.bullets)
    for one in parts.bullets:
        begins = [(line, lines[line], len(lines[line]) - len(lines[line].lstrip(BLANKS))) for line in one.lines]
        alone = taken.isdisjoint(one.lines) and neighbours.isdisjoint(one.lines)
        if alone and all(line.startswith(one.sign, at) for _, line, at in begins):
            yield tuple(Piece(number, number + 1, (f"{line[:at]}-{line[at + 1 :]}",)) for number, line, at in begins)
        taken.update(one.lines)


def _neighbours(lines: Sequence[str], lists: Sequence[Bullets]) -> set[int]:
    """The first lines of lists between which only blank lines stand."""
    first = {one.lines[0] for one in lists}
    found = set()
    for one in lists:
        below = next((line for line in range(one.end, len(lines)) if lines[line].strip(BLANKS)), -1)
        if below in first:
            found |= {one.lines[0], below}
    return found


def comments(lines: Sequence[str], parts: Parts) -> Iterator[Change]:
    """Directives written one way."""
    for number, comment in parts.comments:
        before, found, after = lines[number].partition(comment)
        if found:
            yield (Piece(number, number + 1, (before + directive(comment) + after.rstrip(BLANKS),)),)


def fences(lines: Sequence[str], parts: Parts) -> Iterator[Change]:
    """The lines around what is in a container written one way."""
    return (
        (Piece(part.start, part.end, (container(lines[part.start]),)),) for part in parts.parts if part.kind == "fence"
    )


RULES: tuple[Rule, ...] = (gaps, blank_lines_within, line_ends, rules, headings, bullets, comments, fences)
