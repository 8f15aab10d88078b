"""Decks are read in threads, and what needs all of a deck waits for it in order."""

from __future__ import annotations

import gc
import threading
from collections.abc import Callable
from pathlib import Path
from queue import Queue

import pytest

from rostra.deck.blocks import Place
from rostra.deck.model import Deck, Slide
from rostra.errors import UserError
from rostra.show import reload
from rostra.show.reload import Reload
from rostra.show.show import Show

PATIENCE = 20.0


def deck(count: int, *, whole: bool = True) -> Deck:
    """A deck of so many slides."""
    return Deck(tuple(Slide(Place("talk.md", n), f"slide {n}") for n in range(count)), whole=whole)


class Loop:
    """The thread of a show: it does what other threads bring when it is told to go on."""

    def __init__(self) -> None:
        self._brought: Queue[Callable[[], None]] = Queue()

    def bring(self, call: Callable[[], None]) -> None:
        """Called from other threads."""
        assert threading.current_thread() is not threading.main_thread()
        self._brought.put(call)

    def go_on(self) -> None:
        """Do the next thing that was brought."""
        self._brought.get(timeout=PATIENCE)()


class Reading:
    """A show of three slides of a deck, the rest of which is read once it may be."""

    def __init__(self, found: Callable[[], Deck]) -> None:
        self.loop, self.may, self.changes = Loop(), threading.Event(), 0

        def rest() -> Deck:
            assert threading.current_thread() is not threading.main_thread(), "keys are not heard meanwhile"
            assert self.may.wait(PATIENCE)
            return found()

        self.show = Show(deck(3, whole=False), rest=rest)
        self.reload = Reload(self.show, [Path("talk.md")], self._changed, self.loop.bring)
        self.done: list[str] = []

    def _changed(self) -> None:
        self.changes += 1

    def do(self, name: str, *, waits: bool) -> None:
        """Something that waits for the whole deck or not."""
        self.reload.in_order(lambda: self.done.append(f"{name} on {len(self.show.deck.slides)}"), waits=waits)

    def finish(self) -> None:
        """Let the rest be read."""
        self.may.set()
        self.loop.go_on()


def test_what_needs_all_of_a_deck_waits_for_it_and_what_comes_after_keeps_its_place() -> None:
    reading = Reading(lambda: deck(9))
    reading.do("step", waits=False)
    reading.do("last", waits=True)
    reading.do("black", waits=False)
    assert reading.done == ["step on 3"]
    reading.finish()
    assert reading.done == ["step on 3", "last on 9", "black on 9"]
    reading.do("step", waits=False)
    assert reading.done[-1] == "step on 9"
    assert reading.changes == 1


def test_a_rest_that_cannot_be_read_keeps_nothing_waiting_and_says_why() -> None:
    def fail() -> Deck:
        raise UserError("there is no file talk.md")

    reading = Reading(fail)
    reading.do("last", waits=True)
    reading.finish()
    assert reading.done == ["last on 3"]
    assert reading.show.deck.whole
    assert "there is no file" in reading.reload.trouble


@pytest.mark.parametrize("fails", [False, True])
def test_what_is_read_is_not_looked_through_for_garbage_meanwhile(fails: bool) -> None:
    seen: list[bool] = []

    def found() -> Deck:
        seen.append(gc.isenabled())
        if fails:
            raise UserError("gone")
        return deck(9)

    reading = Reading(found)
    reading.reload.complete()
    reading.finish()
    assert (seen, gc.isenabled()) == ([False], True)
    gc.unfreeze()


def test_a_save_that_comes_before_the_rest_is_read_wins(monkeypatch: pytest.MonkeyPatch) -> None:
    reading = Reading(lambda: deck(9))
    reading.do("last", waits=True)
    monkeypatch.setattr(reload, "read_saved", lambda paths: (deck(12), ""))
    saving = threading.Thread(target=reading.reload._saved)
    saving.start()
    reading.loop.go_on()
    saving.join(PATIENCE)
    reading.finish()
    assert reading.done == ["last on 12"]
    assert len(reading.show.deck.slides) == 12


def test_a_save_that_cannot_be_read_leaves_the_deck_and_says_why_until_one_can(monkeypatch: pytest.MonkeyPatch) -> None:
    reading = Reading(lambda: deck(9))
    results = iter([(None, "the deck is empty"), (deck(4), "")])

    def read_saved(paths: object) -> tuple[Deck | None, str]:
        assert threading.current_thread() is not threading.main_thread(), "keys are not heard meanwhile"
        return next(results)

    monkeypatch.setattr(reload, "read_saved", read_saved)
    seen = []
    for _ in range(2):
        saving = threading.Thread(target=reading.reload._saved)
        saving.start()
        reading.loop.go_on()
        saving.join(PATIENCE)
        seen.append((reading.reload.trouble, len(reading.show.deck.slides), reading.changes))
    assert seen == [("the deck is empty", 3, 1), ("", 4, 2)]


def test_what_waits_is_forgotten_when_the_talk_ends() -> None:
    reading = Reading(lambda: deck(9))
    reading.do("last", waits=True)
    reading.reload.stop()
    reading.finish()
    assert reading.done == []
