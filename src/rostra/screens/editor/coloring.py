"""Which characters of a deck's source have which looks: by the patterns of lines, or by tree-sitter where it is."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from importlib.util import find_spec
from typing import Protocol

from rostra.deck.names import DIRECTIVES
from rostra.screens.editor.markdown_lines import Part, Surroundings, parts_of

NAMES = tuple(one.name for one in DIRECTIVES)
LONGEST = 4000
"""Characters of a line that is coloured."""


class Coloring(Protocol):
    """The looks of a text, whose lines somebody else changes."""

    def parts(self, row: int) -> Iterable[Part]:
        """The parts of a line; later ones lie over earlier ones."""

    def within(self, row: int) -> str:
        """What a line lies in: ``fence``, ``comment``, ``front`` or nothing."""

    def changed(self, row: int) -> None:
        """Hear that lines have changed from a row on."""


class ByLines:
    """Tells the parts of lines by patterns."""

    def __init__(self, lines: Sequence[str]) -> None:
        self._lines = lines
        self._around = Surroundings(lines)

    def parts(self, row: int) -> Iterable[Part]:
        """The parts of a line."""
        line = self._lines[row]
        return parts_of(line, self._around.of(row), NAMES) if len(line) <= LONGEST else ()

    def within(self, row: int) -> str:
        """What a line lies in."""
        return self._around.of(row)

    def changed(self, row: int) -> None:
        """Hear that lines have changed from a row on."""
        self._around.changed(row)


def coloring_for(lines: Sequence[str]) -> Coloring:
    """The looks of a text; tree-sitter comes with the extra ``editor``."""
    if find_spec("tree_sitter") is None or find_spec("tree_sitter_markdown") is None:
        return ByLines(lines)
    from rostra.screens.editor.markdown_tree import ByTree

    try:
        return ByTree(lines)
    except (TypeError, ValueError):  # of versions that do not fit each other
        return ByLines(lines)
