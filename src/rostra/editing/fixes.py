"""Problems that have one answer, mended in the files; every other byte stays as it is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from rostra.check import mended
from rostra.editing.edits import File
from rostra.editing.text_edit import TextEdit
from rostra.errors import Problem
from rostra.reader.source import read_source
from rostra.safety import UNSAFE

MENDED = ("directive", "container", "front-matter", "attribute", "separator", "language", "encoding")
"""Checks whose findings may have one answer. Where a link should lead would be a guess: many names are alike."""


def fix(problems: Iterable[Problem], paths: Mapping[str, Path]) -> int:
    """Mend what has one answer, and write the files; returns how many problems that were.

    ``paths`` are the files by the names that problems have. What has another problem on the same characters is left
    for the next time. Raises :class:`UserError` when a file cannot be written, is not in UTF-8, or changed meanwhile.
    """
    files: dict[str, File] = {}
    count = 0
    for problem in problems:
        if problem.file not in paths or not (problem.rule == "encoding" or _answer(problem) is not None):
            continue
        if problem.file not in files:
            files[problem.file] = File(read_source(paths[problem.file]))
        file = files[problem.file]
        edits = [*_edits(problem, file)]
        if edits and not any(_meet(edit, other) for edit in edits for other in file.edits):
            file.edits += edits
            count += 1
    changed = [file for file in files.values() if file.edits]
    for file in changed:
        file.check()
    for file in changed:
        file.write()
    return count


def _answer(problem: Problem) -> str | None:
    return mended(problem) if problem.rule in MENDED else None


def _edits(problem: Problem, file: File) -> Iterator[TextEdit]:
    """What mends a problem; nothing on a line that is not what was read, since it has hidden characters in it."""
    line = problem.line - 1
    if not 0 <= line < len(file.lines):
        return
    if problem.rule == "encoding":
        for found in UNSAFE.finditer(file.lines[line]):
            yield TextEdit(line, found.start(), line, found.end(), "")
    elif file.lines[line] == problem.source and (instead := _answer(problem)) is not None:
        start = problem.column - 1
        yield TextEdit(line, start, line, start + problem.width, instead)


def _meet(one: TextEdit, other: TextEdit) -> bool:
    return one[:2] <= other[2:4] and other[:2] <= one[2:4]
