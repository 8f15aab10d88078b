"""Live reload: a save keeps the place, and a bad one leaves the last good state."""

from __future__ import annotations

import os
import re
import shutil
from pathlib import Path

import pytest
from pty_session import NAMES, Present, PtySession, at, slides

from params import fast


def save(deck: Path, text: str) -> None:
    """Save as most editors do: a new file takes the old one's place."""
    new = deck.with_suffix(".new")
    new.write_text(text, "utf-8")
    new.replace(deck)


def started(present: Present, talk: Path, *arguments: str) -> PtySession:
    """A session at the second step of the second slide."""
    session = present(talk, *arguments)
    at(session, 1)
    session.send("nn")
    at(session, 2, "two")
    return session


def test_a_save_keeps_slide_and_step_by_content(present: Present, talk: Path) -> None:
    session = started(present, talk)
    save(talk, "# New first\n\n---\n\n" + talk.read_text("utf-8"))
    at(session, 3, "two", total=13)
    assert not session.shows("three")
    talk.write_text(talk.read_text("utf-8").replace("# New first\n\n---\n\n", ""), "utf-8")
    at(session, 2, "two")
    assert not session.shows("three")


def test_an_edit_of_the_slide_shows_at_once(present: Present, talk: Path) -> None:
    session = started(present, talk)
    save(talk, talk.read_text("utf-8").replace("two", "two and a half"))
    at(session, 2, "two and a half")
    assert not session.shows("three")


def test_a_save_in_two_parts_brings_the_talk_back_to_where_it_was(present: Present, talk: Path) -> None:
    session = present(talk, "--slide", "9")
    at(session, 9, "India")
    whole = talk.read_bytes()
    talk.write_bytes(whole[: whole.index(b"\n\n---\n\n# Charlie")])
    session.wait(lambda: session.lines[-1].endswith(" 2/2"), "the part that was saved")
    talk.write_bytes(whole)
    at(session, 9, "India")


def broken_front_matter(deck: Path) -> None:
    save(deck, "---\nauthors:\n  - [unclosed\n---\n\n# Lost\n")


def emptied(deck: Path) -> None:
    deck.write_bytes(b"")


def blanks_only(deck: Path) -> None:
    save(deck, "\n  \n\n")


def deleted(deck: Path) -> None:
    deck.unlink()


def made_a_folder(deck: Path) -> None:
    deck.unlink()
    deck.mkdir()


@pytest.mark.parametrize(
    ("spoil", "message"),
    fast(
        2,
        [
            (broken_front_matter, "the front matter cannot be read"),
            (deleted, "there is no file"),
            (emptied, "the deck is empty"),
            (blanks_only, "the deck is empty"),
            (made_a_folder, "is a folder, not a deck"),
        ],
    ),
)
def test_what_cannot_be_read_leaves_the_last_good_deck_and_a_mark(
    present: Present, talk: Path, spoil: object, message: str
) -> None:
    session = started(present, talk)
    good, before = talk.read_text("utf-8"), session.lines
    assert callable(spoil)
    spoil(talk)
    session.wait(lambda: session.lines[-1].endswith("!"), "the mark")
    assert session.lines[:-1] == before[:-1]
    assert session.lines[-1].rstrip("!").rstrip() == before[-1]
    session.press("?", "could not be read again")
    # The name of the file is long: the message goes over several rows of the panel.
    session.wait(lambda: message in " ".join(re.sub("[▊▎]", " ", session.text).split()), message)
    session.send("\x1b")
    session.wait_without("could not be read again")
    session.send("n")
    at_marked(session, "three")
    session.send("p")
    session.wait_without("three")
    if talk.is_dir():
        shutil.rmtree(talk)
    save(talk, good)
    at(session, 2, "two")
    session.send("N")
    at(session, 3)


def at_marked(session: PtySession, text: str) -> None:
    session.wait_for(text)
    assert session.lines[-1].endswith("!")


def test_a_save_after_a_bad_one_heals_with_what_is_new(present: Present, talk: Path) -> None:
    session = started(present, talk)
    talk.unlink()
    session.wait(lambda: session.lines[-1].endswith("!"), "the mark")
    talk.write_text(slides("Zero", *NAMES[1:]), "utf-8")
    at(session, 2, "two")
    session.send("P")
    at(session, 1, "Zero")


def test_a_change_of_an_included_file_counts(present: Present, talk: Path) -> None:
    part = talk.parent / "part.md"
    part.write_text("# Part\n\nfirst words\n", "utf-8")
    talk.write_text("# Start\n\nhello\n\n---\n\n<!-- include: part.md -->\n", "utf-8")
    session = present(talk)
    at(session, 1, "hello", total=2)
    session.send("n")
    at(session, 2, "first words", total=2)
    save(part, "# Part\n\nother words\n")
    at(session, 2, "other words", total=2)
    save(part, "# Part\n\nother words\n\n---\n\n# More\n")
    at(session, 2, "other words", total=3)


def test_with_no_watch_a_save_changes_nothing(present: Present, talk: Path) -> None:
    session = started(present, talk, "--no-watch")
    save(talk, "# Other\n")
    session.pump_for(1.2)
    at(session, 2, "two")
    session.send("n")
    at(session, 2, "three")


def test_a_new_theme_in_the_front_matter_shows(present: Present, talk: Path) -> None:
    session = started(present, talk)
    save(talk, f"---\ntheme: light\n---\n{talk.read_text('utf-8')}")
    session.wait(lambda: session.colors() == {"faf8f3"}, "the light theme")
    at(session, 2, "two")


def test_a_theme_that_was_chosen_survives_a_save(present: Present, talk: Path) -> None:
    session = started(present, talk)
    session.press("T", "gruvbox")
    session.send("j\r")
    session.wait(lambda: session.colors() == {"faf8f3"}, "the light theme")
    save(talk, talk.read_text("utf-8").replace("two", "twice"))
    at(session, 2, "twice")
    assert session.colors() == {"faf8f3"}


def test_a_save_is_seen_behind_the_help_and_while_the_screen_is_black(present: Present, talk: Path) -> None:
    session = started(present, talk)
    session.send("b")
    session.wait(lambda: session.text.strip() == "", "black")
    save(talk, talk.read_text("utf-8").replace("two", "twice"))
    session.pump_for(1.0)
    assert session.text.strip() == ""
    assert session.colors() == {"000000"}
    session.press("b", "twice")


def test_files_of_several_decks_are_one_talk_and_all_watched(present: Present, talk: Path) -> None:
    other = talk.parent / "other.md"
    other.write_text("# Second deck\n\nmore\n", "utf-8")
    session = present(talk, other)
    at(session, 1, total=13)
    session.send("\x1b[F")
    at(session, 13, "more", total=13)
    save(other, "# Second deck\n\neven more\n")
    at(session, 13, "even more", total=13)


def test_the_modification_time_alone_does_no_harm(present: Present, talk: Path) -> None:
    session = started(present, talk)
    os.utime(talk, ns=(1, 1))
    session.pump_for(0.8)
    session.press("n", "three")
