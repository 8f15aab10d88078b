"""Slides put in, taken out, moved and parted, each edit touching only the lines concerned."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from rostra.editing.slides.directives import without_name
from rostra.editing.slides.parts import Edits, Part, SlideText, Wanted
from rostra.editing.text_edit import TextEdit
from rostra.errors import UserError

NEW = "# New slide"
RULE = ["", "---", ""]


def insert_below(text: str, path: Path, index: int, slide: str = NEW) -> Edits:
    """Put a new slide below one, or above the first with -1."""
    deck = SlideText(text, path)
    return _inserted(deck, index, slide.strip("\n").split("\n"))


def duplicate(text: str, path: Path, index: int) -> Edits:
    """Put a copy of a slide below it; the copy has no name, for names are unique."""
    deck = SlideText(text, path)
    deck.part(index)
    settings = {key: value for key, value in deck.looks[index].settings.items() if key != "name"}
    return _inserted(deck, index, without_name(deck, index), deck.looks[index]._replace(settings=settings))


def delete(text: str, path: Path, index: int) -> Edits:
    """Take a slide out, and what ends it."""
    deck = SlideText(text, path)
    part = deck.part(index)
    origins = [origin for origin in range(len(deck.parts)) if origin != index]
    candidates = []
    if index + 1 < len(deck.parts) and deck.parts[index + 1].is_here:
        candidates.append((TextEdit(part.first, 0, deck.parts[index + 1].first, 0, ""),))
    if index and deck.parts[index - 1].is_here:
        before = deck.parts[index - 1].last
        cut = TextEdit(before, len(deck.lines[before]), part.last, len(deck.lines[part.last]), "")
        # What is only a slide's end goes rather than what has comments as well.
        candidates.insert(0 if len(_ends(deck.gap(index))) != 1 == len(_ends(deck.gap(index - 1))) else 1, (cut,))
    candidates += [(edit,) for edit in _alone(deck, part)]
    return deck.first_that_holds(candidates, origins)


def move(text: str, path: Path, index: int, to: int) -> Edits:
    """Let a slide be at another place, counted when it is there; what ends slides stays where it is."""
    deck = SlideText(text, path)
    low, high = min(index, to), max(index, to)
    for one in range(low, high + 1):
        deck.part(one)
    if index == to:
        return ()
    order = [*range(len(deck.parts))]
    order.insert(to, order.pop(index))
    return deck.first_that_holds(_moves(deck, index, to, order[low : high + 1]), order)


def split_at(text: str, path: Path, line: int) -> Edits:
    """Let a slide end above a line, counted from 0, which with what follows becomes a slide of its own.

    Where headings begin slides, the new one begins with the heading of the one before.
    """
    deck = SlideText(text, path)
    index = next((i for i, part in enumerate(deck.parts) if part.is_here and part.first < line <= part.last), None)
    if index is None:
        raise UserError("there is nothing to split here", hint="go to a line of a slide that has something above it")
    wanted: list[Wanted] = [*range(index), None, None, *range(index + 1, len(deck.parts))]
    for edits in _splits(deck, index, line):
        after = deck.after(edits)
        if deck.same(after, wanted) and _are_halves(deck, after, index):
            return edits
    raise UserError("the slide cannot be split here", hint="go to a line between two blocks, above the notes")


# -- how --------------------------------------------------------------------------------------------------------


def _inserted(deck: SlideText, index: int, slide: Sequence[str], look: Wanted = None) -> Edits:
    """The edit that puts the lines of a slide below one."""
    if not deck.parts:
        end = len(deck.lines) - 1
        lines = [*[""] * bool(deck.text.strip()), *slide, ""]
        return deck.first_that_holds([(_put(deck, end, lines),)], [look])
    wanted: list[Wanted] = [*range(index + 1), look, *range(index + 1, len(deck.parts))]
    if index < 0:
        first = deck.part(0).first
        candidates = [TextEdit(first, 0, first, 0, "\n".join([*slide, *gap, ""])) for gap in _gaps(deck, 0)]
    else:
        last = deck.part(index).last
        candidates = [_put(deck, last, ["", *gap, *slide]) for gap in _gaps(deck, index)]
    return deck.first_that_holds([(edit,) for edit in candidates], wanted)


def _put(deck: SlideText, line: int, lines: Sequence[str]) -> TextEdit:
    """The edit that adds lines to the end of one."""
    end = len(deck.lines[line])
    return TextEdit(line, end, line, end, "\n".join(lines))


def _alone(deck: SlideText, part: Part) -> Iterator[TextEdit]:
    """Ways to take a slide out without what ends it or another."""
    behind = part.last + 1
    while behind < len(deck.lines) - 1 and not deck.lines[behind].strip():
        behind += 1
    if behind < len(deck.lines):
        yield TextEdit(part.first, 0, behind, 0, "")
    yield TextEdit(part.first, 0, part.last, len(deck.lines[part.last]), "")


def _ends(gap: Sequence[str]) -> list[str]:
    """The lines between two slides that are not blank."""
    return [line for line in gap if line.strip()]


def _gaps(deck: SlideText, index: int) -> Iterator[list[str]]:
    """What may stand between a slide and a new one, what the deck has beside it first."""
    near = sorted(range(len(deck.parts) - 1), key=lambda one: (abs(one - index), one != index))
    found = [gap for one in near if deck.parts[one].is_here and deck.parts[one + 1].is_here for gap in [deck.gap(one)]]
    simple = [gap for gap in found if len(_ends(gap)) == 1]
    if simple:
        yield simple[0]
        yield ["", *_ends(simple[0]), ""]
    else:
        yield from found[:1]
        yield [""]
    yield RULE


def _moves(deck: SlideText, index: int, to: int, order: Sequence[int]) -> Iterator[Edits]:
    """Ways to bring the slides of a stretch into another order."""
    low, high = min(index, to), max(index, to)
    gaps = [deck.gap(one) for one in range(low, high)]
    first, last, moved = deck.part(low), deck.part(high), deck.part(index)
    body, end = deck.body(index), len(deck.lines[last.last])
    if all(gap == gaps[0] for gap in gaps):
        if index < to:
            cut = TextEdit(moved.first, 0, deck.part(index + 1).first, 0, "")
            yield cut, _put(deck, last.last, ["", *gaps[0], *body])
        else:
            above = deck.part(index - 1).last
            cut = TextEdit(above, len(deck.lines[above]), moved.last, len(deck.lines[moved.last]), "")
            yield TextEdit(first.first, 0, first.first, 0, "\n".join([*body, *gaps[0], ""])), cut
    for padded in (False, True):
        lines: list[str] = []
        for place, one in enumerate(order):
            if place:
                ends = _ends(gaps[place - 1])
                lines += gaps[place - 1] if not padded else ["", *ends, ""] if ends else [""]
            lines += deck.body(one)
        yield (TextEdit(first.first, 0, last.last, end, "\n".join(lines)),)


def _splits(deck: SlideText, index: int, line: int) -> Iterator[Edits]:
    """Ways to end a slide above a line."""
    heading = deck.parts[index].draft.heading
    above = line - 1
    while not deck.lines[above].strip():
        above -= 1
    again = [one for one in deck.lines[heading.start : heading.end] if one.strip()] if heading is not None else []
    for gap in [["", *again, ""], RULE] if again else _gaps(deck, index):
        yield (TextEdit(above, len(deck.lines[above]), line, 0, "\n".join(["", *gap, ""])),)


def _are_halves(deck: SlideText, after: SlideText, index: int) -> bool:
    """Whether two slides have the notes of one, so that nobody sees them, both show something, and nothing is torn."""
    if after.is_unclosed and not deck.is_unclosed:
        return False
    notes = deck.drafts[index].finished().notes
    first, second = (after.drafts[one].finished() for one in (index, index + 1))
    return bool(first.blocks and second.blocks) and "".join(notes) == "".join((*first.notes, *second.notes))
