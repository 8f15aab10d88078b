"""The front matter of a deck: found, read, and made blank in the text so that lines keep their numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from rostra.deck.model import Meta
from rostra.errors import Problem
from rostra.reader.grammar import parser
from rostra.reader.source import Source

if TYPE_CHECKING:
    from rostra.reader.dialects.dialect import Dialect

OPENED = re.compile(r"---[ \t]*\n(?P<body>(?:[ \t]*\S.*\n?)+)")
KEY = re.compile(r"(?P<key>[\"']?[\w][\w .-]*[\"']?)[ \t]*:(?:[ \t]+(?P<value>.*?))?[ \t]*\Z")


def read_front_matter(source: Source, dialect: Dialect) -> tuple[Meta, str, list[Problem]]:
    """What the front matter says, the text with it made blank, and what is wrong with it."""
    yaml, lines = dialect.head(source.text)
    problems: list[Problem] = []
    if _is_open(source, yaml, lines, dialect):
        opened = OPENED.match(source.text)
        yaml, lines = (opened["body"], opened.group(0).count("\n")) if opened else ("", 0)
        problems.append(
            source.problem(
                1,
                "the front matter is never closed by a line of ---",
                rule="unclosed",
                hint=f"it is taken to end above line {lines + 1}: write --- where it should end",
                breaks=True,
            )
        )
    if not lines or (yaml[:1] in ("\n", "#") and not key_lines(yaml).keys() & dialect.keys):
        return Meta(), source.text, []
    blanked = "\n" * lines + "\n".join(source.lines[lines:])
    if not yaml.strip():
        return Meta(), blanked, problems
    values, mistakes = _values(yaml, source)
    if values is None:
        return Meta(), source.text, []
    meta, doubts = dialect.front_matter(values, source, key_lines(yaml), parser(dialect))
    return meta, blanked, [*problems, *mistakes, *doubts]


def blank_front_matter(source: Source, dialect: Dialect) -> tuple[str, list[Problem]]:
    """The text of an included file, whose front matter counts for nothing."""
    _, text, _ = read_front_matter(source, dialect)
    if text == source.text:
        return text, []
    return text, [source.problem(1, "the front matter of an included file is left out", rule="front-matter")]


def _is_open(source: Source, yaml: str, lines: int, dialect: Dialect) -> bool:
    """Whether front matter begins and the line that should close it is missing.

    Then it ends with its first blank line, and the next rule of the deck, should there be one, is a slide's end.
    """
    opened = OPENED.match(source.text)
    if opened is None or not key_lines(opened["body"]).keys() & dialect.keys:
        return False
    if not all(KEY.match(line) or line[:1] in " \t#-" for line in opened["body"].splitlines()):
        return False
    rest = yaml[len(opened["body"]) :]
    return not lines or (yaml.startswith(opened["body"]) and bool(rest.strip()) and not key_lines(rest))


def _values(yaml: str, source: Source) -> tuple[dict[Any, Any] | None, list[Problem]]:
    """The values by their keys; None when this is no front matter. What can be read is, whatever else is wrong."""
    from rostra.reader.yaml_subset import YamlError, load

    try:
        values = load(yaml)
    except YamlError:
        return _values_one_by_one(yaml, source) if key_lines(yaml) else (None, [])
    return (values, []) if isinstance(values, dict) else (None, [])


def _values_one_by_one(yaml: str, source: Source) -> tuple[dict[Any, Any], list[Problem]]:
    """The same, each key by itself, so that a mistake in one leaves the others."""
    from rostra.reader.yaml_subset import YamlError, load

    values: dict[Any, Any] = {}
    problems = []
    for line, part in _parts(yaml):
        try:
            read = load(part)
            values |= read if isinstance(read, dict) else {}
        except YamlError as error:
            found = KEY.match(part.rstrip("\n"))
            if found and found["value"] and "\n" not in part.strip("\n"):
                values[found["key"]] = found["value"]
                quoted = found["value"].replace("'", "''")
                message = f"{found['key']}: {error}; write it in quotes, {found['key']}: '{quoted}'"
                problems.append(source.problem(line, message, found["value"], rule="front-matter"))
            else:
                at = line + min(error.line, part.rstrip("\n").count("\n"))
                message = f"the front matter cannot be read: {error}"
                problems.append(source.problem(at, message, rule="front-matter", breaks=True))
                with suppress(YamlError):
                    first = load(part.partition("\n")[0])
                    values |= {k: v for k, v in first.items() if v is not None} if isinstance(first, dict) else {}
    return values, problems


def _parts(yaml: str) -> Iterator[tuple[int, str]]:
    """The text of each top-level key, with its line in the deck, whose opening fence is line 1."""
    first, lines = 2, [""]
    for number, line in enumerate(yaml.split("\n"), 2):
        if line[:1] not in (" ", "\t", "#", "-", "") and any(part.strip() for part in lines):
            yield first, "\n".join(lines)
            lines = []
        if not any(part.strip() for part in lines):
            first, lines = number, []
        lines.append(line)
    if any(part.strip() for part in lines):
        yield first, "\n".join(lines)


def key_lines(yaml: str) -> dict[str, int]:
    """The 1-based line of each top-level key in the deck, its opening fence being line 1."""
    return {
        line.partition(":")[0].strip("\"' "): number
        for number, line in enumerate(yaml.split("\n"), 2)
        if line[:1] not in (" ", "\t", "#", "") and ":" in line
    }
