"""Which terminal this is, and what is known of it by its name alone."""

from __future__ import annotations

import re
from collections.abc import Mapping

# Variables that a terminal leaves to what runs in it; the first that is set tells.
MARKS = {
    "WT_SESSION": "windows terminal",
    "KITTY_WINDOW_ID": "kitty",
    "ALACRITTY_WINDOW_ID": "alacritty",
    "KONSOLE_VERSION": "konsole",
    "VTE_VERSION": "vte",
}
TERMS = {
    "xterm-kitty": "kitty", "xterm-ghostty": "ghostty", "alacritty": "alacritty", "foot": "foot", "linux": "linux",
    "wezterm": "wezterm", "contour": "contour", "mlterm": "mlterm", "tmux": "tmux", "screen": "screen",
}  # fmt: skip
ALIASES = {"iterm.app": "iterm2"}
# Links on text cannot be asked for. The version from which a terminal has them; empty for any, None for never.
LINKS: Mapping[str, tuple[int, ...] | None] = {
    "kitty": (0, 19), "wezterm": (), "iterm2": (3, 1), "foot": (1, 7), "ghostty": (), "vte": (5000,),
    "konsole": (20, 12), "alacritty": (0, 11), "tmux": (3, 4), "contour": (), "vscode": (1, 72),
    "windows terminal": (), "mintty": (), "xterm": None, "apple_terminal": None, "linux": None, "screen": None,
}  # fmt: skip
# Sextants are in few fonts; these draw them themselves, without seams. The version from which on, as with links. VTE
# has had them since the Unicode in which they came, Alacritty does not tell its version, but has had them since 2024.
SEXTANTS: Mapping[str, tuple[int, ...] | None] = {
    "kitty": (), "wezterm": (), "foot": (), "ghostty": (), "alacritty": (), "contour": (), "rio": (), "vte": (6200,),
}  # fmt: skip
ITERM2_IMAGES = ("iterm2", "wezterm", "mintty")


def identity(answer: str, environment: Mapping[str, str], between: str = "") -> tuple[str, str]:
    """Name, in small letters, and version, by what the terminal answered, else by the environment."""
    found = re.match(r"([A-Za-z][\w -]*?)[ (]+v?([\w.+-]*)", answer + " ")
    if found:
        return found[1].lower(), found[2]
    if between:
        program = environment.get("TERM_PROGRAM", "").lower()
        return between, environment.get("TERM_PROGRAM_VERSION", "") if program == between else ""
    for variable, name in MARKS.items():
        if environment.get(variable):
            return name, environment[variable] if variable.endswith("VERSION") else ""
    if environment.get("LC_TERMINAL"):
        return environment["LC_TERMINAL"].lower(), environment.get("LC_TERMINAL_VERSION", "")
    if program := environment.get("TERM_PROGRAM", "").lower():
        return ALIASES.get(program, program), environment.get("TERM_PROGRAM_VERSION", "")
    term = environment.get("TERM", "")
    return next((name for start, name in TERMS.items() if term.startswith(start)), ""), ""


def between(environment: Mapping[str, str]) -> str:
    """``tmux``, ``screen`` or nothing: what stands between this process and the terminal."""
    term = environment.get("TERM", "")
    if environment.get("TMUX") or term.startswith("tmux"):
        return "tmux"
    return "screen" if environment.get("STY") or term.startswith("screen") else ""


def is_remote(environment: Mapping[str, str]) -> bool:
    """Whether the terminal is at the other end of ssh."""
    return any(environment.get(name) for name in ("SSH_CONNECTION", "SSH_CLIENT", "SSH_TTY"))


def has_links(name: str, version: str) -> bool | None:
    """Whether a terminal has links on text; None when it cannot be told."""
    return None if name not in LINKS else _is_since(name, version, LINKS[name])


def drawn_signs(environment: Mapping[str, str]) -> str:
    """What larger letters are best drawn with: ``sextants``, ``quadrants``, or ``halves`` on the bare console."""
    if environment.get("TERM") == "linux":
        return "halves"
    name, version = identity("", environment, between(environment))
    return "sextants" if name in SEXTANTS and _is_since(name, version, SEXTANTS[name]) else "quadrants"


def has_seams(environment: Mapping[str, str]) -> bool:
    """Whether blocks are drawn as the font has them, without reaching all edges: in xterm, which tells its version."""
    return bool(environment.get("XTERM_VERSION")) and not between(environment)


def _is_since(name: str, version: str, since: tuple[int, ...] | None) -> bool | None:
    """Whether a version is not older than one; None when it cannot be told."""
    if since is None or not since:
        return since is not None
    numbers = tuple(int(one) for one in re.findall(r"\d{1,9}", version)[:3])
    if name == "konsole" and len(numbers) == 1:  # 201203 is 20.12.3
        numbers = (numbers[0] // 10000, numbers[0] // 100 % 100)
    return numbers >= since if numbers else None
