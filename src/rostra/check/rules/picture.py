"""Pictures that cannot be shown; those that are missing the reader notices."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from rostra.check.picture_files import wrong_with
from rostra.check.rules.rule import Rule
from rostra.check.talk import Talk
from rostra.deck.blocks import Image, blocks_within
from rostra.errors import Problem
from rostra.reader.source import resolve_link
from rostra.safety import safe_line


def find(talk: Talk, index: int) -> Iterable[Problem]:
    """Each picture whose file is none, cannot be read, or is too large."""
    for block in blocks_within(talk.slide(index).content.blocks):
        if not isinstance(block, Image) or not (path := _path(talk, block)):
            continue
        if wrong := wrong_with(path):
            about = path.name if talk.has(block.place.file, path.name) else ""
            yield talk.problem(block.place, f"picture: {safe_line(path.name)} {wrong}", about)


def _path(talk: Talk, image: Image) -> Path | None:
    """The file of a picture; None where there is none, which the reader says."""
    path = image.path.partition("#")[0].partition("?")[0]
    if not path or image.path.startswith(("http://", "https://", "//", "data:")):
        return None
    try:
        return resolve_link(path, talk.path(image.place.file).parent, talk.root)
    except ValueError:
        return None


PICTURE = Rule("picture", slide=find)
