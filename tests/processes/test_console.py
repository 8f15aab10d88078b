"""The speaker's console and the audience view, each a process in a terminal of its own: driving."""

from __future__ import annotations

import re
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from pty_session import Present, PtySession

from rostra.show.address import socket_path

PATIENCE = 20.0
POSITION = re.compile(r"(\d+)/(\d+)(?: step (\d+)/\d+)?")
# Escape as the kitty keyboard protocol writes it: no key that follows can make another of it.
ESC, PAGE_DOWN, PAGE_UP, HOME, END = "\x1b[27u", "\x1b[6~", "\x1b[5~", "\x1b[H", "\x1b[F"


def wait(condition: Callable[[], bool], what: str, *sessions: PtySession) -> None:
    """Wait until a condition holds, while all the sessions go on."""
    end = time.monotonic() + PATIENCE
    while not condition():
        if time.monotonic() > end:
            screens = "\n=====\n".join(session.text for session in sessions)
            raise AssertionError(f"{what} never held:\n{screens}")
        for session in sessions:
            session.pump(0.01)


def audience_at(audience: PtySession) -> str:
    """The number in the audience's footer, such as 2/12."""
    return (audience.lines[-1].split() or [""])[-1]


def console_at(console: PtySession) -> str:
    """The slide in the console's bar, and a step above the first: 2/12, 2/12+1."""
    found = POSITION.search(console.lines[0])
    if not found:
        return ""
    return f"{found[1]}/{found[2]}" + (f"+{int(found[3]) - 1}" if found[3] not in (None, "1") else "")


class Stage:
    """A talk, and a console that has joined it."""

    def __init__(self, audience: PtySession, console: PtySession) -> None:
        self.audience = audience
        self.console = console

    def wait(self, condition: Callable[[], bool], what: str = "the condition") -> None:
        wait(condition, what, self.audience, self.console)

    def at(self, slide: str, *shown: str) -> None:
        """Wait until both stand somewhere, such as at 2/12+1, and the audience sees some texts."""
        seen = slide.partition("+")[0]

        def stands() -> bool:
            both = audience_at(self.audience) == seen and console_at(self.console) == slide
            return both and all(map(self.audience.shows, shown))

        self.wait(stands, f"both at {slide} with {shown}")

    def joined(self) -> None:
        self.wait(lambda: bool(console_at(self.console)) and not self.console.shows("NO AUDIENCE"), "joining")


Staged = Callable[..., Stage]


@pytest.fixture
def staged(present: Present, talk: Path) -> Staged:
    """Puts a talk and its console on stage."""

    def start(
        *arguments: str, size: tuple[int, int] = (80, 24), console_size: tuple[int, int] = (110, 36), deck: Path = talk
    ) -> Stage:
        audience = present(deck, *arguments, size=size)
        stage = Stage(audience, present("console", deck, size=console_size))
        stage.joined()
        wait(lambda: bool(audience_at(audience)), "the first slide", audience, stage.console)
        return stage

    return start


# -- driving ------------------------------------------------------------------------------------------------------


def test_all_keys_that_move_the_talk_move_it_from_the_console(staged: Staged) -> None:
    stage = staged()
    stage.at("1/12", "Alpha")
    moves = [
        (PAGE_DOWN, "2/12", "one"), (" ", "2/12+1", "two"), ("\x1b[C", "2/12+2", "three"), ("n", "3/12", "Charlie"),
        (PAGE_UP, "2/12+2", "three"), ("p", "2/12+1", "two"), ("\x7f", "2/12", "one"), ("s", "2/12+2", "three"),
        ("N", "3/12", "Charlie"), ("\x1b[1;2D", "2/12", "one"), ("P", "1/12", "Alpha"), (END, "12/12", "Lima"),
        ("'", "1/12", "Alpha"), ("G", "12/12", "Lima"), (HOME, "1/12", "Alpha"), ("7\r", "7/12", "Golf"),
        ("g", "1/12", "Alpha"), ("\r", "2/12", "one"), ("12\x7f\r", "1/12", "Alpha"), ("99\r", "12/12", "Lima"),
        ("k", "11/12", "Kilo"), ("j", "12/12", "Lima"),
    ]  # fmt: skip
    for key, slide, shown in moves:
        stage.console.send(key)
        stage.at(slide, shown)


def test_the_console_follows_the_keys_of_the_audience_view(staged: Staged) -> None:
    stage = staged()
    for key, slide in ((" ", "2/12"), (" ", "2/12+1"), ("G", "12/12"), ("'", "2/12+1"), ("p", "2/12")):
        stage.audience.send(key)
        stage.at(slide)


