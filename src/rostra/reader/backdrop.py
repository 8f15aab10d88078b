"""The picture behind a slide: found beside the deck, or left out and told of."""

from __future__ import annotations

from pathlib import Path

from rostra.deck.model import Background
from rostra.errors import Problem
from rostra.reader.source import Source, resolve_inside


def with_picture(background: Background, source: Source, line: int, root: Path) -> tuple[Background, list[Problem]]:
    """A background with the whole path of its picture; without one, and with a problem, where it cannot be read.

    ``line`` is where it is written, counted from 1, ``root`` the folder outside which nothing is read.
    """
    if not background.picture:
        return background, []
    try:
        path = resolve_inside(background.picture, source.path.parent, root)
    except ValueError as error:
        problem = source.problem(line, f"background: picture: {error}", background.picture, rule="picture")
        return background._replace(picture=""), [problem]
    return background._replace(picture=str(path)), []
