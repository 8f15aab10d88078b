"""A talk under way: commands in, states out."""

from rostra.deck.blocks import Place
from rostra.deck.cursor import Cursor
from rostra.deck.model import Content, Deck, Slide
from rostra.show.commands import Blank, Go, GoBack, NextStep, PreviousStep, RevealAll
from rostra.show.show import Show


def talk(*steps: int, whole: bool = True) -> Deck:
    """A deck whose slides have so many steps."""
    return Deck(tuple(_slide(n, count) for n, count in enumerate(steps)), whole=whole)


def _slide(number: int, steps: int) -> Slide:
    return Slide(Place("talk.md", number), f"slide {number}", parse=lambda: Content(steps=steps))


def test_a_talk_is_under_way_once_it_has_moved() -> None:
    show = Show(talk(1, 1))
    show.do(PreviousStep())
    assert not show.state.under_way
    show.do(NextStep())
    show.do(PreviousStep())
    assert show.state.under_way


def test_a_jump_can_be_taken_back_and_forth() -> None:
    show = Show(talk(1, 3, 1, 1))
    show.do(NextStep())
    show.do(NextStep())
    show.do(Go(3))
    show.do(GoBack())
    assert show.cursor == Cursor(1, 1)
    show.do(GoBack())
    assert show.cursor == Cursor(3, 0)


def test_without_a_jump_there_is_nothing_to_go_back_to() -> None:
    show = Show(talk(1, 1))
    show.do(NextStep())
    show.do(GoBack())
    assert show.cursor == Cursor(1)


def test_a_jump_to_the_same_slide_is_not_remembered() -> None:
    show = Show(talk(1, 1, 1))
    show.do(Go(2))
    show.do(Go(2))
    show.do(GoBack())
    assert show.cursor.slide == 0


def test_a_slide_that_is_not_there_is_the_nearest() -> None:
    show = Show(talk(1, 1, 1))
    show.do(Go(99))
    assert show.cursor.slide == 2
    show.do(Go(-5))
    assert show.cursor.slide == 0


def test_blank_ends_with_the_same_command_or_by_moving() -> None:
    show = Show(talk(1, 1))
    show.do(Blank("black"))
    show.do(Blank("white"))
    seen = [show.state.blank]
    show.do(Blank("white"))
    seen.append(show.state.blank)
    assert seen == ["white", ""]
    show.do(Blank("black"))
    show.do(NextStep())
    assert (show.state.blank, show.cursor.slide) == ("", 1)


def test_reveal_all_shows_the_last_step() -> None:
    show = Show(talk(4))
    show.do(RevealAll())
    assert show.cursor == Cursor(0, 3)


def test_the_rest_of_a_long_deck_is_read_before_its_opening_ends() -> None:
    asked = []

    def rest() -> Deck:
        asked.append(True)
        return talk(1, 1, 1, 1, 1, 1)

    show = Show(talk(1, 1, 1, whole=False), rest=rest)
    show.do(NextStep())
    assert len(show.deck.slides) == 6 or not asked
    for _ in range(4):
        show.do(NextStep())
    assert (show.cursor.slide, len(show.deck.slides), len(asked)) == (5, 6, 1)


def test_a_jump_reads_the_rest_of_a_long_deck_first() -> None:
    show = Show(talk(1, 1, 1, whole=False), rest=lambda: talk(1, 1, 1, 1, 1, 1))
    show.do(Go(4))
    assert show.cursor.slide == 4


def test_a_deck_that_was_read_again_keeps_the_place_and_the_way_back() -> None:
    show = Show(talk(1, 1, 2))
    show.do(Go(2))
    show.do(NextStep())
    before = show.deck
    show.replace_deck(Deck((Slide(Place("talk.md", 0), "new"), *before.slides)))
    assert show.cursor == Cursor(3, 1)
    show.do(GoBack())
    assert show.cursor.slide == 1


def test_a_deck_that_became_shorter_keeps_the_cursor_on_it() -> None:
    show = Show(talk(1, 1, 1, 1))
    show.do(Go(3))
    show.replace_deck(Deck((Slide(Place(), "other"),)))
    assert show.cursor == Cursor(0, 0)
