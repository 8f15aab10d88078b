"""The cursor of an editor drives the talks that follow it."""

from __future__ import annotations

import asyncio

from rostra.lsp.open_file import OpenFile
from rostra.lsp.saved import SavedFile
from rostra.show.editors import Followers

SOON = 0.03
"""Seconds in which several movements count as one."""


class CursorLink:
    """Tells talks where the cursor is, as far as that can be told from what an editor asks."""

    def __init__(self, folder: str = "") -> None:
        self._followers = Followers(folder)
        self._saved: dict[str, SavedFile] = {}
        self._timer: asyncio.TimerHandle | None = None

    @property
    def talks(self) -> int:
        """How many talks follow now."""
        return self._followers.joined

    def at(self, file: OpenFile, line: int, *, after: float = SOON) -> None:
        """The cursor is on a line of a file, as the reader counts."""
        file.line = line
        if not file.preferences.follow or not file.uri.startswith("file:"):
            return
        if self._timer is not None:
            self._timer.cancel()
        self._timer = asyncio.get_running_loop().call_later(after, self._tell, file)

    def saved(self, file: OpenFile) -> None:
        """A file was saved: what was written since is in the talk now."""
        self.at(file, file.line, after=0)

    def _tell(self, file: OpenFile) -> None:
        document = file.document
        if document is None:
            return
        saved = self._saved.setdefault(file.uri, SavedFile(file.path))
        line = saved.line_of(document.live.lines, file.line)
        if line is not None:
            self._followers.show(file.path, line + 1)

    def closed(self, file: OpenFile) -> None:
        """Forget what is known of a file."""
        self._saved.pop(file.uri, None)

    def stop(self) -> None:
        """Leave all talks."""
        self._followers.stop()
