"""Numbers as people write them, and how those are written that nobody wrote: ticks and sums."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from rostra.typeset.figures.source import CannotDrawError

NUMBER = re.compile(
    r"(?P<sign>[-+−–]?)\s?(?P<before>[$€£¥]?)\s?(?P<minus>[-−–]?)"
    r"(?P<digits>\d(?:[\d.,'’_ \u00a0\u2009\u202f]*\d)?|\.\d+)(?P<power>[eE][-+]?\d{1,3})?"
    r"(?P<scale>\s?[kKMGBT](?![A-Za-z]))?(?P<unit>\s?[^\d\s.,;|](?:[^\d;|]{0,14}[^\s\d;|])?)?"
)
"""A number with what may stand before and behind it."""
SCALES = {"k": 1e3, "K": 1e3, "M": 1e6, "G": 1e9, "B": 1e9, "T": 1e12}
NOTHING = frozenset(("", "-", "–", "—", "?", "~", "na", "n/a", "nan", "null", "none"))
"""What is written where a value is missing."""
LARGEST, SMALLEST = 1e18, 1e-12
SHORTENED = 10_000
"""From which number on ticks are written with k, M, B and T."""


class Value(NamedTuple):
    """A number of a chart."""

    number: float
    text: str
    """As its author wrote it."""
    unit: str = ""
    """What stands behind it, with the blank between."""
    before: str = ""
    """The sign of a currency before it."""


def value_of(text: str, line: int | None = None) -> Value | None:
    """The number that is written; None where it says that there is none.

    Raises :class:`CannotDrawError` for anything else.
    """
    text = text.strip()
    if text.lower() in NOTHING:
        return None
    found = NUMBER.fullmatch(text)
    digits = None if found is None else _digits(found["digits"])
    if found is None or digits is None:
        raise CannotDrawError(f"this is no number: {text}", line)
    number = float(f"{digits}{found['power'] or ''}") * SCALES.get((found["scale"] or "").strip(), 1)
    if number and not SMALLEST <= number <= LARGEST:
        raise CannotDrawError(f"this number is too {'large' if number > 1 else 'small'} to be drawn: {text}", line)
    minus = {found["sign"], found["minus"]} & set("-−–")
    return Value(-number if minus else number, text, found["unit"] or "", found["before"])


def is_value(text: str) -> bool:
    """Whether a number is written, or that there is none."""
    try:
        value_of(text)
    except CannotDrawError:
        return False
    return True


def _digits(text: str) -> str | None:
    """Digits with what groups them taken out and a point before the decimals; None where that cannot be told."""
    marks = [sign for sign in text if not sign.isdigit()]
    if not marks:
        return text
    last = marks[-1]
    is_point = last in ".," and marks.count(last) == 1
    if last == "," and len(set(marks)) == 1:  # 1,234 is a thousand and more, 1,5 is less than two
        is_point = is_point and not re.fullmatch(r"[1-9]\d{0,2},\d{3}", text)
    whole, _, decimals = text.rpartition(last) if is_point else (text, "", "")
    groups = re.split(r"\D", whole)
    if len(groups) > 1 and any(len(group) != 3 for group in groups[1:]):
        return None
    if len({sign for sign in whole if not sign.isdigit()}) > 1:
        return None
    return f"{''.join(groups) or '0'}.{decimals or '0'}"


class Writing(NamedTuple):
    """How the numbers of a chart are written that its author did not write."""

    unit: str = ""
    before: str = ""
    has_unit: bool = False
    """Whether the values bring their unit along."""

    def of(self, value: Value) -> str:
        """A value as it was written, with the unit of the chart."""
        return value.text if self.has_unit else f"{self.before}{value.text}{self.unit}"

    def number(self, number: float, step: float = 0.0) -> str:
        """A number, as exactly as a step between two of them."""
        scale, sign = 1.0, ""
        if max(abs(number), step) >= SHORTENED:
            scale, sign = next((by, one) for one, by in reversed(SHORT.items()) if max(abs(number), step) >= by)
        short = f"{number / scale:.10f}".rstrip("0").rstrip(".")
        if len(short.partition(".")[2]) > 3:
            short = f"{number / scale:.4g}"
        minus = "-" if short.startswith("-") else ""
        return f"{minus}{self.before}{short.removeprefix('-')}{sign}{self.unit}"


SHORT = {"k": 1e3, "M": 1e6, "B": 1e9, "T": 1e12}


def writing(unit: str, values: Iterable[Value]) -> Writing:
    """How the numbers of a chart are written: with its unit, else with the one that all values share."""
    found = {(value.unit, value.before) for value in values}
    if unit in ("$", "£"):
        return Writing("", unit, found != {("", "")})
    if unit:
        is_apart = (unit[0].isalpha() and unit not in SCALES) or unit == "€"
        return Writing(f"\xa0{unit}" if is_apart else unit, "", found != {("", "")})
    shared = found.pop() if len(found) == 1 else ("", "")
    return Writing(*shared, True)
