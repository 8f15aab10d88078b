"""Changes to the slides of a text, as edits to it that leave all other slides what they are.

A slide's index is its place in :func:`slide_ranges`, counted from 0. Nothing here writes to a file; what cannot be done
raises :class:`UserError`.
"""

from __future__ import annotations

from rostra.editing.slides.directives import hide, rename_slide, unhide
from rostra.editing.slides.moving import delete, duplicate, insert_below, move, split_at
from rostra.editing.slides.notes import notes_of, set_notes
from rostra.editing.slides.parts import Edits
from rostra.editing.slides.ranges import SlideRange, slide_at, slide_ranges

__all__ = [
    "Edits",
    "SlideRange",
    "delete",
    "duplicate",
    "hide",
    "insert_below",
    "move",
    "notes_of",
    "rename_slide",
    "set_notes",
    "slide_at",
    "slide_ranges",
    "split_at",
    "unhide",
]
