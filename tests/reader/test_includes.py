"""Files in the place of a comment that names them."""

from __future__ import annotations

from pathlib import Path

import pytest

from decks import messages, read
from outline import outline
from rostra.deck.blocks import text_of
from rostra.deck.model import Deck
from rostra.reader.source import DEEPEST_INCLUDE


def sources(deck: Deck) -> list[str]:
    """The slides' Markdown without its blank lines."""
    return ["\n".join(line for line in slide.source.split("\n") if line.strip()) for slide in deck.slides]


def include(name: str) -> str:
    return f"<!-- include: {name} -->"


def test_a_file_stands_in_the_place_of_the_comment(tmp_path: Path) -> None:
    deck = read(tmp_path, f"one\n\n{include('part.md')}\n\nthree\n", part="two\n")
    assert outline(deck) == "slide 1 at 1\n  1 text: one\n  1 text: two\n  5 text: three"
    assert [Path(block.place.file).name for block in deck.slides[0].content.blocks] == ["deck.md", "part.md", "deck.md"]
    assert [file.name for file in deck.files] == ["deck.md", "part.md"]


def test_slide_ends_in_it_are_slide_ends(tmp_path: Path) -> None:
    deck = read(tmp_path, f"one\n\n{include('part.md')}\n\nfour\n", part="two\n\n---\n\nthree\n")
    assert sources(deck) == ["one\ntwo", "three\nfour"]


def test_headings_in_it_split_like_those_around_it(tmp_path: Path) -> None:
    deck = read(tmp_path, f"# One\n\n{include('part.md')}\n\ntext\n", part="# Two\n\n# Three\n")
    assert sources(deck) == ["# One", "# Two", "# Three\ntext"]


def test_its_references_and_footnotes_are_the_decks(tmp_path: Path) -> None:
    deck = read(tmp_path, f"[a][r] b[^f]\n\n{include('part.md')}\n", part="[r]: https://example.com\n\n[^f]: note\n")
    assert "{https://example.com: a} b{footnote: 1}" in outline(deck)
    assert "text: note" in outline(deck)


def test_paths_are_relative_to_the_file_that_names_them(tmp_path: Path) -> None:
    deck = read(
        tmp_path,
        include("sub/a.md"),
        sub__a=f"a\n\n{include('deep/b.md')}\n\n{include('../c.md')}\n",
        sub__deep__b="b\n",
        c="c\n",
    )
    assert sources(deck) == ["a\nb\nc"]
    assert messages(deck) == []


@pytest.mark.parametrize(
    "name", ["../out.md", "{absolute}", "~/out.md", "sub/../../out.md", "link.md", "folder/out.md"]
)
def test_nothing_outside_the_decks_folder_is_read(tmp_path: Path, name: str) -> None:
    home = tmp_path / "talk"
    home.mkdir()
    (tmp_path / "out.md").write_text("secret\n", "utf-8")
    (home / "link.md").symlink_to(tmp_path / "out.md")
    (home / "folder").symlink_to(tmp_path)
    name = name.format(absolute=tmp_path / "out.md")
    deck = read(home, f"one\n\n{include(name)}\n")
    assert sources(deck) == ["one"]
    assert messages(deck) == [f"deck.md:3: include: {name} lies outside the deck's folder"]


def test_a_link_that_stays_in_the_folder_is_followed(tmp_path: Path) -> None:
    (tmp_path / "part.md").write_text("two\n", "utf-8")
    (tmp_path / "link.md").symlink_to(tmp_path / "part.md")
    assert sources(read(tmp_path, include("link.md"))) == ["two"]


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("gone.md", "there is no file gone.md beside the deck"),
        (".", ". is a folder"),
        ("https://example.com/a.md", "this should be a path, not 'https://example.com/a.md'"),
        ("file:///etc/passwd", "this should be a path, not 'file:///etc/passwd'"),
        ('"\\0"', "there is no file \ufffd beside the deck"),
        ('""', "this should be a path, not ''"),
        ("deck.md", "deck.md includes itself"),
    ],
)
def test_what_cannot_be_included_is_a_problem_of_its_line(tmp_path: Path, name: str, message: str) -> None:
    deck = read(tmp_path, f"one\n\n{include(name)}\n\ntwo\n")
    assert sources(deck) == ["one\ntwo"]
    assert messages(deck) == [f"deck.md:3: include: {message}"]


