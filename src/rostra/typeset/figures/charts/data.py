"""What a chart shows: rows of values, in one series or several."""

from __future__ import annotations

from typing import NamedTuple

from rostra.typeset.figures.charts.numbers import Value, Writing


class Row(NamedTuple):
    """A line of the source: what it is called, and what else it says, not read yet."""

    cells: tuple[str, ...]
    """The first is what the row is called."""
    line: int
    """Of the listing, counted from 0."""
    step: int


class Label(NamedTuple):
    """What a value, or a series of them, is called."""

    text: str
    step: int
    line: int | None = None
    """Of the listing, where it has a line of its own."""


class Point(NamedTuple):
    """A value, and the step from which it shows; no value where it is missing."""

    value: Value | None
    step: int


class Series(NamedTuple):
    """Values that belong together, one for each label of the chart."""

    name: Label
    points: tuple[Point, ...]


class Chart(NamedTuple):
    """The source of a chart, read."""

    kind: str
    title: str
    step: int
    """From which the chart shows."""
    least: float | None
    """Where its axis is to begin; None where the author did not say."""
    most: float | None
    """Where it is to end."""
    writing: Writing
    labels: tuple[Label, ...]
    series: tuple[Series, ...]
    """At least one, with at least one value."""

    @property
    def numbers(self) -> list[float]:
        """All values."""
        return [one.value.number for series in self.series for one in series.points if one.value is not None]
