"""Slides in larger letters, in a terminal that has them: keys, panels, mouse, console, and what is left behind."""

from __future__ import annotations

from pathlib import Path

import pytest
from pty_session import ATTRIBUTES, Present, PtySession, background

KINDS = ["double", "sized"]
TALL = "# Tall\n\n" + "\n\n".join(f"row {n}" for n in range(30))


def scale(session: PtySession) -> int:
    """How many times as large the slide is."""
    if session.screen.halves:
        return 2
    heights = {len({row for row, _ in block}) for block in session.screen.blocks.values()}
    return heights.pop() if len(heights) == 1 else 1


def at_scale(session: PtySession, wanted: int, shown: str) -> None:
    """Wait until all of a slide has a size."""
    session.wait(lambda: scale(session) == wanted and session.shows(shown), f"{shown} {wanted} times as large")


@pytest.fixture
def deck(tmp_path: Path) -> Path:
    """A deck of which all but the last slide fit a small page."""
    file = tmp_path / "talk.md"
    short = "\n\n---\n\n".join(f"# {name}\n\nwords of {name}" for name in ("One", "Two", "Three"))
    file.write_text(f"{short}\n\n---\n\n{TALL}", "utf-8")
    return file


@pytest.mark.parametrize("large", KINDS)
def test_slides_are_as_large_as_they_fit_and_keys_change_it(present: Present, deck: Path, large: str) -> None:
    most = 2 if large == "double" else 3
    session = present(deck, size=(120, 36), large=large)
    at_scale(session, most, "words of One")
    session.wait_until_ready()
    session.send("n")
    at_scale(session, most, "words of Two")
    session.send("-")
    at_scale(session, most - 1, "words of Two")
    session.send("n")
    at_scale(session, most - 1, "words of Three")
    session.send("0")
    at_scale(session, most, "words of Three")
    session.press("+", "no larger here")
    session.send("n")
    at_scale(session, 1, "row 0")
    session.send("+")
    at_scale(session, 2, "more")
    session.send("\x1b[5~0b")
    session.wait(lambda: session.colors() == {"000000"}, "all black")
    session.send("qy")
    assert session.end() == 0
    session.assert_restored()


@pytest.mark.parametrize("large", KINDS)
def test_a_panel_has_letters_of_the_usual_size_and_the_slide_comes_back(
    present: Present, deck: Path, large: str
) -> None:
    session = present(deck, "--magnify", "2", size=(120, 36), large=large)
    at_scale(session, 2, "words of One")
    session.wait_until_ready()
    for key, shown in (("?", "Next step"), ("o", "2  Two"), ("/", "Search"), ("T", "gruvbox")):
        session.send(key)
        at_scale(session, 1, shown)
        session.send("\x1b[27u")
        session.wait_without("gruvbox", "Search")
        at_scale(session, 2, "words of One")


@pytest.mark.parametrize(
    ("arguments", "front", "env", "large", "wanted"),
    [
        (["--magnify", "1"], "", {}, "double", 1),
        ([], "magnify: 1", {}, "double", 1),
        (["--magnify", "2"], "magnify: 1", {}, "sized", 2),
        ([], "magnify: 3", {}, "sized", 3),
        ([], "magnify: 3", {}, "double", 2),
        ([], "magnify: 2", {"TERM": "tmux-256color"}, "double", 1),
        ([], "magnify: 2", {}, "", 1),
    ],
)
def test_who_says_how_large(
    present: Present, tmp_path: Path, arguments: list[str], front: str, env: dict[str, str], large: str, wanted: int
) -> None:
    file = tmp_path / "talk.md"
    file.write_text(f"---\n{front}\n---\n\n# One\n\nwords of One", "utf-8")
    session = present(file, *arguments, size=(120, 36), large=large, env=env)
    session.wait_until_ready()
    at_scale(session, wanted, "words of One")


def test_nothing_is_asked_of_a_terminal_where_the_answer_does_not_matter(present: Present, deck: Path) -> None:
    session = present(deck, "--magnify", "1", large="double")
    session.wait_for("words of One")
    assert b"\x1b#6" not in session.written
    assert session.written.index(b"\x1b]11;?") < session.written.index(b"\x1b[?1049h")


@pytest.mark.parametrize("large", KINDS)
def test_the_mouse_points_at_what_is_below_it(present: Present, deck: Path, large: str) -> None:
    session = present(deck, "--mouse", "--magnify", "2", size=(120, 36), large=large)
    at_scale(session, 2, "words of One")
    session.wait_until_ready()
    row = next(row for row, line in enumerate(session.lines) if "words of One" in line)
    session.send(f"\x1b[<35;40;{row + 1}M")

    def pointed() -> bool:
        return session.screen.buffer[row][4].reverse

    session.wait(pointed, "the words pointed at")
    assert not session.screen.buffer[row - 2][4].reverse


def test_the_speaker_sees_the_audience_s_page_and_changes_its_size(present: Present, deck: Path) -> None:
    audience = present(deck, size=(120, 36), large="double")
    at_scale(audience, 2, "words of One")
    console = present("console", deck, size=(120, 40))

    def until(wanted: int, tag: bool) -> None:
        def holds() -> bool:
            audience.pump(0.01)
            return scale(audience) == wanted and (" 2x" in console.lines[0]) == tag

        console.wait(holds, f"{wanted} times as large")

    until(2, True)
    console.send("-")
    until(1, False)
    console.send("+")
    until(2, True)
    console.send("-0")
    until(2, True)


def test_an_xterm_that_would_end_at_a_rare_sign_gets_none_in_large_letters(present: Present, tmp_path: Path) -> None:
    file = tmp_path / "talk.md"
    file.write_text("\n\n---\n\n".join(["# One\n\nwords", "# Two\n\n漢字", "# Three\n\nwords"]), "utf-8")
    session = present(file, "--magnify", "2", size=(120, 36), large="double", env={"XTERM_VERSION": "XTerm(379)"})
    at_scale(session, 2, "words")
    session.wait_until_ready()
    session.send("n")
    at_scale(session, 1, "漢")
    session.send("n")
    at_scale(session, 2, "words")
    assert "━" not in "".join(session.lines)
    assert "─" in "".join(session.lines)


@pytest.mark.parametrize("ready", [False, True])
def test_a_terminal_that_answers_late_draws_larger_from_then_on(present: Present, deck: Path, ready: bool) -> None:
    session = present(deck, size=(120, 36), answers="")
    at_scale(session, 1, "words of One")
    if ready:
        session.wait_until_ready()
    session.send(background("dark") + ATTRIBUTES + b"\x1b[2;60R\x1b[2;1R\x1b[2;1R" + ATTRIBUTES)
    at_scale(session, 2, "words of One")
    session.wait_until_ready()
    session.send("n")
    at_scale(session, 2, "words of Two")


def test_a_talk_that_cannot_begin_leaves_the_terminal_as_it_was(present: Present, deck: Path) -> None:
    session = present(deck, "--slide", "9", large="double")
    assert session.end() == 2
    session.assert_restored()
    assert session.written.endswith(b"rostra: there is no slide 9 (the talk has 4)\r\n")
