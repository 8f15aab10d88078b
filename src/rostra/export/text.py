"""Slides as they are seen, in plain text."""

from __future__ import annotations

from collections.abc import Callable

from rostra.export.job import Job, View
from rostra.typeset.frame import Line


def document(job: Job) -> str:
    """Each slide as it is seen, below a line that names it, with its notes after it."""
    return written(job, plain)


def written(job: Job, line: Callable[[Line], str]) -> str:
    """The document, each row of a slide written by a function."""
    parts: list[str] = []
    for view in job.views():
        parts.append(_heading(view))
        parts += [line(row) for row in view.lines()]
        if job.notes and view.is_last and (notes := view.slide.content.notes):
            parts += ["--- notes", notes]
    return "\n".join(parts) + "\n"


def _heading(view: View) -> str:
    step = "" if view.only else f", step {view.step + 1}/{view.frame.steps}"
    return f"=== {view.number}/{view.total}{step}: {view.slide.label}"


def plain(line: Line) -> str:
    """One row of a slide without its looks."""
    return "".join(" " * len(run.text) if run.is_ornament else run.text for run in line).rstrip()
