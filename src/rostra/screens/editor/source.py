"""The text area in which a deck is written."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from rich.segment import Segment
from rich.style import Style
from rich.text import Text
from textual.strip import Strip
from textual.widgets.text_area import Edit, EditResult, Selection

from rostra.editing.text_edit import TextEdit, applied
from rostra.reader.alike import alike
from rostra.screens.editor.area import Area
from rostra.screens.editor.coloring import Coloring, coloring_for
from rostra.screens.editor.looks import UNDERLINED
from rostra.screens.editor.markdown_lines import MARKER
from rostra.terminal.textual_private import draw_lines_anew, line_at
from rostra.typeset.styles import Styles

ITEM = re.compile(rf"{MARKER.pattern}[ \t]*")
MOST_DRAWN = 2000
"""Rows that are kept as they were drawn."""
Stretch = tuple[int, int]
"""Columns of a line, from one to before another."""


def _first_row(batches: Sequence[Sequence[Edit]]) -> int:
    """The first row that the last of some batches of edits changes."""
    return min((edit.top[0] for edit in batches[-1]), default=0) if batches else 0


class SourceArea(Area):
    """The source of a deck, in colours and with marks for problems; every edit can be undone."""

    DEFAULT_CSS = """
    SourceArea, SourceArea:focus { border: none; padding: 0; scrollbar-size-vertical: 1; }
    """

    def __init__(self, text: str, styles: Styles) -> None:
        self._text: str | None = None
        self._marks: Mapping[int, Sequence[Stretch]] = {}
        self._coloring: Coloring | None = None
        self._drawn: dict[tuple[object, ...], Strip] = {}
        super().__init__(text, styles, line_numbers=True)

    # -- text ---------------------------------------------------------------------------------------------------

    @property
    def text(self) -> str:
        """What the area holds; made once after each change, for it is asked for by every line that is drawn."""
        if self._text is None:
            self._text = self.document.text
        return self._text

    @text.setter
    def text(self, value: str) -> None:
        self.load_text(value)

    def edit(self, edit: Edit) -> EditResult:
        """Perform an edit."""
        self._text = None
        self._colored.changed(edit.top[0])
        return super().edit(edit)

    def undo(self) -> None:
        """Take back what was done last."""
        self._text = None
        self._colored.changed(_first_row(self.history.undo_stack))
        super().undo()

    def redo(self) -> None:
        """Do again what was taken back last."""
        self._text = None
        self._colored.changed(_first_row(self.history.redo_stack))
        super().redo()

    def load_text(self, text: str) -> None:
        """Hold another text, and forget what was done."""
        self._text = self._coloring = None
        super().load_text(text)

    def apply(self, edits: Iterable[TextEdit], cursor: tuple[int, int] | None = None) -> None:
        """Make edits to the real text, all of which are undone at once; the cursor goes to a place in what comes of it.

        Lines that stay what they are keep what stands in for parts of them.
        """
        edits = list(edits)
        if not edits:
            return
        before, after = self.text, self.stand_ins.held(applied(self.real_text, edits))
        self.replace_text(before, after)
        if cursor is not None:
            self.go_to(*cursor)

    def replace_text(self, before: str, after: str) -> None:
        """Put one text in the place of another, as a single edit of the lines that differ; the cursor stays."""
        old, new = before.split("\n"), after.split("\n")
        start, same = alike(old, new)
        if start == len(old) == len(new):
            return
        row, column = self.cursor_location
        top = self.scroll_offset.y
        # Whole lines, with the end of the one before where there is none behind.
        if same:
            insert = "".join(f"{line}\n" for line in new[start : len(new) - same])
            self.replace(insert, (start, 0), (len(old) - same, 0))
        elif start:
            insert = "".join(f"\n{line}" for line in new[start:])
            self.replace(insert, (start - 1, len(old[start - 1])), (len(old) - 1, len(old[-1])))
        else:
            self.replace(after, (0, 0), (len(old) - 1, len(old[-1])))
        if row >= len(old) - same:
            row += len(new) - len(old)
        self.move_cursor((max(0, row), column))
        self.scroll_to(y=top, animate=False)

    def go_to(self, row: int, column: int = 0) -> None:
        """Move the cursor to a place, and see to it that there is some text around it."""
        self.move_cursor((row, column))
        height = self.size.height
        y = self.wrapped_document.location_to_offset(self.cursor_location).y
        if not 2 <= y - self.scroll_offset.y < height - 2:
            self.scroll_to(y=max(0, y - height // 4), animate=False)

    # -- keys ---------------------------------------------------------------------------------------------------

    def typed(self, key: str) -> bool:
        """Go on with lists, and take indents back."""
        if key == "shift+tab":
            row, line = self.cursor_location[0], self.document.get_line(self.cursor_location[0])
            self.delete((row, 0), (row, min(self.indent_width, len(line) - len(line.lstrip(" ")))))
            return True
        return key == "enter" and self._list_goes_on()

    def indent(self) -> None:
        """Indent an item of a list; elsewhere write blanks at the cursor."""
        row, column = self.cursor_location
        blanks = " " * self.indent_width
        if ITEM.match(self.document.get_line(row)):
            self.insert(blanks, (row, 0))
        else:
            self.insert(blanks, (row, column), maintain_selection_offset=False)

    def _list_goes_on(self) -> bool:
        """Begin the next item of a list, or end the list at an item that is empty."""
        row, column = self.cursor_location
        line = self.document.get_line(row)
        found = ITEM.match(line)
        if not self.selection.is_empty or found is None or column < found.end() or self._colored.within(row):
            return False
        if not line[found.end() :].strip():
            self.replace("", (row, 0), (row, len(line)), maintain_selection_offset=False)
            return True
        marker = re.sub(r"\d+", lambda number: str(int(number[0]) + 1), found[2])
        self.insert(f"\n{found[1]}{re.sub('[xX]', ' ', marker)} ", maintain_selection_offset=False)
        return True

    # -- looks --------------------------------------------------------------------------------------------------

    def mark(self, marks: Mapping[int, Sequence[Stretch]]) -> None:
        """Mark stretches of lines, in which there are problems."""
        if marks != self._marks:
            self._marks = marks
            draw_lines_anew(self)

    def within(self, row: int) -> str:
        """What a line lies in: ``fence``, ``comment``, ``front`` matter or nothing."""
        return self._colored.within(row)

    @property
    def _colored(self) -> Coloring:
        if self._coloring is None:
            self._coloring = coloring_for(self.document.lines)
        return self._coloring

    def get_line(self, line_index: int) -> Text:
        """Return a line as it is shown: safe, in colours, with its problems marked."""
        text = super().get_line(line_index)
        for part in self._colored.parts(line_index):
            text.stylize(self.inks.of(part.role), part.start, part.end)
        for start, end in self._marks.get(line_index, ()):
            text.stylize(UNDERLINED + self.inks.of("problem"), start, end)
        return text

    def render_line(self, y: int) -> Strip:
        """Draw a row; one that was drawn before is kept, for a key changes one line and Textual draws all anew."""
        found = line_at(self, y + self.scroll_offset.y)
        if found is None:
            return super().render_line(y)
        row, section = found
        key = None
        if self.selection.is_empty and row not in (
            self.cursor_location[0],
            (self.matching_bracket_location or (-1,))[0],
        ):
            marks = tuple(self._marks.get(row, ()))
            parts = tuple(self._colored.parts(row))
            key = (self.document.get_line(row), row, section, parts, marks, self.size, self.gutter_width, self.theme)
            if key in self._drawn:
                return self._drawn[key]
        strip = self._marked(super().render_line(y), row, section)
        if key is not None:
            self._drawn[key] = strip
            if len(self._drawn) > MOST_DRAWN:
                self._drawn.pop(next(iter(self._drawn)))
        return strip

    def _marked(self, strip: Strip, row: int, section: int) -> Strip:
        """A row with a mark beside the number of its line, if that has problems."""
        if row not in self._marks or section:
            return strip
        at = self.gutter_width - 2
        first = next(iter(strip), None)
        ground = first.style if first is not None and first.style is not None else Style()
        mark = Strip([Segment("●", ground + Style(color=self.inks.of("problem").color))])
        return Strip.join([strip.crop(0, at), mark, strip.crop(at + 1)])


__all__ = ["Selection", "SourceArea", "Stretch"]
