"""Problems that have one answer, mended in the files; every other byte stays as it is."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from rostra.check import mended
from rostra.editing.edits import Edit, File
from rostra.errors import Problem
from rostra.reader.source import read_source


def fix(problems: Iterable[Problem]) -> int:
    """Mend what has one answer, and write the files; returns how many problems that were.

    Raises :class:`UserError` when a file cannot be written, is not in UTF-8, or changed meanwhile.
    """
    files: dict[str, File] = {}
    taken: set[tuple[str, int, int]] = set()
    for problem in problems:
        instead = mended(problem)
        at = (problem.file, problem.line, problem.column)
        if instead is None or at in taken:
            continue
        taken.add(at)
        if problem.file not in files:
            files[problem.file] = File(read_source(Path(problem.file)))
        start = problem.column - 1
        files[problem.file].edits.append(Edit(problem.line - 1, start, start + problem.width, instead))
    for file in files.values():
        file.check()
    for file in files.values():
        file.write()
    return len(taken)
