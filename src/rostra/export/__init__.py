"""Frames to files: the table of formats, and one file for each of them.

A format that makes one document has a function ``document(job)``; one that makes a file for each slide, and for each
step if those are wanted, has ``picture(view)``. Both return text, or bytes that are no text.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rostra.export.job import Job, View


@dataclass(frozen=True, slots=True)
class Format:
    """A kind of file that a talk can be exported to; its module is imported when it is used."""

    module: str
    suffix: str
    """How the files' names end, with the dot."""
    about: str
    """What it is, in a few words."""
    pictures: bool = False
    """Whether each slide is a file of its own; else the talk is one document."""
    colors: bool = True
    """Whether colours can be seen in it."""

    def files(self, job: Job) -> Iterator[tuple[str, bytes]]:
        """Every file with its name, which is only the suffix where there is one document."""
        module = import_module(self.module)
        if not self.pictures:
            yield self.suffix, _as_bytes(module.document(job))
            return
        for view in job.views():
            yield self._name(view), _as_bytes(module.picture(view))

    def _name(self, view: View) -> str:
        """The name of a picture; names sort as the slides follow each other."""
        number = f"{view.number:0{max(2, len(str(view.total)))}}"
        step = "" if view.only else f"-{view.step + 1:0{len(str(view.frame.steps))}}"
        return f"{number}{step}{self.suffix}"


FORMATS = {
    "text": Format("rostra.export.text", ".txt", "the slides as they are seen, in plain text", colors=False),
    "ansi": Format("rostra.export.ansi", ".ansi", "the same with the terminal's colours and links"),
    "json": Format("rostra.export.json_", ".json", "all that a script may ask of a deck", colors=False),
    "svg": Format("rostra.export.svg", ".svg", "a picture of each slide", pictures=True),
}


def _as_bytes(contents: str | bytes) -> bytes:
    return contents if isinstance(contents, bytes) else contents.encode("utf-8", "replace")
