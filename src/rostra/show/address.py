"""Where the processes of one talk find each other: a socket in a private folder, named after the deck."""

from __future__ import annotations

import hashlib
import os
import stat
from collections.abc import Sequence
from pathlib import Path

from rostra.errors import UserError
from rostra.safety import safe_line

VARIABLE = "ROSTRA_RUNTIME_DIR"
USERS = "/run/user"
"""Where many systems keep a folder for each user who is logged in."""
LONGEST = 60
"""Bytes of the run-time folder's path: with the file's name it must stay below the 104 that a socket may have."""


def private_folder(at: str = "") -> Path:
    """The folder for sockets, which nobody else can enter; made when it is missing, in a folder that may be named.

    Raises :class:`UserError` when it cannot be made, or when somebody else could have put something there.
    """
    folder = _named(at) / "rostra" if at else _runtime_folder()
    try:
        folder.mkdir(mode=0o700, parents=not at, exist_ok=True)
    except OSError as error:
        raise UserError(f"there can be no folder {folder}", hint=f"name another with --at or {VARIABLE}") from error
    if hasattr(os, "getuid"):
        found = folder.lstat()
        if not stat.S_ISDIR(found.st_mode) or found.st_uid != os.getuid():
            hint = f"remove it, be the same user in both terminals, or name another with --at or {VARIABLE}"
            raise UserError(f"{folder} belongs to somebody else", hint=hint)
        if stat.S_IMODE(found.st_mode) & 0o077:
            folder.chmod(0o700)
    return folder


def _named(at: str) -> Path:
    """The folder that was asked for."""
    folder = Path(at).expanduser().resolve()
    if not folder.is_dir():
        raise UserError(f"there is no folder {folder}", hint="--at takes a folder that is there")
    if len(os.fsencode(folder)) > LONGEST:
        raise UserError(f"the path of {folder} is too long for a socket", hint=f"{LONGEST} bytes at most")
    return folder


def _runtime_folder() -> Path:
    """What the environment names, what the system keeps for this user, or one among the temporary files.

    The second does not depend on the environment, which ``su``, ``sudo`` and ``ssh`` change.
    """
    if given := os.environ.get(VARIABLE):
        return _named(given) / "rostra"
    usual = f"{USERS}/{os.getuid()}" if hasattr(os, "getuid") else ""
    for name in (os.environ.get("XDG_RUNTIME_DIR", ""), usual):
        if name and len(os.fsencode(name)) <= LONGEST and _is_ours(Path(name)):
            return Path(name) / "rostra"
    import tempfile

    user = os.getuid() if hasattr(os, "getuid") else os.environ.get("USERNAME", "user")
    return Path(tempfile.gettempdir()) / f"rostra-{user}"


def _is_ours(folder: Path) -> bool:
    """Whether a folder is there and belongs to this user: ``su`` leaves the variable of the user before."""
    try:
        return folder.is_dir() and (not hasattr(os, "getuid") or folder.stat().st_uid == os.getuid())
    except OSError:
        return False


def talk_name(decks: Sequence[Path]) -> str:
    """A short name for the talk that these files make; the same files in the same order give the same."""
    names = "\0".join(str(deck.resolve()) for deck in decks)
    return hashlib.sha256(names.encode("utf-8", "surrogateescape")).hexdigest()[:24]


def socket_path(decks: Sequence[Path], at: str = "") -> Path:
    """The socket of the talk that these files make."""
    return private_folder(at) / f"{talk_name(decks)}.sock"


def waiting_lines(decks: Sequence[Path], at: str = "") -> list[str]:
    """What a console says while there is no talk to join: which files it means, in full, and where it looks for them.

    Whatever keeps the two apart, be it a copy of the deck or another folder for sockets, can be seen in one of these.
    """
    try:
        where = f"at {socket_path(decks, at)}"
    except (OSError, UserError) as error:
        where = f"nowhere: {error}"
    files = ", ".join(str(deck.resolve()) for deck in decks)
    return [safe_line(f"waiting for a talk of {files}"), safe_line(where)]
