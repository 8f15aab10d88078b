"""Bytes to safe text; front matter apart; includes found."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote

from rostra.errors import Problem, UserError
from rostra.safety import LINE_ENDS, UNSAFE, pieces, safe, safe_line

if TYPE_CHECKING:
    from typing import Required, TypedDict

    class Details(TypedDict, total=False):
        """What :meth:`Source.problem` may be told besides; others hand it on."""

        rule: Required[str]
        word: str
        hint: str
        breaks: bool


LARGEST = 32 * 1024 * 1024
"""Bytes; a deck above this is more likely a mistake, and would stop the terminal for seconds."""
DEEPEST_INCLUDE = 16
MOST_INCLUDES = 1000
"""In one deck: a few files that include each other several times would come to millions."""
REACH = 40
"""Lines below the beginning of a block in which what a problem is about is looked for."""


@dataclass(frozen=True)
class Source:
    """One file as text that is safe to show, its lines ending in a newline alone."""

    path: Path
    text: str
    problems: tuple[Problem, ...] = ()

    @cached_property
    def name(self) -> str:
        """The file's name as places and problems give it."""
        return safe_line(str(self.path))

    @cached_property
    def lines(self) -> list[str]:
        """The text in lines."""
        return self.text.split("\n")

    def problem(
        self,
        line: int,
        message: str,
        about: str = "",
        *,
        rule: str,
        word: str = "",
        hint: str = "",
        breaks: bool = False,
    ) -> Problem:
        """A problem of a line, counted from 1; ``about`` is looked for there, and in the lines of its block below.

        ``word`` is the word in it that is meant.
        """
        found = self._find(line - 1, about)
        if word and (found or not about):
            found = self._word(found[0] if found else line - 1, found[1] if found else 0, about, word) or found
        if found:
            at, column, width = found
            written = self.lines[at]
            return Problem(self.name, at + 1, message, column + 1, width, written, rule, hint=hint, breaks=breaks)
        written = self.lines[line - 1] if 0 < line <= len(self.lines) else ""
        return Problem(self.name, line, message, source=written, rule=rule, hint=hint, breaks=breaks)

    def _find(self, line: int, about: str) -> tuple[int, int, int] | None:
        """The line, the column and the width of what is written there or a few lines below, counted from 0."""
        for at in range(line, min(len(self.lines), line + 1 + REACH)) if about else ():
            if (found := self.lines[at].find(about)) >= 0:
                return at, found, len(about)
        return None

    def _word(self, line: int, column: int, about: str, word: str) -> tuple[int, int, int] | None:
        """The same of a word within what is written there, or below it as far as a comment or front matter may go."""
        pattern = re.compile(rf"(?<![\w-]){re.escape(word)}(?![\w-])")
        for at in range(line, min(len(self.lines), line + 1 + REACH)):
            first = at == line
            within = self.lines[at][: column + len(about)] if first and about and word in about else self.lines[at]
            if found := pattern.search(within, column if first else 0):
                return at, found.start(), len(word)
            if "-->" in within or (not first and within.startswith("---")):
                break
        return None


def read_source(path: Path) -> Source:
    """Read a file as text; raises :class:`UserError` when it cannot be read at all."""
    name = safe_line(str(path))
    try:
        if path.is_dir():
            raise UserError(f"{name} is a folder, not a deck", hint=f"rostra {name} shows the decks in it")
        if not path.exists():
            raise UserError(f"there is no file {name}", hint=_nearest(path))
        if not path.is_file():
            raise UserError(f"{name} is not a regular file")
        if path.stat().st_size > LARGEST:
            raise UserError(f"{name} is larger than {LARGEST // 1024**2} MiB", hint="is it a deck?")
        data = path.read_bytes()
    except OSError as error:
        raise UserError(f"cannot read {name}: {error.strerror}") from error
    return from_bytes(data, path)


def from_bytes(data: bytes, path: Path) -> Source:
    """Text from bytes in UTF-8, UTF-16 or Latin-1, made safe, with a problem where something was replaced."""
    text, problem = _decode(data)
    return from_text(text, path, problem)


def from_text(text: str, path: Path, trouble: str = "") -> Source:
    """Text made safe, with a problem where something was replaced; ``trouble`` is what was wrong with its bytes."""
    name = safe_line(str(path))
    problems = [Problem(name, 1, trouble, rule="encoding")] if trouble else []
    text = "".join(LINE_ENDS.sub("\n", part) for part in pieces(text.removeprefix("\ufeff")))
    if any(map(UNSAFE.search, pieces(text))):
        problems += [
            Problem(name, number, f"{len(found)} control or invisible characters were taken out", rule="encoding")
            for number, line in enumerate(text.split("\n"), 1)
            if (found := UNSAFE.findall(line))
        ][:20]
    return Source(path, safe(text), tuple(problems))


def _decode(data: bytes) -> tuple[str, str]:
    """Text, and what is wrong with the bytes if anything is."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return _lossy(data, "utf-16")
    if data[:2].count(0) == 1 and len(data) > 3 and data[:4].count(0) == 2:
        return _lossy(data, "utf-16-le" if data[1] == 0 else "utf-16-be")
    try:
        return data.decode("utf-8-sig"), ""
    except UnicodeDecodeError:
        pass
    text = data.decode("utf-8-sig", "replace")
    several = sum(1 for char in text if ord(char) > 0x7F and char != "\ufffd")
    if several > text.count("\ufffd"):
        return text, f"not UTF-8 throughout: {text.count(chr(0xFFFD))} bytes were replaced"
    return data.decode("cp1252", "replace"), "not UTF-8: read as Latin-1 (save the deck as UTF-8)"


def _lossy(data: bytes, encoding: str) -> tuple[str, str]:
    try:
        return data.decode(encoding), ""
    except UnicodeDecodeError:
        return data.decode(encoding, "replace"), f"broken {encoding.upper()}: some characters were replaced"


def _nearest(path: Path) -> str:
    from rostra.errors import did_you_mean

    try:
        names = [entry.name for entry in path.parent.iterdir() if entry.suffix in (".md", ".markdown")]
    except OSError:
        return f"there is no folder {safe_line(str(path.parent))}"
    return did_you_mean(path.name, names).removeprefix(", ") or "give the path of a Markdown file"


def resolve_inside(name: str, folder: Path, root: Path) -> Path:
    """The file that a deck names, relative to a folder.

    Raises :class:`ValueError` when it lies outside the deck's folder ``root``, or when there is none.
    """
    if not name or "\0" in name or re.match(r"[A-Za-z][A-Za-z0-9+.-]*://", name):
        raise ValueError(f"this should be a path, not {safe_line(name)!r}")
    try:
        target = (folder / name).resolve()
        if Path(name).is_absolute() or name.startswith("~") or not target.is_relative_to(root.resolve()):
            raise ValueError(f"{safe_line(name)} lies outside the deck's folder")
        if target.is_dir():
            raise ValueError(f"{safe_line(name)} is a folder")
        if not target.is_file():
            raise ValueError(f"there is no file {safe_line(name)} beside the deck")
    except OSError as error:  # a name that is too long, a folder that may not be entered
        raise ValueError(f"cannot look for {safe_line(name)[:60]}: {error.strerror}") from error
    return target


def resolve_link(target: str, folder: Path, root: Path) -> Path:
    """The same for the target of a picture or a link, in which the reader has written some signs by their numbers."""
    try:
        return resolve_inside(target, folder, root)
    except ValueError:
        return resolve_inside(unquote(target), folder, root)