def test_a_number_shows_in_the_console_while_it_is_typed(staged: Staged) -> None:
    console = staged().console
    for key, shown in (("1", "go to 1"), ("2", "go to 12"), ("\x7f", "go to 1")):
        console.press(key, shown)
    console.send(ESC)
    console.wait_without("go to")


def test_the_screen_goes_blank_from_either_side_and_moving_shows_the_slide_moved_to(staged: Staged) -> None:
    stage = staged()
    audience, console = stage.audience, stage.console

    def blank(color: str, tag: str) -> None:
        stage.wait(lambda: audience.colors() == {color} and console.shows(tag), f"{tag} on both")

    for one, other in ((console, audience), (audience, console)):
        for key, color, tag in (("b", "000000", "BLACK"), (".", "000000", "BLACK"), ("w", "ffffff", "WHITE")):
            one.send(key)
            blank(color, tag)
            other.send(key)
            stage.wait(lambda: audience.text.strip() != "" and not console.shows("BLACK"), "the slide")
    console.send("b")
    blank("000000", "BLACK")
    assert console.shows("unseen by the audience")
    seen = len(audience.written)
    console.send("3\r")
    stage.at("3/12", "Charlie")
    assert b"lpha" not in audience.written[seen:]


def test_a_frozen_audience_keeps_its_slide_until_the_speaker_lets_go(staged: Staged) -> None:
    stage = staged()
    audience, console = stage.audience, stage.console
    console.send("n")
    stage.at("2/12", "one")
    console.send("f")
    stage.wait(lambda: console.shows("FROZEN"), "frozen")
    seen, before = audience.text, len(audience.written)
    for key, slide in (("n", "2/12+1"), ("G", "12/12"), ("5\r", "5/12")):
        console.send(key)
        stage.wait(lambda slide=slide: console_at(console) == slide, slide)  # type: ignore[misc]
    assert console.shows("unseen by the audience")
    audience.pump_for(0.1)
    assert audience.text == seen
    assert b"Echo" not in audience.written[before:]
    console.send("f")
    stage.at("5/12", "Echo")
    stage.wait(lambda: not console.shows("FROZEN"), "let go")


def pointed(session: PtySession) -> list[str]:
    """The rows of the screen that are highlighted."""
    rows = range(session.screen.lines)
    return [session.lines[row].strip() for row in rows if all(cell.reverse for cell in cells(session, row))]


def cells(session: PtySession, row: int) -> list[Any]:
    return [session.screen.buffer[row][column] for column in range(session.screen.columns)]


def test_the_pointer_moves_a_highlighted_line_on_the_audience_s_slide(staged: Staged) -> None:
    stage = staged()
    stage.console.send("ns")
    stage.at("2/12+2", "three")
    for keys, line in (("]", "Bravo"), ("]", "one"), ("]]]]]]", "three"), ("[", "two"), ("\\", ""), ("[", "Bravo")):
        stage.console.send(keys)
        stage.wait(lambda line=line: pointed(stage.audience) == [line] * bool(line), f"{line!r} pointed at")  # type: ignore[misc]
    stage.console.send("n")
    stage.at("3/12", "Charlie")
    assert pointed(stage.audience) == []


def test_what_is_pointed_at_in_a_narrow_console_is_lit_on_a_wide_stage(staged: Staged, talk: Path) -> None:
    words = "These are so many words that they need several rows in the console and two on the stage. " * 2
    talk.write_text(f"# Alpha\n\n{words}\n\nlast words\n\n---\n\n# Omega\n", "utf-8")
    stage = staged(size=(120, 36), console_size=(80, 24))
    stage.console.send("]" * 12)
    stage.wait(lambda: pointed(stage.audience) == ["last words"], "the last words")
    stage.console.send("[")
    stage.wait(lambda: "two on the stage." in "".join(pointed(stage.audience)), "the end of the paragraph")


def test_the_console_shows_the_part_of_a_tall_slide_that_the_audience_sees(staged: Staged, talk: Path) -> None:
    rows = "\n\n".join(f"row {n}" for n in range(60))
    talk.write_text(f"# Alpha\n\n{rows}\n\n---\n\n# Omega\n", "utf-8")
    stage = staged()
    stage.console.send("n")
    stage.wait(lambda: stage.audience.lines[0].strip().startswith("row"), "the part below the fold")
    first = stage.audience.lines[0].strip()
    stage.wait(lambda: stage.console.lines[2].strip().startswith(first), "the same row in the console")


def test_the_theme_keys_of_the_console_change_the_theme_on_the_stage(staged: Staged) -> None:
    stage = staged()
    dark = stage.audience.colors()
    stage.console.send("t")
    stage.wait(lambda: stage.audience.colors().isdisjoint(dark), "another theme on the stage")
    light = stage.audience.colors()
    stage.wait(lambda: light <= stage.console.colors(), "the same in the console")
    stage.audience.send("t")
    stage.wait(lambda: stage.audience.colors().isdisjoint(light), "one more")
    other = stage.audience.colors()
    stage.wait(lambda: other <= stage.console.colors(), "the same in the console")


