"""How a file writes its text: encoding, byte order mark and line ends, so that text goes back as it came."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher

from rostra.editing.text_edit import TextEdit
from rostra.safety import CONTROLS, STRAY, UNSEEN

LINE_END = re.compile("(\r\n?|[\n\u2028\u2029\x85])")
"""All that the reader takes for the end of a line."""
PLAIN_ENDS = ("\n", "\r\n", "\r")
MARK = b"\xef\xbb\xbf"
MARKS = {b"\xff\xfe": "utf-16-le", b"\xfe\xff": "utf-16-be"}
"""Byte order marks of UTF-16, and what they say."""
LATIN = "cp1252"
NAMES = {LATIN: "Latin-1", "utf-8": "UTF-8", "utf-16-le": "UTF-16", "utf-16-be": "UTF-16"}
"""What encodings are called where somebody reads of them."""
# Python takes these for the ends of lines, and so do editors made with it, which would lose them. No text has what
# stands in for them, for those are halves of a pair; they are like what Python reads for bytes that are no text.
STANDING_IN = {code: 0xDC00 + code for code in (0x0B, 0x0C, 0x1C, 0x1D, 0x1E)}
STOOD_FOR = {stand_in: code for code, stand_in in STANDING_IN.items()}
BROKEN = re.compile("[\udc80-\udcff]")
"""What stands for a byte that is no text in its encoding."""
NO_TEXT = re.compile("[\ud800-\udc0a\udc0d-\udc1b\udc1f-\udc7f\udd00-\udfff]")
"""Halves of a pair that stand for nothing."""
PICTURES = {code: 0x2400 + code for code in range(0x20) if code not in (0x09, 0x0A)} | {0x7F: 0x2421}
"""The signs of control characters."""


class CannotHoldError(ValueError):
    """A text cannot be written in an encoding, or would be read as another one; the message is the encoding's name."""


@dataclass(frozen=True, slots=True)
class Form:
    """A text in lines, and how it is written in a file."""

    encoding: str = "utf-8"
    mark: bytes = b""
    """The byte order mark."""
    lines: tuple[str, ...] = ("",)
    ends: tuple[str, ...] = ("",)
    """How each line ends; the last one in nothing."""

    @property
    def text(self) -> str:
        """The text; all its lines end in a newline."""
        return "\n".join(self.lines)

    @property
    def usual_end(self) -> str:
        """How most lines end, and new ones do."""
        counted = Counter(end for end in self.ends if end in PLAIN_ENDS)
        return counted.most_common(1)[0][0] if counted else "\n"

    def holding(self, text: str) -> Form:
        """The same for another text: lines that stay keep their ends, others end as most do."""
        text = NO_TEXT.sub("\ufffd", LINE_END.sub("\n", text.translate(STANDING_IN)))
        if self.encoding in MARKS.values():
            text = BROKEN.sub("\ufffd", text)
        lines, usual = text.split("\n"), self.usual_end
        alike = set(self.ends[:-1]) <= {usual}
        ends = [usual] * len(lines) if alike else _ends_kept(self, lines, usual)
        ends[-1] = ""
        return replace(self, lines=tuple(lines), ends=tuple(ends))

    def edited(self, edits: Iterable[TextEdit]) -> Form:
        """The same with edits made: new lines end as those beside them, all others as they did."""
        lines, ends = [*self.lines], [*self.ends]
        usual = next((end for end in ends if end in PLAIN_ENDS), "\n")
        for edit in sorted(edits, reverse=True):
            first, last = edit.start_line, edit.end_line
            text = lines[first][: edit.start_column] + edit.text + lines[last][edit.end_column :]
            made, end = text.split("\n"), ends[last]
            lines[first : last + 1] = made
            ends[first : last + 1] = [*[end if end in PLAIN_ENDS else usual] * (len(made) - 1), end]
        return replace(self, lines=tuple(lines), ends=tuple(ends))

    def encoded(self) -> bytes:
        """The text as bytes; raises :class:`CannotHoldError` when it would not be read from them again."""
        text = "".join(line + end for line, end in zip(self.lines, self.ends, strict=True)).translate(STOOD_FOR)
        errors = "strict" if self.encoding in MARKS.values() else "surrogateescape"
        try:
            data = self.mark + text.encode(self.encoding, errors)
        except UnicodeEncodeError as error:
            raise CannotHoldError(NAMES[self.encoding]) from error
        # A few letters of Latin-1 beside each other may be one of UTF-8.
        plain = data.isascii() and b"\0" not in data
        if not plain and read_form(data).lines != self.lines:
            raise CannotHoldError(NAMES[self.encoding])
        return data

    def in_utf8(self) -> Form:
        """The same in UTF-8; bytes that were no text become letters of Latin-1."""
        text = BROKEN.sub(lambda found: chr(ord(found[0]) - 0xDC00), self.text)
        form = replace(self, encoding="utf-8", mark=b"").holding(text)
        try:
            form.encoded()
        except CannotHoldError:
            return replace(form, mark=MARK)
        return form


def read_form(data: bytes) -> Form:
    """What bytes say and how, as the reader takes them: ``read_form(data).encoded() == data``.

    Nothing is made safe: control characters stay, but for those that Python parts lines at. They, and bytes that are no
    text, are lone surrogates; :func:`visible` shows them. Raises :class:`UnicodeDecodeError` for broken UTF-16.
    """
    encoding, mark = _encoding(data)
    text = data[len(mark) :].decode(encoding, "strict" if encoding in MARKS.values() else "surrogateescape")
    parts = LINE_END.split(text.translate(STANDING_IN))
    return Form(encoding, mark, tuple(parts[::2]), (*parts[1::2], ""))


def _encoding(data: bytes) -> tuple[str, bytes]:
    """The encoding, and the byte order mark."""
    if data[:2] in MARKS:
        return MARKS[data[:2]], data[:2]
    if data[:2].count(0) == 1 and len(data) > 3 and data[:4].count(0) == 2:
        return ("utf-16-le" if data[1] == 0 else "utf-16-be"), b""
    mark = MARK if data.startswith(MARK) else b""
    return ("utf-8", mark) if _is_utf8(data[len(mark) :]) else (LATIN, b"")


def _is_utf8(data: bytes) -> bool:
    """Whether bytes are UTF-8, or more of those that are not ASCII are than are not."""
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        text = data.decode("utf-8", "replace")
        return sum(1 for char in text if ord(char) > 0x7F and char != "\ufffd") > text.count("\ufffd")
    return True


def _ends_kept(form: Form, lines: Sequence[str], usual: str) -> list[str]:
    """The ends of lines, from those of the lines that they are, or whose place they take."""
    kept = [usual] * len(lines)
    for _, start, end, at, until in SequenceMatcher(None, form.lines, lines).get_opcodes():
        if end - start == until - at:
            kept[at:until] = [one or usual for one in form.ends[start:end]]
    return kept


def visible(text: str) -> str:
    """The text as it is safe to show, sign for sign: what a terminal would obey or nobody could see is marked."""
    text = re.sub(f"{UNSEEN}|{STRAY}", "\ufffd", text.translate(STOOD_FOR))
    return re.sub(f"{CONTROLS}|[\u2028\u2029]", "\ufffd", text.translate(PICTURES))
