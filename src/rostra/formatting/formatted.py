"""A deck's text written one way: whatever would change what any slide shows is left as it is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from rostra.errors import UserError
from rostra.formatting.outline import Outline
from rostra.formatting.rules import Change, changed, changes
from rostra.reader.dialects import NATIVE, dialect_of
from rostra.reader.foreign import looks_like
from rostra.reader.parts import parts_of
from rostra.reader.source import Source
from rostra.safety import LINE_ENDS, safe

MOST_READINGS = 400
"""A deck in which so much would change what it shows that it must be read more often stays as it is."""


def formatted(text: str, path: Path) -> str:
    """A deck's text as it should be written, its lines ending in newlines; ``path`` is where it belongs.

    Raises :class:`UserError` for a deck of another program, and for one with something that is never closed.
    """
    text = LINE_ENDS.sub("\n", text)
    return settled(text, _certain(Source(path, safe(text))))


def _certain(source: Source) -> Outline:
    """What a deck shows; refused where that cannot be told for certain."""
    dialect, sign = dialect_of(source), looks_like(source)
    if dialect is not NATIVE or sign:
        about = f"{source.name}:1: {sign}" if sign else f"{source.name} is a {dialect.name} deck"
        raise UserError(about, hint="only decks of our own format are formatted")
    outline = Outline(source)
    for problem in outline.deck.all_problems():
        if problem.breaks and problem.file == source.name:
            raise UserError(str(problem), hint="mend this first: it was not formatted")
    return outline


def settled(text: str, outline: Outline) -> str:
    """The text once no rule has anything to change in it, so that the next time it stays as it is."""
    made, formatter = text, _Formatter(outline, MOST_READINGS)
    if text and not text.endswith("\n") and not formatter.same(f"{text}\n"):
        return text
    while formatter.left > 0:
        before, made = made, formatter.once(made)
        if made == before:
            return made
    return text


@dataclass
class _Formatter:
    """Changes the text of a deck and compares what it shows."""

    outline: Outline
    left: int
    """How many times more the deck may be read."""

    def once(self, text: str) -> str:
        """The text with what the rules propose for it as it stands."""
        lines = text.split("\n")
        if not lines[-1]:
            lines.pop()
        shown = Source(self.outline.path, safe(_text(lines)))
        hidden = {at for at, (line, seen) in enumerate(zip(lines, shown.lines, strict=False)) if line != seen}
        proposed = changes(lines, parts_of(shown), hidden)
        return _text(changed(lines, self._accepted(lines, proposed) if proposed else ()))

    def same(self, text: str) -> bool:
        """Whether the deck shows the same with another text."""
        self.left -= 1
        return self.outline.same(Outline(Source(self.outline.path, safe(text))))

    def _accepted(self, lines: Sequence[str], proposed: Sequence[Change]) -> list[Change]:
        """The changes that leave the deck the same, found by trying halves of those that do not."""
        accepted: list[Change] = []
        waiting = [[*proposed]]
        while waiting and self.left > 0:
            some = waiting.pop()
            if self.same(_text(changed(lines, [*accepted, *some]))):
                accepted += some
            elif len(some) > 1:
                half = len(some) // 2
                waiting += [some[half:], some[:half]]
        return accepted


def _text(lines: Sequence[str]) -> str:
    return "".join(f"{line}\n" for line in lines)
