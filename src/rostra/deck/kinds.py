"""The tables of names together: by where each stands in a deck, and by what takes it as a value."""

from __future__ import annotations

from typing import NamedTuple

from rostra.deck.checks import CHECKS
from rostra.deck.name import Name
from rostra.deck.names import (
    ALIGNMENTS,
    COLORS,
    COMING,
    DIRECTIVES,
    ELEMENTS,
    FIGURES,
    FRONT_MATTER,
    LAYOUTS,
    PATTERNS,
    PROGRESS,
    SLIDE_SETTINGS,
    THEMES,
    TRANSITIONS,
    TRUTHS,
)

VALUES: dict[str, tuple[Name, ...]] = {
    "alignment": ALIGNMENTS,
    "incremental_lists": TRUTHS,
    "layout": LAYOUTS,
    "theme": THEMES,
    "transition": TRANSITIONS,
    "step_transition": TRANSITIONS,
    "pattern": PATTERNS,
    "progress": PROGRESS,
    "coming": COMING,
    "ignore": CHECKS,
}
"""The values of what takes one of a few words, by its key, wherever that stands."""


class Kind(NamedTuple):
    """Names that can be written in the same place."""

    id: str
    """What scripts call it."""
    title: str
    names: tuple[Name, ...]


KINDS = (
    Kind("directives", "Comments", DIRECTIVES),
    Kind("slide_settings", "Settings of a slide", SLIDE_SETTINGS),
    Kind("patterns", "Patterns of backgrounds", PATTERNS),
    Kind("elements", "Containers", ELEMENTS),
    Kind("front_matter", "Front matter", FRONT_MATTER),
    Kind("colors", "Colours", COLORS),
    Kind("figures", "Figures", FIGURES),
    Kind("layouts", "Layouts", LAYOUTS),
    Kind("transitions", "Transitions", TRANSITIONS),
    Kind("themes", "Themes", THEMES),
    Kind("checks", "Checks", CHECKS),
)
"""All names that a deck may use, by where they stand."""
