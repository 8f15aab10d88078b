"""The source of a chart to rows: plain lines, CSV, a Markdown table, or YAML."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from rostra.deck.blocks import DATA, Code
from rostra.typeset.figures.charts.data import Row
from rostra.typeset.figures.charts.numbers import is_value
from rostra.typeset.figures.source import CannotDrawError, SourceLine, source_lines

SETTING = re.compile(r"(?P<key>kind|title|unit|min|max|labels|series)\s*:\s*(?P<value>.*)")
PLAIN = re.compile(r"\s*(?P<label>\S.*?)\s*:\s*(?P<values>[^:]*)")
TABLE_RULE = re.compile(r"[\s|:-]*-[\s|:-]*")
YAML = re.compile(r"\s*(?:-\s+\S.*:.*|[^|]*:(?:\s*|\s+[\[{].*)|[\[{].*)")
"""A line that only YAML has: an item with a key, a key with nothing or with brackets behind it."""
YEAR = re.compile(r"(?:19|20)\d\d")
MOST_ROWS = 1000
SPLIT = re.compile(r"\s*;\s*|\s*,\s+|\s+(?=[-+−–]?[$€£¥]?\.?\d)|\s+(?=[-–?~](?:\s|$))")
"""What parts the values of one line: a semicolon, a comma and a blank, or a blank before a number."""


class Source(NamedTuple):
    """What is written in the listing of a chart."""

    settings: dict[str, tuple[str, int]]
    """What each setting is, and on which line."""
    header: tuple[str, ...]
    """The heads of the columns; nothing where there are none."""
    rows: list[Row]
    by_line: bool
    """Whether each row has a line for itself, and values one after the other behind its label."""


def read(block: Code) -> Source:
    """The source of a chart in rows of text."""
    settings: dict[str, tuple[str, int]] = {}
    data: list[SourceLine] = []
    for line in source_lines(block):
        found = SETTING.fullmatch(line.text)
        # A bar may be called max: the settings of an axis stand above the data.
        if named := re.fullmatch(DATA, line.text):
            if not block.data.strip():
                raise CannotDrawError(f"its data cannot be read: {named['name']}", line.number)
            own = source_lines(block._replace(text=block.data))
            data += [one._replace(number=line.number, step=line.step) for one in own]
        elif found and found["value"] and not (found["key"] in ("min", "max") and data):
            settings[found["key"]] = _unquoted(found["value"]), line.number
        else:
            data.append(line)
    header, rows, by_line = _rows(data)
    if len(rows) > MOST_ROWS:
        raise CannotDrawError(f"a chart has {MOST_ROWS} rows at most, and this has {len(rows)}")
    return Source(settings, header, rows, by_line)


def _rows(data: list[SourceLine]) -> tuple[tuple[str, ...], list[Row], bool]:
    if not data:
        return (), [], True
    first = data[0].text
    if first.lstrip().startswith("|") or (len(data) > 1 and "|" in first and TABLE_RULE.fullmatch(data[1].text)):
        return _table(data)
    plain = [PLAIN.fullmatch(line.text) for line in data]
    if any(YAML.fullmatch(line.text) for line in data):
        from rostra.typeset.figures.charts.yaml_rows import yaml_rows

        return yaml_rows(data)
    if plain[0] and (is_value(_values(plain[0]["values"])[0]) or len(data) == 1):
        return (), [_plain(line, found) for line, found in zip(data, plain, strict=True)], True
    if all(map(is_value, _values(first))) and not re.search(r"[;,\t]", first):
        return (), [Row(("", *_values(line.text)), line.number, line.step) for line in data], True
    return _csv(data)


def _plain(line: SourceLine, found: re.Match[str] | None) -> Row:
    if found is None:
        raise CannotDrawError(f"a line is a label, a colon and a number: {line.text.strip()[:40]}", line.number)
    return Row((_unquoted(found["label"]), *_values(found["values"])), line.number, line.step)


def _values(text: str) -> list[str]:
    """The values of one line; a number with blanks within, such as 12 000, is one."""
    text = text.strip()
    if re.fullmatch(r"[-+]?[1-9]\d{0,2}(?: \d{3})+(?:[.,]\d+)?", text):
        return [text]
    return SPLIT.split(text)


def _table(data: list[SourceLine]) -> tuple[tuple[str, ...], list[Row], bool]:
    """The rows of a Markdown table, whose first is its head."""
    rows = [
        Row(tuple(cell.strip() for cell in line.text.strip().strip("|").split("|")), line.number, line.step)
        for line in data
        if not TABLE_RULE.fullmatch(line.text)
    ]
    has_header = any(TABLE_RULE.fullmatch(line.text) for line in data[1:2])
    return (rows[0].cells, rows[1:], False) if has_header else (*_headed(rows), False)


def _csv(data: list[SourceLine]) -> tuple[tuple[str, ...], list[Row], bool]:
    """The rows of comma-separated values; the commas may be semicolons or tabs."""
    import csv

    first = data[0].text
    mark = ";" if ";" in first else "\t" if "\t" in first else ","
    rows = []
    for line in data:
        cells = next(csv.reader([line.text.strip()], delimiter=mark, skipinitialspace=True))
        rows.append(Row(tuple(cell.strip() for cell in cells), line.number, line.step))
    return (*_headed(rows), False)


def _headed(rows: list[Row]) -> tuple[tuple[str, ...], list[Row]]:
    """The head of a table apart from its rows, where it has one: a row with other words than numbers in it."""
    cells = rows[0].cells
    is_head = not cells[0] or not all(map(is_value, cells[1:] or cells))
    if len(rows) > 1 and (is_head or (_are_years(cells[1:]) and not _are_years(rows[1].cells[1:]))):
        return cells, rows[1:]
    return (), rows


def _are_years(cells: Sequence[str]) -> bool:
    """Whether cells are years one after the other, which are numbers and head columns all the same."""
    return len(cells) > 1 and all(map(YEAR.fullmatch, cells)) and list(cells) == sorted(set(cells))


def _unquoted(text: str) -> str:
    text = text.strip()
    return text[1:-1] if len(text) > 1 and text[0] == text[-1] and text[0] in "\"'" else text


def names(text: str) -> Sequence[str]:
    """The names that a setting lists."""
    return [_unquoted(name) for name in re.split(r"\s*[,;]\s*", text.strip().removeprefix("[").removesuffix("]"))]
