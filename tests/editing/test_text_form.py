from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from rostra.editing.text_edit import TextEdit, applied
from rostra.editing.text_form import CannotHoldError, Form, read_form, visible
from rostra.reader.source import from_bytes
from rostra.safety import safe
from snippets import TEXTS

ENCODINGS = ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252", "latin-1")
ODD = st.sampled_from(
    ["\r\n", "\r", "\n", "\u2028", "\x85", "\x0b", "\x0c", "\x1c", "\x1b[31m", "é", "€", "Ã©", "\u202e"]
)


@given(st.binary(max_size=200))
@example(b"\xef\xbb\xbf\xe9")
@example(b"\xef\xbb\xbf\xef\xbb\xbfa")
@example(b"\x81\x8d\xe9 a")
@example("ééé".encode() + b"\xe9")
@example(b"a\x0bb\x0c\x1c\r\n\x85\xc2\x85")
@example(b"\xff\xfea\0\x0b\0")
@example(b"#\0 \0\n\0")
def test_any_bytes_come_back_as_they_were(data: bytes) -> None:
    try:
        form = read_form(data)
    except UnicodeDecodeError:
        return
    assert form.encoded() == data
    assert form.holding(form.text).encoded() == data


@given(st.lists(st.one_of(ODD, st.text(max_size=5)), max_size=12).map("".join), st.sampled_from(ENCODINGS))
def test_a_text_is_what_the_reader_reads_line_by_line(text: str, encoding: str) -> None:
    data = text.encode(encoding, "ignore")
    try:
        form = read_form(data)
    except UnicodeDecodeError:
        return
    assert len(form.lines) == len(from_bytes(data, __file__).text.split("\n"))  # type: ignore[arg-type]


@given(st.binary(max_size=100), TEXTS)
@example("é".encode("latin-1"), "Ã©")
@example("é".encode("latin-1"), "\U0001f680")
@example("éé".encode() + b"\xe9", "\udce9")
@example(b"", "a\0b\0")
@example(b"", "\ufeffa")
@example(b"", "a\r\nb\rc\u2028d\x0ce\ud800")
def test_whatever_is_written_is_read_as_the_same_text_again(data: bytes, text: str) -> None:
    try:
        form = read_form(data).holding(text)
    except UnicodeDecodeError:
        return
    try:
        written = form.encoded()
    except CannotHoldError:
        form = form.in_utf8()
        written = form.encoded()
    assert read_form(written).text == form.text


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_new_lines_end_as_the_others_do(end: str) -> None:
    form = read_form(f"a{end}b{end}c".encode())
    assert form.text == "a\nb\nc"
    assert form.holding("a\nnew\nb\nc\n").encoded() == f"a{end}new{end}b{end}c{end}".encode()


def test_lines_that_were_not_touched_keep_the_ends_they_had() -> None:
    form = read_form(b"one\r\ntwo\nthree\rfour\nfive\n")
    assert form.holding("one\nchanged\nadded\nthree\nfour\n5\n").encoded() == b"one\r\nchanged\nadded\nthree\rfour\n5\n"
    assert form.holding("1\ntwo\nthree\nfour\nfive\nsix").encoded() == b"1\r\ntwo\nthree\rfour\nfive\nsix"


def test_what_python_takes_for_the_end_of_a_line_is_none_in_the_text() -> None:
    form = read_form(b"a\x0bb\x0cc\x1cd\x1de\x1ef\n")
    assert len(form.text.splitlines()) == 1
    assert form.holding(form.text + "more").encoded() == b"a\x0bb\x0cc\x1cd\x1de\x1ef\nmore"


def test_a_letter_that_latin_1_lacks_needs_utf_8() -> None:
    form = read_form("Größe\n".encode("cp1252"))
    assert form.holding("Größe €\n").encoded() == "Größe €\n".encode("cp1252")
    more = form.holding("Größe 🚀\n")
    with pytest.raises(CannotHoldError, match="Latin-1"):
        more.encoded()
    assert more.in_utf8().encoded() == "Größe 🚀\n".encode()


def test_a_new_text_is_in_utf_8_without_a_mark() -> None:
    assert Form().holding("a\né\n").encoded() == "a\né\n".encode()


@given(st.one_of(TEXTS, st.binary(max_size=50).map(lambda data: data.decode("utf-8", "surrogateescape"))))
@example("\x0b\udc0b\x1b\x7f\x9b\u202e\u200b a\u200db \ufe0f ☕\ufe0f 👩\u200d🚀\u2028\r")
def test_what_is_shown_is_safe_and_has_a_sign_for_every_sign(text: str) -> None:
    shown = visible(text)
    assert len(shown) == len(text)
    assert safe(shown) == shown
    assert shown.count("\n") == text.count("\n")


def test_edits_leave_the_ends_of_other_lines_and_new_lines_end_as_those_beside_them() -> None:
    form = read_form(b"\xef\xbb\xbfone\r\ntwo\nthree\r\nfour")
    edits = [TextEdit(0, 3, 0, 3, "\nmore"), TextEdit(1, 0, 2, 2, "2\n"), TextEdit(3, 4, 3, 4, "\n")]
    assert form.edited(edits).encoded() == b"\xef\xbb\xbfone\r\nmore\r\n2\r\nree\r\nfour\r\n"
    assert form.edited(edits).text == applied(form.text, edits)
