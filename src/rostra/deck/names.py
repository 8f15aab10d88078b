"""Every open name that a deck may use, once: the reader warns of others, completion and docs are made from it.

What a name looks like is settled elsewhere: elements in ``typeset.elements``, themes in ``themes``.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Name:
    """A word that means something in a deck."""

    name: str
    about: str
    """What it does, in a few words, without a full stop."""
    example: str = ""
    """How it is written."""


ELEMENTS = (
    Name("columns", "columns side by side", "::: columns"),
    Name("column", "one of the columns; without a width they share what is left", "::: column 40%"),
    Name("center", "in the middle", "::: center"),
    Name("right", "to the right", "::: right"),
    Name("left", "to the left", "::: left"),
    Name("box", "a frame, with a title if one is given", "::: box Title"),
    Name("large", "large letters where they fit", "::: large"),
    Name("alert", "an alert: note, tip, important, warning or caution", "::: alert warning"),
    Name("notes", "notes, for the speaker alone", "::: notes"),
)
"""What can stand behind ``:::``."""

LAYOUTS = (
    Name("title", "in the middle of the page, the first heading large", "slide: {layout: title}"),
    Name("default", "as any slide, also where the content looks like a title", "slide: {layout: default}"),
)

TRANSITIONS = (Name("none", "the next slide is there at once", "transition: none"),)

THEMES = (
    Name("dark", "light on near black; for most rooms"),
    Name("light", "dark on warm white"),
    Name("terminal", "the terminal's own sixteen colours"),
    Name("paper", "black on white, few colours, for bright rooms and weak projectors"),
    Name("catppuccin", "Catppuccin Mocha"),
    Name("gruvbox", "Gruvbox dark"),
    Name("nord", "Nord"),
    Name("tokyo-night", "Tokyo Night"),
)
"""The themes that come with the program, in the order in which ``t`` goes through them."""


def words(names: tuple[Name, ...]) -> tuple[str, ...]:
    """The names alone."""
    return tuple(one.name for one in names)
