"""A Markdown file that is open in an editor."""

from __future__ import annotations

import re
from pathlib import Path

from lsprotocol import types

from rostra.deck.name import words
from rostra.deck.names import DIRECTIVES
from rostra.editing.text_edit import TextEdit
from rostra.language.document import Document
from rostra.library import NO_DECKS, SUFFIXES
from rostra.lsp.preferences import Preferences
from rostra.lsp.text import Text, Where

LARGEST = 1024 * 1024
"""Characters; a longer text would take seconds after each key."""
LANGUAGES = frozenset(("markdown", "md", "pandoc", "rostra"))
SIGN = re.compile(
    rf"(?m)^(?:<!--[ \t]*(?:{'|'.join(words(DIRECTIVES))})\b"
    r"|:::|\?\?\?|(?:theme|slide_level|duration|transition|magnify|check|aspect|footer|event):)"
)
"""What only decks have."""
SEPARATOR = re.compile(r"\n[ \t]*\n---[ \t]*\n")


def is_wanted(path: Path, language: str) -> bool:
    """Whether a file that an editor opens can be a deck."""
    return language.lower() in LANGUAGES or path.suffix.lower() in SUFFIXES


class OpenFile:
    """A file as it is in the editor, and what is known of it as a deck."""

    def __init__(self, uri: str, path: Path, text: Text, preferences: Preferences) -> None:
        self.uri = uri
        self.path = path
        self.text = text
        self.preferences = preferences
        self.version: int | None = None
        self.line = 0
        """Where the cursor was last, as the reader counts."""
        self._document: Document | None = None

    @property
    def is_too_large(self) -> bool:
        """Whether it is too long to be followed."""
        return len(self.text.whole) > LARGEST

    @property
    def is_deck(self) -> bool:
        """Whether to say what is wrong with it: many Markdown files are no decks."""
        match self.preferences.findings:
            case "decks":
                own, whole = self.path.stem.lower() not in NO_DECKS, self.text.whole
                return own and bool(SIGN.search(whole) or SEPARATOR.search(whole))
            case findings:
                return findings == "all"

    @property
    def document(self) -> Document | None:
        """The deck as it is now; None while it is too long."""
        if self.is_too_large:
            self._document = None
        elif self._document is None:
            how = self.preferences
            self._document = Document(self.path, self.text.whole, how.setting, how.theme)
        elif self._document.text is not self.text.whole:
            self._document.change(self.text.whole)
        return self._document

    def forget(self) -> None:
        """Look at everything anew."""
        self._document = None

    # -- places -------------------------------------------------------------------------------------------------

    def read(self, position: types.Position) -> tuple[int, int]:
        """A position of the editor as a line and a character of the document."""
        return self.text.read(Where(position.line, position.character))

    def position(self, line: int, column: int) -> types.Position:
        """The editor's position of a line and a character of the document."""
        return types.Position(*self.text.where(line, column))

    def range(self, line: int, column: int, end_line: int, end_column: int) -> types.Range:
        """The editor's range of a stretch of the document."""
        return types.Range(self.position(line, column), self.position(end_line, end_column))

    def edits(self, edits: tuple[TextEdit, ...]) -> list[types.TextEdit]:
        """Changes to the document as the editor makes them."""
        return [types.TextEdit(self.range(*edit[:4]), edit.text.replace("\n", self.text.end)) for edit in edits]
