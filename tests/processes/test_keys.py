"""Every key of a talk, as the bytes that terminals and presenter remotes send."""

from __future__ import annotations

from pathlib import Path

import pytest
from pty_session import Present, at

from params import fast

ESC, F5, PAGE_DOWN, PAGE_UP, HOME, END = "\x1b", "\x1b[15~", "\x1b[6~", "\x1b[5~", "\x1b[H", "\x1b[F"
NEXT = [PAGE_DOWN, "\x1b[C", "\x1bOC", "\x1b[B", "\x1bOB", " ", "\r", "n", "j", "l"]
PREVIOUS = [PAGE_UP, "\x1b[D", "\x1bOD", "\x1b[A", "\x1bOA", "\x7f", "\x08", "p", "k", "h"]
NEXT_SLIDE = ["N", "\x1b[1;2C", "\x1b[1;2B"]
PREVIOUS_SLIDE = ["P", "\x1b[1;2D", "\x1b[1;2A"]
FIRST = [HOME, "\x1bOH", "\x1b[1~", "\x1b[7~", "g"]
LAST = [END, "\x1bOF", "\x1b[4~", "\x1b[8~", "G"]
# What terminals with the kitty keyboard protocol send for the same keys.
KITTY_NEXT = ["\x1b[32;;32u", "\x1b[13u", "\x1b[110;;110u", "\x1b[1;1C", "\x1b[6;1~"]
KITTY_PREVIOUS = ["\x1b[127u", "\x1b[112;;112u", "\x1b[1;1D", "\x1b[5;1~"]


@pytest.fixture
def long_talk(tmp_path: Path) -> Path:
    """A deck of 40 slides, each of one step."""
    deck = tmp_path / "long.md"
    deck.write_text("\n\n---\n\n".join(f"# Slide {n}\n\nwords" for n in range(1, 41)), "utf-8")
    return deck


def test_each_key_for_next_goes_one_on(present: Present, long_talk: Path) -> None:
    session = present(long_talk)
    at(session, 1, total=40)
    for slide, key in enumerate([*NEXT, *NEXT_SLIDE, *KITTY_NEXT, "\x1b[110;2;78u"], 2):
        session.send(key)
        at(session, slide, total=40)


def test_each_key_for_previous_goes_one_back(present: Present, long_talk: Path) -> None:
    session = present(long_talk, "--slide", "40")
    at(session, 40, total=40)
    for back, key in enumerate([*PREVIOUS, *PREVIOUS_SLIDE, *KITTY_PREVIOUS, "\x1b[112;2;80u"], 1):
        session.send(key)
        at(session, 40 - back, total=40)


def test_each_key_for_first_and_last_jumps_there(present: Present, talk: Path) -> None:
    session = present(talk)
    at(session, 1)
    for first, last in zip(FIRST, LAST, strict=True):
        session.send(last)
        at(session, 12)
        session.send(first)
        at(session, 1)


def test_next_and_back_go_by_steps_and_shift_goes_by_slides(present: Present, talk: Path) -> None:
    session = present(talk)
    at(session, 1)
    session.send(PAGE_DOWN)
    at(session, 2, "one")
    assert not session.shows("two")
    session.press(PAGE_DOWN, "two")
    assert not session.shows("three")
    session.press(PAGE_DOWN, "three")
    session.send(PAGE_DOWN)
    at(session, 3)
    session.send(PAGE_UP)
    at(session, 2, "one", "two", "three")
    session.send(PAGE_UP)
    session.wait_without("three")
    session.send("\x1b[1;2B")
    at(session, 3)
    session.send("\x1b[1;2A")
    at(session, 2, "one")
    session.wait_without("two")
    session.press("s", "two", "three")


def test_a_number_and_enter_jump_and_the_apostrophe_returns(present: Present, talk: Path) -> None:
    session = present(talk)
    at(session, 1)
    session.send("7\r")
    at(session, 7)
    session.send("12\x7f\r")
    at(session, 1)
    session.send("'")
    at(session, 7)
    session.send("99\r")
    at(session, 12)
    session.send("'")
    at(session, 7)
    session.send("1" + ESC)
    session.pump_for(0.3)
    session.send("\r")
    at(session, 8)


@pytest.mark.parametrize("key", fast(2, ["b", ",", ".", "w"]))
def test_a_blank_screen_has_no_text_and_the_same_key_shows_the_slide_again(
    present: Present, talk: Path, key: str
) -> None:
    session = present(talk)
    at(session, 1, "Alpha")
    color = {"000000"} if key in "b." else {"ffffff"}
    for back in (key, PAGE_DOWN, PAGE_UP):
        session.send(key)
        session.wait(lambda: session.colors() == color, "all cells of one colour")
        assert session.text.strip() == ""
        session.send(back)
        session.wait(lambda: session.text.strip() != "", "the slide")
        assert session.shows("Alpha") or session.shows("Bravo")


