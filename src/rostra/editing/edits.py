"""Edits to the files of a deck that leave every other byte as it is."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass

from rostra.errors import UserError
from rostra.files import replace_file
from rostra.reader.source import Source, from_bytes
from rostra.safety import safe

LINE_END = re.compile("(\r\n?|[\n\u2028\u2029\x85])")
"""All that the reader takes for the end of a line."""
PLAIN_ENDS = ("\n", "\r\n", "\r")


@dataclass(frozen=True, slots=True)
class Edit:
    """A part of one line, and what takes its place; line ends in ``text`` are newlines."""

    line: int
    """0-based."""
    start: int
    end: int
    text: str


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
        text = self._decoded()
        body = text.lstrip("\ufeff")
        self.mark = text[: len(text) - len(body)]
        parts = LINE_END.split(body)
        self.lines, self.ends = parts[::2], [*parts[1::2], ""]
        self.edits: list[Edit] = []
        if "\n".join(safe(line) for line in self.lines) != source.text:
            raise self._not_utf8()

    def _read(self) -> bytes:
        try:
            return self.path.read_bytes()
        except OSError as error:
            raise UserError(f"cannot read {self.source.name}: {error.strerror}") from error

    def _decoded(self) -> str:
        try:
            return self.data.decode("utf-8")
        except UnicodeDecodeError as error:
            raise self._not_utf8() from error

    def _not_utf8(self) -> UserError:
        return UserError(f"{self.source.name} is not in UTF-8", hint="only a deck in UTF-8 is written to")

    def text(self) -> str:
        """The text with all edits made; new lines end as those beside them."""
        lines = [*self.lines]
        usual = next((end for end in self.ends if end in PLAIN_ENDS), "\n")
        for edit in sorted(self.edits, key=lambda edit: (edit.line, edit.start), reverse=True):
            line, end = lines[edit.line], self.ends[edit.line]
            text = edit.text.replace("\n", end if end in PLAIN_ENDS else usual)
            lines[edit.line] = line[: edit.start] + text + line[edit.end :]
        return self.mark + "".join(line + end for line, end in zip(lines, self.ends, strict=True))

    def check(self) -> None:
        """Refuse when the file may not be written to, or is no longer what was read."""
        if not os.access(self.path, os.W_OK):
            raise UserError(f"{self.source.name} is read-only")
        if self._read() != self.data:
            raise changed_meanwhile(self.source.name)

    def write(self) -> None:
        """Put the edited text in the file's place."""
        self.check()
        try:
            replace_file(self.path, self.text().encode("utf-8"))
        except OSError as error:
            raise UserError(f"cannot write {self.source.name}: {error.strerror}") from error


def changed_meanwhile(name: str) -> UserError:
    """What to raise when a file is no longer what was read."""
    return UserError(f"{name} changed meanwhile", hint="it was not written; try again")
