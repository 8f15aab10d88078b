"""What threads bring to the screens of a talk while keys are pressed: the rest of a long deck, texts, problems."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from session import DECK, Open, Talk, opened, opener

from rostra.deck.blocks import text_of
from rostra.deck.model import Deck
from rostra.reader import read_deck, read_opening
from rostra.screens import search
from rostra.show.show import Show


@pytest.fixture
def talk(tmp_path: Path, home: Path) -> Open:
    """Opens a talk."""
    return opener(tmp_path)


# -- long decks ---------------------------------------------------------------------------------------------------


async def test_keys_are_heard_in_order_while_the_rest_of_a_long_deck_is_read(tmp_path: Path, home: Path) -> None:
    path = tmp_path / "long.md"
    path.write_text("\n\n---\n\n".join(f"# Slide {n}\n\n" + "words " * 200 for n in range(40)), "utf-8")
    may, threads = threading.Event(), []

    def rest() -> Deck:
        threads.append(threading.current_thread())
        assert may.wait(20)
        return read_deck([path])

    opening = read_opening([path])
    assert opening is not None
    async with opened(path, show=Show(opening, rest=rest)) as session:
        await session.pilot.press("n", "G", "p", "p")
        await session.pilot.pause()
        assert session.slide == 2
        assert threads
        assert threading.main_thread() not in threads
        assert "Search" in await _typed(session, "slash")
        await session.pilot.press("escape")
        await session.pilot.pause()
        may.set()
        await session.until(lambda: session.slide == 38, "the keys that waited")
        assert len(threads) == 1


async def _typed(session: Talk, *keys: str) -> str:
    await session.pilot.press(*keys)
    await session.pilot.pause()
    return session.text


async def test_an_overview_and_a_search_that_are_open_learn_of_the_rest_of_the_deck(tmp_path: Path, home: Path) -> None:
    path = tmp_path / "long.md"
    path.write_text("\n\n---\n\n".join(f"# Slide {n}\n\n" + "words " * 200 for n in range(40)), "utf-8")
    for keys, shown in (("o", ""), ("slash", "40  Slide 39")):
        may = threading.Event()
        opening = read_opening([path])
        assert opening is not None

        def rest(may: threading.Event = may) -> Deck:
            assert may.wait(20)
            return read_deck([path])

        async with opened(path, show=Show(opening, rest=rest)) as session:
            await session.pilot.press(keys)
            await session.pilot.pause()
            may.set()
            await session.until(lambda: session.app.show.deck.whole, "the whole deck")
            if keys == "o":
                await session.press("end", "enter")
                assert session.slide == 40
            else:
                await session.press("3", "9")
                await session.until(lambda: shown in session.text, "the hit")  # noqa: B023


# -- threads ------------------------------------------------------------------------------------------------------


async def test_a_search_that_is_closed_before_its_texts_are_there_does_no_harm(
    talk: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    may, brought, bring = threading.Event(), threading.Event(), search.SearchScreen.bring

    def bring_and_say(screen: search.SearchScreen, call: Callable[[], None]) -> None:
        bring(screen, call)
        brought.set()

    monkeypatch.setattr(search.SearchScreen, "bring", bring_and_say)

    def late(blocks: object) -> str:
        assert may.wait(20)
        return text_of(blocks)  # type: ignore[arg-type]

    monkeypatch.setattr(search, "text_of", late)
    delivered: list[str] = []
    monkeypatch.setattr(search.SearchScreen, "found_texts", lambda *given: delivered.append("late"))
    async with talk() as session:
        await session.pilot.press("slash", "escape")
        await session.pilot.pause()
        may.set()
        await session.until(brought.is_set, "the texts")
        assert delivered == []
        assert "words of bravo" in await session.press("n")


async def test_what_a_thread_brings_to_a_screen_that_is_being_taken_down_is_dropped(talk: Open) -> None:
    delivered: list[str] = []

    async def bring(screen: search.SearchScreen, what: str) -> None:
        thread = threading.Thread(target=screen.bring, args=(lambda: delivered.append(what),))
        thread.start()
        await session.until(lambda: not thread.is_alive(), "bringing")

    async with talk() as session:
        await session.press("slash")
        screen = session.app.screen
        assert isinstance(screen, search.SearchScreen)
        await bring(screen, "early")
        screen._dismissed = True  # its parts may be gone, though it can be reached still
        await bring(screen, "late")
        assert delivered == ["early"]


async def test_enter_pressed_while_the_rest_of_the_deck_is_searched_goes_to_the_hit(
    talk: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with talk() as session:
        whole = session.app.show.deck
        await session.press("slash")
        screen = session.app.screen
        assert isinstance(screen, search.SearchScreen)
        screen.found_texts(screen.deck, [])
        monkeypatch.setattr(search.SearchScreen, "collect", lambda screen: None)
        screen.deck_changed(replace(whole))
        await session.press(*"echo", "enter")
        assert session.open == "SearchScreen"
        screen.found_texts(screen.deck, [text_of(slide.content.blocks) for slide in whole.slides])
        await session.press()
        assert (session.open, session.slide) == ("AudienceScreen", 5)


async def test_help_opens_before_all_problems_are_known_and_may_be_closed_before(
    talk: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    may, all_problems = threading.Event(), Deck.all_problems
    monkeypatch.setattr(Deck, "all_problems", lambda deck: may.wait(20) and all_problems(deck))
    async with talk(DECK + "\n\n<!-- paus -->\n", size=(100, 90)) as session:
        assert "Overview of all slides" in await session.press("question_mark")
        await session.press("escape")
        await session.press("question_mark")
        may.set()
        await session.until(lambda: "Problems of the deck (1)" in session.text, "the problems")
