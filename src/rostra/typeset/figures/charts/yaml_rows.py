"""Rows of a chart that are written in YAML."""

from __future__ import annotations

from typing import Any

from rostra.typeset.figures.charts.data import Row
from rostra.typeset.figures.source import CannotDrawError, SourceLine

MOST_VALUES = 5000
HELP = "data in YAML is label: number, label: [numbers], or a list of {label: name, series: number}"


def yaml_rows(data: list[SourceLine]) -> tuple[tuple[str, ...], list[Row], bool]:
    """The heads of the columns, the rows, and whether each row is a line of its own."""
    import yaml

    try:
        root: Any = yaml.compose("\n".join(line.text for line in data), Loader=yaml.SafeLoader)
    except (yaml.YAMLError, RecursionError) as error:
        mark = getattr(error, "problem_mark", None)
        line = data[min(mark.line, len(data) - 1)].number if mark is not None else None
        raise CannotDrawError(f"this is no YAML: {getattr(error, 'problem', None) or 'it is too deep'}", line) from None
    if root is not None and root.id == "mapping" and len(root.value) == 1 and root.value[0][1].id != "scalar":
        ((key, inner),) = root.value
        root = inner if _text(key, data) == "data" else root
    reader = _Reader(data)
    if root is not None and root.id == "mapping":
        return reader.mapping(root)
    if root is not None and root.id == "sequence" and root.value and root.value[0].id == "mapping":
        return reader.records(root.value)
    raise CannotDrawError(HELP, data[0].number)


class _Reader:
    """Makes rows of the nodes of YAML, and no more of them than a chart can have."""

    def __init__(self, data: list[SourceLine]) -> None:
        self.data = data
        self.count = 0

    def mapping(self, root: Any) -> tuple[tuple[str, ...], list[Row], bool]:
        """Labels with a value, with several, or with one for each series."""
        header: dict[str, None] = {}
        found: list[tuple[Any, dict[str, str] | list[str]]] = []
        for key, node in root.value:
            if node.id == "mapping":
                cells = {self.text(name): self.text(value) for name, value in node.value}
                header.update(dict.fromkeys(cells))
                found.append((key, cells))
            else:
                found.append(
                    (key, [self.text(one) for one in node.value] if node.id == "sequence" else [self.text(node)])
                )
        rows = []
        for key, given in found:
            values = [given.get(name, "") for name in header] if isinstance(given, dict) else given
            rows.append(self.row(key, [self.text(key), *values]))
        return (("", *header) if header else ()), rows, not header

    def records(self, nodes: list[Any]) -> tuple[tuple[str, ...], list[Row], bool]:
        """A list of rows, each of which names its columns."""
        header: dict[str, None] = {}
        found = []
        for node in nodes:
            if node.id != "mapping":
                raise CannotDrawError(HELP, self.line(node).number)
            cells = {self.text(name): self.text(value) for name, value in node.value}
            header.update(dict.fromkeys(cells))
            found.append((node, cells))
        return tuple(header), [self.row(node, [cells.get(name, "") for name in header]) for node, cells in found], False

    def row(self, node: Any, cells: list[str]) -> Row:
        line = self.line(node)
        return Row(tuple(cells), line.number, line.step)

    def line(self, node: Any) -> SourceLine:
        at: int = node.start_mark.line
        return self.data[min(at, len(self.data) - 1)]

    def text(self, node: Any) -> str:
        self.count += 1
        if self.count > MOST_VALUES:
            raise CannotDrawError(f"a chart has {MOST_VALUES} values at most")
        return _text(node, self.data)


def _text(node: Any, data: list[SourceLine]) -> str:
    if node.id != "scalar":
        raise CannotDrawError(HELP, data[min(node.start_mark.line, len(data) - 1)].number)
    return str(node.value)
