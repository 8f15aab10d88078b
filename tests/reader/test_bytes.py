"""Bytes of every kind become text whose lines keep their numbers."""

from __future__ import annotations

import codecs
from pathlib import Path

import pytest

from decks import messages, read
from rostra.errors import UserError
from rostra.reader import read_deck, read_opening
from rostra.reader.source import LARGEST

SOURCE = "# Grüße\n\ntext\n\n---\n\n<!-- pausse -->\n\nzwei €\n"


def seen(folder: Path, source: bytes) -> tuple[list[str], list[int], list[str]]:
    """Titles and texts, first lines, problems."""
    deck = read(folder, source)
    return [slide.source for slide in deck.slides], [slide.place.line for slide in deck.slides], messages(deck)


PLAIN = (
    ["# Grüße\n\ntext", "<!-- pausse -->\n\nzwei €"],
    [1, 7],
    ["deck.md:7: 'pausse' is no directive, did you mean 'pause'?"],
)


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\u2028", "\u2029", "\x85"])
def test_every_line_end_is_read_as_one(tmp_path: Path, end: str) -> None:
    assert seen(tmp_path, SOURCE.replace("\n", end).encode()) == PLAIN


@pytest.mark.parametrize(
    "source",
    [
        codecs.BOM_UTF8 + SOURCE.encode(),
        SOURCE.encode("utf-16"),
        codecs.BOM_UTF16_LE + SOURCE.encode("utf-16-le"),
        codecs.BOM_UTF16_BE + SOURCE.encode("utf-16-be"),
        SOURCE.encode("utf-16-le"),
        SOURCE.encode("utf-16-be"),
        SOURCE.replace("\n", "\r\n").encode("utf-16"),
    ],
    ids=["bom", "utf-16", "le bom", "be bom", "le", "be", "crlf"],
)
def test_every_unicode_encoding_is_read_alike(tmp_path: Path, source: bytes) -> None:
    assert seen(tmp_path, source) == PLAIN


def test_front_matter_is_found_behind_a_byte_order_mark_and_with_windows_line_ends(tmp_path: Path) -> None:
    deck = read(tmp_path, codecs.BOM_UTF8 + b"---\r\ntitle: Talk\r\n---\r\n\r\n- a\r\n")
    assert (deck.meta.title, deck.slides[1].place.line) == ("Talk", 5)


def test_latin_1_is_read_with_a_problem(tmp_path: Path) -> None:
    deck = read(tmp_path, "# Grüße aus Köln – «ça va»".encode("cp1252"))
    assert deck.title == "Grüße aus Köln – «ça va»"
    assert messages(deck) == ["deck.md:1: not UTF-8: read as Latin-1 (save the deck as UTF-8)"]


def test_utf_8_with_a_broken_byte_stays_utf_8_with_a_problem(tmp_path: Path) -> None:
    deck = read(tmp_path, "# Grüße ".encode() + b"\xff" + " – ça".encode())
    assert deck.title == "Grüße \ufffd – ça"
    assert messages(deck) == ["deck.md:1: not UTF-8 throughout: 1 bytes were replaced"]


def test_utf_16_that_breaks_off_is_read_with_a_problem(tmp_path: Path) -> None:
    deck = read(tmp_path, "# Talk".encode("utf-16") + b"\x41")
    assert deck.title == "Talk\ufffd"
    assert messages(deck) == ["deck.md:1: broken UTF-16: some characters were replaced"]


def test_what_was_taken_out_is_a_problem_of_its_line(tmp_path: Path) -> None:
    deck = read(tmp_path, "# One\n\na\u200bb\x1b[31mc\n\nfine\n\n\u00ad\n")
    assert messages(deck) == [
        "deck.md:3: 2 control or invisible characters were taken out",
        "deck.md:7: 1 control or invisible characters were taken out",
    ]


def test_many_lines_with_such_characters_are_told_of_by_the_first_twenty(tmp_path: Path) -> None:
    assert len(messages(read(tmp_path, "\x07\n" * 500))) == 20


def test_an_empty_file_and_one_of_blanks_are_a_deck_of_one_slide(tmp_path: Path) -> None:
    for source in (b"", b"\n\n", b" \t\r\n", codecs.BOM_UTF8, codecs.BOM_UTF16_LE):
        deck = read(tmp_path, source)
        assert (len(deck.slides), messages(deck)) == (1, ["deck.md:0: the deck is empty"])


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("missing.md", "there is no file {0} (did you mean 'mising.md'?)"),
        ("folder", "{0} is a folder, not a deck (rostra {0} shows the decks in it)"),
        ("nowhere/deck.md", "there is no file {0} (there is no folder {1})"),
    ],
)
def test_what_cannot_be_read_is_the_users_error_with_a_hint(tmp_path: Path, name: str, message: str) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "mising.md").touch()
    path = tmp_path / name
    with pytest.raises(UserError) as raised:
        read_deck([path])
    assert str(raised.value) == message.format(path, path.parent)


def test_a_file_that_is_no_deck_by_its_size_is_refused(tmp_path: Path) -> None:
    with (tmp_path / "huge.md").open("wb") as huge:
        huge.truncate(LARGEST + 1)
    with pytest.raises(UserError, match="larger than 32 MiB"):
        read_deck([tmp_path / "huge.md"])


def test_several_files_are_one_talk(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("---\ntitle: A\n---\n# a\n", "utf-8")
    (tmp_path / "b.md").write_text("---\ntitle: B\nfoo: 1\n---\n- b\n\n---\n\n<!-- puase -->\nc\n", "utf-8")
    deck = read_deck([tmp_path / "a.md", tmp_path / "b.md"])
    assert deck.title == "A"
    assert [slide.place.line for slide in deck.slides] == [4, 1, 5, 9]
    assert [Path(problem.file).name for problem in deck.all_problems()] == ["b.md", "b.md"]
    assert deck.files == (tmp_path / "a.md", tmp_path / "b.md")


def test_the_opening_of_a_long_deck_has_its_first_slides_alone(tmp_path: Path) -> None:
    path = tmp_path / "long.md"
    path.write_text("---\ntitle: Long\n---\n" + "\n".join(f"- slide {n} ü\n\n---\n" for n in range(5000)), "utf-8")
    opening, whole = read_opening([path]), read_deck([path])
    assert opening is not None
    assert not opening.whole
    assert whole.whole
    assert 3 <= len(opening.slides) < len(whole.slides)
    assert [s.source for s in opening.slides] == [s.source for s in whole.slides[: len(opening.slides)]]


def test_a_short_deck_has_no_opening_and_neither_has_one_of_several_files(tmp_path: Path) -> None:
    path = tmp_path / "short.md"
    path.write_text("# a\n", "utf-8")
    assert read_opening([path]) is None
    assert read_opening([path, path]) is None
    assert read_opening([tmp_path / "missing.md"]) is None


def test_notes_are_read_as_a_slide_of_their_own(tmp_path: Path) -> None:
    deck = read(tmp_path, "text\n\n???\n\n# Say\n\n- *this*\n")
    notes = deck.slides[0].notes
    assert (notes.label, notes.content.footer, notes.content.notes) == ("Say", False, "")


def test_a_slide_is_parsed_only_when_it_is_needed(tmp_path: Path) -> None:
    deck = read(tmp_path, "a\n\n---\n\nb\n")
    assert "content" not in vars(deck.slides[1])
    assert deck.slides[1].content is deck.slides[1].content
