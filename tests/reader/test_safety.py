"""Nothing that a terminal would obey, and nothing that a reader cannot see, comes through."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from decks import all_strings, messages, read
from rostra.errors import UserError
from rostra.reader import read_deck
from rostra.safety import PIECE, pieces, safe

UNSAFE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u061c\u200b\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ud800-\udfff]"
)
SIGNS = "\x00\x07\x08\x0b\x0c\x1b\x7f\x80\x85\x9b\x9d\u00ad\u061c\u200b\u200e\u200f\u202e\u2028\u2066\u2069\ufeff"

PLACES = {
    "a paragraph": "a{}b",
    "a heading": "# a{}b",
    "a listing": "```\na{}b\n```",
    "an info string": "```py{} x{}y\n1\n```",
    "code in a line": "`a{}b`",
    "a link's text and target": "[a{}b](<https://example.com/{}>)",
    "a bare address": "https://example.com/a{}b",
    "a reference": "[a{}b]\n\n[a{}b]: https://example.com/{} 'c{}'",
    "an image": "![a{}b](<c{}.png> 'd{}')",
    "an image in a line": "x ![a{}b](<c{}.png>)",
    "a table": "| a{}b |\n|---|\n| c{}d |",
    "a container": "::: box{} A{}b\nc{}\n:::",
    "notes": "a\n\n<!-- notes: b{}c -->\n\n???\n\nd{}e",
    "notes in quotes": '<!-- notes: "b{}c" -->',
    "a near miss": "<!-- puase{} -->\n\n<!-- alignment: a{} -->\n\n<!-- pause: {} -->",
    "an include": "<!-- include: a{}b.md -->",
    "a slide's settings": '<!-- slide: {{name: "a{}b", transition: "{}", layout: "x{}"}} -->\n\na',
    "a footnote": "a[^b{}]\n\n[^b{}]: c{}d",
    "an HTML block": "<div title='{}'>a{}b</div>",
    "an inline tag": "a <b title='{}'>c{}</b> <script x='{}'>",
    "front matter": '---\ntitle: "a{}b"\nauthor: ["c{}d"]\nfooter: "e{}f"\n"k{}": 1\ntheme: "x{}"\n---\n\n- a',
    "broken front matter": "---\ntitle: [a{}\nb{}: }}\n---\n\n- a",
    "a task": "- [x] a{}b",
    "a definition": "a{}\n: b{}c",
    "an alert": "> [!NOTE]\n> a{}b",
}


@pytest.mark.parametrize("place", PLACES)
def test_raw_characters_never_come_through(tmp_path: Path, place: str) -> None:
    deck = read(tmp_path, PLACES[place].replace("{}", SIGNS).replace("{{", "{").replace("}}", "}"))
    assert [text for text in all_strings(deck) if UNSAFE.search(text)] == []


@pytest.mark.parametrize("place", PLACES)
def test_entities_never_come_through(tmp_path: Path, place: str) -> None:
    entities = "".join(f"&#x{ord(sign):x};" for sign in SIGNS) + "&shy;&ZeroWidthSpace;&lrm;&rlm;&#xd800;&#155;"
    deck = read(tmp_path, PLACES[place].replace("{}", entities).replace("{{", "{").replace("}}", "}"))
    assert [text for text in all_strings(deck) if UNSAFE.search(text)] == []


@pytest.mark.parametrize("place", PLACES)
def test_escapes_of_yaml_never_come_through(tmp_path: Path, place: str) -> None:
    escapes = "".join(f"\\u{ord(sign):04x}" for sign in SIGNS) + "\\e\\a\\b\\0\\x9b\\N\\L\\P"
    deck = read(tmp_path, PLACES[place].replace("{}", escapes).replace("{{", "{").replace("}}", "}"))
    assert [text for text in all_strings(deck) if UNSAFE.search(text)] == []


def test_percent_signs_in_a_target_stay_as_they_are_written(tmp_path: Path) -> None:
    deck = read(tmp_path, "[a](https://example.com/%1b%5d%00)")
    assert "https://example.com/%1b%5d%00" in all_strings(deck)


def test_a_files_name_never_comes_through(tmp_path: Path) -> None:
    name = "a\x1b]0;x\x07\u202eb\u200b\n.md"
    deck = read(tmp_path, b"<!-- puase -->\n\xff\x07", name=name)
    assert len(messages(deck)) == 3
    assert [text for text in all_strings(deck) if UNSAFE.search(text)] == []
    assert not any("\n" in message for message in messages(deck))
    with pytest.raises(UserError) as raised:
        read_deck([tmp_path / f"no{name}"])
    assert not UNSAFE.search(str(raised.value))


def test_the_text_around_stays(tmp_path: Path) -> None:
    assert read(tmp_path, "# a\u202eb\u200bc\x1bd\u00ade").title == "abc\ufffdde"


@pytest.mark.parametrize(
    "text",
    ["plain\ttext\n", "Ünïcödé", "日本", "👩\u200d👩\u200d👧", "❤\ufe0f", "1\ufe0f\u20e3", "می\u200cخواهم", "e\u0301"],
)
def test_text_that_is_safe_stays_as_it_is(text: str) -> None:
    assert safe(text) == text


@pytest.mark.parametrize(
    ("text", "wanted"),
    [("a\u200db", "ab"), ("\u200d👩", "👩"), ("👩\u200d", "👩"), ("a\ufe0f", "a"), ("👩\u200d\u200d👩", "👩👩")],
)
def test_joiners_that_join_no_emoji_are_dropped(text: str, wanted: str) -> None:
    assert safe(text) == wanted


@pytest.mark.parametrize("size", [1, PIECE - 1, PIECE, PIECE + 1, 3 * PIECE])
@pytest.mark.parametrize("line", ["x", "x" * 70, "x" * 3 * PIECE])
def test_a_long_text_is_made_safe_in_pieces_to_its_end(size: int, line: str) -> None:
    for attack in ("\x1b[2J", "a\r", "\u202eb", "\u200d", "\r\n", "\n"):
        text = ((line + "\n") * (size // (len(line) + 1) + 1)) + line + attack
        assert "".join(pieces(text)) == text
        made = safe(text)
        assert not UNSAFE.search(made)
        assert made.startswith(line)
        assert made.count("x") == text.count("x")
