"""A talk under way: commands in, states out."""

from rostra.deck.blocks import Place
from rostra.deck.cursor import Cursor
from rostra.deck.model import Content, Deck, Slide
from rostra.deck.spot import Spot
from rostra.show.clock import Clock
from rostra.show.commands import (
    Blank,
    Command,
    Follow,
    Freeze,
    Go,
    GoBack,
    LastSlide,
    NextSlide,
    NextStep,
    Point,
    PreviousStep,
    ResetClock,
    RevealAll,
    ScrollTo,
    SetTheme,
    TakeUp,
    ToggleClock,
)
from rostra.show.show import Earlier, Show
from rostra.show.state import Seen


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


# -- what the audience sees ---------------------------------------------------------------------------------------

SPOT = Spot(Place("talk.md", 1), 4, 9)


def named(*names: str, lines: int = 10) -> Deck:
    """A deck of slides with these texts, each of three steps and so many lines."""
    slides = [
        Slide(Place("talk.md", 1 + n * lines), name, parse=lambda: Content(steps=3)) for n, name in enumerate(names)
    ]
    return Deck(tuple(slides))


def test_a_frozen_audience_keeps_slide_and_deck_whatever_is_saved_until_it_is_let_go() -> None:
    show = Show(named("a", "b", "c"))
    show.do(NextStep())
    show.do(Freeze())
    before = show.deck
    show.do(Go(2))
    show.replace_deck(named("new", "changed", "b", "c"))
    assert show.seen == (before, Seen(Cursor(0, 1)))
    assert show.cursor == Cursor(3)
    show.do(Freeze())
    assert show.seen == (show.deck, Seen(Cursor(3)))


def test_a_frozen_audience_stays_black_and_where_it_was_scrolled_and_pointed_at_while_the_speaker_moves() -> None:
    show = Show(named("a", "b"))
    for command in (ScrollTo(SPOT), Point(SPOT), Blank("black"), Freeze(), Go(1)):
        show.do(command)
    assert (show.state.blank, show.state.pointer, show.state.scroll) == ("black", SPOT, None)
    assert show.seen[1] == Seen(Cursor(0), SPOT)
    show.do(ScrollTo(None))
    assert (show.state.blank, show.seen[1]) == ("black", Seen(Cursor(0), SPOT))


def test_a_talk_that_takes_a_frozen_state_from_a_console_keeps_the_deck_as_it_is_then() -> None:
    frozen, show = Show(named("a", "b")), Show(named("a", "b"))
    frozen.do(Freeze())
    show.take(frozen.state)
    before = show.deck
    show.replace_deck(named("other", "b"))
    assert show.seen[0] is before
    show.take(Show(named("a")).state)
    assert show.seen[0] is show.deck


def test_scrolling_and_pointing_end_with_the_slide_and_scrolling_shows_it_again() -> None:
    show = Show(named("a", "b"))
    show.do(Blank("white"))
    show.do(ScrollTo(SPOT))
    show.do(Point(SPOT))
    assert (show.state.blank, show.state.scroll, show.state.pointer) == ("", SPOT, SPOT)
    show.do(NextStep())
    assert (show.state.scroll, show.state.pointer) == (SPOT, SPOT)
    show.do(NextSlide())
    assert (show.state.scroll, show.state.pointer) == (None, None)


def test_a_spot_stays_on_its_words_when_lines_are_put_in_above_the_slide() -> None:
    show = Show(named("a", "b"))
    spot = Spot(Place("talk.md", 13), 1, 2)
    show.do(NextSlide())
    show.do(ScrollTo(spot))
    show.do(Point(spot))
    show.replace_deck(named("new", "a", "b"))
    moved = Spot(Place("talk.md", 23), 1, 2)
    assert (show.state.scroll, show.state.pointer) == (moved, moved)


def test_a_theme_is_part_of_how_a_talk_stands() -> None:
    show = Show(named("a"))
    show.do(SetTheme("nord"))
    assert show.state.theme == "nord"


# -- saved in part ------------------------------------------------------------------------------------------------


def test_a_deck_that_was_saved_in_part_brings_the_talk_back_once_it_is_whole() -> None:
    show = Show(named(*"abcdef"))
    show.do(Go(4, 2))
    show.replace_deck(named("a", "b"))
    assert show.cursor == Cursor(1, 2)
    show.replace_deck(named("a"))
    show.replace_deck(named(*"abcdef"))
    assert show.cursor == Cursor(4, 2)


