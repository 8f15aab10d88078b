"""Files and pictures in the deck's folder and below it."""

from __future__ import annotations

import os
from itertools import islice
from pathlib import Path

from rostra.language.completing.completion import Completion, Typed
from rostra.safety import safe_line

DECKS = (".md", ".markdown")
PICTURES = (".png", ".jpg", ".jpeg", ".gif", ".webp", ".bmp", ".svg")
SKIPPED = frozenset(("node_modules", "__pycache__", "venv", "site-packages"))
MOST_LOOKED_AT = 2000
"""Entries of a folder; more than these are hardly written by hand."""
MOST = 200


def paths(
    typed: Typed, written: str, *, pictures: bool = False, decks: bool = False, in_yaml: bool = False
) -> list[Completion]:
    """The files that a path which was begun may become, folder by folder; never outside the deck's folder."""
    bracket = written[:1] if written.startswith("<") else ""
    written = written.removeprefix("<")
    folder, slash, word = written.rpartition("/")
    root = typed.document.root
    wanted = PICTURES if pictures else DECKS if decks else ()
    found = []
    for name, is_folder in _entries(root, folder + slash):
        if not name.lower().startswith(word.lower()):
            continue
        if not is_folder and (wanted and not name.lower().endswith(wanted)):
            continue
        if root / folder / name == typed.document.path:
            continue
        if in_yaml and any(sign in name for sign in ",:#{}[]&*!|>'\"%@`"):
            continue
        needs_brackets = not in_yaml and not bracket and any(sign in name for sign in " ()<>")
        path = f"{folder}/{name}" if folder else name
        if needs_brackets and is_folder:
            continue
        text = f"<{path}>" if needs_brackets else f"{path}/" if is_folder else path
        start = typed.start(written)
        found.append(Completion(f"{name}/" if is_folder else name, "", text, start, "path"))
    return found[:MOST]


def _entries(root: Path, folder: str) -> list[tuple[str, bool]]:
    """What lies in a folder within another, folders last: names, and whether each is a folder."""
    if "\0" in folder or folder.startswith(("/", "~", "\\")) or ":" in folder:
        return []
    try:
        home = root.resolve()
        place = (root / folder).resolve()
        if not place.is_relative_to(home):
            return []
        with os.scandir(place) as entries:
            seen = [one for one in islice(entries, MOST_LOOKED_AT) if _is_offered(one, home)]
        return sorted((one.name, one.is_dir()) for one in seen)
    except (OSError, ValueError, RuntimeError):
        return []


def _is_offered(entry: os.DirEntry[str], home: Path) -> bool:
    """Whether a file or folder is shown: no hidden ones, none that lead elsewhere, no names that cannot be written."""
    name = entry.name
    if name.startswith(".") or name in SKIPPED or safe_line(name) != name:
        return False
    return not entry.is_symlink() or Path(entry.path).resolve().is_relative_to(home)
