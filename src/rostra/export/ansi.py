"""Slides with the colours and links of the terminal."""

from __future__ import annotations

from rich.color import ColorSystem

from rostra.export.job import Job
from rostra.export.text import written
from rostra.terminal.orders import END_LINK, link_to
from rostra.typeset.frame import Line, Run


def document(job: Job) -> str:
    """The text document with colours and links, the same bytes in every run."""
    return written(job, _line)


def _line(line: Line) -> str:
    return "".join(_run(run) for run in line)


def _run(run: Run) -> str:
    link = run.style.link
    if not link:
        return run.style.render(run.text, color_system=ColorSystem.TRUECOLOR)
    # Rich would give each link a random id.
    text = run.style.update_link(None).render(run.text, color_system=ColorSystem.TRUECOLOR)
    return f"{link_to(link)}{text}{END_LINK}"
