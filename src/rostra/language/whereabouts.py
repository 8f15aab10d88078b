"""What kind of text a line of a deck belongs to."""

from __future__ import annotations

import re
from collections import OrderedDict
from collections.abc import Sequence

from rostra.reader.deck import LONGEST
from rostra.reader.stretches import Stretch, stretches

KEPT = 2000
"""Slides whose stretches are remembered."""
KEYED = re.compile(r"[\"']?[\w][\w .-]*[\"']?[ \t]*:|[ \t#-]|[\w-]*\Z")
"""How lines of front matter begin."""


class Whereabouts:
    """Where listings, comments and containers stand, found once for each text of a slide."""

    def __init__(self) -> None:
        self._found: OrderedDict[str, list[Stretch]] = OrderedDict()

    def stretches(self, lines: Sequence[str], first: int, end: int) -> list[Stretch]:
        """Those on some lines of a deck; none are looked for on a slide that is far too long."""
        text = "\n".join(lines[first:end])
        if len(text) > LONGEST:
            return []
        if text not in self._found:
            self._found[text] = stretches(text)
            if len(self._found) > KEPT:
                self._found.popitem(last=False)
        self._found.move_to_end(text)
        return [one._replace(first=one.first + first, end=one.end + first) for one in self._found[text]]


def front_matter_end(lines: Sequence[str]) -> int:
    """The line behind the front matter, also while it is not closed or makes no sense yet; 0 when there is none.

    Lines between two rules that are no keys and values are a slide.
    """
    if not lines or lines[0].rstrip() != "---":
        return 0
    for number, line in enumerate(lines[1:], 1):
        if line.rstrip() in ("---", "..."):
            return number + 1 if _may_be_keys(lines[1:number]) else 0
        if not KEYED.match(line[:200]) and line.strip():
            return 0
    blank = next((number for number, line in enumerate(lines) if not line.strip()), len(lines))
    return blank if _may_be_keys(lines[1:blank]) else 0


def _may_be_keys(lines: Sequence[str]) -> bool:
    """Whether lines between rules are front matter: nothing yet, or what does not begin as a slide does."""
    return not any(line.strip() for line in lines) or (bool(lines[0].strip()) and not lines[0].startswith("#"))
