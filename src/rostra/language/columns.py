"""Columns of a text as it was given, and of the same text made safe, which the reader counts in."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from rostra.errors import Problem
from rostra.safety import safe


def in_text(problem: Problem, lines: Sequence[str], file: str) -> Problem:
    """A problem with the line and the columns of the text as it was given, where signs were taken out of it."""
    if problem.file != file or not 0 < problem.line <= len(lines):
        return problem
    written = lines[problem.line - 1]
    if written == problem.source or not problem.column or safe(written) != problem.source:
        return problem
    start = column_in(written, problem.column - 1)
    end = column_in(written, problem.column - 1 + problem.width)
    return replace(problem, source=written, column=start + 1, width=max(1, end - start))


def column_in(written: str, column: int) -> int:
    """The column of a line as it was given at which so many of its characters are left when it is made safe."""
    return bisect_left(range(len(written)), column, key=lambda end: len(safe(written[:end])))