def test_the_clock_starts_with_the_first_step_forward_and_c_pauses_it_and_shift_c_twice_resets_it(
    staged: Staged,
) -> None:
    stage = staged()
    console = stage.console
    console.send("b")
    stage.wait(lambda: console.shows("BLACK"), "black")
    console.send("b")
    stage.wait(lambda: not console.shows("BLACK"), "the slide")
    assert "starts with the first step" in console.lines[0]
    stage.audience.send("n")
    stage.wait(lambda: re.match(r" 0:0[1-9] ", console.lines[0]) is not None, "a running clock")
    console.send("c")
    stage.wait(lambda: "paused" in console.lines[0], "a paused clock")
    paused = console.lines[0].split()[0]
    stage.audience.send("n")
    stage.at("2/12+1")
    console.pump_for(1.2)
    assert console.lines[0].split()[:2] == [paused, "paused"]
    console.send("c")
    stage.wait(lambda: "paused" not in console.lines[0] and console.lines[0].split()[0] > paused, "going on")
    console.press("C", "C again: clock to 0:00")
    console.press("C", "starts with the first step")


def test_the_console_says_how_far_the_talk_is_ahead_and_what_is_left(staged: Staged, talk: Path) -> None:
    talk.write_text(f"---\nduration: 24m\n---\n\n{talk.read_text('utf-8')}", "utf-8")
    stage = staged()
    stage.console.send("4\r")
    stage.wait(lambda: re.search(r"\b(17:\d\d|18:00) left +on time", stage.console.lines[0]) is not None)
    stage.console.send("6\r")
    stage.wait(lambda: re.search(r"\b(17:\d\d|18:00) left +(3:\d\d|4:00) ahead", stage.console.lines[0]) is not None)
    assert audience_at(stage.audience) == "6/12"


# -- the console's own --------------------------------------------------------------------------------------------


def test_what_the_speaker_opens_to_find_a_slide_is_never_seen_by_the_audience(staged: Staged) -> None:
    stage = staged()
    audience, console = stage.audience, stage.console
    finds = [
        ("o", "4  Delta", "ll\r", "3/12"),
        ("/gol", "7  Golf", "\r", "7/12"),
        ("i", "5  Echo", "j\r", "8/12"),
        ("i", "5  Echo", ESC, "8/12"),
        ("?", "Freeze", ESC, "8/12"),
        ("o", "8  Hotel", "q", "8/12"),
    ]
    for key, shown, choose, slide in finds:
        audience.pump_for(0.1)
        before = len(audience.written)
        console.press(key, shown)
        audience.pump_for(0.1)
        assert len(audience.written) == before
        console.send(choose)
        console.wait_without(shown if choose != "\r" else "\0")
        stage.at(slide)


def test_notes_get_more_or_less_room_and_scroll(staged: Staged, talk: Path) -> None:
    notes = "\n\n".join(f"remark {n}" for n in range(40))
    talk.write_text(f"# Alpha\n\nwords\n\n::: notes\n{notes}\n:::\n", "utf-8")
    console = staged(console_size=(80, 24)).console

    def rows() -> int:
        return sum("remark" in line for line in console.lines)

    console.wait_for("remark 0")
    console.wait(lambda: console.lines[1].startswith("── Now"), "the page of a console that has joined")
    while console.pump(0.3):
        pass  # its rows come one after the other, and the clock's next tick is later than that
    usual = rows()
    for key, fits in (("<", lambda: rows() < usual), (">", lambda: rows() == usual), (">", lambda: rows() > usual)):
        console.send(key)
        console.wait(fits, "another size of the notes")
    for _ in range(60):
        console.send("\x1b[1;5B")
    console.wait_for("remark 39")
    console.send("\x1b[1;5A")
    console.wait_without("remark 39")


def test_leaving_the_console_leaves_the_talk_alone(staged: Staged) -> None:
    stage = staged()
    stage.console.send("n")
    stage.at("2/12")
    stage.console.press("q", "Close the console? The talk goes on.")
    stage.console.send("y")
    assert stage.console.end() == 0
    stage.console.assert_restored()
    stage.audience.press("n", "two")


def test_leaving_the_talk_leaves_the_console_and_no_socket(staged: Staged, talk: Path) -> None:
    stage = staged()
    assert socket_path([talk]).exists()
    stage.audience.send("q")
    assert stage.audience.end() == 0
    assert not socket_path([talk]).exists()
    stage.console.wait_for("NO AUDIENCE")
    stage.console.send("n")
    stage.console.wait(lambda: console_at(stage.console) == "2/12", "browsing")
