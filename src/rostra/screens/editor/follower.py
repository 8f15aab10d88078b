"""What comes of a deck while it is written, found out in a thread of its own: no key waits for it."""

from __future__ import annotations

import gc
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from typing import NamedTuple, TypeVar

from rostra.errors import Problem, UserError
from rostra.language.document import Document
from rostra.screens.editor.seen import Room, Seen, see
from rostra.stage.magnifier import Magnifier

Bring = Callable[[Callable[[], None]], None]
"""Takes a call to the thread of the program."""
Answer = TypeVar("Answer")

SOON, LATER = 0.4, 1.5
"""Seconds after the last change until problems are looked for, and until all of the deck is read again."""
TELL_EVERY = 0.5
"""Seconds after which the problems that are known by then are told, while others are looked for."""


class Wish(NamedTuple):
    """What is to be seen."""

    text: str
    version: int
    """Which state of the text this is."""
    line: int
    """Where the cursor is, counted from 0."""
    room: Room


class Follower:
    """Reads what is written, as soon as it can, and tells what is to be seen of it and what is wrong with it."""

    def __init__(
        self,
        read: Callable[[str], Document],
        magnifier: Magnifier,
        bring: Bring,
        seen: Callable[[Seen], None],
        found: Callable[[list[Problem]], None],
    ) -> None:
        self._read = read
        self._magnifier = magnifier
        self._bring = bring
        self._seen = seen
        self._found = found
        self._changed = threading.Condition()
        self._wish: Wish | None = None
        self._questions: list[tuple[Callable[[Document], object], Callable[[object], None]]] = []
        self._ended = False
        self._line = 0
        self._last: Wish | None = None
        self._thread = threading.Thread(target=self._run, name="follower", daemon=True)

    def start(self) -> None:
        """Begin to follow."""
        self._thread.start()

    def stop(self) -> None:
        """End; returns at once."""
        with self._changed:
            self._ended = True
            self._changed.notify()

    def want(self, wish: Wish) -> None:
        """Let something be seen; what was wished for before and is not there yet is forgotten."""
        with self._changed:
            self._wish = wish
            self._changed.notify()

    def ask(self, question: Callable[[Document], Answer], answered: Callable[[Answer | UserError], None]) -> None:
        """Ask something about the text that was wished for last; a mistake of the user is an answer as well."""
        with self._changed:
            self._questions.append((question, answered))  # type: ignore[arg-type]
            self._changed.notify()

    def read_anew(self, read: Callable[[str], Document], magnifier: Magnifier) -> None:
        """Follow another document: files that it includes have changed, or its theme has."""

        def change(document: Document) -> None:
            self._read, self._magnifier = read, magnifier
            self._document = read(document.text)
            if self._last is not None:
                self._look(self._last)

        self.ask(change, lambda _: None)

    # -- the thread ---------------------------------------------------------------------------------------------

    def _run(self) -> None:
        gc.disable()  # looking through all that is read, again and again, holds up the keys
        self._document = self._read("")
        waits: list[float] = []
        version = -1
        while True:
            with self._changed:
                idle = not self._is_wanted
                if idle:
                    idle = not self._changed.wait(waits[0] if waits else None) and bool(waits)
                if self._ended:
                    return
                wish, self._wish = self._wish, None
                questions, self._questions = self._questions, []
            if wish is not None:
                self._look(wish)
                if version != wish.version:
                    version, waits = wish.version, [SOON, LATER]
            for question, answered in questions:
                self._answer(question, answered)
            if questions:  # which may have changed how things are read
                version = -1
            if idle:
                with suppress(Exception):  # a mistake of ours costs the problems, and nothing that was written
                    if waits.pop(0) == LATER:
                        self._document.settle()
                    self._find()
                _let_go()

    def _look(self, wish: Wish) -> None:
        self._last, self._line = wish, wish.line
        try:
            seen = self._see(wish)
        except Exception:
            with suppress(Exception):  # the next key may help, and writing goes on
                self._document = self._read(wish.text)
                seen = self._see(wish)
                self._bring(lambda: self._seen(seen))
            return
        self._bring(lambda: self._seen(seen))

    def _see(self, wish: Wish) -> Seen:
        self._document.change(wish.text)
        return see(self._document, self._magnifier, wish.version, wish.line, wish.room)

    def _find(self) -> None:
        """Look for problems, those near the cursor first, until something else is wanted; tell of them as they come."""
        more = True
        while more and not self._is_wanted:
            until = time.monotonic() + TELL_EVERY
            more = self._document.look_further(self._line, partial(self._is_enough, until))
            problems = self._document.problems(known=True)
            self._bring(lambda problems=problems: self._found(problems))  # type: ignore[misc]

    def _is_enough(self, until: float) -> bool:
        return self._is_wanted or time.monotonic() > until

    @property
    def _is_wanted(self) -> bool:
        return bool(self._wish or self._questions or self._ended)

    def _answer(self, question: Callable[[Document], object], answered: Callable[[object], None]) -> None:
        answer: object
        try:
            answer = question(self._document)
        except UserError as error:
            answer = error
        except Exception as error:
            answer = UserError(f"that failed ({type(error).__name__})", hint="please report it")
        self._bring(lambda: answered(answer))


def _let_go() -> None:
    """Free what goes round in circles; of what is left after the first time nothing is looked through again."""
    gc.collect()
    if not gc.get_freeze_count():
        gc.freeze()
