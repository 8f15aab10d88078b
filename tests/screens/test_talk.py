"""What keys do on every kind of screen of a talk, and what a talk does by itself."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from session import DECK, TALL, Open, Talk, opener

from params import fast
from rostra.deck.model import Deck, Slide
from rostra.keys import ALL, DIGITS, Key
from rostra.options import Options, Role
from rostra.reader import read_deck
from rostra.rehearsal.stopwatch import Stopwatch
from rostra.screens import talk as talk_screen
from rostra.screens.audience import AudienceScreen
from rostra.settings import Settings
from rostra.show.commands import Blank, Freeze, Go, Point
from rostra.show.resume import keep_stop, last_stop
from rostra.show.show import Show
from rostra.typeset import Frame, typeset
from rostra.typeset.frame import Page

QUIET = replace(Settings(), watch=False, letters="none")
ROLES: list[Role] = ["audience", "console", "practice", "rehearsal"]


@pytest.fixture
def talk(tmp_path: Path, home: Path) -> Open:
    """Opens a talk."""
    return opener(tmp_path)


def options(role: Role = "audience", **more: object) -> Options:
    """How the program is started for a role."""
    return Options(QUIET, role=role, stopwatch=Stopwatch() if role == "rehearsal" else None, **more)  # type: ignore[arg-type]


def audience(session: Talk) -> AudienceScreen:
    """The audience view."""
    screen = session.app.screen_stack[-1]
    assert isinstance(screen, AudienceScreen)
    return screen


def with_console(session: Talk, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the talk believe that a console has joined."""
    monkeypatch.setattr(type(audience(session).consoles), "joined", 1)


# -- every key ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("role", fast(1, ROLES))
async def test_every_key_does_something_that_is_known_and_none_ends_the_program(talk: Open, role: Role) -> None:
    async with talk(options=options(role)) as session:
        pressed: list[str] = []
        screen = session.app.screen
        done = screen.action_press  # type: ignore[attr-defined]

        def press(name: str) -> None:
            pressed.append(name)
            done(name)

        screen.action_press = press  # type: ignore[attr-defined]
        bound = [key for key in (*ALL, *DIGITS) if _is_bound(key, role)]
        for key in bound:
            for name in key.keys.split(",")[:1]:
                await session.pilot.press(name)
                await session.pilot.pause()
                assert session.app._exception is None
                while len(session.app.screen_stack) > 2:
                    await session.pilot.press("escape")
                    await session.pilot.pause()
        assert pressed == [key.id for key in bound]
        assert session.app.is_running


def _is_bound(key: Key, role: Role) -> bool:
    return (key.group != "Console" or role in ("console", "rehearsal")) and key.id != "quit"


async def test_a_number_that_is_typed_shows_in_the_corner_until_it_is_used_or_forgotten(talk: Open) -> None:
    async with talk() as session:
        assert (await session.press("1", "2")).endswith(" go to 12")
        assert (await session.press("backspace")).endswith(" go to 1")
        assert "go to" not in await session.press("escape")
        assert "go to" not in await session.press("3", "enter")
        assert session.slide == 3


# -- freezing -----------------------------------------------------------------------------------------------------


async def test_f_without_a_console_changes_nothing_so_that_the_talk_does_not_seem_to_hang(talk: Open) -> None:
    async with talk() as session:
        await session.press("f", "n")
        assert (session.slide, session.app.show.state.frozen) == (2, None)
        await session.press("w", "f", "n")
        assert "words of charlie" in session.text


