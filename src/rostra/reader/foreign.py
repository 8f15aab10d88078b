"""Signs that a deck was written for another program, found without reading it."""

from __future__ import annotations

import re

from rostra.reader.source import Source

MOST = 64 * 1024
"""Characters that are looked at."""
LISTING = re.compile(r"^ {0,3}(`{3,}|~{3,}).*?(?:^ {0,3}\1|\Z)", re.DOTALL | re.MULTILINE)
# One certain sign is enough. What the native format shares with a program is none.
SIGNS = {
    "Marp": r"\A---\n(?:.*\n)*?marp: *true\b|^<!-- *_?(?:class|paginate|headingDivider|backgroundColor) *:|!\[bg\b",
    "patat": r"\A---\n(?:.*\n)*?patat:|^<!-- *config:|^\. \. \.$",
    "Slidev": r"^</?v-clicks?\b|^::(?:right|left|default)::$|\n---\n(?:[\w-]+: .*\n)*layout: .*\n(?:.+\n)*---\n",
    "reveal-md": r"<!-- *\.(?:slide|element)\b|^revealOptions:|\n\n----\n",
    "Deckset": r"\A(?:[\w-]+: .*\n)*(?:slidenumbers|autoscale|build-lists|slide-transition): |^\[\.[a-z-]+",
    "lookatme": r"^<!-- *stop *-->$|\A---\n(?:.*\n)*?(?:styles|extensions):\n",
    "slides": r"\A---\n(?:.*\n)*?paging:",
    "mdp": r"\A%(?:title|author|date):",
    "prezo": r"^<!-- *prezo\b",
    "presenterm": r"\A---\n(?:.*\n)*?(?:options|theme):\n +\w+:",
}
PATTERNS = {name: re.compile(signs, re.MULTILINE) for name, signs in SIGNS.items()}


def looks_like(source: Source) -> str:
    """What to tell the author of a deck that looks like another program's, nothing for any other."""
    text = LISTING.sub("", source.text[:MOST])
    name = next((name for name, pattern in PATTERNS.items() if pattern.search(text)), "")
    return f"this looks like a {name} deck: only what Markdown has in common is read" if name else ""
