"""``rostra export DECK… --to FORMAT``: write a talk as files."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from rostra.commands.arguments import Parser
from rostra.commands.rendering import add_options, job_of
from rostra.errors import UserError
from rostra.safety import safe_line

if TYPE_CHECKING:
    from rostra.deck.model import Deck

STDOUT = Path("-")


def export(arguments: Sequence[str]) -> int:
    """``rostra export DECK… --to FORMAT``."""
    from rostra.export import FORMATS

    parser = Parser(
        prog="rostra export",
        description="Write a talk as files.",
        table=("formats", [(name, kind.about) for name, kind in FORMATS.items()]),
    )
    add_options(parser)
    add = parser.add_argument
    add("--to", choices=tuple(FORMATS), metavar="FORMAT", required=True, help="what to write; see below")
    add(
        "--output",
        type=Path,
        metavar="PATH",
        help="a file, or - for standard output, which is where a document goes unless this is given; for pictures a "
        "folder, named like the deck unless this is given",
    )
    add("--force", action="store_true", help="overwrite files that are there already")
    given = parser.parse_args(list(arguments))
    job, kind = job_of(given, given.to), FORMATS[given.to]
    files, output = kind.files(job), given.output or (_folder(job.deck) if kind.pictures else STDOUT)
    target = Target(frozenset(path.resolve() for path in job.deck.files), given.force)
    if kind.pictures and output != STDOUT and output.suffix != kind.suffix:
        said = _write_folder(files, output, target)
    else:
        said = _write_one(files, output, target)
    for problem in job.deck.all_problems():
        print(problem.excerpt(), file=sys.stderr)  # noqa: T201
    if said:
        print(said)  # noqa: T201
    return 0


def _folder(deck: Deck) -> Path:
    """The folder for pictures when none was named; a deck called ``...md`` must not name the folder above."""
    return Path(deck.name.strip(". ") or "slides")


def _write_one(files: Iterator[tuple[str, bytes]], output: Path, target: Target) -> str:
    """Write the only file; returns what to say of it, nothing when it went to standard output."""
    (_, data), *others = islice(files, 2)
    if others:
        raise UserError("several pictures do not fit into one file", hint="--output FOLDER, or --slides 1")
    if output == STDOUT:
        sys.stdout.buffer.write(data)
        sys.stdout.flush()
        return ""
    target.write(output, data)
    return f"Wrote {safe_line(str(output))}."


def _write_folder(files: Iterator[tuple[str, bytes]], folder: Path, target: Target) -> str:
    """Write a file for each picture; returns what to say of them."""
    if folder.exists() and not folder.is_dir():
        raise UserError(f"{folder} is a file, and pictures need a folder", hint="--output FOLDER")
    names = []
    for name, data in files:
        target.write(folder / name, data)
        names.append(name)
    many = "1 picture" if len(names) == 1 else f"{len(names)} pictures"
    return f"Wrote {many} into {safe_line(str(folder))}: {names[0]}" + (f" to {names[-1]}." if names[1:] else ".")


@dataclass(frozen=True)
class Target:
    """Where files may be written."""

    deck: frozenset[Path]
    """The deck's own files, which are never overwritten."""
    force: bool
    """Whether other files that are there already are."""

    def write(self, path: Path, data: bytes) -> None:
        """Write a file; raises :class:`UserError` when that cannot or must not be done."""
        if path.resolve() in self.deck:
            raise UserError(f"{path} is a file of the deck itself", hint="--output names another")
        if path.is_file() and not self.force:
            raise UserError(f"{path} is there already", hint="--force overwrites, --output PATH writes elsewhere")
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
        except OSError as error:
            raise UserError(f"cannot write {path}: {error.strerror}") from error
