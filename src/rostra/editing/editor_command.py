"""The author's own editor: which one it is, and how it is told to open a file at a line."""

from __future__ import annotations

import re
import shlex
import shutil
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import NamedTuple

from rostra.deck.model import Deck
from rostra.errors import UserError
from rostra.safety import safe_line

Find = Callable[[str], str | None]
"""The path of a program, None when it is not installed."""

IN_TERMINAL = {
    "vi": "+LINE PATH",
    "vim": "+LINE PATH",
    "nvim": "+LINE PATH",
    "nano": "+LINE PATH",
    "pico": "+LINE PATH",
    "micro": "+LINE PATH",
    "emacs": "+LINE PATH",
    "emacsclient": "+LINE PATH",
    "mg": "+LINE PATH",
    "kak": "+LINE PATH",
    "joe": "+LINE PATH",
    "jstar": "+LINE PATH",
    "jmacs": "+LINE PATH",
    "jpico": "+LINE PATH",
    "ne": "+LINE PATH",
    "mcedit": "+LINE PATH",
    "jed": "PATH -g LINE",
    "hx": "PATH:LINE",
    "helix": "PATH:LINE",
    "msedit": "PATH:LINE",
}
"""What follows the name of an editor that fills the terminal, so that it opens a file at a line."""
IN_WINDOW = {
    "code": "--goto PATH:LINE",
    "codium": "--goto PATH:LINE",
    "cursor": "--goto PATH:LINE",
    "subl": "PATH:LINE",
    "zed": "PATH:LINE",
    "zeditor": "PATH:LINE",
    "gvim": "+LINE PATH",
    "mvim": "+LINE PATH",
    "nvim-qt": "-- +LINE PATH",
    "gedit": "+LINE PATH",
    "kate": "--line LINE PATH",
    "idea": "--line LINE PATH",
    "pycharm": "--line LINE PATH",
    "webstorm": "--line LINE PATH",
    "phpstorm": "--line LINE PATH",
    "goland": "--line LINE PATH",
}
"""The same for one that has a window of its own."""
KNOWN = {**IN_TERMINAL, **IN_WINDOW}
USUAL = "nvim vim vi nano micro hx helix kak".split()
"""What is looked for when nobody says which editor to use."""


class Editor(NamedTuple):
    """An editor, and how it is started."""

    name: str
    """What to call it."""
    command: tuple[str, ...]
    has_window: bool = False
    """Whether it has a window of its own, and leaves the terminal alone."""


def editor_for(environ: Mapping[str, str], path: Path, line: int, find: Find = shutil.which) -> Editor:
    """The editor that opens a file at a line, counted from 1: ``$VISUAL``, ``$EDITOR``, or one that is installed.

    One that is not known is given the path alone. Raises :class:`UserError` when there is no such program.
    """
    words = _wanted(environ) or [name for name in USUAL if find(name)][:1]
    if not words:
        raise UserError("no editor was found", hint="set EDITOR")
    program = _program(words)
    name = safe_line(Path(program).name)
    if find(words[0]) is None:
        raise UserError(f"there is no program {safe_line(words[0])}", hint="see EDITOR")
    known = _known(program, find)
    arguments = KNOWN.get(known, "PATH").split()
    filled = [word.replace("LINE", str(line)).replace("PATH", str(path)) for word in arguments]
    return Editor(name, (*words, *filled), known in IN_WINDOW)


def built_in(path: Path, line: int) -> Editor:
    """Our own editor, as a program of its own, on a file at a line, counted from 1."""
    return Editor("rostra edit", (sys.executable, "-m", "rostra", "edit", f"--line={line}", "--", str(path)))


def _wanted(environ: Mapping[str, str]) -> list[str]:
    """The words of what the environment asks for; nothing when it does not."""
    for variable in ("VISUAL", "EDITOR"):
        try:
            words = shlex.split(environ.get(variable, ""))
        except ValueError as error:
            raise UserError(f"{variable}: {str(error).lower()}", hint="write it as in a shell") from error
        if words and words[0]:
            return words
    return []


def _program(words: list[str]) -> str:
    """The program that a command runs in the end: ``env`` and the variables that it sets come before."""
    named = [word for word in words if "=" not in word and not word.startswith("-")]
    return next((word for word in named if Path(word).name != "env"), words[0])


def _known(program: str, find: Find) -> str:
    """The name in the tables of a program such as ``vim.tiny``, ``code-insiders`` or what ``editor`` links to."""
    found = find(program)
    for path in (Path(program), *([Path(found).resolve()] if found else [])):
        name = path.name.lower()
        begin = re.match("[a-z]*", name)
        for known in (name.removesuffix(".exe"), begin[0] if begin else ""):
            if known in KNOWN:
                return known
    return ""


def written_at(deck: Deck, slide: int) -> tuple[Path, int]:
    """The file in which a slide, counted from 0, is written, and its first line, counted from 1."""
    place = deck.slides[slide].place
    found = [path for path in deck.files if safe_line(str(path)) == place.file]
    return (found or deck.files or (Path(place.file),))[0].absolute(), max(1, place.line)
