"""Reading arguments: a parser that complains in one line, and the kinds of value that several commands take."""

from __future__ import annotations

import argparse
import re
import textwrap
from collections.abc import Iterable
from typing import Any, NoReturn

from rostra.errors import UserError, did_you_mean

SIZE = re.compile(r"(\d{1,4})[xX](\d{1,4})")


class Parser(argparse.ArgumentParser):
    """Complains in one line, with a hint. Options are written out: a shortened one would change its meaning one day."""

    def __init__(self, *, table: tuple[str, Iterable[tuple[str, str]]] | None = None, **how: Any) -> None:
        """Make a parser; the table, a title and rows of two, stands at the end of its help."""
        super().__init__(**{"allow_abbrev": False, **how})
        self._table = table

    def format_help(self) -> str:
        """Return the help with the table below it."""
        text = super().format_help()
        return f"{text}\n{self._table[0]}:\n{in_columns(self._table[1])}" if self._table else text

    def error(self, message: str) -> NoReturn:
        """Raise what is wrong as any other mistake of the user."""
        hint = ""
        if unknown := re.search(r"unrecognized arguments: (--?[\w-]+)", message):
            hint = did_you_mean(unknown[1], (name for one in self._actions for name in one.option_strings))
        elif wrong := re.search(r"argument (--[\w-]+): invalid choice: '([^']*)'", message):
            choices = next((one.choices for one in self._actions if wrong[1] in one.option_strings), None)
            hint = did_you_mean(wrong[2], map(str, choices or ()))
        raise UserError(message, hint=hint.removeprefix(", ") or f"{self.prog} --help tells more")


def in_columns(rows: Iterable[tuple[str, str]]) -> str:
    """Rows of two texts, the second ones below each other; for a terminal of 80 columns."""
    rows = list(rows)
    first = max(len(one) for one, _ in rows) + 2
    lines = []
    for one, other in rows:
        told = textwrap.wrap(other, max(20, 78 - first)) or [""]
        lines += [f"  {'' if i else one:<{first}}{line}".rstrip() for i, line in enumerate(told)]
    return "\n".join(lines) + "\n"


def size(text: str) -> tuple[int, int]:
    """Columns and rows, such as ``120x36``."""
    found = SIZE.fullmatch(text)
    if not found or not int(found[1]) or not int(found[2]):
        raise argparse.ArgumentTypeError(f"{text!r} is no size; write columns and rows, such as 120x36")
    return int(found[1]), int(found[2])


def duration(text: str) -> float:
    """Seconds, such as ``20s`` or ``1m30s``; a bare number is seconds."""
    from rostra.reader.values import seconds

    try:
        return seconds(float(text) if text.replace(".", "", 1).isdigit() else text, bare=1)
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"{text!r} {error}") from error


def slides(text: str) -> list[tuple[int, int]]:
    """Ranges of slide numbers, both ends counted; an open end is the last slide."""
    ranges = []
    for part in text.split(","):
        found = re.fullmatch(r"\s*(\d{1,6})(?:\s*(-)\s*(\d{1,6})?)?\s*", part)
        if not found or not int(found[1]):
            raise argparse.ArgumentTypeError(f"{text!r} are no slides; write 2-5 or 1,3,7-")
        first = int(found[1])
        ranges.append((first, int(found[3] or 999_999) if found[2] else first))
    return ranges
