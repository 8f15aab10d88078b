"""The text area in which a deck is written."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence

from rich.segment import Segment
from rich.style import Style
from rich.text import Text
from textual import events
from textual.geometry import Offset
from textual.strip import Strip
from textual.widgets import TextArea
from textual.widgets.text_area import Edit, EditResult, Selection

from rostra.editing.text_edit import TextEdit, applied
from rostra.screens.editor.coloring import Coloring, coloring_for
from rostra.screens.editor.looks import UNDERLINED, Inks, area_theme
from rostra.screens.editor.markdown_lines import MARKER
from rostra.screens.editor.stand_ins import StandIns
from rostra.terminal.textual_private import draw_lines_anew
from rostra.typeset.styles import Styles

ITEM = re.compile(rf"{MARKER.pattern}[ \t]*")
Stretch = tuple[int, int]
"""Columns of a line, from one to before another."""


class SourceArea(TextArea):
    """The source of a deck, in colours and with marks for problems; every edit can be undone."""

    DEFAULT_CSS = """
    SourceArea, SourceArea:focus { border: none; padding: 0; scrollbar-size-vertical: 1; }
    """

    def __init__(self, text: str, styles: Styles) -> None:
        self._text: str | None = None
        self.stand_ins = StandIns()
        super().__init__(
            self.stand_ins.held(text), tab_behavior="indent", show_line_numbers=True, max_checkpoints=10_000
        )
        self.indent_width = 2
        self.cursor_blink = False
        self.key_taken: Callable[[str], bool] = lambda key: False
        """Asked first whether somebody else does something with a key."""
        self._marks: Mapping[int, Sequence[Stretch]] = {}
        self._inks = Inks(styles)
        self._coloring: Coloring | None = None
        self.dress(styles)

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

    @property
    def real_text(self) -> str:
        """The text that is written."""
        return self.stand_ins.real(self.text)

    def edit(self, edit: Edit) -> EditResult:
        """Perform an edit."""
        self._changed()
        return super().edit(edit)

    def undo(self) -> None:
        """Take back what was done last."""
        self._changed()
        super().undo()

    def redo(self) -> None:
        """Do again what was taken back last."""
        self._changed()
        super().redo()

    def load_text(self, text: str) -> None:
        """Hold another text, and forget what was done."""
        self._changed()
        super().load_text(text)

    def _changed(self) -> None:
        self._text = self._coloring = None

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
        most = min(len(old), len(new))
        start = next((i for i in range(most) if old[i] != new[i]), most)
        same = next((i for i in range(most - start) if old[-1 - i] != new[-1 - i]), most - start)
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

    async def on_key(self, event: events.Key) -> None:
        """Let others have a key first; go on with lists."""
        if self.key_taken(event.key) or (event.key == "enter" and self._list_goes_on()):
            event.stop()
            event.prevent_default()

    def _list_goes_on(self) -> bool:
        """Begin the next item of a list, or end the list at an item that is empty."""
        row, column = self.cursor_location
        line = self.document.get_line(row)
        found = ITEM.match(line)
        if not self.selection.is_empty or found is None or column < found.end() or self._coloring_now.within(row):
            return False
        if not line[found.end() :].strip():
            self.replace("", (row, 0), (row, len(line)), maintain_selection_offset=False)
            return True
        marker = re.sub(r"\d+", lambda number: str(int(number[0]) + 1), found[2])
        self.insert(f"\n{found[1]}{re.sub('[xX]', ' ', marker)} ", maintain_selection_offset=False)
        return True

    async def on_paste(self, event: events.Paste) -> None:
        """Take in text from elsewhere without what a terminal would obey."""
        event.prevent_default()
        event.stop()
        self.replace(self.stand_ins.pasted(event.text), *self.selection, maintain_selection_offset=False)

    def action_paste(self) -> None:
        """Take in what was copied here last."""
        self.replace(self.stand_ins.pasted(self.app.clipboard), *self.selection, maintain_selection_offset=False)

    # -- looks --------------------------------------------------------------------------------------------------

    def dress(self, styles: Styles) -> None:
        """Wear the colours of a theme."""
        theme = area_theme(styles)
        self.register_theme(theme)
        self._inks = Inks(styles)
        self.theme = theme.name
        draw_lines_anew(self)

    def mark(self, marks: Mapping[int, Sequence[Stretch]]) -> None:
        """Mark stretches of lines, in which there are problems."""
        if marks != self._marks:
            self._marks = marks
            draw_lines_anew(self)

    @property
    def _coloring_now(self) -> Coloring:
        if self._coloring is None:
            self._coloring = coloring_for(self.document.lines)
        return self._coloring

    def get_line(self, line_index: int) -> Text:
        """Return a line as it is shown: safe, in colours, with its problems marked."""
        line = self.document.get_line(line_index)
        text = Text(self.stand_ins.shown(line), end="", no_wrap=True)
        for part in self._coloring_now.parts(line_index):
            text.stylize(self._inks.of(part.role), part.start, part.end)
        for start, _ in self.stand_ins.strange(line):
            text.stylize(self._inks.of("problem"), start, start + 1)
        for start, end in self._marks.get(line_index, ()):
            text.stylize(UNDERLINED + self._inks.of("problem"), start, end)
        return text

    def render_line(self, y: int) -> Strip:
        """Draw a row, with a mark beside the number of a line that has problems."""
        strip = super().render_line(y)
        row, column = self.wrapped_document.offset_to_location(Offset(0, y + self.scroll_offset.y))
        if row not in self._marks or column or y + self.scroll_offset.y >= self.wrapped_document.height:
            return strip
        at = self.gutter_width - 2
        first = next(iter(strip), None)
        ground = first.style if first is not None and first.style is not None else Style()
        mark = Strip([Segment("●", ground + Style(color=self._inks.of("problem").color))])
        return Strip.join([strip.crop(0, at), mark, strip.crop(at + 1)])

    def select_word(self) -> str:
        """The word under the cursor."""
        row, column = self.cursor_location
        line = self.document.get_line(row)
        return next((one[0] for one in re.finditer(r"[\w-]+", line) if one.start() <= column <= one.end()), "")


__all__ = ["Selection", "SourceArea", "Stretch"]
