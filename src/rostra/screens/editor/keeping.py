"""The file of an editor: saved, kept against crashes, compared with the disk, all in a thread of its own."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Protocol, TypeVar, assert_never

from rostra.editing.outcomes import BothChanged, NeedsUtf8, NothingToDo, Outcome, ReadAgain, Saved
from rostra.editing.recovery import Recovered
from rostra.editing.saving import EditedFile
from rostra.errors import UserError
from rostra.screens.editor.choices import BOTH_CHANGED, RECOVER, UTF8, Answer
from rostra.show.watch import Watch

Made = TypeVar("Made")


class Desk(Protocol):
    """Where the text is, and who can be asked."""

    @property
    def text(self) -> str:
        """The text that is written."""

    def take(self, text: str, line: int | None = None) -> None:
        """Put another text in its place, and the cursor on a line if one is given."""

    async def choose(self, title: str, question: str, answers: Sequence[Answer]) -> str | None:
        """Ask; the id of an answer."""

    def tell(self, message: str, *, trouble: bool = False) -> None:
        """Say something in one line."""


class Keeping:
    """Keeps a text from getting lost."""

    def __init__(self, file: EditedFile, desk: Desk) -> None:
        self.file = file
        self.desk = desk
        self.saved = file.text
        """The text as the file has it."""
        self._kept = ""
        self._is_saved = False
        self._thread = ThreadPoolExecutor(1, "file")
        self._watch: Watch | None = None
        self._told = ""
        """What was said last of why text cannot be kept."""

    @property
    def is_modified(self) -> bool:
        """Whether there is something to save."""
        return self.desk.text != self.saved

    @property
    def is_there(self) -> bool:
        """Whether there is a file."""
        return self._is_saved or not self.file.is_new

    async def _do(self, work: Callable[[], Made]) -> Made:
        """Do something with the file, in its thread."""
        return await asyncio.wrap_future(self._thread.submit(work))

    # -- opening and closing ------------------------------------------------------------------------------------

    async def open(self) -> None:
        """Offer what an earlier session left, and say what there is to say."""
        if self.file.is_opened_elsewhere:
            self.desk.tell("this deck is open in another editor as well: who saves last is asked", trouble=True)
        elif self.file.is_new:
            self.desk.tell("a new deck, made by the first save; rostra new begins one with slides")
        for one in (await self._do(self.file.recovered))[:1]:
            await self._offer(one)

    async def _offer(self, left: Recovered) -> None:
        since = "; the file has changed since" if left.changed_since else ""
        question = f"Text of {left.clock} was never saved{since}."
        answer = await self.desk.choose("Unsaved text", question, RECOVER)
        if answer == "take":
            self.desk.take(left.text)
            await self._do(lambda: self.file.keep(left.text))  # before what was left is given up
        if answer in ("take", "discard"):
            await self._do(left.discard)

    def watch(self, files: Sequence[Path], changed: Callable[[], None]) -> None:
        """Call, from a thread, when one of these was saved."""
        if self._watch is None:
            self._watch = Watch(files, changed)
            self._watch.start()
        else:
            self._watch.files = files

    def close(self, *, forget: bool) -> None:
        """End; what is not saved is kept for the next time, or forgotten."""
        if self._watch is not None:
            self._watch.stop()
        if forget:
            self._thread.submit(self.file.close)
        elif self.is_modified:
            self._thread.submit(self.file.keep, self.desk.text)
        self._thread.shutdown(wait=True)

    # -- now and then -------------------------------------------------------------------------------------------

    async def keep(self) -> None:
        """Keep what is not saved against crashes; called once a second."""
        text = self.desk.text
        if text == self._kept:
            return
        try:
            await self._do(lambda: self.file.keep(text))
        except UserError as error:
            if str(error) != self._told:
                self._told = str(error)
                self.desk.tell(str(error), trouble=True)
        self._kept = text

    async def look(self) -> None:
        """Look at the file, which somebody else has perhaps saved."""
        try:
            if not await self._do(self.file.has_changed):
                return
            if self.is_modified:
                self.desk.tell(
                    "the file was changed by another program as well: Ctrl+S asks which to keep", trouble=True
                )
            else:
                await self._take_theirs("read again: another program has saved the file")
        except UserError as error:
            self.desk.tell(str(error), trouble=True)

    # -- saving -------------------------------------------------------------------------------------------------

    async def save(self) -> bool:
        """Save; whether the file has the text now."""
        try:
            text = self.desk.text
            outcome: Outcome | None = await self._do(lambda: self.file.save(text))
            while outcome is not None and not isinstance(outcome, Saved | NothingToDo):
                outcome = await self._settled(outcome)
        except UserError as error:
            self.desk.tell(str(error), trouble=True)
            return False
        if outcome is None:
            return False
        self._kept = self.saved = text
        self._is_saved = True
        said = outcome.said if isinstance(outcome, Saved) else ()
        self.desk.tell("; ".join(["saved", *said]))
        return True

    async def _settled(self, outcome: ReadAgain | BothChanged | NeedsUtf8) -> Outcome | None:
        """What comes of saving once a question was answered; None when nothing is to be saved now."""
        text = self.desk.text
        match outcome:
            case ReadAgain():
                await self._take_theirs("read again: another program has saved the file")
            case NeedsUtf8():
                if await self.desk.choose("Letters", outcome.question, UTF8) == "utf8":
                    return await self._do(lambda: self.file.save(text, utf8=True))
            case BothChanged():
                question = "Another program has saved the file since it was read here. Nothing is lost either way."
                answer = await self.desk.choose("Both have changed", question, BOTH_CHANGED)
                if answer == "mine":
                    return await self._do(lambda: self.file.keep_mine(text))
                if answer == "theirs":
                    await self._take_theirs("this is the one on disk; yours is offered when the deck is opened again")
                elif answer == "merge":
                    await self._merge()
            case _:
                assert_never(outcome)
        return None

    async def _take_theirs(self, message: str) -> None:
        text = self.desk.text
        self.saved = await self._do(lambda: self.file.take_theirs(text))
        self._kept = self.saved
        self.desk.take(self.saved)
        self.desk.tell(message)

    async def _merge(self) -> None:
        text = self.desk.text
        merged = await self._do(lambda: self.file.merge(text))
        self.saved = self.file.text
        self.desk.take(merged.text, merged.conflicts[0] if merged.conflicts else None)
        count = len(merged.conflicts)
        places = "1 place has both" if count == 1 else f"{count} places have both"
        self.desk.tell(f"put together; {places}, see the comments" if count else "put together; look at it and save")
