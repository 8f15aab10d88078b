"""Files that a deck includes."""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

from rostra.errors import UserError
from rostra.language.document import Document
from rostra.reader.deck import read_drafts
from rostra.reader.source import read_source, resolve_inside

INCLUDE = re.compile(r"""<!--[ \t]*include:[ \t]*["']?(?P<path>[^"'<>]*?)["']?[ \t]*-->""")

LONGEST = 5_000
"""Characters of a line that are looked through for directives."""


class Include(NamedTuple):
    """An include as it is written."""

    path: str
    start: int
    """The column at which its comment begins."""
    end: int

    def file(self, document: Document) -> Path:
        """The file; raises :class:`ValueError` when it cannot be included."""
        return resolve_inside(self.path, document.root, document.root)


def include_at(line: str, column: int) -> Include | None:
    """The include at a column of a line."""
    for found in INCLUDE.finditer(line[:LONGEST]):
        if found.start() <= column <= found.end():
            return Include(found["path"], found.start(), found.end())
    return None


def told(document: Document, include: Include) -> str:
    """What an include brings, in a few words."""
    try:
        _, drafts = read_drafts(read_source(include.file(document)))
    except (ValueError, UserError) as error:
        return str(error)
    return "1 slide" if len(drafts) == 1 else f"{len(drafts)} slides"
