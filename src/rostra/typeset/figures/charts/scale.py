"""Axes: from where to where they go, and the round numbers that stand at them."""

from __future__ import annotations

from math import ceil, floor, log10
from typing import NamedTuple

from rostra.typeset.figures.source import CannotDrawError

TICKS = 5
"""About how many steps an axis has."""


class Scale(NamedTuple):
    """An axis that goes from a round number to another, in equal steps."""

    low: float
    step: float
    steps: int

    @property
    def high(self) -> float:
        """Where it ends."""
        return self.low + self.step * self.steps

    @property
    def ticks(self) -> list[float]:
        """The numbers at it, from the lowest on; each is as exact as its step."""
        first = round(self.low / self.step)
        return [(first + number) * self.step for number in range(self.steps + 1)]

    def share(self, number: float) -> float:
        """How far along the axis a number is, from 0 to 1."""
        return (number - self.low) / (self.high - self.low)


def limits(numbers: list[float], least: float | None, most: float | None, *, zero: bool) -> tuple[float, float]:
    """From where to where an axis has to go; ``zero`` for one that has to show nothing as well."""
    low, high = min(numbers), max(numbers)
    if least is not None and low < least:
        raise CannotDrawError("min is more than a value")
    if most is not None and high > most:
        raise CannotDrawError("max is less than a value")
    if zero or (low > 0 and low < 0.4 * high):  # what is not far from zero is not cut off from it
        low, high = min(0.0, low), max(0.0, high)
    low, high = low if least is None else least, high if most is None else most
    if high - low <= abs(high) * 1e-9:
        high, low = (1.0, 0.0) if not high and not low else (max(high, 0.0), min(low, 0.0))
    if high <= low:
        raise CannotDrawError("max is to be more than min")
    return low, high


def scale_of(low: float, high: float, steps: int = TICKS) -> Scale:
    """The axis of about so many round steps (1, 2 or 5 of a power of ten) that goes from one number to another."""
    rough = (high - low) / max(1, steps)
    power = 10.0 ** floor(log10(rough))
    step = next(power * factor for factor in (1, 2, 5, 10) if power * factor >= rough * 0.999)
    first = floor(low / step + 1e-6)
    return Scale(first * step, step, max(1, ceil(high / step - 1e-6) - first))
