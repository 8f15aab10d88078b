"""The source of a chart: plain lines, CSV, tables, YAML, and what is wrong with it."""

from __future__ import annotations

from textwrap import dedent

import pytest

from drawing import frame_of
from rostra.deck.blocks import Code
from rostra.typeset.figures.chart import chart_of
from rostra.typeset.figures.charts.data import Chart

SAME = {
    "lines with a header": """
        series: Rust, Go
        2019: 12, 30
        2020: 15, -
    """,
    "lines that are series": """
        labels: 2019, 2020
        Rust: 12 15
        Go: 30 -
    """,
    "CSV": """
        Year,Rust,Go
        2019,12,30
        2020,15,
    """,
    "CSV with semicolons": """
        Year; Rust; Go
        2019; 12,0; 30
        2020; 15; n/a
    """,
    "CSV with quotes": """
        "Year","Rust","Go"
        "2019","12","30"
        "2020","15"
    """,
    "a table": """
        | Year | Rust | Go |
        | ---- | ---: | -- |
        | 2019 | 12 | 30 |
        | 2020 | 15 |    |
    """,
    "a table without its edges": """
        Year | Rust | Go
        ---- | ---- | --
        2019 | 12 | 30
        2020 | 15 | -
    """,
    "YAML, lists": """
        series: [Rust, Go]
        data:
          2019: [12, 30]
          2020: [15, null]
    """,
    "YAML, mappings": """
        2019: {Rust: 12, Go: 30}
        2020: {Rust: 15}
    """,
    "YAML, records": """
        - year: 2019
          Rust: 12
          Go: 30
        - {year: 2020, Rust: 15}
    """,
}


def read(source: str, info: str = "column") -> Chart:
    """The chart that a source describes."""
    return chart_of(Code(dedent(source).strip("\n"), "chart", info))


def told(chart: Chart) -> dict[str, dict[str, float | None]]:
    """The values of a chart by series and label."""
    return {
        series.name.text: {
            label.text: None if point.value is None else point.value.number
            for label, point in zip(chart.labels, series.points, strict=True)
        }
        for series in chart.series
    }


@pytest.mark.parametrize("source", SAME.values(), ids=SAME.keys())
def test_data_can_be_written_in_many_ways(source: str) -> None:
    assert told(read(source)) == {"Rust": {"2019": 12, "2020": 15}, "Go": {"2019": 30, "2020": None}}


def test_a_line_is_a_label_and_a_number_and_a_label_may_have_a_colon() -> None:
    assert told(read("at 10:30: 5\nat 11:00:6\n'quoted': 7")) == {"": {"at 10:30": 5, "at 11:00": 6, "quoted": 7}}


def test_the_lines_of_line_charts_and_sparklines_are_series() -> None:
    for kind in ("line", "sparkline"):
        assert told(read("Load: 1 2 3\nIdle: 9, 8, 7", kind)).keys() == {"Load", "Idle"}
    assert len(read("Load: 1 2 3\nIdle: 9, 8, 7", "bar").series) == 3


def test_settings_stand_above_the_data_or_below_it() -> None:
    chart = read("kind: bar\ntitle: Stars\nunit: k\nmax: 50\na: 12\nmin: 4\n")
    assert (chart.kind, chart.title, chart.most, chart.least) == ("bar", "Stars", 50, None)
    assert told(chart) == {"": {"a": 12, "min": 4}}
    assert read("a: 12\ntitle: Stars").title == "Stars"


def test_the_kind_is_the_word_behind_the_language_and_bars_where_there_is_none() -> None:
    assert [read("a: 1", info).kind for info in ("", "column", "Bars", "pie")] == ["bar", "column", "bar", "donut"]


def test_years_can_head_columns() -> None:
    assert told(read("Language, 2024, 2026\nRust, 12, 19")) == {"2024": {"Rust": 12}, "2026": {"Rust": 19}}
    assert told(read("a, 2024\nb, 2025")) == {"": {"a": 2024, "b": 2025}}


def test_numbers_without_labels_are_values() -> None:
    assert told(read("1 2 3", "sparkline")) == {"": {"": 3}}
    assert [len(series.points) for series in read("1 2 3", "sparkline").series] == [3]


@pytest.mark.parametrize(
    ("source", "line", "message"),
    [
        ("", 1, "a chart needs lines such as apples: 12"),
        ("a: 1\nb: many", 3, "this is no number: many"),
        ("a: 1\nb", 3, "a line is a label, a colon and a number: b"),
        ("kind: pillar\na: 1", 2, "there is no chart 'pillar'; known: bar, column"),
        ("kind: colum\na: 1", 2, "there is no chart 'colum', did you mean 'column'?"),
        ("a: -", 2, "a chart needs lines such as"),
        ("max: x\na: 1", 2, "this is no number: x"),
        ("max: 3\na: 4", 1, "max is less than a value"),
        ("a: {b: 1", 2, "this is no YAML"),
        ("a: [1]\nb: [[2]]", 3, "data in YAML is"),
        ("a: " + "[" * 3000, 1, "this is no YAML"),
        ("\n".join(f"{n}: 1" for n in range(1001)), 1, "a chart has 1000 rows at most"),
    ],
)
def test_what_cannot_be_read_is_told_of_with_its_line(source: str, line: int, message: str) -> None:
    frame = frame_of(f"```chart\n{source}\n```", 60, 12)
    (notice,) = [one for one in frame.notices if one.rule == "drawing"]
    assert (notice.line, notice.message.removeprefix("this cannot be drawn: ")[: len(message)]) == (line, message)


def test_yaml_that_refers_to_itself_ends() -> None:
    source = "first: [1]\na: &x [1, 2, 3, 4, 5, 6, 7, 8, 9]\n" + "\n".join(f"b{n}: *x" for n in range(700))
    frame = frame_of(f"```chart\n{source}\n```", 60, 12)
    assert "5000 values at most" in frame.notices[0].message
