"""The overview: thumbnails of all slides, made one by one, and chosen by keys."""

from __future__ import annotations

from pathlib import Path

import pytest
from session import DECK, Open, Talk, opener
from textual.geometry import Size

from params import fast
from rostra.screens.overview import OverviewScreen
from rostra.show.opening import read_saved
from rostra.widgets.thumbnails import Thumbnails, arranged


@pytest.fixture
def talk(tmp_path: Path, home: Path) -> Open:
    """Opens a talk."""
    return opener(tmp_path)


def thumbnails(session: Talk) -> Thumbnails:
    assert isinstance(session.app.screen, OverviewScreen)
    return session.app.screen.thumbnails


async def all_made(session: Talk) -> None:
    """Wait until all thumbnails in sight are made."""
    await session.until(lambda: not thumbnails(session)._unmade(), "all thumbnails in sight")
    await session.pilot.pause()


@pytest.mark.parametrize(
    ("keys", "slide"),
    fast(
        3,
        [
            ("l l left", 2),
            ("down", 4),
            ("G g", 1),
            ("right", 2),
            ("j k", 1),
            ("end", 6),
            ("left", 1),
            ("pagedown pageup n", 2),
        ],
    ),
)
async def test_the_overview_is_moved_in_and_chooses(talk: Open, keys: str, slide: int) -> None:
    async with talk() as session:
        shown = await session.press("o")
        assert "1  Alpha" in shown
        await session.press(*keys.split(), "enter")
        assert (session.slide, session.open) == (slide, "AudienceScreen")


@pytest.mark.parametrize("key", ["escape", "o", "q"])
async def test_the_overview_is_left_without_choosing(talk: Open, key: str) -> None:
    async with talk() as session:
        await session.press("o", "right", key)
        assert (session.slide, session.open) == (1, "AudienceScreen")


async def test_thumbnails_are_miniatures_with_number_and_title_once(talk: Open) -> None:
    async with talk() as session:
        await session.press("o")
        await all_made(session)
        assert "▀" in session.text
        assert all(session.text.count(name) == 1 for name in ("1  Alpha", "Bravo", "6  Foxtrot"))
        assert "words of" not in session.text


@pytest.mark.parametrize("lacking", ["colours", "most colours", "known colours"])
async def test_without_colours_to_mix_thumbnails_are_text(
    talk: Open, monkeypatch: pytest.MonkeyPatch, lacking: str
) -> None:
    if lacking == "colours":
        monkeypatch.setenv("NO_COLOR", "1")
    elif lacking == "most colours":
        monkeypatch.setenv("COLORTERM", "")
        monkeypatch.setenv("TERM", "xterm")
    deck = DECK if lacking != "known colours" else f"---\ntheme: terminal\n---\n\n{DECK}"
    async with talk(deck) as session:
        shown = await session.press("o")
        assert "words of bravo" in shown
        assert shown.count("Bravo") == 1, "the title is not told twice"
        assert "▄▄▄▄" in shown, "the chosen one has a frame of its own"
        assert shown.count("┌") == shown.count("┐") == 5


async def test_only_thumbnails_in_sight_are_made(talk: Open) -> None:
    many = "\n\n---\n\n".join(f"# Slide {n}" for n in range(1, 201))
    async with talk(many, size=(80, 24)) as session:
        await session.press("o")
        await all_made(session)
        made = thumbnails(session)._pictures._made
        assert 3 <= len(made) <= 12
        await session.press("G")
        await all_made(session)
        assert 199 in made
        assert len(made) <= 24
        assert "200  Slide 200" in session.text


async def test_a_slide_that_is_saved_meanwhile_is_made_anew_and_others_are_not(talk: Open, tmp_path: Path) -> None:
    async with talk() as session:
        await session.press("o")
        await all_made(session)
        before = dict(thumbnails(session)._pictures._made)
        (tmp_path / "talk.md").write_text(DECK.replace("words of bravo", "other words, and many more"), "utf-8")
        deck, _ = read_saved([tmp_path / "talk.md"])
        assert deck is not None
        session.app.show.replace_deck(deck)
        session.app._deck_changed()
        await all_made(session)
        after = thumbnails(session)._pictures._made
        assert after[1][1] != before[1][1]
        assert after[2][1] == before[2][1]


@pytest.mark.parametrize(
    ("size", "across"), [((80, 24), 3), ((120, 36), 4), ((140, 45), 4), ((200, 60), 5), ((50, 20), 2), ((20, 10), 1)]
)
def test_thumbnails_grow_with_the_screen_and_have_the_shape_of_the_page(size: tuple[int, int], across: int) -> None:
    found, shape = arranged(1000, Size(*size), size)
    assert found == across
    assert shape.rows == pytest.approx(shape.columns * size[1] / size[0], abs=1.1)
    assert across * (shape.columns + 2) <= size[0]


def test_few_slides_have_larger_thumbnails_as_long_as_all_are_seen() -> None:
    sizes = [arranged(count, Size(120, 36), (120, 36))[1].columns for count in (1, 2, 5, 6, 12, 13, 500)]
    assert sizes == sorted(sizes, reverse=True)
    assert sizes[0] > sizes[3] > sizes[-1]
    for count in (2, 5, 6, 12):
        across, shape = arranged(count, Size(120, 36), (120, 36))
        assert -(-count // across) * (shape.rows + 2) <= 36


async def test_a_click_chooses_what_was_clicked(talk: Open) -> None:
    async with talk() as session:
        await session.press("o")
        await session.pilot.click(Thumbnails, offset=(40, 15))
        await session.pilot.pause()
        assert (session.slide, session.open) == (5, "AudienceScreen")
