"""Area: the room that a block is drawn in, and what it inherits."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from rich.style import Style

from rostra.deck.blocks import Align, Block
from rostra.terminal.colors import TRUE_COLOR
from rostra.themes.roles import ROLES
from rostra.typeset.frame import Line, Run, padded
from rostra.typeset.lettering import Pen, Signs
from rostra.typeset.styles import Styles


@dataclass(frozen=True, slots=True)
class Area:
    """Where blocks are drawn. Lines may be shorter than the width, never longer."""

    width: int
    """Columns."""
    rows: int
    """Rows of the page between header and footer, for what depends on them."""
    styles: Styles
    base: Style
    """The look of plain text here."""
    flow: Callable[[Sequence[Block], Area], list[Line]]
    """Draws blocks one below the other."""
    compact: bool = False
    """Whether optional blank rows are left out."""
    air: int = 0
    """How many more blank rows than usual are put between blocks, and between the items of lists."""
    align: Align = ""
    letters: int = 1
    """Rows of the letters of running text; 1 is text as the terminal has it."""
    signs: Signs = "quadrants"
    """What larger letters are drawn with."""
    fold: bool = True
    """Whether listing lines that are too long go on in the next row; else they are cropped."""
    highlight: bool = True
    """Whether listings have their colours."""
    sections: tuple[str, ...] = ()
    """The names of the talk's sections, for the agenda."""
    section: int = 0
    """Which of them it is, counted from 1; 0 before the first."""
    depth: int = 0
    """How many lists the area lies in."""

    def set(self, blocks: Sequence[Block]) -> list[Line]:
        """Draw blocks one below the other."""
        return self.flow(blocks, self)

    def narrower(self, columns: int) -> Area:
        """The same area less some columns; one column is always left."""
        return replace(self, width=max(1, self.width - columns))

    def within(self, columns: int) -> Area:
        """The same area, so many columns wide."""
        return replace(self, width=max(1, columns))

    def based(self, base: Style) -> Area:
        """The same area with another look of plain text."""
        return replace(self, base=base)

    def style(self, role: str) -> Style:
        """A role's style on the plain text of this area."""
        return self.styles.on(self.base, role)

    def colored(self, name: str) -> Style:
        """The look of a role, or of a colour of the theme by its name, on the plain text of this area."""
        return self.style(name) if name in ROLES else self.base + self.styles.named(name, self.base)

    def pen(self, rows: int) -> Pen:
        """What draws letters of so many rows here."""
        ink, paper = self.base.color, self.base.bgcolor
        known = ink is not None and paper is not None and not ink.is_default and not paper.is_default
        return Pen(rows, self.signs, known and self.styles.colors >= TRUE_COLOR)

    def barred(self, lines: list[Line], bar: str, style: Style, step: int) -> list[Line]:
        """The lines with a bar before each, which shows as soon as its line does."""
        return [[Run(bar, style, max(step, first_step(line))), *line] for line in lines]

    def filled(self, line: Line) -> Line:
        """The line filled up to the area's width."""
        return padded(line, self.width, self.base)


def first_step(line: Line) -> int:
    """The step at which something of a line first shows."""
    return min((run.step for run in line if run.text.strip()), default=0)
