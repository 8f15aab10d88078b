"""Where the processes of one talk find each other: a socket in a private folder, named after the deck."""

from __future__ import annotations

import hashlib
import os
import stat
from collections.abc import Sequence
from pathlib import Path

from rostra.errors import UserError

LONGEST = 60
"""Bytes of the run-time folder's path: with the file's name it must stay below the 104 that a socket may have."""


def private_folder() -> Path:
    """The folder for sockets, which nobody else can enter; made when it is missing.

    Raises :class:`UserError` when it cannot be made, or when somebody else could have put something there.
    """
    folder = _runtime_folder()
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise UserError(f"there can be no folder {folder}", hint="set XDG_RUNTIME_DIR") from error
    if hasattr(os, "getuid"):
        found = folder.lstat()
        if not stat.S_ISDIR(found.st_mode) or found.st_uid != os.getuid():
            raise UserError(f"{folder} belongs to somebody else", hint="remove it, or set XDG_RUNTIME_DIR")
        if stat.S_IMODE(found.st_mode) & 0o077:
            folder.chmod(0o700)
    return folder


def _runtime_folder() -> Path:
    given = os.environ.get("XDG_RUNTIME_DIR")
    if given and Path(given).is_dir() and len(os.fsencode(given)) <= LONGEST:
        return Path(given) / "rostra"
    import tempfile

    user = os.getuid() if hasattr(os, "getuid") else os.environ.get("USERNAME", "user")
    return Path(tempfile.gettempdir()) / f"rostra-{user}"


def socket_path(decks: Sequence[Path]) -> Path:
    """The socket of the talk that these files make; the same files in the same order give the same."""
    names = "\0".join(str(deck.resolve()) for deck in decks)
    digest = hashlib.sha256(names.encode("utf-8", "surrogateescape")).hexdigest()[:24]
    return private_folder() / f"{digest}.sock"
