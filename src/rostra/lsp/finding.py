"""Findings while a deck is written: about the slide that is written on at once, about the others in between."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable

from lsprotocol import types

from rostra.errors import Problem
from rostra.language.document import Document
from rostra.language.findings import ON_DISK
from rostra.lsp.answers import OURS, diagnostic
from rostra.lsp.open_file import OpenFile

SOON = 0.01
"""Seconds in which several keys count as one."""
REST = 0.15
"""Seconds without a key after which slides are looked at that were not before."""
SLICE = 0.04
"""Seconds for which slides are looked at before requests are heard again."""
PAUSE = 0.01
TELL = 0.7
"""Seconds between two lists of findings while slides are looked at."""
IDLE = 1.0
"""Seconds without a key after which all of the deck is read again."""

TOO_LONG = types.Diagnostic(
    types.Range(types.Position(0, 0), types.Position(0, 0)),
    "this deck is too long to be looked at while it is written (rostra check looks at it)",
    severity=types.DiagnosticSeverity.Information,
    source=OURS,
)


class Finding:
    """Says what is wrong with a file, one list after the other, by ``publish``."""

    def __init__(self, file: OpenFile, publish: Callable[[list[types.Diagnostic]], None]) -> None:
        self._file = file
        self._publish = publish
        self._timers: dict[str, asyncio.TimerHandle] = {}
        self._told = 0.0
        self._last: list[types.Diagnostic] | None = None
        self._reading: asyncio.Task[None] | None = None
        self._quiet = False
        """Whether what was found before stands until all has been looked at anew."""

    def changed(self) -> None:
        """The text has changed."""
        self.stop()
        self._after("now", SOON, self._now)

    def again(self) -> None:
        """Look at everything anew, since it depends on more than the text."""
        self.stop()
        self._file.forget()
        self._quiet = True
        self._after("further", SOON, self._further)

    def saved(self) -> None:
        """Some file was saved: look again for what others lack."""
        document = self._file.document
        if document is not None and any(one.code in ON_DISK for one in self._last or ()):
            self._read_anew(document)

    def stop(self) -> None:
        """Say nothing more."""
        for timer in self._timers.values():
            timer.cancel()
        self._timers.clear()
        if self._reading is not None:
            self._reading.cancel()

    def _after(self, name: str, seconds: float, does: Callable[[], None]) -> None:
        self._timers[name] = asyncio.get_running_loop().call_later(seconds, does)

    def _now(self) -> None:
        """What is wrong with the slide that is written on, and what is known of the others."""
        document = self._file.document
        if self._file.is_deck and document is not None:
            document.look_further(self._file.line)
        self._quiet = False
        self._tell()
        self._after("further", REST, self._further)
        self._after("settle", IDLE, self._settle)

    def _further(self) -> None:
        document = self._file.document
        if document is None or not self._file.is_deck:
            self._tell()
            return
        end = time.monotonic() + SLICE
        if document.look_further(self._file.line, lambda: time.monotonic() > end):
            if time.monotonic() - self._told > TELL and not self._quiet:
                self._tell()
            self._after("further", PAUSE, self._further)
        else:
            self._quiet = False
            self._tell()

    def _settle(self) -> None:
        """Read all of it again, if only single slides were; keys are heard meanwhile."""
        document = self._file.document
        if document is not None and not document.live.settled:
            self._read_anew(document)

    def _read_anew(self, document: Document) -> None:
        self._reading = asyncio.create_task(self._settled(document))

    async def _settled(self, document: Document) -> None:
        text = document.text
        live = await asyncio.get_running_loop().run_in_executor(None, document.read_anew)
        if self._file.document is document and document.text is text:
            document.settle(live)
            self._further()

    def _tell(self) -> None:
        found = [TOO_LONG] if self._file.is_too_large else [diagnostic(self._file, one) for one in self._problems()]
        self._told = time.monotonic()
        if found != self._last:
            self._last = found
            self._publish(found)

    def _problems(self) -> list[Problem]:
        if not self._file.is_deck:
            return []
        document = self._file.document
        return document.problems(known=True) if document is not None else []
