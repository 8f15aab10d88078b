"""What the program is started with: options, the library, mistakes, long decks, sizes."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from pty_session import SLOW_START, Present, PtySession, at

from params import fast

TITLES = ["Aardvark", "Badger"]


@pytest.fixture
def library(tmp_path: Path) -> Path:
    """A folder with two decks of three slides and what is no deck."""
    folder = tmp_path / "library"
    (folder / "inner").mkdir(parents=True)
    for name, place in zip(TITLES, (folder / "a.md", folder / "inner" / "b.md"), strict=True):
        slides = ("# One\n\n- item", "# Two\n\n- item", "# Three", "# Four")
        place.write_text(f"---\ntitle: {name}\nduration: 20 min\n---\n\n" + "\n\n---\n\n".join(slides), "utf-8")
    (folder / "README.md").write_text("# Read me\n", "utf-8")
    (folder / "notes.txt").write_text("text", "utf-8")
    return folder


def listed(session: PtySession, *parts: str) -> None:
    """Wait until one row of the library holds all the parts."""
    session.wait(lambda: any(all(part in line for part in parts) for line in session.lines), f"a row with {parts}")


def test_the_library_lists_presents_and_is_come_back_to(present: Present, library: Path) -> None:
    session = present(library, size=(120, 30))
    listed(session, "Aardvark", "5 slides", "20 min")
    listed(session, "Badger", "inner/b.md", "5 slides", "20 min")
    assert not session.shows("README")
    session.send("j\r")
    at(session, 1, total=5)
    session.send("n")
    at(session, 2, "One", total=5)
    session.press("q", "Leave the talk?")
    session.pump_for(0.4)  # so that it is no bounce of the key
    session.send("q")
    listed(session, "Badger", "stopped at 2")
    session.send("r")
    at(session, 2, "One", total=5)
    session.send("q")
    listed(session, "Aardvark", "5 slides")
    session.send("k\r")
    at(session, 1, total=5)
    session.send("q")
    listed(session, "Badger", "stopped at 2")
    session.send("q")
    assert session.end() == 0
    session.assert_restored()


def test_a_deck_that_cannot_be_read_says_so_in_its_line(present: Present, library: Path) -> None:
    broken = library / "c.md"
    broken.symlink_to(library / "nothing.md")
    session = present(library, size=(120, 30))
    listed(session, "c.md", "there is no file")
    session.send("j\r")
    session.pump_for(0.3)
    listed(session, "c.md", "there is no file")
    assert session.running


def test_ctrl_c_twice_in_a_talk_of_the_library_ends_the_program(present: Present, library: Path) -> None:
    session = present(library)
    listed(session, "Aardvark", "slides")
    session.send("\r")
    at(session, 1, total=5)
    session.send("\x03\x03")
    assert session.end() == 0
    session.assert_restored()


@pytest.mark.parametrize("named", [False, True], ids=["current folder", "named folder"])
def test_a_folder_without_decks_says_so_and_offers_the_tour(present: Present, tmp_path: Path, named: bool) -> None:
    empty = tmp_path / "empty"
    empty.mkdir()
    session = present(*([empty] if named else []), cwd=None if named else empty, size=(120, 30))
    session.wait_for("There are no decks in", "Enter presents the tour")
    listed(session, "A tour of Rostra", "tour.md", "slides")
    session.send("\r")
    session.wait(lambda: session.lines[-1].rpartition("/")[0].endswith(" 1"), "the tour's first slide")
    session.send("q")
    listed(session, "A tour of Rostra", "slides")
    session.send("q")
    assert session.end() == 0


def test_the_tour_is_presented_anywhere(present: Present, tmp_path: Path) -> None:
    session = present("tour", "--slide", "2", cwd=tmp_path)
    session.wait(lambda: session.lines[-1].rpartition("/")[0].endswith(" 2"), "the tour's second slide")


def test_resume_begins_where_the_last_run_stopped(present: Present, talk: Path) -> None:
    session = present(talk)
    at(session, 1)
    session.send("nn")
    at(session, 2, "two")
    session.send("\x03\x03")
    assert session.end() == 0
    session = present(talk, "--resume")
    at(session, 2, "two")
    assert not session.shows("three")
    session = present(talk)
    at(session, 1)


def test_slide_and_size_are_honoured(present: Present, talk: Path) -> None:
    session = present(talk, "--slide", "3", "--size", "40x10", size=(80, 24))
    session.wait(lambda: session.lines[16].endswith(" 3/12"), "the footer of a page in the middle")
    used = [line for line in session.lines if line]
    assert max(map(len, used)) - min(len(line) - len(line.lstrip()) for line in used) <= 40
    assert not any(session.lines[:7] + session.lines[17:])
    session.wait(lambda: session.colors() == {"14161b"}, "the theme's background all over")
    session.send("b")
    session.wait(lambda: session.colors() == {"000000"}, "all cells black")
    session.send("b")
    session.wait(lambda: session.colors() == {"14161b"}, "the slide again")


def told(session: PtySession) -> str:
    """What a program that did not start said: its only line."""
    assert session.end() == 2
    session.assert_restored()
    lines = session.written.split(b"\x1b[c")[-1].decode().splitlines()
    assert len(lines) == 1, lines
    assert lines[0].startswith("rostra: ")
    assert lines[0].endswith(")"), "there is no hint"
    return lines[0]


def test_a_mistake_is_told_in_one_line_with_a_hint(present: Present, talk: Path, tmp_path: Path) -> None:
    named: dict[str, list[str | Path]] = {
        "there is no file": [tmp_path / "talc.md"],
        "talk.md": [talk.parent / "talc.md"],
        "did you mean 'rostra console'?": ["consol", talk],
        "there is no slide 13": [talk, "--slide", "13"],
        "'dark'": [talk, "--theme", "drak"],
        "there is no folder": [talk, "--at", tmp_path / "nowhere"],
    }
    for part, arguments in named.items():
        assert part in told(present(*arguments))


def test_a_terminal_that_cannot_show_slides_is_told(present: Present, talk: Path) -> None:
    assert "'dumb'" in told(present(talk, env={"TERM": "dumb"}))


def test_a_mistake_in_the_configuration_is_told_before_anything_shows(present: Present, talk: Path, home: Path) -> None:
    config = home / "config.toml"
    config.write_text('\nthem = "dark"\n', "utf-8")
    line = told(present(talk, env={"ROSTRA_CONFIG": str(config)}))
    assert f"{config}:2" in line
    assert "'theme'" in line


@pytest.fixture
def thousand(tmp_path: Path) -> Path:
    """A deck that is read in two parts."""
    deck = tmp_path / "thousand.md"
    body = "some words to make the slide longer " * 6
    deck.write_text("\n\n---\n\n".join(f"# Number {n}\n\n{body}" for n in range(1, 1001)), "utf-8")
    return deck


def test_a_long_deck_gets_its_total_and_goes_past_its_opening(present: Present, thousand: Path) -> None:
    session = present(thousand)
    at(session, 1, total=1000)
    session.send("300\r")
    at(session, 300, "Number 300", total=1000)
    session.send("\x1b[6~")
    at(session, 301, "Number 301", total=1000)


@pytest.mark.parametrize(
    ("keys", "slide"),
    fast(1, [("\x1b[F", 1000), ("\x1b[6~" * 3, 4), ("999\r", 999), ("\x1b[6~" * 250, 251)]),
)
def test_keys_pressed_while_a_long_deck_is_read_work(present: Present, thousand: Path, keys: str, slide: int) -> None:
    session = present(thousand)
    session.wait(lambda: session.mode(1049), "the start")
    session.send(keys)
    at(session, slide, f"Number {slide}", total=1000)


def test_search_and_overview_know_all_of_a_long_deck(present: Present, thousand: Path) -> None:
    session = present(thousand)
    session.wait_for("Number 1")
    session.send("/number 987\r")
    at(session, 987, total=1000)
    session.wait_without("987  Number 987")
    session.send("o\x1b[F\r")
    at(session, 1000, total=1000)


def test_a_storm_of_sizes_keeps_slide_and_step(present: Present, talk: Path) -> None:
    session = present(talk)
    at(session, 1)
    session.send("nn")
    at(session, 2, "two")
    for size in ((100, 30), (40, 12), (1, 1), (200, 60), (3, 70), (70, 3), (2, 2), (120, 36), (60, 16)):
        session.resize(*size)
        session.pump(0.01)
    at(session, 2, "two")
    assert not session.shows("three")


@pytest.mark.parametrize("keys", fast(1, ["", "o", "/", "?", "T", "nq"]))
def test_any_size_is_survived_whatever_is_open(present: Present, talk: Path, keys: str) -> None:
    session = present(talk, "--notes-here")
    session.wait_for("Alpha")
    session.send(keys)
    session.pump_for(0.2)
    for size in ((1, 1), (2, 3), (5, 1), (1, 9), (20, 5), (9, 2)):
        session.resize(*size)
        session.pump_for(0.1)
    session.resize(80, 24)
    session.send("\x1b")
    session.wait_for("Alpha" if keys != "nq" else "Bravo", "whispered")


def test_a_terminal_of_one_cell_is_presented_in(present: Present, talk: Path) -> None:
    session = present(talk, size=(1, 1))
    session.wait(lambda: session.mode(1049), "the start")
    session.pump_for(0.3)
    session.send("N")
    session.pump_for(0.2)
    session.resize(80, 24)
    at(session, 2, "one")


@pytest.fixture
def forty(tmp_path: Path) -> Path:
    """A deck of forty slides."""
    deck = tmp_path / "forty.md"
    deck.write_text("\n\n---\n\n".join(f"# Number {n}" for n in range(1, 41)), "utf-8")
    return deck


@pytest.mark.parametrize("answers", fast(1, ["", "dark"]))
@pytest.mark.parametrize("theme", [(), ("--theme", "dark")])
def test_keys_typed_before_the_program_began_all_count(
    present: Present, forty: Path, answers: str, theme: tuple[str, ...]
) -> None:
    session = present(forty, *theme, answers=answers, ahead=b"nn\rnnn\x1b[6~nn\r")
    at(session, 11, total=40)


@pytest.mark.parametrize("asked", [b"\x1b[c", b"\x1b[?1049h"])
def test_keys_typed_while_the_program_starts_count_in_order(present: Present, forty: Path, asked: bytes) -> None:
    session = present(forty)
    session.wait(lambda: asked in session.written, "the start")
    session.send("2")
    session.send("0")
    session.send("\r")
    session.send("\x1b[6~n\x1b[5~nnnn")
    at(session, 25, total=40)


def test_ctrl_c_ends_a_program_that_is_still_starting(present: Present, talk: Path) -> None:
    session = present(talk, command=["-c", SLOW_START])
    session.wait(lambda: b"reading" in session.written, "the start")
    session.send("\x03")
    assert session.end() == 130
    session.assert_restored()


@pytest.mark.parametrize("command", [(), ("console",), ("rehearse",)])
def test_the_talk_is_seen_and_heard_wherever_errors_go(present: Present, talk: Path, command: tuple[str, ...]) -> None:
    with Path(os.devnull).open("w") as nowhere:
        session = present(*command, talk, errors=nowhere.fileno(), answers="light")
        session.wait_for("Alpha")
        session.press("n", "Bravo")
        assert "faf8f3" in session.colors()
        session.send("\x03\x03")
        assert session.end() == 0
        session.assert_restored()
