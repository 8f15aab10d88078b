"""Signs that a deck was written for another program, found without reading it."""

from __future__ import annotations

import re

from rostra.reader.source import Source

MOST = 64 * 1024
"""Characters that are looked at."""
LISTING = r"(?ms)^ {0,3}(`{3,}|~{3,}).*?(?:^ {0,3}\1|\Z)"
HEAD = r"\A---\n(?:.*\n)*?"
# By program: text without which there is no sign, and the signs, each of which is certain. What the native format
# shares with a program is none. The text is looked for first: few decks then need a regular expression at all.
SIGNS = {
    "Marp": (
        ("marp:", "_class", "paginate", "headingDivider", "backgroundColor", "![bg"),
        HEAD + r"marp: *true\b|^<!-- *_?(?:class|paginate|headingDivider|backgroundColor) *:|!\[bg\b",
    ),
    "patat": (("patat:", "config:", "\n. . .\n"), HEAD + r"patat:|^<!-- *config:|^\. \. \.$"),
    "Slidev": (
        ("v-click", "::\n", "\n---\nlayout:"),
        r"^</?v-clicks?\b|^::(?:right|left|default)::$|\n---\nlayout: .*\n(?:.+\n)*---\n",
    ),
    "reveal-md": (
        (".slide", ".element", "revealOptions", "\n\n----\n", 'class="notes"'),
        r'<!-- *\.(?:slide|element)\b|^revealOptions:|\n\n----\n|<aside [^>]*class="notes"',
    ),
    "Deckset": (
        ("slidenumbers", "autoscale", "build-lists", "slide-transition", "\n[."),
        r"\A(?:[\w-]+: .*\n)*(?:slidenumbers|autoscale|build-lists|slide-transition): |^\[\.[a-z-]+",
    ),
    "lookatme": (("stop", "styles:", "extensions:"), r"^<!-- *stop *-->$|" + HEAD + r"(?:styles|extensions):\n"),
    "slides": (("paging:",), HEAD + r"paging:"),
    "mdp": (("%title:", "%author:", "%date:"), r"\A%(?:title|author|date):"),
    "prezo": (("prezo",), r"^<!-- *prezo\b"),
    "presenterm": (
        ("options:\n", "theme:\n"),
        HEAD + r"(?:options:\n +\w+:|theme:\n(?: +.*\n)*? +(?:path|override|light|dark):)",
    ),
}


def looks_like(source: Source) -> str:
    """What to tell the author of a deck that looks like another program's, nothing for any other."""
    text = source.text[:MOST]
    for name, (words, signs) in SIGNS.items():
        if any(word in text for word in words) and re.search(signs, re.sub(LISTING, "", text), re.MULTILINE):
            return f"this looks like a deck for {name}: only what Markdown has in common is read"
    return ""
