"""The files that are open in an editor."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from lsprotocol import types
from pygls.uris import to_fs_path

from rostra.lsp.finding import Finding
from rostra.lsp.open_file import OpenFile, is_wanted
from rostra.lsp.preferences import USUAL, Preferences
from rostra.lsp.text import Encoding, Text, Where

Publish = Callable[[OpenFile, list[types.Diagnostic]], None]


class Files:
    """Every Markdown file that is open, with what is found in it."""

    def __init__(self, publish: Publish) -> None:
        self.preferences: Preferences = USUAL
        self.encoding: Encoding = "utf-16"
        self._publish = publish
        self._open: dict[str, tuple[OpenFile, Finding]] = {}

    def __iter__(self) -> Iterator[OpenFile]:
        return (file for file, _ in self._open.values())

    def get(self, uri: str) -> OpenFile | None:
        """A file that is open; None for any other."""
        found = self._open.get(uri)
        return found[0] if found else None

    def open(self, item: types.TextDocumentItem) -> OpenFile | None:
        """A file was opened; None when it is no Markdown."""
        path = Path(to_fs_path(item.uri) or Path.cwd() / item.uri.rpartition("/")[2].rpartition(":")[2])
        if not is_wanted(path, item.language_id):
            return None
        self.close(item.uri)
        file = OpenFile(item.uri, path, Text(item.text, self.encoding), self.preferences)
        file.version = item.version
        finding = Finding(file, lambda found: self._publish(file, found))
        self._open[item.uri] = file, finding
        finding.changed()
        return file

    def change(self, uri: str, version: int, changes: list[types.TextDocumentContentChangeEvent]) -> OpenFile | None:
        """Its text has changed; what was written last is where the cursor is."""
        if uri not in self._open:
            return None
        file, finding = self._open[uri]
        for change in changes:
            if isinstance(change, types.TextDocumentContentChangePartial):
                start, end = _where(change.range.start), _where(change.range.end)
                file.text.replace(start, end, change.text)
                file.line = file.text.read(start)[0] + change.text.count("\n")
            else:
                file.text = Text(change.text, self.encoding)
        file.version = version
        finding.changed()
        return file

    def saved(self) -> None:
        """Some file was saved, which others may be waiting for."""
        for _, finding in self._open.values():
            finding.saved()

    def close(self, uri: str) -> None:
        """A file was closed."""
        found = self._open.pop(uri, None)
        if found is not None:
            found[1].stop()

    def prefer(self, preferences: Preferences) -> None:
        """Work otherwise from now on."""
        self.preferences = preferences
        for file, finding in self._open.values():
            file.preferences = preferences
            finding.again()


def _where(position: types.Position) -> Where:
    return Where(position.line, position.character)