def test_the_start_button_of_a_remote_is_harmless(present: Present, talk: Path) -> None:
    session = present(talk)
    at(session, 1)
    for key in (F5, ESC, F5, ESC, "\x1b[[E", "\x1b[27u"):
        session.send(key)
        session.pump_for(0.15)
    session.send(PAGE_DOWN)
    at(session, 2)
    session.send("b")
    session.wait(lambda: session.text.strip() == "", "black")
    session.send(ESC + PAGE_DOWN)
    session.wait(lambda: session.text.strip() != "", "the slide")
    assert session.running


def test_escape_closes_what_is_open_and_never_quits(present: Present, talk: Path) -> None:
    session = present(talk, size=(100, 40))
    at(session, 1)
    for key, shown in (("/", "Search the slides"), ("o", "4  Delta"), ("?", "Moving"), ("T", "tokyo-night")):
        session.press(key, shown)
        session.send(ESC)
        session.wait_without(shown)
        at(session, 1, "Alpha")
    session.send(PAGE_DOWN)
    at(session, 2)
    session.press("q", "Leave the talk?")
    session.send(ESC)
    session.wait_without("Leave the talk?")
    session.send(PAGE_DOWN)
    session.wait_for("two")


def test_search_finds_while_typing_and_enter_goes_there(present: Present, talk: Path) -> None:
    session = present(talk)
    at(session, 1)
    session.press("/gol", "7  Golf")
    session.send("\r")
    at(session, 7, "Golf")
    session.press("/whispered", "no slide has this")
    session.send(ESC)
    at(session, 7, "Golf")


@pytest.mark.parametrize("keys", fast(1, ["/gol", "o", "?", "T"]))
def test_keys_pressed_faster_than_a_screen_closes_close_no_more(present: Present, talk: Path, keys: str) -> None:
    session = present(talk, "--slide", "7")
    at(session, 7)
    for twice in ("\r\r", ESC + ESC, "q" + ESC):
        before = session.text
        session.send(keys)
        session.wait(lambda before=before: session.text != before, "something open")  # type: ignore[misc]
        session.send(twice)
        session.pump_for(0.2)
        session.send(ESC)
        session.pump_for(0.2)
        session.send("7\r")
        at(session, 7, "Golf")


def test_the_overview_chooses_a_slide(present: Present, talk: Path) -> None:
    session = present(talk)
    at(session, 1)
    session.press("o", "1  Alpha", "2  Bravo")
    session.send("ll\r")
    at(session, 3)


def test_t_changes_the_theme_and_shift_t_chooses_one(present: Present, talk: Path) -> None:
    session = present(talk, "--theme", "dark")
    at(session, 1)
    dark = session.colors()
    session.send("t")
    session.wait(lambda: session.colors().isdisjoint(dark), "another theme")
    session.press("T", "gruvbox")
    session.send("k\r")
    session.wait_without("gruvbox")
    session.wait(lambda: session.colors() == dark, "the theme above")


def test_f5_draws_every_cell_anew(present: Present, talk: Path) -> None:
    session = present(talk)
    at(session, 1)
    session.pump_for(0.3)
    session.screen.reset()
    session.send(F5)
    at(session, 1, "Alpha", "words of alpha")


def test_one_ctrl_c_goes_on_and_two_quit(present: Present, talk: Path) -> None:
    session = present(talk)
    at(session, 1)
    session.send("\x03")
    session.send(PAGE_DOWN)
    at(session, 2)
    session.pump_for(1.6)
    session.send("\x03")
    session.press(PAGE_DOWN, "two")
    session.send("\x03\x03")
    assert session.end() == 0


def test_without_mouse_the_terminal_keeps_its_selection(present: Present, talk: Path) -> None:
    session = present(talk)
    at(session, 1)
    session.send("q")
    assert session.end() == 0
    for mode in (b"1000h", b"1002h", b"1003h", b"1006h"):
        assert mode not in session.written


def test_with_mouse_a_left_click_goes_on_and_a_right_click_back(present: Present, talk: Path) -> None:
    session = present(talk, "--mouse")
    at(session, 1)
    session.wait(lambda: session.mode(1000), "mouse reporting")
    session.send("\x1b[<0;10;5M\x1b[<0;10;5m")
    at(session, 2)
    session.send("\x1b[<2;10;5M\x1b[<2;10;5m")
    at(session, 1)


def test_the_cursor_is_hidden_while_presenting(present: Present, talk: Path) -> None:
    session = present(talk)
    at(session, 1)
    assert b"\x1b[?25l" in session.written
    session.send(PAGE_DOWN + "/")
    session.wait_for("Search the slides")
    session.send(ESC)
    at(session, 2)
    assert not session.mode(25)
    assert session.mode(1049)


def test_a_key_that_was_moved_works_and_its_old_key_does_not(present: Present, talk: Path, home: Path) -> None:
    config = home / "moved.toml"
    config.write_text('[keys]\nblack = "x"\n', "utf-8")
    session = present(talk, "--config", config)
    at(session, 1)
    session.send("b.n")
    at(session, 2)
    session.send("x")
    session.wait(lambda: session.text.strip() == "", "black")
