"""Deck arguments, looked at before anything is opened: what is not there, and what is no deck."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from rostra.commands import COMMANDS
from rostra.errors import UserError
from rostra.safety import safe_line

LOOKED_AT = 1024
"""Bytes at the beginning of a file that tell what it is."""
KINDS = {
    b"\x89PNG": "a PNG picture",
    b"\xff\xd8\xff": "a JPEG picture",
    b"GIF8": "a GIF picture",
    b"RIFF": "a picture, a sound or a film",
    b"%PDF-": "a PDF document",
    b"PK\x03\x04": "a zip archive, as office documents are",
    b"\x1f\x8b": "compressed by gzip",
    b"\x7fELF": "a program",
}
"""What files begin with that people take for decks."""


def check_decks(paths: Sequence[Path]) -> None:
    """Raise :class:`UserError` for a file that is no deck, and for a missing one that was spelled wrong.

    Other mistakes are found when the deck is read.
    """
    for path in paths:
        if path.is_file():
            if kind := _kind(path):
                raise UserError(f"{safe_line(str(path))} is no deck but {kind}", hint="a deck is a Markdown file")
        elif not path.exists() and (meant := _meant(path)):
            raise UserError(f"there is no file {safe_line(str(path))}", hint=f"did you mean {meant}?")


def _kind(path: Path) -> str:
    """What a file is that is no text, nothing for text."""
    try:
        with path.open("rb") as file:
            start = file.read(LOOKED_AT)
    except OSError:
        return ""  # whoever reads the deck says why
    for beginning, kind in KINDS.items():
        if start.startswith(beginning):
            return kind
    return "a file of another kind: it holds bytes that no text has" if _is_binary(start) else ""


def _is_binary(start: bytes) -> bool:
    """Whether bytes are no text: several are zero. In UTF-16, which decks may be written in, every other one is."""
    utf_16 = start.startswith((b"\xff\xfe", b"\xfe\xff")) or (start[:2].count(0), start[:4].count(0)) == (1, 2)
    return not utf_16 and start.count(0) > max(1, len(start) // 50)


def _meant(path: Path) -> str:
    """The command or the deck that a word is near to, as one would write it; nothing when it is near to none."""
    import difflib

    known: dict[str, str] = {}
    if str(path) == path.name and not path.suffix:
        known |= {name: f"rostra {name}" for name in COMMANDS}
    for deck in _decks_in(path.parent):
        shown = safe_line(str(path.with_name(deck)))
        known |= {deck.lower(): shown, Path(deck).stem.lower(): shown}
    near = difflib.get_close_matches(path.name.lower(), known, n=1, cutoff=0.7)
    return repr(known[near[0]]) if near else ""


def _decks_in(folder: Path) -> list[str]:
    from rostra.library import SUFFIXES

    try:
        return sorted(path.name for path in folder.iterdir() if path.suffix.lower() in SUFFIXES)
    except OSError:
        return []
