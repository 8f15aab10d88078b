"""Columns of numbers, which stand with their decimal points below each other."""

from __future__ import annotations

import re
from collections.abc import Sequence

NUMBER = re.compile(
    r"(?P<number>[-+−±~≈<>]?\s?[$€£¥]?\s?[-−]?"
    r"(?:\d{1,3}(?:(?P<group>[,.'’\u0020\u00a0\u2009\u202f])\d{3})(?:(?P=group)\d{3})*|\d+|(?=\.\d))(?:[.,]\d+)?)"
    r"(?P<unit>\s?(?:°[CFK]|[^\W\d_]{1,3}|[%‰°€$£¥×])?)"
)
"""A number with what may stand around it."""
MISSING = frozenset(("", "-", "–", "—", "?", "n/a"))
"""What stands in a column of numbers where there is none."""
FEWEST = 2
"""Numbers that make a column of them."""


def decimals(cells: Sequence[str]) -> list[int] | None:
    """For each cell how many signs stand from its decimal point on; None for a column that is not one of numbers."""
    found = [None if cell in MISSING else NUMBER.fullmatch(cell) for cell in cells]
    numbers = [one["number"] for one in found if one is not None]
    if len(numbers) < FEWEST or len(numbers) + sum(cell in MISSING for cell in cells) < len(cells):
        return None
    # A comma parts the decimals only where it cannot be one of thousands.
    mark = "," if any(re.search(r",(?!\d{3}(?!\d))", number) for number in numbers) else "."
    return [0 if one is None else len(one["unit"]) + _behind(one["number"], mark) for one in found]


def _behind(number: str, mark: str) -> int:
    """The signs of a number from its decimal point on."""
    return len(number) - number.rfind(mark) if mark in number else 0