def test_a_circle_is_refused_where_it_closes(tmp_path: Path) -> None:
    deck = read(tmp_path, f"one\n\n{include('a.md')}\n", a=f"a\n\n{include('b.md')}\n", b=f"b\n\n{include('a.md')}\n")
    assert sources(deck) == ["one\na\nb"]
    assert messages(deck) == ["b.md:3: include: a.md includes itself"]


def test_the_same_file_may_be_included_twice(tmp_path: Path) -> None:
    assert sources(read(tmp_path, f"{include('a.md')}\n\nx\n\n{include('a.md')}\n", a="a\n")) == ["a\nx\na"]


def test_includes_go_sixteen_deep(tmp_path: Path) -> None:
    chain = {f"f{n}": f"{n}\n\n{include(f'f{n + 1}.md')}\n" for n in range(1, DEEPEST_INCLUDE + 2)}
    deck = read(tmp_path, include("f1.md"), **chain, f18="18\n")
    assert sources(deck) == ["\n".join(str(n) for n in range(1, 17))]
    assert messages(deck) == ["f16.md:3: include: includes are nested more than 16 deep"]


def test_files_that_include_each_other_again_and_again_come_to_an_end(tmp_path: Path) -> None:
    twice = {f"f{n}": f"{include(f'f{n + 1}.md')}\n\n{include(f'f{n + 1}.md')}\n" for n in range(1, 13)}
    deck = read(tmp_path, include("f1.md"), **twice, f13="x\n")
    assert any("more than 1000 files are included" in message for message in messages(deck))


def test_an_include_inside_a_container_is_read_and_its_slide_ends_are_rules(tmp_path: Path) -> None:
    deck = read(tmp_path, f"::: box\n{include('part.md')}\n:::\n", part="a\n\n---\n\nb\n")
    assert outline(deck) == "slide 1 at 1\n  1 [box]\n    1 text: a\n    3 rule\n    5 text: b"


def test_a_circle_through_containers_is_refused(tmp_path: Path) -> None:
    box = f"::: box\n{{}}\n\n{include('{}.md')}\n:::\n"
    deck = read(tmp_path, box.format("deck", "a"), a=box.format("a", "b"), b=box.format("b", "a"))
    assert messages(deck) == ["b.md:4: include: a.md includes itself"]


def test_a_missing_file_inside_a_container_is_a_problem(tmp_path: Path) -> None:
    assert messages(read(tmp_path, f"- a\n\n  {include('gone.md')}\n")) == [
        "deck.md:3: include: there is no file gone.md beside the deck"
    ]


def test_an_included_file_may_be_in_latin_1_and_says_so(tmp_path: Path) -> None:
    (tmp_path / "part.md").write_bytes("Grüße".encode("latin-1"))
    deck = read(tmp_path, include("part.md"))
    assert sources(deck) == ["Grüße"]
    assert messages(deck) == ["part.md:1: not UTF-8: read as Latin-1 (save the deck as UTF-8)"]


def test_lines_of_problems_count_in_their_own_file(tmp_path: Path) -> None:
    deck = read(tmp_path, f"one\n\n{include('a.md')}\n\n<!-- pausse -->\n", a="\n\n<!-- colum: 1 -->\n")
    assert [message[:10] for message in messages(deck)] == ["a.md:3: 'c", "deck.md:5:"]


def test_text_beside_the_comment_is_kept(tmp_path: Path) -> None:
    deck = read(tmp_path, f"<div>\nbefore {include('a.md')} after\n</div>\n\nend\n", a="a\n")
    assert [text_of((block,)) for block in deck.slides[0].content.blocks] == ["before", "a", "after", "end"]


def test_an_include_in_notes_has_no_effect_there_and_stops_nothing(tmp_path: Path) -> None:
    deck = read(tmp_path, f"# A\n\n???\n\nsay\n\n{include('a.md')}\n\nmore\n", a="secret\n")
    assert text_of(deck.slides[0].notes.content.blocks) == "say\nmore"
