"""Where a talk stands, and every way to move."""

from rostra.deck.blocks import Place
from rostra.deck.cursor import Cursor
from rostra.deck.model import Content, Deck, Slide, SlideSettings


def deck(*steps: int, sources: str = "abcdefgh") -> Deck:
    """A deck whose slides have so many steps."""
    return Deck(
        tuple(
            Slide(Place("deck.md", n), sources[n], parse=lambda count=count: Content(steps=count))  # type: ignore[misc]
            for n, count in enumerate(steps)
        )
    )


def test_next_goes_through_the_steps_and_then_to_the_next_slide() -> None:
    talk = deck(2, 1)
    first = Cursor()
    second = first.next_step(talk)
    assert (second, second.next_step(talk)) == (Cursor(0, 1), Cursor(1, 0))


def test_back_enters_a_slide_at_its_last_step() -> None:
    assert Cursor(1).previous_step(deck(3, 1)) == Cursor(0, 2)


def test_next_at_the_end_stays_with_all_steps_shown() -> None:
    talk = deck(1, 3)
    assert Cursor(1, 2).next_step(talk) == Cursor(1, 2)
    assert Cursor(1, 0).next_slide(talk) == Cursor(1, 2)


def test_back_at_the_start_stays() -> None:
    assert Cursor().previous_step(deck(2)) == Cursor()
    assert Cursor().previous_slide(deck(2)) == Cursor()


def test_a_position_that_the_deck_has_not_becomes_the_nearest() -> None:
    talk = deck(1, 2)
    assert Cursor.on(talk, 9, 9) == Cursor(1, 1)
    assert Cursor.on(talk, -3, -3) == Cursor(0, 0)


def test_an_unchanged_slide_is_found_again_where_it_moved_to() -> None:
    assert Cursor(1, 1).moved_to(deck(1, 2, sources="ab"), deck(1, 1, 2, sources="xab")) == Cursor(2, 1)


def test_a_changed_slide_is_found_by_its_neighbours() -> None:
    before, after = deck(1, 1, 1, sources="abc"), deck(1, 1, 1, 1, sources="xaBc")
    assert Cursor(1).moved_to(before, after) == Cursor(2)


def test_a_named_slide_is_found_by_its_name() -> None:
    named = Slide(Place(), "old", SlideSettings(name="plan"))
    renewed = Slide(Place(), "new", SlideSettings(name="plan"))
    before = Deck((Slide(Place(), "a"), named))
    after = Deck((renewed, Slide(Place(), "b"), Slide(Place(), "c")))
    assert Cursor(1).moved_to(before, after) == Cursor(0)
