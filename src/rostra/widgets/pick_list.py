"""A list to pick from, with the keys that the rest of the program moves by."""

from __future__ import annotations

from textual.widgets import OptionList


class PickList(OptionList):
    """Lines to pick one from; j and k move as the arrows do."""

    DEFAULT_CSS = """
    PickList { scrollbar-size-vertical: 1; }
    PickList > .option-list--option { padding: 0 1; }
    """
    BINDINGS = [("j", "cursor_down", "Next"), ("k", "cursor_up", "Previous")]
