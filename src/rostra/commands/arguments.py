"""Reading arguments: a parser that complains in one line, and the kinds of value that several commands take."""

from __future__ import annotations

import argparse
import re
from typing import NoReturn

from rostra.errors import UserError, did_you_mean

SIZE = re.compile(r"(\d{1,4})[xX](\d{1,4})")


class Parser(argparse.ArgumentParser):
    """Complains in one line, with a hint."""

    def error(self, message: str) -> NoReturn:
        """Raise what is wrong as any other mistake of the user."""
        known = [name for action in self._actions for name in action.option_strings]
        unknown = re.search(r"unrecognized arguments: (--[\w-]+)", message)
        hint = did_you_mean(unknown[1], known).removeprefix(", ") if unknown else ""
        raise UserError(message, hint=hint or f"{self.prog} --help tells more")


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
