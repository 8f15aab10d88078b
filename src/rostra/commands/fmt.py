"""``rostra fmt DECK…``: decks written one way, without any change in what they show."""

from __future__ import annotations

import sys
from argparse import Namespace
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from rostra.commands.arguments import Parser
from rostra.errors import UserError
from rostra.safety import safe, safe_line

STANDARD_INPUT = Path("-")


class Text(NamedTuple):
    """What a file holds: its text, the mark at its beginning, and how its lines mostly end."""

    text: str
    mark: str
    end: str

    def bytes_of(self, text: str) -> bytes:
        """Another text as bytes of the same kind."""
        return (self.mark + text.replace("\n", self.end)).encode("utf-8")


def fmt(arguments: Sequence[str]) -> int:
    """``rostra fmt DECK…``."""
    parser = Parser(
        prog="rostra fmt",
        description="Write decks one way: separators, directives, spacing. Every slide shows what it showed before.",
    )
    add = parser.add_argument
    add("decks", nargs="+", metavar="DECK", type=Path, help="Markdown files; - reads standard input and prints")
    add("--check", action="store_true", help="write nothing, name the files that would change; 1 when there are any")
    add("--diff", action="store_true", help="write nothing, print what would change")
    given = parser.parse_args(list(arguments))
    status = 0
    for path in given.decks:
        try:
            status = max(status, _standard_input(given) if path == STANDARD_INPUT else _file(path, given))
        except UserError as error:
            print(f"rostra: {safe_line(str(error))}", file=sys.stderr)  # noqa: T201
            status = 2
    return status


def _file(path: Path, given: Namespace) -> int:
    """Format one file; returns what that means for the exit status."""
    from rostra.commands.decks import check_decks
    from rostra.editing.edits import File
    from rostra.reader.source import read_source

    check_decks([path])
    file = File(read_source(path))
    found = _text(file.data)
    made = _formatted(found, path)
    data = found.bytes_of(made)
    if data == file.data:
        return 0
    if given.check or given.diff:
        return _told(found.text, made, file.source.name, given)
    file.replace(data)
    lines = _count(found.text, made)
    what = "line ends" if not lines else "1 line" if lines == 1 else f"{lines} lines"
    print(f"formatted {file.source.name}: {what}")  # noqa: T201
    return 0


def _standard_input(given: Namespace) -> int:
    """Format what comes in, for editors that hand text to a program."""
    data = sys.stdin.buffer.read()
    found = _text(data)
    made = _formatted(found, Path("standard input"))
    if given.check or given.diff:
        return _told(found.text, made, "standard input", given) if found.bytes_of(made) != data else 0
    sys.stdout.buffer.write(found.bytes_of(made))
    sys.stdout.flush()
    return 0


def _text(data: bytes) -> Text:
    from rostra.safety import LINE_ENDS

    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise UserError("standard input is not in UTF-8", hint="only a deck in UTF-8 is formatted") from error
    body = text.removeprefix("\ufeff")
    windows = body.count("\r\n")
    ends = Counter({"\n": body.count("\n") - windows, "\r\n": windows, "\r": body.count("\r") - windows})
    return Text(LINE_ENDS.sub("\n", body), text[: len(text) - len(body)], max(ends, key=lambda end: ends[end]))


def _formatted(found: Text, path: Path) -> str:
    from rostra.formatting.formatted import formatted

    return formatted(found.text, path)


def _told(before: str, after: str, name: str, given: Namespace) -> int:
    """Say that a file would change, and how."""
    import difflib

    if given.check:
        print(name)  # noqa: T201
    if given.diff:
        lines = difflib.unified_diff(
            before.splitlines(), after.splitlines(), name, name, "now", "formatted", lineterm=""
        )
        print("\n".join(map(safe, lines)))  # noqa: T201
    return int(given.check)


def _count(before: str, after: str) -> int:
    """How many lines differ."""
    import difflib

    matcher = difflib.SequenceMatcher(None, before.splitlines(), after.splitlines(), autojunk=False)
    return sum(max(b - a, d - c) for kind, a, b, c, d in matcher.get_opcodes() if kind != "equal")
