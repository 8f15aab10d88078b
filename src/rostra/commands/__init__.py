"""What can be asked for on the command line, one file a command; each has a function of its own name."""

from __future__ import annotations

from typing import NamedTuple


class Command(NamedTuple):
    """A word of the command line."""

    takes: str
    """What stands behind it, as in ``rostra --help``."""
    about: str
    """What it does, in a few words."""


COMMANDS = {
    "tour": Command("", "present the tour of the program and of its format"),
    "new": Command("PATH", "start a deck, from a template or from a document"),
    "edit": Command("DECK", "write a deck, with the slide as it will be beside it"),
    "console": Command("DECK…", "notes, next slide and clock for the speaker, in another terminal"),
    "rehearse": Command("DECK…", "practise with a stop-watch for each slide"),
    "check": Command("DECK…", "say what would go wrong on stage"),
    "export": Command("DECK…", "write the slides as text, JSON or pictures"),
    "dump": Command("DECK…", "print what would be seen"),
    "fmt": Command("DECK…", "write a deck one way, without a change on its slides"),
    "lsp": Command("", "the language server: what editors know of decks"),
    "themes": Command("[DECK]", "show every theme on a slide"),
    "directives": Command("", "list all that can be written in a deck"),
    "keys": Command("", "show what a key or a remote sends"),
    "doctor": Command("", "say what this terminal can do"),
    "config": Command("", "show the configuration"),
}
"""Every command in the order of ``rostra --help``; anything else on the command line is a deck to present."""