def test_a_slide_that_was_saved_in_part_brings_back_its_step() -> None:
    show = Show(named("a", "b", "c"))
    show.do(Go(2, 2))
    short = Slide(Place("talk.md", 21), "half of c", parse=lambda: Content(steps=1))
    show.replace_deck(Deck((*show.deck.slides[:2], short)))
    assert show.cursor == Cursor(2, 0)
    show.replace_deck(named("a", "b", "c"))
    assert show.cursor == Cursor(2, 2)


def test_the_slide_may_have_been_edited_in_the_save_that_came_in_two_parts() -> None:
    show = Show(named(*"abcdef"))
    show.do(Go(4))
    show.replace_deck(named("a", "b"))
    show.replace_deck(named("a", "b", "c", "d", "edited", "f"))
    assert show.cursor.slide == 4


def test_a_talk_that_has_moved_since_does_not_go_back() -> None:
    show = Show(named(*"abcdef"))
    show.do(Go(4))
    show.replace_deck(named("a", "b"))
    show.do(PreviousStep())
    show.replace_deck(named(*"abcdef"))
    assert show.cursor == Cursor(0, 2)


def test_slides_that_were_put_in_around_an_edited_slide_leave_the_talk_on_it() -> None:
    show = Show(named(*"abc"))
    show.do(Go(2))
    show.replace_deck(named("a", "b", "edited"))
    show.replace_deck(named("a", "b", "new", "edited"))
    assert show.cursor.slide == 3


# -- beginning ----------------------------------------------------------------------------------------------------


def test_a_run_that_broke_off_is_taken_up_with_its_clock_once() -> None:
    show = Show(named(*"abc"))
    show.do(TakeUp())
    assert show.cursor == Cursor()
    show.earlier = Earlier(Cursor(2, 9), Clock(500.0), 1)
    show.do(TakeUp())
    assert (show.cursor, show.state.clock, show.state.began) == (Cursor(2, 2), Clock(500.0), 1)
    show.do(GoBack())
    assert show.cursor == Cursor()
    show.do(TakeUp())
    assert show.cursor == Cursor()


def test_the_clock_begins_on_the_slide_that_its_first_step_shows() -> None:
    show = Show(named(*"abc"), now=lambda: 100.0)
    show.do(NextSlide())
    assert (show.state.clock.started, show.state.began) == (100.0, 1)
    show.do(NextSlide())
    assert show.state.began == 1
    show.do(ResetClock())
    show.do(ToggleClock())
    assert show.state.began == 2
    show.replace_deck(named("new", *"abc"))
    assert show.state.began == 3


def test_only_what_may_leave_the_opening_of_a_long_deck_needs_all_of_it() -> None:
    show = Show(talk(1, 1, 1, 1, whole=False))
    needing: list[Command] = [GoBack(), Go(0), LastSlide(), TakeUp()]
    others: list[Command] = [NextStep(), NextSlide(), PreviousStep(), Blank("black"), RevealAll(), ToggleClock()]
    assert [command for command in (*needing, *others) if show.needs_whole(command)] == needing
    show.state = Show(show.deck, Cursor(2)).state
    assert show.needs_whole(NextStep())
    assert show.needs_whole(NextSlide())
    assert not Show(talk(1)).needs_whole(LastSlide())


def test_a_talk_that_does_not_follow_is_not_moved_by_an_editor() -> None:
    show = Show(talk(1, 3, 1))
    before = show.state
    show.do(Follow(1, 2, Spot(Place("talk.md", 1))))
    assert show.state == before


def test_a_talk_that_follows_stands_where_an_editor_is_and_is_not_under_way_for_that() -> None:
    show = Show(talk(1, 3, 1))
    show.follows = True
    show.do(Blank("black"))
    show.do(Follow(1, 2, Spot(Place("talk.md", 1))))
    assert (show.cursor, show.state.scroll) == (Cursor(1, 2), Spot(Place("talk.md", 1)))
    assert not show.state.under_way
    assert not show.state.blank
    assert show.state.clock == Clock()
    assert show.state.came_from is None
    show.do(Follow(99, 9))
    assert show.cursor == Cursor(2, 0)
