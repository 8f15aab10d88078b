"""Comments and tags of alignment in HTML blocks, told apart without an HTML parser."""

from __future__ import annotations

import re

COMMENT = re.compile(r"<!--(?:>|->|(?P<text>.*?)(?:-->|\Z))", re.DOTALL)
ALIGNING = re.compile(
    r"""\s*<(?P<end>/?)(?P<tag>center|div|p)\b(?:[^<>]*?\balign\s*=\s*["']?(?P<align>center|right|left))?[^<>]*>\s*""",
    re.IGNORECASE,
)


def html_pieces(source: str) -> list[tuple[bool, str, int, int]]:
    """An HTML block cut into comments (true, the text within) and what is between them, each with where it stands."""
    parts: list[tuple[bool, str, int, int]] = []
    at = 0
    for found in COMMENT.finditer(source):
        parts += [(False, source[at : found.start()], at, found.start())]
        parts += [(True, found["text"] or "", *found.span())]
        at = found.end()
    return [part for part in [*parts, (False, source[at:], at, len(source))] if part[0] or part[1].strip()]


def alignment_tag(source: str) -> str | None:
    """What a lone ``<center>`` or ``<div align=…>`` opens, ``""`` when it closes one, None for anything else."""
    found = ALIGNING.fullmatch(source)
    if not found or not (found["end"] or found["align"] or found["tag"].lower() == "center"):
        return None
    return "" if found["end"] else (found["align"] or "center").lower()
