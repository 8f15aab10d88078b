"""Numbers as people write them."""

from __future__ import annotations

import pytest

from rostra.typeset.figures.charts.numbers import Writing, is_value, value_of, writing
from rostra.typeset.figures.source import CannotDrawError


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("12", 12), ("-4.5", -4.5), ("−4", -4), ("+3", 3), (".5", 0.5), ("1.", None),
        ("1,234", 1234), ("1,234.5", 1234.5), ("1.234,5", 1234.5), ("1,5", 1.5), ("0,123", 0.123), ("1.234", 1.234),
        ("1.234.567", 1_234_567), ("12 000", 12_000), ("12'000", 12_000), ("1_000", 1000), ("12 34", None),
        ("12 %", 12), ("12%", 12), ("$12", 12), ("-$1.5", -1.5), ("12 €", 12), ("5 kg", 5), ("20 °C", 20),
        ("3k", 3000), ("3K", 3000), ("2.5M", 2_500_000), ("1B", 1e9), ("5 M€", 5e6), ("5 MB", 5), ("1e3", 1000),
        ("twelve", None), ("2026-01-02", None), ("12:30", None), ("1,2,3", None), ("1e99", None), ("1e-99", None),
    ],
)  # fmt: skip
def test_numbers_are_read_as_they_are_written(text: str, number: float | None) -> None:
    if number is None:
        with pytest.raises(CannotDrawError):
            value_of(text)
    else:
        value = value_of(text)
        assert value is not None
        assert value.number == pytest.approx(number)


@pytest.mark.parametrize("text", ["", "-", "–", "n/a", "null", "?"])
def test_a_value_can_be_missing(text: str) -> None:
    assert value_of(text) is None
    assert is_value(text)


def test_what_is_no_number_says_so_with_its_line() -> None:
    with pytest.raises(CannotDrawError, match="this is no number: many") as caught:
        value_of("many", 3)
    assert caught.value.line == 3


@pytest.mark.parametrize(
    ("unit", "values", "written", "tick"),
    [
        ("%", ["12"], "12%", "20%"),
        ("ms", ["12"], "12\xa0ms", "20\xa0ms"),
        ("k", ["12"], "12k", "20k"),
        ("$", ["12"], "$12", "$20"),
        ("%", ["12 %"], "12 %", "20%"),
        ("", ["12 %", "3 %"], "12 %", "20 %"),
        ("", ["$12", "$3"], "$12", "$20"),
        ("", ["12 %", "3"], "12 %", "20"),
    ],
)
def test_units_stand_at_values_and_at_axes(unit: str, values: list[str], written: str, tick: str) -> None:
    found = [value for text in values if (value := value_of(text)) is not None]
    manner = writing(unit, found)
    assert (manner.of(found[0]), manner.number(20, 5)) == (written, tick)


@pytest.mark.parametrize(
    ("number", "step", "written"),
    [
        (0, 5, "0"), (0.3, 0.1, "0.3"), (-20, 10, "-20"), (5000, 1000, "5000"), (20_000, 5000, "20k"), (0, 5000, "0"),
        (2_500_000, 500_000, "2.5M"), (354.1, 0, "354.1"), (1 / 3, 0, "0.3333"),
    ],
)  # fmt: skip
def test_ticks_and_sums_are_short(number: float, step: float, written: str) -> None:
    assert Writing().number(number, step) == written
