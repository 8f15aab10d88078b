"""How large a deck is drawn: one scale for nearly all of it, and no slide cut off."""

from __future__ import annotations

from pathlib import Path

import pytest

from drawing import STYLES, deck_of
from rostra.options import Options
from rostra.stage.magnifier import AUTO, SAMPLE, Magnifier
from rostra.terminal.safe_signs import is_safe
from rostra.typeset.frame_cache import FrameCache

SHORT = "# Short\n\n- one\n- two\n- three"
TALL = "# Tall\n\n" + "\n\n".join(f"row {n}" for n in range(16))
WIDE = "# Wide\n\n```\n" + "x" * 70 + "\n```"
SCREEN = (120, 36)


def scales(*slides: str, screen: tuple[int, int] = SCREEN, most: int = 3, chosen: int = AUTO) -> list[int]:
    deck = deck_of("\n\n---\n\n".join(slides))
    magnifier = Magnifier(FrameCache(STYLES), most=most)
    return [magnifier.slide(deck, index, screen, chosen).scale for index in range(len(deck.slides))]


def test_a_deck_is_as_large_as_it_fits() -> None:
    assert scales(SHORT, SHORT) == [3, 3]
    assert scales(SHORT, SHORT, most=2) == [2, 2]
    assert scales(SHORT, SHORT, most=1) == [1, 1]
    assert scales(SHORT, SHORT, screen=(80, 24)) == [2, 2]
    assert scales(SHORT, SHORT, screen=(79, 24)) == [1, 1]


def test_a_few_slides_that_do_not_fit_are_smaller_and_the_others_stay() -> None:
    assert scales(SHORT, SHORT, TALL, SHORT, most=2) == [2, 2, 1, 2]
    assert scales(SHORT, WIDE, SHORT, SHORT, most=2) == [2, 1, 2, 2]
    assert scales(SHORT, TALL, SHORT, TALL, most=2) == [1, 1, 1, 1], "too many: it would jump from slide to slide"


def test_what_comes_after_the_sample_changes_nothing_for_those_before() -> None:
    assert scales(*[SHORT] * SAMPLE, *[TALL] * 9, most=2) == [2] * SAMPLE + [1] * 9


def test_a_title_drawn_with_blocks_is_not_made_a_smaller_one_of_letters() -> None:
    title = "# Fourteen signs and more"
    assert scales(title, SHORT, SHORT, SHORT) == [2, 3, 3, 3]
    assert scales("# Short", SHORT, SHORT, SHORT)[1:] == [3, 3, 3]


def test_what_is_asked_for_is_kept_to_as_far_as_the_terminal_goes() -> None:
    assert scales(SHORT, TALL, most=3, chosen=2) == [2, 2]
    assert scales(SHORT, TALL, most=2, chosen=3) == [2, 2]
    assert scales(SHORT, TALL, most=2, chosen=1) == [1, 1]


def test_the_scale_of_a_deck_stays_when_it_is_saved_until_it_is_asked_for_anew() -> None:
    magnifier = Magnifier(FrameCache(STYLES), most=2)
    few, many = (deck_of("\n\n---\n\n".join(slides)) for slides in ([SHORT] * 3, [SHORT, TALL, TALL]))
    object.__setattr__(many, "files", few.files)
    assert magnifier.slide(few, 0, SCREEN).scale == 2
    assert magnifier.slide(many, 0, SCREEN).scale == 2
    magnifier.forget()
    assert magnifier.slide(many, 0, SCREEN).scale == 1


def test_a_slide_that_the_terminal_cannot_draw_larger_is_not_even_when_asked_for() -> None:
    deck = deck_of(f"{SHORT}\n\n---\n\n# 漢字\n\nx\n\n---\n\n{SHORT}\n\n---\n\n{SHORT}")
    magnifier = Magnifier(FrameCache(STYLES), most=2)
    magnifier.draws = is_safe
    for chosen in (AUTO, 2):
        assert [magnifier.slide(deck, index, SCREEN, chosen).scale for index in range(4)] == [2, 1, 2, 2]


@pytest.mark.parametrize(
    ("asked", "deck", "settings", "wanted"),
    [(None, "", "auto", 0), (None, "", "2", 2), (None, "auto", "2", 0), (None, "3", "2", 3), (1, "3", "2", 1)],
)
def test_who_wins(asked: int | None, deck: str, settings: str, wanted: int, home: Path) -> None:
    from dataclasses import replace

    front = f"---\nmagnify: {deck}\n---\n\n" if deck else ""
    options = Options(magnify=asked)
    options.settings = replace(options.settings, magnify=settings)
    assert options.magnify_for(deck_of(front + SHORT)) == wanted


def test_a_deck_that_asks_for_another_size_is_told() -> None:
    (problem,) = deck_of("---\nmagnify: 4\n---\n\n" + SHORT).problems
    assert "magnify should be auto, 1, 2 or 3" in problem.message
