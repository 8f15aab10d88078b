"""Slides with the colours and links of the terminal."""

from __future__ import annotations

from zlib import crc32

from rich.color import ColorSystem

from rostra.export.job import Job
from rostra.export.text import written
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
    # Rich would give each link a random id; with the same id a link that goes over several rows is one to terminals.
    text = run.style.update_link(None).render(run.text, color_system=ColorSystem.TRUECOLOR)
    return f"\x1b]8;id={crc32(link.encode()):x};{link}\x1b\\{text}\x1b]8;;\x1b\\"
