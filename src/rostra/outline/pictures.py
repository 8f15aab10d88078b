"""Pictures of a document, as far as the folder of the new deck has them."""

from __future__ import annotations

import os
from pathlib import Path
from typing import NamedTuple
from urllib.parse import unquote

from rostra.deck.blocks import Image
from rostra.errors import Problem
from rostra.outline.document import Document, Passage
from rostra.outline.parts import Form, Part, Piece
from rostra.reader.dialects import NATIVE
from rostra.reader.grammar import parser
from rostra.reader.inline import images_alone
from rostra.reader.quoting import markdown_of
from rostra.safety import safe_line


class Found(NamedTuple):
    """The pictures of a paragraph that holds nothing else."""

    parts: tuple[Part, ...]
    """Those that the deck can show."""
    left: tuple[Problem, ...]
    """Why the others are left out."""


def pictures(passage: Passage, document: Document, folder: Path) -> Found | None:
    """The pictures that a paragraph is made of, for a deck in a folder; None for another paragraph."""
    env = {"references": dict(document.references)}
    text = passage.tokens[1].content if passage.kind == "paragraph_open" else ""
    images = images_alone(parser(NATIVE), text, env) if text else None
    if not images:
        return None
    parts, left = [], []
    for image in images:
        try:
            target = _target(image, document.source.path.parent, folder)
        except ValueError as error:
            left.append(Problem(document.source.name, passage.line + 1, f"picture {safe_line(image.path)} {error}"))
        else:
            place = target if target.replace("/", "").replace(".", "").isalnum() else f"<{target}>"
            text = f"![{markdown_of(safe_line(image.alt))}]({place})"
            parts.append(Part("picture", (Piece(text, (Form(text),)),), line=passage.line))
    return Found(tuple(parts), tuple(left))


def _target(image: Image, home: Path, folder: Path) -> str:
    """The path of a picture from the deck's folder; raises :class:`ValueError` where the deck cannot show it."""
    if "://" in image.path or image.path.startswith(("//", "data:")):
        raise ValueError("lies elsewhere, and nothing is fetched")
    path = home / unquote(image.path.partition("#")[0].partition("?")[0])
    if not path.is_file():
        raise ValueError("is not there")
    inside = os.path.relpath(path.resolve(), folder.resolve())
    if inside.startswith("..") or Path(inside).is_absolute() or any(sign in inside for sign in "<>%#?\\"):
        raise ValueError("lies outside the folder of the new deck")
    return Path(inside).as_posix()
