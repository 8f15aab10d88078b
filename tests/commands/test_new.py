"""``rostra new``: decks to begin with."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from rostra.cli import main
from rostra.deck.blocks import text_of
from rostra.deck.model import Deck
from rostra.files import create_file
from rostra.reader import read_deck
from rostra.reader.deck import read_text
from rostra.reader.quoting import markdown_of, yaml_of
from rostra.reader.source import Source
from rostra.safety import safe_line
from rostra.templates import TEMPLATES, filled
from rostra.themes import load_theme
from rostra.typeset import Page, Styles, typeset

SLIDES = {"talk": (12, 15), "lightning": (5, 6), "lesson": (12, 16), "pitch": (5, 8), "standup": (3, 4)}
HOSTILE = (
    'He said "no"',
    "it's: a {deck} [of] #1 - !yes & *no*",
    "---",
    "???",
    "# Two\n---\ntitle: other",
    "\x1b[31mred\x07\u202eback",
    "🎉 rocket :rocket: 宽",
    "<!-- notes: x --> <b>bold</b> `code` _a_ ~b~ [x](y) {{author}}",
    "2026",
    "true",
    "~",
    "C #",
    "a\ufffeb",
)


def deck_of(name: str, **facts: str) -> Deck:
    usual = {"title": "A title", "author": "Ada", "date": "2026-05-04", **facts}
    return read_text(Source(Path("deck.md"), filled(name, usual)))


# -- templates --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", TEMPLATES)
def test_a_template_is_read_without_problems_and_has_the_slides_that_it_promises(name: str) -> None:
    deck = deck_of(name)
    assert deck.all_problems() == ()
    least, most = SLIDES[name]
    assert least <= len(deck.slides) <= most
    assert (deck.title, deck.meta.authors, deck.meta.date) == ("A title", ("Ada",), "2026-05-04")
    assert "{{" not in "".join(slide.source + text_of(slide.content.blocks) for slide in deck.slides)


@pytest.mark.parametrize("size", [(80, 24), (120, 36), (200, 60)])
@pytest.mark.parametrize("name", TEMPLATES)
def test_every_slide_of_a_template_fits(name: str, size: tuple[int, int]) -> None:
    deck, styles = deck_of(name), Styles(load_theme("dark"))
    for number, slide in enumerate(deck.slides, 1):
        frame = typeset(slide, Page(*size, number, len(deck.slides)), styles, deck.meta)
        assert frame.overflow() == (0, 0), slide.label


@pytest.mark.parametrize("name", TEMPLATES)
def test_every_slide_of_a_template_has_a_heading_notes_and_few_words(name: str) -> None:
    for slide in deck_of(name).slides:
        assert slide.content.title
        assert slide.content.notes
        assert len(text_of(slide.content.blocks).split()) <= 40, slide.label


@pytest.mark.parametrize("name", TEMPLATES)
def test_the_times_of_a_template_add_up_to_its_duration(name: str) -> None:
    deck = deck_of(name)
    assert all(slide.settings.time for slide in deck.slides)
    assert sum(slide.settings.time or 0 for slide in deck.slides) == deck.meta.duration


@pytest.mark.parametrize("title", HOSTILE)
@pytest.mark.parametrize("name", TEMPLATES)
def test_any_title_gives_a_deck_of_that_title_and_of_the_same_slides(name: str, title: str) -> None:
    title = safe_line(title)
    deck = deck_of(name, title=title, author=title)
    assert deck.meta.title == title
    assert deck.meta.authors == (title,)
    assert deck.all_problems() == ()
    assert [slide.settings.time for slide in deck.slides] == [slide.settings.time for slide in deck_of(name).slides]


def test_without_an_author_the_line_for_one_is_left_out() -> None:
    assert "author" not in filled("talk", {"title": "A", "author": "", "date": "2026-05-04"}).partition("\n---\n")[0]


@given(st.text().map(safe_line).filter(bool))
@example(":rocket:")
@example("a \\")
def test_a_line_is_read_as_it_was_whatever_stands_in_it(line: str) -> None:
    deck = read_text(Source(Path("deck.md"), f"---\ntitle: {yaml_of(line)}\n---\n\n# {markdown_of(line)}\n\n- a\n"))
    assert deck.meta.title == line
    assert [slide.content.problems for slide in deck.slides[1:]] == [()]
    if ":" not in line:  # what stands between colons may be the name of an emoji
        assert deck.slides[-1].content.title == line


# -- the command ------------------------------------------------------------------------------------------------


def test_new_writes_a_talk_named_like_its_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["new", str(tmp_path / "why-terminals"), "--author", "Ada"]) == 0
    deck = read_deck([tmp_path / "why-terminals.md"])
    assert (deck.title, deck.meta.authors, deck.meta.date) == ("Why terminals", ("Ada",), date.today().isoformat())
    told = capsys.readouterr().out
    assert all(f"{word} {tmp_path}/why-terminals.md" in told for word in ("rostra", "rostra check"))
    assert [*tmp_path.iterdir()] == [tmp_path / "why-terminals.md"]


def test_new_takes_template_and_title(tmp_path: Path) -> None:
    assert main(["new", str(tmp_path / "a.markdown"), "--template", "pitch", "--title", "Buy: this"]) == 0
    deck = read_deck([tmp_path / "a.markdown"])
    assert (deck.title, deck.meta.duration) == ("Buy: this", 240)


@pytest.mark.parametrize("kind", ["file", "link", "folder", "no folder"])
def test_new_overwrites_nothing(kind: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "talk.md"
    if kind == "file":
        path.write_text("mine", "utf-8")
    elif kind == "link":
        path.symlink_to(tmp_path / "gone")
    elif kind == "folder":
        path.mkdir()
    else:
        path = tmp_path / "gone" / "talk.md"
    before = sorted(tmp_path.rglob("*"))
    assert main(["new", str(path)]) == 2
    assert sorted(tmp_path.rglob("*")) == before
    assert kind != "file" or path.read_text("utf-8") == "mine"
    error = capsys.readouterr().err
    assert error.startswith("rostra: ")
    assert error.count("\n") == 1


def test_a_file_that_appears_meanwhile_stays(tmp_path: Path) -> None:
    path = tmp_path / "talk.md"
    path.write_text("mine", "utf-8")
    with pytest.raises(FileExistsError):
        create_file(path, b"ours")
    assert path.read_text("utf-8") == "mine"
    assert [*tmp_path.iterdir()] == [tmp_path / "talk.md"]


def test_a_file_is_made_where_there_are_no_links(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError("no links here")

    monkeypatch.setattr(os, "link", refuse)
    create_file(tmp_path / "talk.md", b"ours")
    assert (tmp_path / "talk.md").read_bytes() == b"ours"
    assert [*tmp_path.iterdir()] == [tmp_path / "talk.md"]


def test_a_template_that_is_not_there_is_told_with_the_nearest(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["new", "a.md", "--template", "leson"]) == 2
    assert "did you mean 'lesson'?" in capsys.readouterr().err


def test_list_names_every_template(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["new", "--list"]) == 0
    assert [line.split()[0] for line in capsys.readouterr().out.splitlines()] == list(TEMPLATES)


def test_template_and_document_are_not_taken_together(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["new", str(tmp_path / "a.md"), "--template", "talk", "--from", "b.md"]) == 2
    assert "do not go together" in capsys.readouterr().err


def test_from_outlines_a_document_and_tells_what_it_leaves_out(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    notes = tmp_path / "notes.md"
    notes.write_text("# Title\n\n![far](https://a.org/x.png)\n\n## One\n\n- point\n", "utf-8")
    assert main(["new", str(tmp_path / "talk.md"), "--from", str(notes)]) == 0
    told = capsys.readouterr()
    assert "2 slides" in told.out
    assert "nothing is fetched" in told.err
    assert [slide.label for slide in read_deck([tmp_path / "talk.md"]).slides] == ["Title", "One"]


def test_a_document_that_is_none_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.md").write_bytes(b"%PDF-1.4")
    for document in ("a.md", "gone.md"):
        assert main(["new", str(tmp_path / "talk.md"), "--from", str(tmp_path / document)]) == 2
    assert not (tmp_path / "talk.md").exists()
    assert capsys.readouterr().err.count("\n") == 2
