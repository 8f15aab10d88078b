"""Help of the editor: what the word under the cursor does, and all keys."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from textual.content import Content

from rostra.keys import Key
from rostra.safety import safe
from rostra.screens.help import HelpScreen
from rostra.screens.help_pages import wrapped

MOST = 12
"""Rows of what is told above the keys."""


class EditorHelp(HelpScreen):
    """The help, with what there is to say of a word above the keys."""

    BINDINGS = [("f1", "close", "Close")]

    def __init__(self, keys: Sequence[Key], moved: Mapping[str, str], told: str) -> None:
        super().__init__(keys, moved, (), "", private=True)
        self._told = told

    def head(self, width: int) -> list[Content]:
        """What the word does, as far as there is room."""
        if not self._told:
            return []
        told = [line for line in safe(self._told).split("\n") if not line.startswith("```")]
        lines = [part for line in told for part in wrapped(_plain(line), width)]
        more = [Content("…")] if len(lines) > MOST else []
        return [*(Content(line) for line in lines[:MOST]), *more, Content("")]


def _plain(line: str) -> str:
    """A line of Markdown without the signs that make words bold or code."""
    return line.replace("**", "").replace("`", "")
