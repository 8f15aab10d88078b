"""Problems in words and for machines, one function a format."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path, PurePath
from urllib.parse import quote

from rostra import __version__
from rostra.check.check import mended
from rostra.deck.checks import CHECKS
from rostra.errors import Problem
from rostra.safety import safe_line

SARIF = "https://json.schemastore.org/sarif-2.1.0.json"


def near(problems: Sequence[Problem]) -> list[Problem]:
    """The same problems with their files as they are seen from the working directory, where they lie in it."""
    return [replace(one, file=_near(one.file)) for one in problems]


def _near(file: str) -> str:
    path = PurePath(file)
    return str(path.relative_to(Path.cwd())) if path.is_absolute() and path.is_relative_to(Path.cwd()) else file


def text(problems: Sequence[Problem]) -> str:
    """For people: where, what, the line with a mark under what is meant, and what to do."""
    parts = []
    for problem in problems:
        hint = f"\n      = {safe_line(problem.hint)}" if problem.hint else ""
        parts.append(f"{_excerpt(problem)}{hint}\n")
    return "\n".join(parts)


def _excerpt(problem: Problem) -> str:
    """A problem and its line, with the id of the check behind the message."""
    head, *lines = problem.excerpt().split("\n")
    return "\n".join([f"{head} [{problem.rule}]", *lines])


def as_json(problems: Sequence[Problem]) -> str:
    """A list of objects, one a problem."""
    return json.dumps([_values(problem) for problem in problems], indent=2, ensure_ascii=False) + "\n"


def _values(problem: Problem) -> dict[str, object]:
    return {
        "file": problem.file,
        "line": problem.line,
        "column": problem.column,
        "width": problem.width if problem.column else 0,
        "rule": problem.rule,
        "message": problem.message,
        "hint": problem.hint,
        "source": problem.source,
        "instead": mended(problem),
    }


def github(problems: Sequence[Problem]) -> str:
    """Workflow commands, which GitHub shows beside the lines of a pull request."""
    return "".join(f"::warning {_properties(problem)}::{_data(_told(problem))}\n" for problem in problems)


def _properties(problem: Problem) -> str:
    values = {"file": problem.file, "line": problem.line, "col": problem.column, "title": f"rostra: {problem.rule}"}
    return ",".join(f"{name}={_data(str(value), ':,')}" for name, value in values.items() if value)


def _data(text: str, more: str = "") -> str:
    """Text as a workflow command takes it: what would end it is written by its number."""
    for sign in "%\r\n" + more:
        text = text.replace(sign, f"%{ord(sign):02X}")
    return text


def _told(problem: Problem) -> str:
    return f"{problem.message} ({problem.hint})" if problem.hint else problem.message


def sarif(problems: Sequence[Problem]) -> str:
    """SARIF 2.1.0, which code hosts and editors read."""
    rules = [{"id": one.name, "shortDescription": {"text": one.about}} for one in CHECKS]
    driver = {"name": "rostra", "version": __version__, "rules": rules}
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": [*map(_result, problems)]}
    return json.dumps({"$schema": SARIF, "version": "2.1.0", "runs": [run]}, indent=2, ensure_ascii=False) + "\n"


def _result(problem: Problem) -> dict[str, object]:
    region = {"startLine": max(1, problem.line)}  # GitHub shows nothing that has no line
    if problem.column:
        region |= {"startColumn": problem.column, "endColumn": problem.column + problem.width}
    place = {"artifactLocation": _artifact(problem.file), "region": region}
    return {
        "ruleId": problem.rule,
        "level": "error" if problem.breaks else "warning",
        "message": {"text": _told(problem)},
        "locations": [{"physicalLocation": place}],
    }


def _artifact(file: str) -> dict[str, str]:
    """A file by its address; one that lies in the repository is told from its root."""
    path = PurePath(file)
    if path.is_absolute():
        return {"uri": path.as_uri()}
    return {"uri": quote(path.as_posix()), "uriBaseId": "%SRCROOT%"}


FORMATS: dict[str, Callable[[Sequence[Problem]], str]] = {
    "text": text,
    "json": as_json,
    "github": github,
    "sarif": sarif,
}
