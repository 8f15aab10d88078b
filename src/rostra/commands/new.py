"""``rostra new PATH``: start a deck, from a template or from a document."""

from __future__ import annotations

import os
import shlex
import sys
from argparse import Namespace
from collections.abc import Sequence
from pathlib import Path

from rostra.commands.arguments import Parser, in_columns
from rostra.errors import UserError
from rostra.files import create_file
from rostra.safety import safe_line

UNNAMED = "Untitled"


def new(arguments: Sequence[str]) -> int:
    """``rostra new PATH``."""
    from rostra.templates import TEMPLATES, filled

    parser = Parser(prog="rostra new", description="Start a deck.", table=("templates", TEMPLATES.items()))
    add = parser.add_argument
    add("path", nargs="?", metavar="PATH", type=Path, help="the file to write; .md is added when it has no ending")
    add("--template", choices=tuple(TEMPLATES), metavar="NAME", help="what to begin with; talk unless given")
    add("--from", dest="document", metavar="DOCUMENT", type=Path, help="a Markdown file to make slides and notes of")
    add("--title", help="the talk's title; the file's name unless given")
    add("--author", help="who speaks; your name, as this computer knows it, unless given")
    add("--list", action="store_true", help="list the templates")
    given = parser.parse_args(list(arguments))
    if given.list:
        print(in_columns(TEMPLATES.items()), end="")  # noqa: T201
        return 0
    if given.path is None:
        raise UserError("a new deck needs a name", hint="rostra new talk.md")
    if given.document is not None and given.template:
        raise UserError("--template and --from do not go together", hint="a document makes slides of its own")
    path = _free(given.path)
    if given.document is None:
        usual = {**_usual(path), **_asked(given)}
        _write(path, filled(given.template or next(iter(TEMPLATES)), usual))
        told = f"Wrote {safe_line(str(path))}."
    else:
        told = _from_document(given, path)
    print(f"{told}\n{_next(path)}")  # noqa: T201
    return 0


def _from_document(given: Namespace, path: Path) -> str:
    """Write the outline of a document; returns what to say of it."""
    from rostra.commands.decks import check_decks
    from rostra.outline import outline

    check_decks([given.document])
    made = outline(given.document, path, _asked(given), _usual(path))
    _write(path, made.text)
    for problem in made.left:
        print(problem, file=sys.stderr)  # noqa: T201
    slides = "1 slide" if made.slides == 1 else f"{made.slides} slides"
    return f"Wrote {safe_line(str(path))}, {slides} made of {safe_line(str(given.document))}."


def _free(path: Path) -> Path:
    """Where the deck is to be written; raises :class:`UserError` when something is there."""
    if path.is_dir():
        here = path / "talk.md"
        raise UserError(f"{safe_line(str(path))} is a folder", hint=f"rostra new {shlex.quote(safe_line(str(here)))}")
    path = path if path.suffix else path.with_name(f"{path.name}.md")
    if path.exists() or path.is_symlink():
        raise UserError(f"{safe_line(str(path))} is there already", hint="nothing is overwritten: choose another name")
    if not path.parent.is_dir():
        raise UserError(f"there is no folder {safe_line(str(path.parent))}", hint="make it first")
    return path


def _asked(given: Namespace) -> dict[str, str]:
    """What the command line says of the talk."""
    asked = {"title": safe_line(given.title or ""), "author": safe_line(given.author or "")}
    return {key: value for key, value in asked.items() if value or (key == "author" and given.author is not None)}


def _usual(path: Path) -> dict[str, str]:
    """What is said of the talk unless somebody says something else."""
    from datetime import date

    named = safe_line(path.stem.replace("-", " ").replace("_", " "))
    return {
        "title": named[:1].upper() + named[1:] or UNNAMED,
        "author": safe_line(_login_name()),
        "date": date.today().isoformat(),
    }


def _login_name() -> str:
    """The full name of whoever is logged in, empty where none is known."""
    try:
        import pwd

        entry = pwd.getpwuid(os.getuid())
    except (ImportError, KeyError, OSError):
        return ""
    name = entry.pw_gecos.partition(",")[0]
    return "" if name == entry.pw_name else name


def _write(path: Path, text: str) -> None:
    try:
        create_file(path, text.encode("utf-8", "replace"))
    except FileExistsError:
        raise UserError(f"{safe_line(str(path))} is there already", hint="nothing is overwritten") from None
    except OSError as error:
        raise UserError(f"cannot write {safe_line(str(path))}: {error.strerror}") from error


def _next(path: Path) -> str:
    """What to do with the new deck."""
    written = shlex.quote(safe_line(str(path)))
    steps = (
        (f"rostra {written}", "presents it; ? shows the keys"),
        (f"rostra check {written}", "says what would go wrong on stage"),
        (f"rostra rehearse {written}", "measures how long you take"),
    )
    return in_columns(steps).rstrip()
