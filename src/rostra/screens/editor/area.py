"""A text area that holds any text, shows it safely, and does keys in the order in which they were pressed."""

from __future__ import annotations

from collections.abc import Callable

from rich.text import Text
from textual import events
from textual.binding import Binding
from textual.widgets import TextArea

from rostra.screens.editor.looks import Inks, area_theme
from rostra.screens.editor.stand_ins import StandIns
from rostra.terminal.textual_private import draw_lines_anew
from rostra.typeset.styles import Styles

ACTIONS = {key: one.action for one in TextArea.BINDINGS if isinstance(one, Binding) for key in one.key.split(",")}
"""What keys do in every text area."""


class Area(TextArea):
    """A text area in the colours of the deck's theme."""

    def __init__(self, text: str, styles: Styles, *, line_numbers: bool = False) -> None:
        self.stand_ins = StandIns()
        self._real = "", ""
        super().__init__(
            self.stand_ins.held(text), tab_behavior="indent", show_line_numbers=line_numbers, max_checkpoints=10_000
        )
        self.indent_width = 2
        self.cursor_blink = False
        self.key_taken: Callable[[str], bool] = lambda key: False
        """Asked first whether somebody else does something with a key."""
        self.inks = Inks(styles)
        self.dress(styles)

    @property
    def real_text(self) -> str:
        """The text that is written; made once after each change, for it is asked for again and again."""
        text = self.text
        if text is not self._real[0]:
            self._real = text, self.stand_ins.real(text)
        return self._real[1]

    def dress(self, styles: Styles) -> None:
        """Wear the colours of a theme."""
        theme = area_theme(styles)
        self.register_theme(theme)
        self.inks = Inks(styles)
        self.theme = theme.name
        draw_lines_anew(self)

    def get_line(self, line_index: int) -> Text:
        """Return a line as it is safe to show."""
        line = self.document.get_line(line_index)
        text = Text(self.stand_ins.shown(line), end="", no_wrap=True)
        for start in self.stand_ins.strange(line):
            text.stylize(self.inks.of("problem"), start, start + 1)
        return text

    async def on_key(self, event: events.Key) -> None:
        """Do at once what a key does: what is typed behind it must not come before it."""
        if self.key_taken(event.key) or self.typed(event.key):
            event.stop()
            event.prevent_default()
        elif action := ACTIONS.get(event.key):
            event.stop()
            event.prevent_default()
            await self.run_action(action)

    def typed(self, key: str) -> bool:
        """Do what a key does here and in no other text area; false for other keys."""
        return False

    async def on_paste(self, event: events.Paste) -> None:
        """Take in text from elsewhere without what a terminal would obey."""
        event.prevent_default()
        event.stop()
        self.take_in(event.text)

    def action_paste(self) -> None:
        """Take in what was copied here last."""
        self.take_in(self.app.clipboard)

    def action_copy(self) -> None:
        """Copy what is selected; the terminal gets the text as it is written."""
        if self.selected_text:
            self.app.copy_to_clipboard(self.stand_ins.real(self.selected_text))

    def take_in(self, text: str) -> None:
        """Write text from elsewhere at the cursor."""
        self.replace(self.stand_ins.pasted(text), *self.selection, maintain_selection_offset=False)
