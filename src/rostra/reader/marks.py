"""Marks: tokens of our own, which every dialect translates its conventions into."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal, get_args

if TYPE_CHECKING:
    from markdown_it.token import Token

Name = Literal[
    # Where slides end, and what settles them.
    "end_slide",
    "skip_slide",
    "slide",
    "include",
    "rest_is_notes",
    # What happens on a slide.
    "pause",
    "notes",
    "incremental_lists",
    "no_footer",
    "new_lines",
    "alignment",
    "font_size",
    "jump_to_middle",
    "column_layout",
    "column",
    "reset_layout",
    # Something that is nearly one of these; the value says what is wrong.
    "mistake",
]
NAMES: frozenset[str] = frozenset(get_args(Name))
TYPE = "mark"
"""The type of the tokens."""


def mark(
    name: Name,
    value: Any,
    lines: tuple[int, int],
    level: int = 0,
    written: str = "",
    column: int | None = None,
    word: str = "",
) -> Token:
    """A mark, at ``level`` as many blocks deep as other tokens there.

    Its lines are counted from 0, the second one is behind it. ``written`` is its first line as it stands in the source,
    ``column`` where that begins, counted from 0, if the mark is in no other block; ``word`` is what a mistake is about.
    """
    from markdown_it.token import Token

    meta = {"value": value, "written": written, "column": column, "word": word}
    return Token(TYPE, "", 0, info=name, map=list(lines), level=level, meta=meta, block=True)
