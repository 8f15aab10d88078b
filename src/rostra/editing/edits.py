"""Edits to the files of a deck that leave every other byte as it is."""

from __future__ import annotations

import os

from rostra.editing.text_edit import TextEdit
from rostra.editing.text_form import BROKEN, Form, read_form
from rostra.errors import UserError
from rostra.files import replace_file
from rostra.reader.source import Source, from_bytes
from rostra.safety import safe


class File:
    """A file as it is on disk, in lines as the reader counts them, and what is to change in it.

    Raises :class:`UserError` when the file is no longer what the source was read from, or not in UTF-8.
    """

    def __init__(self, source: Source) -> None:
        self.source = source
        # Where a link leads, so that it stays a link.
        self.path = source.path.resolve()
        self.data = self._read()
        if from_bytes(self.data, source.path).text != source.text:
            raise changed_meanwhile(source.name)
        self._form = self._utf8_form()
        self.edits: list[TextEdit] = []

    @property
    def lines(self) -> tuple[str, ...]:
        """The lines as they are on disk."""
        return self._form.lines

    def _read(self) -> bytes:
        try:
            return self.path.read_bytes()
        except OSError as error:
            raise UserError(f"cannot read {self.source.name}: {error.strerror}") from error

    def _utf8_form(self) -> Form:
        refused = UserError(f"{self.source.name} is not in UTF-8", hint="only a deck in UTF-8 is written to")
        try:
            form = read_form(self.data)
        except UnicodeDecodeError as error:
            raise refused from error
        if form.encoding != "utf-8" or BROKEN.search(form.text) or safe(form.text) != self.source.text:
            raise refused
        return form

    def edited(self) -> Source:
        """What will be read once all edits are made."""
        return Source(self.source.path, safe(self._form.edited(self.edits).text))

    def check(self) -> None:
        """Refuse when the file may not be written to, or is no longer what was read."""
        if not os.access(self.path, os.W_OK):
            raise UserError(f"{self.source.name} is read-only")
        if self._read() != self.data:
            raise changed_meanwhile(self.source.name)

    def write(self) -> None:
        """Put the edited text in the file's place."""
        self.replace(self._form.edited(self.edits).encoded())

    def replace(self, data: bytes) -> None:
        """Put other bytes in the file's place."""
        self.check()
        try:
            replace_file(self.path, data)
        except OSError as error:
            raise UserError(f"cannot write {self.source.name}: {error.strerror}") from error


def changed_meanwhile(name: str) -> UserError:
    """What to raise when a file is no longer what was read."""
    return UserError(f"{name} changed meanwhile", hint="it was not written; try again")
