"""What opens over a talk, and how tall slides scroll: keys pressed, lines read."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from session import DECK, NAMES, TALL, Open, opener

from rostra.deck.model import Slide
from rostra.options import Options
from rostra.settings import Settings
from rostra.themes import BUILT_IN
from rostra.typeset import Frame, typeset


@pytest.fixture
def talk(tmp_path: Path, home: Path) -> Open:
    """Opens a talk."""
    return opener(tmp_path)


# -- search -------------------------------------------------------------------------------------------------------


async def test_search_lists_hits_with_each_letter(talk: Open) -> None:
    async with talk() as session:
        await session.press("slash")
        many = await session.press(*"words")
        assert all(f"{n}  {name}" in many for n, name in enumerate(NAMES, 1))
        one = await session.press("space", *"FOX")
        assert "6  Foxtrot" in one
        assert "1  Alpha" not in one


async def test_a_hit_tells_its_title_once_and_marks_what_was_searched_for(talk: Open) -> None:
    drawing = "```\n┌────────┐\n│ openly │──▶\n└────────┘\n```"
    text = f"# Open it\n\n{drawing}\n\nwords and words\n\n---\n\n# Other\n\nnothing but OPEN words\n"
    async with talk(text) as session:
        await session.press("slash")
        shown = await session.press(*"open")
        assert re.search(r"1  Open it\s", shown)
        assert shown.count("Open it") == 1
        assert "openly ▶" not in shown
        assert "openly words and words" in shown, "a drawing's words, without its lines"
        marked = {run.text for line in session.app.screen._compositor.render_strips() for run in line
                  if run.style and run.style.underline}  # fmt: skip
        assert marked == {"Open", "open", "OPEN"}


async def test_a_hit_in_the_title_alone_takes_one_line(talk: Open) -> None:
    async with talk("# Alpha\n\nwords\n\n---\n\n# Bravo\n\nmore alpha words\n") as session:
        await session.press("slash")
        rows = [row.strip(" ▊▎") for row in (await session.press(*"alpha")).splitlines()]
        at = rows.index("1  Alpha")
        assert rows[at : at + 3] == ["1  Alpha", "2  Bravo", "more alpha words"]


async def test_search_goes_to_the_chosen_hit_and_the_apostrophe_back(talk: Open) -> None:
    async with talk() as session:
        await session.press("slash", *"words of", "down", "down", "up", "enter")
        assert session.slide == 2
        await session.press("apostrophe")
        assert session.slide == 1


async def test_search_comes_to_the_step_at_which_the_word_shows(talk: Open) -> None:
    async with talk("# One\n\nplain\n\n---\n\n# Two\n\n- first\n\n<!-- pause -->\n\n- second\n") as session:
        assert "second" in await session.press("slash", *"SECOND", "enter")
        assert (session.slide, session.app.show.cursor.step) == (2, 1)


async def test_search_scrolls_a_tall_slide_to_the_row_with_the_word(talk: Open) -> None:
    async with talk("# Other\n\n---\n\n" + TALL, size=(60, 20)) as session:
        assert "row 25\n" in await session.press("slash", *"25 row", "enter")
        assert "Top" in await session.press("slash", *"3 row", "enter"), "what is seen without it is not scrolled away"


async def test_search_never_finds_notes(talk: Open) -> None:
    async with talk() as session:
        assert "no slide has this" in await session.press("slash", *"whispered")
        await session.press("enter")
        assert session.open == "SearchScreen"
        await session.press("escape")
        assert (session.slide, session.open) == (1, "AudienceScreen")


@pytest.mark.parametrize("key", ["slash", "T", "question_mark"])
async def test_no_colour_of_a_panel_is_seen_outside_its_frame(talk: Open, key: str) -> None:
    async with talk() as session:
        outside = session.app.stage.frames.styles.page.bgcolor
        await session.press(key)
        rows = [[*line] for line in session.app.screen._compositor.render_strips()]
        framed = [row for row in rows if any(run.text.startswith("▊") for run in row)]
        assert len(framed) > 3
        for row in framed:
            edge = next(run for run in row if run.text.startswith("▊"))
            assert edge.style is not None
            # The sign covers three quarters of its cell, all but the frame's line: it is in the colour of the page.
            drawn = edge.style.bgcolor if edge.style.reverse else edge.style.color
            assert drawn is not None
            assert outside is not None
            assert drawn.get_truecolor() == outside.get_truecolor()


# -- themes -------------------------------------------------------------------------------------------------------


async def test_the_highlighted_theme_shows_and_escape_restores(talk: Open) -> None:
    async with talk() as session:
        assert "gruvbox" in await session.press("T")
        await session.press("down", "down", "down")
        assert session.app.stage.themes.name == "paper"
        assert session.app.stage.frames.styles.theme.name == "paper"
        await session.press("escape")
        assert session.app.stage.themes.name == "dark"
        await session.press("T", "j", "enter")
        assert session.app.stage.themes.name == "light"


async def test_t_goes_round_all_themes_and_past_a_broken_one(talk: Open, home: Path) -> None:
    own = home / "config" / "rostra" / "themes"
    own.mkdir(parents=True)
    (own / "broken.toml").write_text('[roles]\npage = "nonsense here"\n', "utf-8")
    (own / "mine.toml").write_text('name = "mine"\nextends = "nord"\n', "utf-8")
    async with talk(size=(90, 60)) as session:
        seen = [session.app.stage.themes.name]
        for _ in range(len(BUILT_IN) + 1):
            await session.press("t")
            seen.append(session.app.stage.themes.name)
        assert len(set(seen[:-1])) == len(BUILT_IN) + 1
        assert "mine" in seen
        assert "broken" not in seen
        assert seen[0] == seen[-1]
        await session.press("question_mark", "G")
        await session.until(lambda: "broken" in session.text, "the broken theme's problem")


# -- help and quitting --------------------------------------------------------------------------------------------


async def test_help_shows_keys_and_problems(talk: Open) -> None:
    async with talk(DECK + "\n\n<!-- paus -->\n", size=(100, 90)) as session:
        shown = await session.press("question_mark")
        assert "PageDown" in shown
        assert "Overview of all slides" in shown
        await session.until(lambda: "Problems of the deck (1)" in session.text, "the problem")
        shown = session.text
        assert "did you mean 'pause'" in " ".join(shown.split())
        await session.press("question_mark")
        assert session.open == "AudienceScreen"


async def test_help_shows_keys_where_they_were_moved_to(talk: Open) -> None:
    options = Options(replace(Settings(), watch=False, letters="none", keys={"search": "ctrl+f", "overview": "z"}))
    async with talk(size=(100, 60), options=options) as session:
        shown = await session.press("question_mark")
        assert any(line.strip(" ▊▎").split() == ["z", *"Overview of all slides".split()] for line in shown.splitlines()
                   if "Overview of all" in line)  # fmt: skip
        assert "Ctrl+f" in shown
        await session.press("escape", "z")
        assert session.open == "OverviewScreen"
        await session.press("escape", "o")
        assert session.open == "AudienceScreen"


async def test_quitting_asks_only_while_a_talk_is_under_way(talk: Open) -> None:
    async with talk() as session:
        await session.press("n", "q")
        assert session.open == "QuitScreen"
        await session.press("x")
        assert (session.open, session.slide) == ("AudienceScreen", 2)
        assert session.app.is_running
    async with talk() as session:
        await session.press("q")
        assert not session.app.is_running or session.app._exit


# -- tall slides, numbers ------------------------------------------------------------------------------------------


async def test_next_shows_the_rest_of_a_tall_slide_before_it_leaves_it(talk: Open) -> None:
    async with talk(TALL, size=(60, 20)) as session:
        assert "▼ more" in session.text
        seen = session.text
        presses = 0
        while session.slide == 1:
            presses += 1
            last = session.text
            seen += await session.press("pagedown")
        assert presses > 1
        assert all(f"row {n}\n" in seen for n in range(40))
        assert "▼ more" not in last
        assert "row 39" in last


async def test_back_comes_into_a_tall_slide_at_its_foot(talk: Open) -> None:
    async with talk(TALL, size=(60, 20)) as session:
        await session.press("N")
        foot = await session.press("pageup")
        assert session.slide == 1
        assert "row 39" in foot
        assert "Top" not in foot
        for _ in range(10):
            await session.press("pageup")
        assert "Top" in session.text
        await session.press("N", "home")
        assert "Top" in session.text, "a jump comes in at the top"


async def test_steps_of_a_tall_slide_stay_in_sight_both_ways(talk: Open) -> None:
    tall = TALL.replace("row 5\n", "row 5\n\n<!-- pause -->\n").replace("row 30\n", "row 30\n\n<!-- pause -->\n")
    async with talk(tall, size=(60, 20)) as session:
        assert "row 5" in session.text
        seen = []
        while session.slide == 1:
            seen.append(await session.press("n"))
        assert any("row 6" in text for text in seen)
        assert any("row 39" in text for text in seen)
        while session.app.show.cursor.slide or session.app.show.cursor.step:
            shown = await session.press("p")
            assert "row" in shown, "nothing of the slide is seen"
        assert "row 5" in shown
        assert "row 6" not in shown


async def test_the_place_of_a_tall_slide_is_kept_while_the_screen_is_black(talk: Open) -> None:
    async with talk(TALL, size=(60, 20)) as session:
        scrolled = await session.press("pagedown")
        assert (await session.press("b")).strip() == ""
        assert await session.press("b") == scrolled


async def test_a_number_and_enter_jump_and_the_number_is_forgotten(talk: Open) -> None:
    async with talk() as session:
        await session.press("4", "enter")
        assert session.slide == 4
        await session.press("enter")
        assert session.slide == 5
        await session.press("1", "2", "backspace", "enter")
        assert session.slide == 1
        await session.press("3", "escape", "enter")
        assert session.slide == 2
        await session.press("3", "n", "enter")
        assert session.slide == 4
        await session.press("0", "enter")
        assert session.slide == 5, "a number does not begin with 0"


async def test_a_slide_that_cannot_be_typeset_shows_its_source(talk: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    async with talk() as session:
        second = session.app.show.deck.slides[1]

        def fail(slide: Slide, *others: Any) -> Frame:
            if slide is second:
                raise RuntimeError("made to fail")
            return typeset(slide, *others)

        session.app.stage.frames._made.clear()
        monkeypatch.setattr("rostra.typeset.frame_cache.typeset", fail)
        shown = await session.press("N")
        assert "RuntimeError" in shown
        assert "words of bravo" in shown


async def test_nothing_of_a_talk_takes_focus_or_ticks(talk: Open) -> None:
    async with talk() as session:
        await session.press("n", "tab", "shift+tab")
        assert session.app.focused is None
        await session.pilot.pause(1.2)
        running = [timer for timer in session.app._timers if timer._repeat is None and timer._active.is_set()]
        assert all(timer.name for timer in running), running


async def test_the_list_of_slides_tells_planned_times_below_each_other_and_moves_by_letters(talk: Open) -> None:
    timed = DECK.replace("words of bravo", "words\n\n<!-- slide: {time: 90s} -->")
    options = Options(replace(Settings(), watch=False, letters="none"), role="console")
    async with talk(timed, options=options) as session:
        shown = await session.press("i")
        assert "2   1:30  Bravo" in shown
        assert "3         Charlie" in shown
        await session.press("j", "j", "k", "enter")
        assert session.slide == 2
    async with talk(options=options) as session:
        assert "2  Bravo" in await session.press("i")
