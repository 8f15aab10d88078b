"""The decks in a folder: what each is called, how long it is, where its last run stopped."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from rostra.errors import UserError
from rostra.reader import read_deck
from rostra.safety import safe_line
from rostra.show.resume import Stop, last_stop

SUFFIXES = (".md", ".markdown")
NO_DECKS = frozenset(("readme", "changelog", "contributing", "license", "code_of_conduct", "security", "authors"))
MOST = 500
SKIPPED = frozenset(("node_modules", "__pycache__", "venv", "site-packages"))


@dataclass(frozen=True, slots=True)
class Entry:
    """One deck of a library."""

    path: Path
    title: str
    slides: int
    seconds: float | None
    """Planned seconds, None when the deck does not say."""
    stop: Stop | None
    """Where the last run stopped."""
    trouble: str = ""
    """Why the deck cannot be opened, empty when it can."""


def find_decks(folder: Path) -> list[Path]:
    """The Markdown files of a folder and of the folders directly in it that may be decks, by name."""
    try:
        inner = [path for path in sorted(folder.iterdir()) if path.is_dir() and _is_searched(path)]
        found = [path for place in (folder, *inner) for path in sorted(_files(place), key=_order)]
    except OSError as error:
        raise UserError(f"cannot read the folder {folder}: {error.strerror}") from error
    return found[:MOST]


def _order(path: Path) -> tuple[bool, str]:
    """By name, but a tour comes first: it is for newcomers."""
    return path.stem.lower() != "tour", path.name


def _is_searched(folder: Path) -> bool:
    return not folder.name.startswith(".") and folder.name not in SKIPPED and not folder.is_symlink()


def _files(folder: Path) -> Iterator[Path]:
    try:
        entries = list(folder.iterdir())
    except OSError:
        return
    for path in entries:
        if path.suffix.lower() in SUFFIXES and path.stem.lower() not in NO_DECKS and not path.name.startswith("."):
            yield path


def shipped_decks() -> Path | None:
    """The folder of the decks that come with the program: in its package, or beside it in a checkout."""
    packaged = Path(__file__).parent / "slides"
    checkout = Path(__file__).parents[2] / "slides"
    return next((folder for folder in (packaged, checkout) if folder.is_dir()), None)


def shipped_tour() -> Path | None:
    """The tour that comes with the program; None when it is missing."""
    folder = shipped_decks()
    tour = folder / "tour.md" if folder else None
    return tour if tour and tour.is_file() else None


def is_within(path: Path, folder: Path) -> bool:
    """Whether a file lies in a folder or below it, both as they are written; links are not followed."""
    return path.absolute().is_relative_to(folder.absolute())


def names_of(paths: Sequence[Path], folder: Path) -> list[str]:
    """What to call each deck in a list of a folder's decks: its path within the folder, safe to show."""
    root = folder.absolute()
    return [safe_line(str(p.absolute().relative_to(root) if is_within(p, folder) else p.name)) for p in paths]


def read_entry(path: Path) -> Entry:
    """What a library says of one deck; never fails."""
    try:
        deck = read_deck([path])
        return Entry(path, safe_line(deck.title), len(deck.slides), deck.seconds, last_stop(path))
    except UserError as error:
        trouble = str(error)
    except Exception as error:
        trouble = f"cannot be read ({type(error).__name__}: {error})"
    return Entry(path, safe_line(path.stem), 0, None, None, safe_line(trouble))