async def test_a_talk_whose_console_left_while_it_was_frozen_says_so_and_escape_lets_go(
    talk: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with talk() as session:
        with monkeypatch.context() as joined:
            with_console(session, joined)
            await session.press("f", "n")
            assert "words of alpha" in session.text
            assert not session.text.endswith("f")
            await session.press("escape")
            assert session.app.show.state.frozen is not None, "a remote's Escape is harmless"
        audience(session).consoles._counted()
        assert (await session.press()).endswith("f")
        assert "words of bravo" in await session.press("escape")
        assert not session.text.endswith("f")


async def test_a_save_does_not_change_what_a_frozen_audience_sees(talk: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    async with talk() as session:
        with_console(session, monkeypatch)
        seen = await session.press("f")
        session.app.show.replace_deck(_deck(session, DECK.replace("words of alpha", "mended")))
        session.app._deck_changed()
        assert await session.press() == seen
        assert "mended" in await session.press("f")


async def test_a_frozen_audience_is_not_scrolled(talk: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    async with talk(TALL, size=(60, 20)) as session:
        with_console(session, monkeypatch)
        seen = await session.press("f")
        assert await session.press("n") == seen
        assert session.slide == 2, "the speaker goes on alone"


def _deck(session: Talk, text: str) -> Deck:
    path = session.app.paths[0]
    path.write_text(text, "utf-8")
    return read_deck([path])


# -- tall slides --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("cover", ["b", "w"])
async def test_the_next_key_after_black_shows_the_part_below_the_fold(talk: Open, cover: str) -> None:
    async with talk(TALL, size=(60, 20)) as session:
        await session.press(cover)
        shown = await session.press("n")
        assert session.slide == 1
        assert "row 14" in shown
        assert "Top" not in shown


async def test_where_a_tall_slide_is_scrolled_is_known_to_all_and_ends_with_the_slide(talk: Open) -> None:
    async with talk(TALL, size=(60, 20)) as session:
        await session.press("n")
        scroll = session.app.show.state.scroll
        assert scroll is not None
        assert f"row {(scroll.place.line - 3) // 2}" in session.text.splitlines()[0]
        await session.press("N")
        assert session.app.show.state.scroll is None


async def test_a_tall_slide_stays_at_the_same_words_in_another_size_and_after_a_save(talk: Open) -> None:
    async with talk(TALL, size=(60, 20)) as session:
        top = (await session.press("n")).strip().splitlines()[0]
        await session.pilot.resize_terminal(40, 12)
        assert (await session.press()).strip().splitlines()[0].strip() == top.strip()
        session.app.show.replace_deck(_deck(session, "# New\n\n---\n\n" + TALL))
        session.app._deck_changed()
        assert (await session.press()).strip().splitlines()[0].strip() == top.strip()


# -- going on by itself -------------------------------------------------------------------------------------------


async def test_a_talk_that_goes_on_by_itself_waits_while_it_is_black_or_frozen(
    talk: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with talk(options=options(auto=3600.0)) as session:
        with_console(session, monkeypatch)
        for command in (Blank("black"), Freeze()):
            audience(session).command(command)
            audience(session)._go_on()
            assert session.slide == 1
            audience(session).command(command)
        audience(session)._go_on()
        assert session.slide == 2


async def test_a_talk_that_goes_on_by_itself_begins_again_with_loop_only(talk: Open) -> None:
    for loop, slide in ((False, 6), (True, 1)):
        async with talk(options=options(auto=3600.0, loop=loop)) as session:
            await session.press("G")
            audience(session)._go_on()
            audience(session)._go_on()
            assert session.slide == (2 if loop else slide)


# -- numbers, clock, quitting -------------------------------------------------------------------------------------


async def test_a_number_that_was_typed_is_forgotten_after_a_while(talk: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(talk_screen, "FORGOTTEN", 0.05)
    async with talk() as session:
        await session.press("5")
        await session.until(lambda: not audience(session).typed, "forgetting")
        await session.press("enter")
        assert session.slide == 2


async def test_the_slide_of_a_number_is_typeset_while_the_number_is_typed(
    talk: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[int] = []

    def noticing(slide: Slide, page: Page, *how: Any) -> Frame:
        made.append(page.number)
        return typeset(slide, page, *how)

    monkeypatch.setattr("rostra.typeset.frame_cache.typeset", noticing)
    async with talk() as session:
        await session.press("5")
        await session.until(lambda: 5 in made, "slide 5 was typeset")
        assert session.slide == 1
        before = len(made)
        await session.press("enter")
        assert session.slide == 5
        assert 5 not in made[before:]


async def test_the_clock_is_set_to_zero_by_two_keys_in_a_row_only(talk: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    async with talk() as session:
        await session.press("n", "C")
        assert session.app.show.state.clock.started is not None
        await session.press("n", "C")
        assert session.app.show.state.clock.started is not None
        await session.press("C")
        assert session.app.show.state.clock.started is None
    monkeypatch.setattr(talk_screen, "FORGOTTEN", 0.05)
    async with talk() as session:
        await session.press("n", "C")
        await session.until(lambda: not audience(session).resets_clock, "forgetting")
        await session.press("C")
        assert session.app.show.state.clock.started is not None


async def test_a_bounce_of_the_key_does_not_quit_and_a_second_press_does(
    talk: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with talk() as session:
        monkeypatch.setattr("rostra.screens.quit.BOUNCE", 3600.0)
        await session.press("n", "q", "q")
        assert session.open == "QuitScreen"
        monkeypatch.setattr("rostra.screens.quit.BOUNCE", 0.0)
        await session.pilot.press("q")
        await session.until(lambda: session.app._exit, "the end")


@pytest.mark.parametrize(("role", "question"), [("rehearsal", "End the rehearsal?"), ("console", "Close the console?")])
async def test_a_rehearsal_and_a_console_ask_before_they_end_while_a_talk_is_under_way(
    talk: Open, role: Role, question: str
) -> None:
    async with talk(options=options(role)) as session:
        await session.press("n")
        screen = session.app.screen
        if role == "console":
            screen._said = {"state": {}}  # type: ignore[attr-defined]
        assert question in await session.press("q")
        await session.press("escape")
        assert session.app.is_running


async def test_a_console_that_only_browses_ends_at_once(talk: Open) -> None:
    async with talk(options=options("console")) as session:
        await session.pilot.press("n", "q")
        await session.until(lambda: session.app._exit, "the end")


# -- after a crash ------------------------------------------------------------------------------------------------


async def test_after_a_crash_the_place_is_offered_and_kept_until_the_talk_moves(talk: Open, tmp_path: Path) -> None:
    path = tmp_path / "talk.md"
    path.write_text(DECK, "utf-8")
    show = Show(read_deck([path]))
    show.do(Go(3))
    keep_stop(show.deck, show.state, ended=False)
    async with talk() as session:
        await session.until(lambda: "R: slide 4" in session.text, "the offer")
        await session.press("b", "b")
        session.app.keep_stop(ended=True)
        assert last_stop(path) is not None, "a talk that was quit at once loses nothing"
        assert "R: slide" not in await session.press("n")
        assert "words of delta" in await session.press("R")


# -- the mouse ----------------------------------------------------------------------------------------------------


async def test_the_wheel_scrolls_a_tall_slide_and_then_goes_on_one_slide_however_long_it_turns(talk: Open) -> None:
    async with talk(TALL + "\n\n---\n\n# Last", size=(60, 20)) as session:
        turned = 0
        while session.slide == 1:
            turned += 1
            await session.pilot._post_mouse_events([_wheel_down()], None, (5, 5), 0)
            await session.pilot.pause()
            assert turned < 60
            audience(session)._wheeled -= 1.0 if "row 39" in session.text else 0.0
        assert turned > 5
        for _ in range(5):
            await session.pilot._post_mouse_events([_wheel_down()], None, (5, 5), 0)
            await session.pilot.pause()
        assert session.slide == 2


def _wheel_down() -> type:
    from textual.events import MouseScrollDown

    return MouseScrollDown


# -- themes and pointer -------------------------------------------------------------------------------------------


async def test_a_theme_that_the_talk_is_set_to_shows_here_whoever_set_it(talk: Open) -> None:
    async with talk() as session:
        show = session.app.show
        show.take(replace(show.state, theme="paper"))
        audience(session).show()
        assert session.app.stage.frames.styles.theme.name == "paper"
        show.take(replace(show.state, theme="no such theme"))
        audience(session).show()
        assert session.app.stage.frames.styles.theme.name == "paper"
        await session.press("t")
        assert show.state.theme == session.app.stage.themes.name != "paper"


async def test_a_deck_that_names_another_theme_wins_over_the_one_that_was_chosen(talk: Open) -> None:
    async with talk() as session:
        await session.press("t")
        session.app.show.replace_deck(_deck(session, f"---\ntheme: nord\n---\n{DECK}"))
        session.app._deck_changed()
        assert (session.app.stage.themes.name, session.app.show.state.theme) == ("nord", "")


async def test_what_a_deck_changes_in_its_theme_shows_as_soon_as_it_is_saved(talk: Open) -> None:
    def drawn(session: Talk) -> tuple[str, str]:
        return str(session.app.stage.frames.styles.role("heading1")), session.app.current_theme.primary

    async with talk() as session:
        before = drawn(session)
        for color in ("#ff8800", "#88ff00"):
            session.app.show.replace_deck(_deck(session, f"---\ntheme: {{accent: '{color}'}}\n---\n{DECK}"))
            session.app._deck_changed()
            assert drawn(session) == (f"bold {color}", color)
        await session.press("t")
        assert "#88ff00" not in drawn(session)[0]
        session.app.show.replace_deck(_deck(session, DECK))
        session.app._deck_changed()
        assert drawn(session) == before


async def test_the_pointer_names_words_whatever_the_size_of_the_window(talk: Open) -> None:
    text = "# Head\n\n" + "many words that need several rows in a narrow window " * 3 + "\n\nlast words\n"
    async with talk(text, size=(50, 24)) as session:
        await session.press(*["right_square_bracket"] * 9)
        spot = session.app.show.state.pointer
        assert spot is not None
        assert spot.place.line == 5
    async with talk(text, size=(120, 24)) as session:
        audience(session).command(Point(spot))
        view = audience(session).seen
        assert view is not None
        assert [view.frame.body[row] for row in view.frame.rows_of(spot)]
        rows = view.frame.rows_of(spot)
        assert "last words" in "".join(run.text for row in rows for run in view.frame.body[row])
